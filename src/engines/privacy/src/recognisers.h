#pragma once

// The recognisers: each reads a sheet and adds what it finds to it. They stand on their own; find.cpp runs them in this
// order and decides where two overlap.

#include "collega/privacy/find.h"
#include "sheet.h"

namespace collega::privacy {

class SpecialPhrases;

void find_contacts(Sheet& sheet);          ///< e-mail, addresses of the web, IP
void find_accounts(Sheet& sheet);          ///< IBAN, VAT: codes of letters and digits with a checksum or a form
void find_numbers(Sheet& sheet);           ///< BSN, payment card, phone, KvK, personnel number, passport, licence plate
void find_columns(Sheet& sheet);           ///< cells of tables whose head names their fields
void find_births(Sheet& sheet);            ///< dates on which somebody was born
void find_addresses(Sheet& sheet);         ///< streets with numbers, postcodes with their places
void find_addresses_abroad(Sheet& sheet);  ///< blocks of an address with a unit or between two numbers
void find_known(Sheet& sheet, const KnownPeople::Index& people);  ///< the organisation's own people
void find_names(Sheet& sheet);                                    ///< people, places, organisations
void find_special(Sheet& sheet,
                  const SpecialPhrases& phrases);  ///< health, union, religion and the like, told of somebody

}  // namespace collega::privacy
