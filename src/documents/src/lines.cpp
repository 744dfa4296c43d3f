#include "lines.h"

#include <algorithm>
#include <string>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

// Programs wrap at 65 to 80 columns; a line that was wrapped is not much shorter than that.
constexpr std::size_t kWrappedColumns = 55;

// A sentence may end in a line this long by chance, and the next one go on below it.
constexpr std::size_t kFullColumns = 68;

// "Publications and teaching" between two entries.
constexpr std::size_t kShortTitle = 30;

// A page of text is some three thousand letters; a paragraph of this length is lines without end, cut for the limits'
// sake.
constexpr std::size_t kLongestParagraph = 64u << 10;

// "---" under a line makes it a heading, alone it is decoration.
constexpr std::size_t kShortestRule = 3;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool is_rule(std::string_view line) {
  return line.size() >= kShortestRule && std::string_view{"=-_*~#"}.find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

// "1. ", "12) ", "a) "
bool is_numbered(std::string_view line) {
  const std::size_t mark = line.find_first_of(".)");
  if (mark == std::string_view::npos || mark == 0 || mark > 2 || line.size() < mark + 3 || line[mark + 1] != ' ')
    return false;
  const std::string_view number = line.substr(0, mark);
  if (number.find_first_not_of("0123456789") == std::string_view::npos) return true;
  return line[mark] == ')' && mark == 1 && number.front() >= 'a' && number.front() <= 'z';
}

// "Opleiding:" with nothing behind it
bool is_label(std::string_view line) { return line.ends_with(':') && could_be_heading(line); }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "2015 - 2018 ...", "08/2021 ...": an entry of its own, not the rest of a sentence. "2011 AB Haarlem" is an address.
bool starts_with_date(std::string_view line) {
  const std::size_t end = line.find_first_not_of("0123456789/");
  if (end == std::string_view::npos || end < 4 || (line[end] != ' ' && line[end] != '-')) return false;
  const bool postcode = end == 4 && line.size() > end + 2 && is_capital(line[end + 1]) && is_capital(line[end + 2]) &&
                        (line.size() == end + 3 || line[end + 3] == ' ');
  if (postcode) return false;
  return line.starts_with("19") || line.starts_with("20") || line.substr(0, end).find('/') != std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with(':') || line.ends_with(';') || line.ends_with('!') ||
         line.ends_with('?');
}

bool starts_small(std::string_view line) { return line.front() >= 'a' && line.front() <= 'z'; }

class LineReader {
 public:
  explicit LineReader(Flow& flow) : flow_(flow) {}

  void read(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      read_line(text.substr(begin, end - begin));
      begin = end + 1;
    }
    flush();
  }

 private:
  void read_line(std::string_view raw) {
    std::string_view line = trimmed(raw);
    if (line.empty()) {
      flush();
      after_blank_ = true;
      return;
    }
    if (is_rule(line)) {
      underline(line.front());
      return;
    }
    const bool indented = raw.starts_with(' ') || raw.starts_with('\t');
    const bool first = after_blank_;
    after_blank_ = false;
    if (take_bullet(line) || is_numbered(line)) {
      begin_block(BlockKind::list_item, 1, line);
    } else if (is_label(line) || is_section_name(line) || (first && is_all_capitals(line) && could_be_heading(line))) {
      begin_block(BlockKind::heading, 2, line);
      flush();
      after_blank_ = true;
    } else if (starts_with_date(line) ||
               (kind_ == BlockKind::list_item && !indented && last_columns_ < kWrappedColumns)) {
      begin_block(BlockKind::paragraph, 0, line);
    } else {
      continue_block(line);
    }
  }

  // An entry that begins with its dates is one line, and a short line with a capital is the next title, not the rest of
  // a sentence.
  [[nodiscard]] bool last_was_title(std::string_view line) const {
    const bool dated = starts_with_date(text_) && text_.size() == last_columns_;
    return dated || (line.size() <= kShortTitle && could_be_heading(line) && !text_.ends_with(','));
  }

  // A rule makes the one line above it a heading.
  void underline(char mark) {
    if (kind_ == BlockKind::paragraph && !text_.empty() && could_be_heading(text_)) {
      kind_ = BlockKind::heading;
      level_ = mark == '=' ? 1 : 2;
    }
    flush();
    after_blank_ = true;
  }

  void begin_block(BlockKind kind, int level, std::string_view line) {
    flush();
    kind_ = kind;
    level_ = level;
    text_ = std::string{line};
    last_columns_ = line.size();
  }

  void continue_block(std::string_view line) {
    if (text_.size() > kLongestParagraph) flush();
    const bool full = last_columns_ >= kWrappedColumns && (starts_small(line) || !last_was_title(line));
    const bool runs_on = full && (!ends_sentence(text_) || last_columns_ >= kFullColumns || starts_small(line));
    const bool wrapped = runs_on || kind_ == BlockKind::list_item;
    // A compound that was wrapped at its own hyphen is written without a space.
    const bool at_hyphen = text_.size() > 1 && text_.back() == '-' && text_[text_.size() - 2] != ' ';
    if (!text_.empty() && !(wrapped && at_hyphen)) text_ += wrapped ? ' ' : '\n';
    text_ += line;
    last_columns_ = line.size();
  }

  void flush() {
    if (!text_.empty()) flow_.push_back({kind_, level_, std::move(text_)});
    text_.clear();
    kind_ = BlockKind::paragraph;
    level_ = 0;
    last_columns_ = 0;
  }

  Flow& flow_;
  BlockKind kind_ = BlockKind::paragraph;
  int level_ = 0;
  std::string text_;
  std::size_t last_columns_ = 0;
  bool after_blank_ = true;
};

}  // namespace

bool is_section_name(std::string_view line) {
  static constexpr std::string_view kNames[] = {
      // English
      "about", "about me", "achievements", "additional information", "additional skills", "awards", "career",
      "certificates", "certifications", "certification", "contact", "contacts", "courses", "core competencies",
      "education", "education and courses", "education and training", "employment", "employment history",
      "executive summary", "experience", "experience summary", "foreign languages", "hobbies", "interests",
      "job description", "key skills", "language", "language skills", "languages", "personal details",
      "personal information", "personal profile", "professional experience", "professional skills",
      "professional summary", "profile", "projects", "publications", "references", "relevant experience",
      "requirements", "responsibilities", "skills", "skills & expertise", "skills and expertise", "skills summary",
      "soft skills", "summary", "technical skills", "technologies", "training", "volunteering", "work experience",
      "work history", "military service",
      // Dutch
      "aanvullende informatie", "arbeidsvoorwaarden", "behaalde certificaten", "bijzonderheden", "certificaten",
      "computervaardigheden", "competenties", "contactgegevens", "cursussen", "cursussen en trainingen",
      "functie-eisen", "functieomschrijving", "hobby's", "interesses", "kennis en ervaring", "nevenactiviteiten",
      "nevenfuncties", "opleiding", "opleiding en cursussen", "opleidingen", "opleidingen en cursussen", "over mij",
      "personalia", "persoonlijk profiel", "persoonlijke gegevens", "profiel", "profielschets", "projecten",
      "publicaties", "referenties", "samenvatting", "stages", "stage", "taken", "talen", "talenkennis", "trainingen",
      "vaardigheden", "vrijwilligerswerk", "werkervaring", "wij bieden", "wij vragen", "wat wij bieden",
      "wat wij vragen", "wat ga je doen"};
  std::string_view name = trimmed(line);
  if (name.ends_with(':')) name = trimmed(name.substr(0, name.size() - 1));
  constexpr std::size_t kLongestName = 40;
  if (name.empty() || name.size() > kLongestName || !is_valid_utf8(name)) return false;
  return std::find(std::begin(kNames), std::end(kNames), fold(name)) != std::end(kNames);
}

void append_lines(Flow& flow, std::string_view text) { LineReader{flow}.read(text); }

}  // namespace collega::documents
