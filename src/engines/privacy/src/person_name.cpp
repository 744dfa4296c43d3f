#include "person_name.h"

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"

namespace collega::privacy {
namespace {

constexpr std::array<std::string_view, 40> kParticles{
    "van", "der", "de",  "den", "des", "het",   "ten",  "ter",   "te",   "'t", "t",   "op",  "in", "la",
    "le",  "du",  "di",  "da",  "dos", "das",   "del",  "della", "von",  "zu", "bin", "ibn", "el", "al",
    "ben", "ait", "abu", "aan", "bij", "onder", "over", "uit",   "voor", "d",  "o",   "s"};
constexpr std::array<std::string_view, 24> kTitles{
    "mevrouw", "mevr", "mw", "mej", "dhr", "heer", "meneer", "mijnheer", "de",      "drs", "ir",  "ing",
    "dr",      "prof", "mr", "mrs", "ms",  "miss", "sir",    "juf",      "meester", "msc", "bsc", "ma"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Words between spaces, full stops and commas; an apostrophe within a word stays.
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char byte : folded) {
    if (byte == ' ' || byte == '.' || byte == ',' || byte == '\n' || byte == '\t' || byte == '\r')
      close();
    else
      word += byte;
  }
  close();
  return words;
}

void add_last(PersonName& name, const std::string& word) {
  std::size_t begin = 0;
  while (begin <= word.size()) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    if (end > begin + 1) name.last.push_back(word.substr(begin, end - begin));
    begin = end + 1;
  }
}

void add_first(PersonName& name, const std::string& word) {
  name.initials += word[0];
  if (word.size() > 1) name.first.push_back(word);
}

}  // namespace

PersonName person_name(std::string_view text) {
  PersonName name;
  const std::string folded = fold(text);
  const std::size_t comma = folded.find(',');
  auto before = words_of(std::string_view(folded).substr(0, comma));
  const auto after =
      comma == std::string::npos ? std::vector<std::string>{} : words_of(std::string_view(folded).substr(comma + 1));
  while (before.size() > 1 && is_one_of(kTitles, before.front())) before.erase(before.begin());
  if (!after.empty()) {
    // "de Wit, Anna": the family name goes before the comma.
    for (const std::string& word : before)
      if (is_one_of(kParticles, word))
        name.particles.push_back(word);
      else
        add_last(name, word);
    for (const std::string& word : after)
      if (is_one_of(kParticles, word))
        name.particles.push_back(word);
      else
        add_first(name, word);
    return name;
  }
  std::erase_if(before, [](const std::string& word) { return word.empty(); });
  if (before.empty()) return name;
  // Where the family name begins: at the first particle that is not the first word, else at the last word.
  std::size_t last = before.size() - 1;
  for (std::size_t i = before.size() - 1; i > 0; --i)
    if (is_one_of(kParticles, before[i])) last = i;
  if (is_one_of(kParticles, before[0]) && before.size() > 1) last = 0;
  for (std::size_t i = 0; i < last; ++i) add_first(name, before[i]);
  for (std::size_t i = last; i < before.size(); ++i)
    if (is_one_of(kParticles, before[i]))
      name.particles.push_back(before[i]);
    else
      add_last(name, before[i]);
  if (before.size() == 1 && !name.last.empty()) {
    name.single = true;
    add_first(name, before[0]);
  }
  return name;
}

}  // namespace collega::privacy
