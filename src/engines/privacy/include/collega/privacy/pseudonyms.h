#pragma once

// Placeholders in the place of personal data, and back. A placeholder is a word and letters ("Persoon-A", "Adres-B")
// that a language model reads as a name and that keeps the sentence whole.

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/base/result.h"
#include "collega/base/span.h"
#include "collega/privacy/find.h"
#include "collega/privacy/kinds.h"

namespace collega::privacy {

/// What stands for what, through a conversation. One person has one placeholder, however the name is spelled, and two
/// people have two; a placeholder, once given, stays. No placeholder is a word that a text already held.
class Vault {
 public:
  /// `language` of the words that placeholders are made of.
  explicit Vault(Language language = Language::nl);

  /// A spelling and its placeholder. The first entry of a placeholder is what an answer gets back: the fullest name.
  struct Entry {
    std::string placeholder;
    std::string original;
    Kind kind = Kind::PERSON;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] Language language() const { return language_; }

  /// Gives out no placeholder that this text holds as a word. For the texts of a conversation, before the first is
  /// pseudonymised; a text that is pseudonymised is kept clear of without it.
  void keep_clear_of(std::string_view text);

  /// A vault as kept: entries in their order. Fails with `unknown_value` on an empty or doubled member.
  [[nodiscard]] static Result<Vault> of(std::vector<Entry> entries, Language language = Language::nl);

 private:
  friend class Pseudonymiser;
  Language language_;
  std::vector<Entry> entries_;
  std::vector<std::string> taken_;  // placeholders that a text held by itself, folded
};

/// A text as it may leave, and what was done to it.
struct Pseudonymised {
  std::string text;
  struct Place {
    Span span;             ///< of what stands there now, in bytes of `text`
    std::string original;  ///< what stood there
    Kind kind = Kind::PERSON;
  };
  std::vector<Place> places;
  std::array<std::size_t, kKinds> replaced{};  ///< how often each kind was replaced or generalised
};

/// Replaces findings as the policy says and adds what is new to the vault. Refused when the policy refuses a kind that
/// is in the text: the error (`shield_refuses`) names kinds and never the text. `today` turns a birth date into an age
/// band.
[[nodiscard]] Result<Pseudonymised> pseudonymise(std::string_view text, const std::vector<Finding>& findings,
                                                 const Policy& policy, Vault& vault, Date today);

/// The text that was: each place gets back what stood there.
[[nodiscard]] std::string restore(const Pseudonymised& text);

/// Puts names back in what a model made of it. Placeholders are recognised in other case ("PERSOON-A"), with another
/// hyphen or none ("Persoon A"), with an ending ("Persoon-A's"), with the prefix translated ("Person-A"), and without
/// letter ("Persoon") where only one was handed out.
[[nodiscard]] std::string restore(std::string_view answer, const Vault& vault);

/// The same for an answer that comes in pieces: what can no longer become a placeholder is handed on at once, at most a
/// few words are held back. Memory does not grow with the answer.
class StreamRestorer {
 public:
  explicit StreamRestorer(const Vault& vault);
  ~StreamRestorer();
  StreamRestorer(StreamRestorer&&) noexcept;
  StreamRestorer& operator=(StreamRestorer&&) noexcept;

  /// What may be shown after this piece; pieces may split anywhere between code points.
  [[nodiscard]] std::string take(std::string_view piece);
  /// What was held back, at the end.
  [[nodiscard]] std::string finish();

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace collega::privacy
