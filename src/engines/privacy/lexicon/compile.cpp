// collega_lexicon WORDS CUES LABELS SPECIAL OUT: the lists of words.mjs, the country names of ICU and the tables of
// data/ as the table that lexicon_format.h tells of. Runs while the program is built.

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <bit>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "collega/base/utf8.h"
#include "lexicon_format.h"

using namespace collega;
using namespace collega::privacy;

namespace {

const std::map<std::string, std::uint32_t, std::less<>> kBits{
    {"word-nl", kWordNl},
    {"word-en", kWordEn},
    {"proper-nl", kProperNl},
    {"proper-en", kProperEn},
    {"first", kFirst},
    {"first-near", kFirst | kFirstNear},
    {"last", kLast},
    {"last-near", kLast | kLastNear},
    {"place-near", kPlaceNear},
    {"place-big", kPlaceBig},
    {"place-small", kPlaceSmall},
    {"title", kTitle},
    {"role", kRole},
    {"greeting", kGreeting},
    {"saying", kSaying},
    {"kin", kKin},
    {"place_before", kPlaceBefore},
    {"person_before", kPersonBefore},
    {"article", kArticle},
    {"particle", kParticle},
    {"org_head", kOrgHead},
    {"org_tail", kOrgTail},
    {"month", kMonth},
    {"weekday", kWeekday},
    {"function", kFunction},
    {"acronym", kAcronym},
    {"people", kPeople},
};

class Words {
 public:
  void add(std::string_view text, std::uint32_t bits) {
    const std::string folded = fold(text);
    if (folded.empty()) return;
    const std::size_t space = folded.find(' ');
    const bool place = (bits & (kPlaceNear | kPlaceBig | kPlaceSmall | kCountry)) != 0;
    if (space != std::string::npos) {
      // Names of several words are known by their words; only places are looked up whole.
      if (!place) return add_each(folded, bits);
      bits_[folded.substr(0, space)] |= kPlaceHead;
    }
    bits_[folded] |= bits;
  }

  /// A first name from anywhere that the Dutch dictionary has with a capital is one that is common here.
  void settle() {
    for (auto& [word, bits] : bits_)
      if ((bits & kFirst) != 0 && (bits & kProperNl) != 0 &&
          (bits & (kWordNl | kCountry | kPlaceBig | kPlaceNear | kPeople | kMonth)) == 0)
        bits |= kFirstNear;
  }

  [[nodiscard]] std::string table() const {
    struct Slot {
      std::uint32_t print = 0, bits = 0;
    };
    const std::uint64_t slots = std::bit_ceil(bits_.size() + bits_.size() / 2);
    std::vector<Slot> table(slots);
    for (const auto& [word, bits] : bits_) {
      const std::uint64_t hash = hash_of(word);
      std::uint64_t at = hash & (slots - 1);
      while (table[at].bits != 0) at = (at + 1) & (slots - 1);
      table[at] = {static_cast<std::uint32_t>(hash >> 32), bits};
    }
    std::string out(kLexiconMark);
    out.append(reinterpret_cast<const char*>(&slots), sizeof slots);
    out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Slot));
    return out;
  }

 private:
  void add_each(const std::string& folded, std::uint32_t bits) {
    std::istringstream words(folded);
    for (std::string word; words >> word;)
      if (word.size() > 2) bits_[word] |= bits;
  }

  std::unordered_map<std::string, std::uint32_t> bits_;
};

[[noreturn]] void fail(const std::string& what) {
  std::cerr << "collega_lexicon: " << what << '\n';
  std::exit(1);
}

/// Calls `each` with the fields of every line that is no comment.
template <class Each>
void rows(const std::string& path, Each each) {
  std::ifstream file(path);
  if (!file) fail("cannot read " + path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    each(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::uint32_t bit_named(const std::string& name) {
  const auto found = kBits.find(name);
  if (found == kBits.end()) fail("no class is called " + name);
  return found->second;
}

/// Calls `each` with a name in Dutch and in English.
template <class Name, class Each>
void in_both(Name name, Each each) {
  for (const char* language : {"nl", "en"}) {
    icu::UnicodeString text;
    name(icu::Locale(language), text);
    std::string bytes;
    each(text.toUTF8String(bytes));
  }
}

/// Countries and the parts of the world they lie in.
void add_countries(Words& words) {
  const auto add = [&](const std::string& code) {
    in_both([&](const icu::Locale& in,
                icu::UnicodeString& out) { icu::Locale(("und_" + code).c_str()).getDisplayCountry(in, out); },
            [&](const std::string& name) { words.add(name, kCountry); });
  };
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) add(*code);
  // UN M49: the world's parts.
  for (const char* part : {"002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "021", "029",
                           "030", "034", "035", "039", "053", "142", "143", "145", "150", "151", "154", "155", "419"})
    add(part);
}

void add_languages(Words& words) {
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
    in_both([&](const icu::Locale& in, icu::UnicodeString& out) { icu::Locale(*code).getDisplayLanguage(in, out); },
            [&](const std::string& name) {
              if (name.size() > 3 && name.find(' ') == std::string::npos) words.add(name, kPeople);
            });
}

/// The cities that time zones are named after, as Dutch and English call them: "Londen", "Brussel".
void add_capitals(Words& words) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> zones(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) fail("ICU has no time zones");
  while (const icu::UnicodeString* zone = zones->snext(status))
    in_both(
        [&](const icu::Locale& in, icu::UnicodeString& out) {
          UErrorCode failed = U_ZERO_ERROR;
          const std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(in, failed));
          names->getExemplarLocationName(*zone, out);
        },
        [&](const std::string& name) { words.add(name, kPlaceBig); });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) fail("WORDS CUES LABELS SPECIAL OUT");
  Words words;
  rows(arguments[1], [&](const std::string& kind, const std::string& text) { words.add(text, bit_named(kind)); });
  rows(arguments[2], [&](const std::string& kind, const std::string& list) {
    std::istringstream each(list);
    for (std::string word; each >> word;) {
      std::ranges::replace(word, '_', ' ');
      words.add(word, bit_named(kind));
    }
  });
  // A label or phrase may have several words; its first one tells the scanner to look.
  for (const int table : {3, 4})
    rows(arguments[table], [&](const std::string&, const std::string& list) {
      std::istringstream each(list);
      for (std::string phrase; std::getline(each, phrase, '|');)
        words.add(phrase.substr(0, phrase.find_first_of(" *")), table == 3 ? kLabel : kSpecialHead);
    });
  add_countries(words);
  add_languages(words);
  add_capitals(words);
  words.settle();
  std::ofstream out(arguments[5], std::ios::binary);
  out << words.table();
  if (!out.flush()) fail(std::string("cannot write ") + arguments[5]);
}
