#pragma once

// The organisation as the files that a payroll hands out, and as the tables of the batch interface.

#include <filesystem>
#include <functional>

#include "collega/base/json.h"
#include "csv.h"
#include "world.h"

namespace collega::organisation {

constexpr std::string_view kPeopleHeader =
    "Personeelsnummer;Roepnaam;Voorletters;Tussenvoegsel;Achternaam;Geboortedatum;Geslacht;E-mail;Telefoon;Straat;"
    "Huisnummer;Postcode;Woonplaats;BSN;IBAN;Dienstverband;Soort contract;Datum in dienst;Datum uit dienst;"
    "Uren per week;Functie;Schaal;Trede;Salaris;Afdelingscode;Afdeling;Bovenliggende afdeling;Leidinggevende;"
    "Ingangsdatum";

/// The columns of kPeopleHeader.
enum Column : std::size_t {
  kNumber,
  kGivenName,
  kInitials,
  kInfix,
  kSurname,
  kBirth,
  kSex,
  kEmail,
  kPhone,
  kStreet,
  kHouseNumber,
  kPostcode,
  kTown,
  kBsn,
  kIban,
  kEmployment,
  kKind,
  kBegin,
  kLast,
  kHours,
  kFunctionTitle,
  kScale,
  kStep,
  kWage,
  kUnitCode,
  kUnitName,
  kUnitAbove,
  kManager,
  kFrom,
  kColumns
};

/// Every person, by personnel number, every contract, every day of change.
void for_each_people_row(const World& world, const std::function<void(const Fields&)>& row);

/// medewerkers.csv, afdelingen.csv, leidinggevenden.csv, employees.csv, spells.csv. Error: file_unwritable.
[[nodiscard]] Result<Done> write_files(const World& world, const std::filesystem::path& folder);

/// What was planted and what can be counted, for tests.
[[nodiscard]] JsonObject truth_of(const World& world);

}  // namespace collega::organisation
