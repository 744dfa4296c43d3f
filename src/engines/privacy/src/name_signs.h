#pragma once

// The signs of a name: what a word is by itself, what stands before and after it, and how names go on.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sheet.h"

namespace collega::privacy {

/// What a word may be part of.
enum Label : std::uint8_t { kNone, kPerson, kPlace, kOrganisation, kLabels };

/// Signs added up, as log-odds against "no name".
struct Scores {
  std::array<double, kLabels> of{};
  std::string_view why = "name_context";  ///< the strongest sign of a person
  double strongest = 0;
  void person(double weight, std::string_view key) {
    of[kPerson] += weight;
    if (weight > strongest) strongest = weight, why = key;
  }
};

inline constexpr std::uint32_t kAnyPlace = kPlaceNear | kPlaceBig | kPlaceSmall | kCountry;
inline constexpr std::uint32_t kAnyWord = kWordNl | kWordEn;

class NameSigns {
 public:
  explicit NameSigns(const Sheet& sheet) : sheet_(sheet), words_(sheet.words()) {}

  /// What the word is by itself.
  void add_form(std::size_t at, Scores& scores) const;

  /// What the words around say of a name that begins at `at`.
  void add_before(std::size_t at, Scores& scores) const;

  /// What follows a name that ends at `at`.
  void add_after(std::size_t at, Scores& scores) const;

  /// How likely `label` goes on from the word before within one name.
  [[nodiscard]] double goes_on(std::size_t at, Label label) const;

  /// The first of the particles in lower case that lead to the capital at `at`: of "van der" and "in 't" at least two,
  /// or one after a form of address; `at` itself when they are none of a name.
  [[nodiscard]] std::size_t family_start(std::size_t at) const;

 private:
  /// Two words of the dictionary, of four letters or more each, that make this one: "Computerleraars".
  [[nodiscard]] bool is_compound(const Word& word) const;

  /// "Drukkerij De Gouden Letter", "Scheepswerf Hiltermann": a kind of firm with a capital, before another capital.
  [[nodiscard]] bool heads_organisation(std::size_t at) const;

  [[nodiscard]] bool shouted(std::size_t at) const;

  /// "(Ita)", "(NL)", "(Rus / 6)": two or three letters between parentheses.
  [[nodiscard]] bool is_code(std::size_t at) const;

  /// "II", "IVA": a Roman numeral, as parts of laws have.
  [[nodiscard]] bool is_numeral(const Word& word) const;

  [[nodiscard]] bool beside_digits(std::size_t at) const;

  /// A particle with a capital, before a word with one: "Van Hove". True when it was one.
  [[nodiscard]] bool add_particle(std::size_t at, Scores& scores) const;

  /// A word of the dictionary; one that is a first name too may be that.
  static void add_common(std::uint32_t bits, bool starts, bool loud, std::array<double, kLabels>& of);

  [[nodiscard]] bool follows(std::size_t at) const;

  /// "Hoekstra-van", before "der Ploeg".
  [[nodiscard]] bool ends_in_particle(const Word& word) const;

  /// Whether the words before `at` begin with a kind of firm: "Huisartsenpraktijk De | Linde".
  [[nodiscard]] bool headed(std::size_t at) const;

  /// "B.V." and "N.V.", either letter of it.
  [[nodiscard]] bool is_bv(std::size_t at) const;

  const Sheet& sheet_;
  const std::vector<Word>& words_;
};

}  // namespace collega::privacy
