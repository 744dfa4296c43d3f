#include "blind.h"

#include <algorithm>

#include <re2/re2.h>

#include "collega/base/utf8.h"
#include "collega/language/tokens.h"

namespace collega::hiring {
namespace {

constexpr std::string_view kBar = "▇▇▇";
constexpr std::size_t kShortestName = 3;      // "de" and "van" stand in every sentence
constexpr std::size_t kMostWordsInName = 6;
constexpr std::size_t kHeadBlocks = 4;        // a name stands at the very top

// Contact data by their form; birth, age, origin, family and sex by the words that introduce them, to the end of the phrase.
const char* const kPatterns[] = {
    R"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    R"((?i)\b(?:https?://|www\.)\S+)",
    R"((?i)\b(?:linkedin|github|facebook|instagram)\.com\S*)",
    R"((?:\+\d{1,3}[ .-]?|\b0)(?:\(0\))?\d(?:[ .-]?\d){7,10}\b)",
    R"(\b\d{4} ?[A-Z]{2}\b)",
    R"((?i)\b[\p{L}]+(?:straat|laan|weg|plein|gracht|kade|dreef|singel|hof|steeg|pad|street|road|avenue|lane) \d+ ?[a-z]?\b)",
    R"((?i)\b(?:geboren|geboortedatum|geb\.|geboorteplaats|date of birth|born|dob|leeftijd|age|nationaliteit|nationality|burgerlijke staat|marital status|geslacht|gender|sex|gehuwd|married|ongehuwd)\b[^.;|\n·•]*)",
    R"((?i)\b\d{2} (?:jaar oud|years old|jarige?)\b)",
    R"((?i)\b(?:naam|name|voornamen?|achternaam|surname|first name|adres|address|woonplaats|telefoon|phone|tel|mobiel|e-?mail)\s*:[^;|\n·•]*)",
};

bool is_name_word(std::string_view word) {
  const char32_t first = code_point_at(word, 0).value;
  std::string lower;
  append_code_point(lower, first);
  return word.size() >= kShortestName && to_lower(lower) != lower;
}

void add_names(std::string_view text, std::vector<std::string>& names) {
  for (const auto& token : language::tokenize(text)) {
    const std::string_view word = token.span.of(text);
    if (token.kind == language::TokenKind::word && is_name_word(word)) names.emplace_back(word);
  }
}

bool looks_like_name(std::string_view line) {
  const auto tokens = language::tokenize(line);
  return !tokens.empty() && tokens.size() <= kMostWordsInName &&
         std::none_of(tokens.begin(), tokens.end(), [](const auto& token) { return token.kind == language::TokenKind::number; });
}

// Words of a file name are written small; the paper has them with a capital.
void add_file_name(const std::string& file_name, std::vector<std::string>& names) {
  for (const auto& token : language::tokenize(file_name)) {
    std::string word = token.folded;
    if (token.kind != language::TokenKind::word || word.size() < kShortestName || word == "brief" || word == "letter") continue;
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    names.push_back(word);
  }
}

}  // namespace

Blinder::Blinder(const std::vector<documents::Document>& papers, const std::vector<std::string>& file_names) {
  for (const documents::Document& paper : papers) {
    for (std::size_t i = 0; i < std::min(kHeadBlocks, paper.blocks.size()); ++i) {
      const std::string_view block = paper.blocks[i].span.of(paper.text);
      const std::string_view line = block.substr(0, block.find('\n'));
      if ((i == 0 || paper.blocks[i].kind == documents::BlockKind::heading) && looks_like_name(line)) {
        add_names(line, names_);
        break;
      }
    }
    static const RE2 named(R"((?im)\b(?:naam|name)\s*:\s*([^\n|·]{2,60}))");
    re2::StringPiece rest(paper.text);
    std::string name;
    while (RE2::FindAndConsume(&rest, named, &name)) add_names(name, names_);
  }
  for (const std::string& file_name : file_names) {
    const std::size_t dot = file_name.find_last_of('.');
    std::string words = file_name.substr(0, dot);
    std::replace_if(words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    add_file_name(words, names_);
  }
  std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::string Blinder::blind(std::string_view text) const {
  std::string out{text};
  for (const char* pattern : kPatterns) RE2::GlobalReplace(&out, pattern, re2::StringPiece(kBar.data(), kBar.size()));
  for (const std::string& name : names_) {
    RE2::GlobalReplace(&out, "\\b" + RE2::QuoteMeta(name) + "\\b", re2::StringPiece(kBar.data(), kBar.size()));
  }
  return out;
}

}  // namespace collega::hiring
