// Names back in the place of placeholders.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "collega/base/utf8.h"
#include "collega/privacy/pseudonyms.h"
#include "letters.h"
#include "placeholders.h"

namespace collega::privacy {
namespace {

/// Words before "Persoon" that make it the common noun.
bool is_determiner(std::string_view word) {
  for (const std::string_view known :
       {"de",  "een", "deze", "die",  "elke", "iedere", "geen", "per", "welke", "andere",  "zo'n",
        "the", "a",   "this", "that", "each", "every",  "no",   "any", "one",   "another", "which"})
    if (word == known) return true;
  return false;
}

/// What each placeholder stands for, ready to be looked up.
class Originals {
 public:
  explicit Originals(const Vault& vault) {
    for (const Vault::Entry& entry : vault.entries()) {
      const std::size_t hyphen = entry.placeholder.rfind('-');
      const auto [place, added] =
          by_letters_.try_emplace({entry.kind, entry.placeholder.substr(hyphen + 1)}, entry.original);
      if (added && entry.kind == Kind::PERSON) ++people_, only_ = &place->second;
    }
  }

  [[nodiscard]] const std::string* of(Kind kind, const std::string& letters) const {
    const auto found = by_letters_.find({kind, letters});
    return found == by_letters_.end() ? nullptr : &found->second;
  }
  /// The one person there is, when there is just one.
  [[nodiscard]] const std::string* only_person() const { return people_ == 1 ? only_ : nullptr; }
  [[nodiscard]] bool empty() const { return by_letters_.empty(); }

 private:
  std::map<std::pair<Kind, std::string>, std::string> by_letters_;
  std::size_t people_ = 0;
  const std::string* only_ = nullptr;
};

}  // namespace

/// Copies text and puts originals in; remembers where in a word it is and which word came before.
struct StreamRestorer::Inside {
  explicit Inside(const Vault& vault) : originals(vault) {}

  Originals originals;
  std::string held;
  bool in_word = false;
  std::string word;   // the one being copied, or the last one copied; short ones only
  bool plain = true;  // only spaces since `word`

  std::string run(std::string_view piece, bool whole) {
    if (originals.empty()) return std::string(piece);
    held += piece;
    std::string out;
    out.reserve(held.size() + 32);
    std::size_t at = 0;
    while (at < held.size()) {
      const Letter letter = letter_at(held, at);
      if (!letter.word || in_word) {
        copy(letter, at, out);
        continue;
      }
      const Reading reading = read_placeholder(held, at, whole);
      if (reading.is == Reading::Is::unfinished) break;
      if (const auto [original, size] = meant(reading, at); original != nullptr) {
        out += *original;
        at += size;
        in_word = false;
        word.clear();
        plain = true;
        continue;
      }
      word.clear();
      copy(letter, at, out);
    }
    held.erase(0, at);
    return out;
  }

 private:
  void copy(const Letter& letter, std::size_t& at, std::string& out) {
    out.append(held, at, letter.size);
    at += letter.size;
    if (letter.word) {
      if (!in_word) word.clear();
      if (word.size() < 16 && letter.value < 0x80) word += lower_of(static_cast<char>(letter.value));
      plain = true;
    } else if (letter.value != ' ') {
      plain = false;
    }
    in_word = letter.word;
  }

  /// What a reading stands for and how many bytes of it; null when nothing.
  [[nodiscard]] std::pair<const std::string*, std::size_t> meant(const Reading& reading, std::size_t at) const {
    if (reading.is == Reading::Is::placeholder) {
      if (const std::string* original = originals.of(reading.kind, reading.letters)) return {original, reading.size};
      if (!reading.shorter.empty())
        if (const std::string* original = originals.of(reading.kind, reading.shorter))
          return {original, reading.size - 1};
      return {nullptr, 0};
    }
    if (reading.is != Reading::Is::bare || reading.kind != Kind::PERSON) return {nullptr, 0};
    const std::size_t end = at + reading.size;
    const bool label = end < held.size() && held[end] == ':';
    if (label || (plain && is_determiner(word))) return {nullptr, 0};
    return {originals.only_person(), reading.size};
  }
};

StreamRestorer::StreamRestorer(const Vault& vault) : inside_(std::make_unique<Inside>(vault)) {}
StreamRestorer::~StreamRestorer() = default;
StreamRestorer::StreamRestorer(StreamRestorer&&) noexcept = default;
StreamRestorer& StreamRestorer::operator=(StreamRestorer&&) noexcept = default;

std::string StreamRestorer::take(std::string_view piece) { return inside_->run(piece, false); }
std::string StreamRestorer::finish() { return inside_->run({}, true); }

std::string restore(std::string_view answer, const Vault& vault) {
  StreamRestorer::Inside inside(vault);
  return inside.run(answer, true);
}

std::string restore(const Pseudonymised& text) {
  std::string out;
  std::size_t at = 0;
  for (const Pseudonymised::Place& place : text.places) {
    out.append(text.text, at, place.span.begin - at);
    out += place.original;
    at = place.span.end;
  }
  return out.append(text.text, at);
}

}  // namespace collega::privacy
