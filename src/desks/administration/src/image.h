#pragma once

// How a person or a unit is, whole: what an import's journal keeps of before, and compares with after.

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "records.h"

namespace collega::administration {

struct RoleImage {
  people::PersonId person;
  Date begin;
  std::optional<Date> end;
  bool operator==(const RoleImage&) const = default;
};

struct TermsImage {
  Date begin;
  people::Terms terms;
  bool operator==(const TermsImage&) const = default;
};

struct ContractImage {
  people::ContractEntry entry;
  std::vector<TermsImage> terms;
  bool operator==(const ContractImage&) const = default;
};

/// A person with their contracts, and the managers named for them. Without a personnel number there is no such person.
struct PersonImage {
  people::PersonEntry entry;  ///< BSN and IBAN absent when there are none
  std::vector<ContractImage> contracts;
  std::vector<RoleImage> managers;

  bool operator==(const PersonImage&) const = default;
  [[nodiscard]] bool exists() const { return !entry.personnel_number.empty(); }
};

/// A unit through time with its managers. Without history there is no such unit.
struct UnitImage {
  std::string code;
  std::vector<people::UnitFrom> history;
  std::vector<RoleImage> managers;

  bool operator==(const UnitImage&) const = default;
  [[nodiscard]] bool exists() const { return !history.empty(); }
};

BOOST_DESCRIBE_STRUCT(RoleImage, (), (person, begin, end))
BOOST_DESCRIBE_STRUCT(TermsImage, (), (begin, terms))
BOOST_DESCRIBE_STRUCT(ContractImage, (), (entry, terms))
BOOST_DESCRIBE_STRUCT(PersonImage, (), (entry, contracts, managers))
BOOST_DESCRIBE_STRUCT(UnitImage, (), (code, history, managers))

/// One that does not exist when there is none.
[[nodiscard]] Result<PersonImage> image_of(store::ReadTransaction& read, people::PersonId person);
[[nodiscard]] Result<UnitImage> image_of(store::ReadTransaction& read, people::UnitId unit, const std::string& code);

/// Makes what is in the records as the image has it; one that does not exist is removed. Errors: those of
/// kernel/people.
Result<Done> restore(store::WriteTransaction& write, people::PersonId person, const PersonImage& image);
Result<Done> restore(store::WriteTransaction& write, people::UnitId unit, const UnitImage& image);
/// Puts a unit that is not as the image has it under no other on any day, as a first step of restoring several.
Result<Done> loosen(store::WriteTransaction& write, people::UnitId unit, const std::string& code,
                    const UnitImage& image);

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::RoleImage> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"wie de rol heeft", "who has the role"}, .personal = Personal::ordinary},
      {.name = "begin", .meaning = {"eerste dag", "first day"}},
      {.name = "end", .meaning = {"eerste dag die niet meer telt", "first day that no longer counts"}},
  };
};

template <>
struct FieldTable<administration::TermsImage> {
  static constexpr Field rows[] = {
      {.name = "begin", .meaning = {"eerste dag", "first day"}},
      {.name = "terms", .meaning = {"wat er is afgesproken", "what was agreed"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ContractImage> {
  static constexpr Field rows[] = {
      {.name = "entry", .meaning = {"dienstverband", "employment"}, .personal = Personal::ordinary},
      {.name = "terms", .meaning = {"afspraken door de tijd", "terms through time"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::PersonImage> {
  static constexpr Field rows[] = {
      {.name = "entry", .meaning = {"persoonsgegevens", "personal details"}, .personal = Personal::special},
      {.name = "contracts", .meaning = {"dienstverbanden", "employments"}, .personal = Personal::ordinary},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::UnitImage> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"code van de afdeling", "code of the unit"}},
      {.name = "history", .meaning = {"de afdeling door de tijd", "the unit through time"}},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}, .personal = Personal::ordinary},
  };
};

}  // namespace collega
