#pragma once

#include "collega/administration/export.h"

namespace collega::administration {

struct ExportFileRequest {
  ExportWhat what = ExportWhat::people;
  std::string file;
  std::optional<Date> as_of;
  bool with_bsn = false;
  bool with_iban = false;
};
BOOST_DESCRIBE_STRUCT(ExportFileRequest, (), (what, file, as_of, with_bsn, with_iban))

struct ExportFileAnswer {
  std::string file;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(ExportFileAnswer, (), (file, rows))

struct LeaveRequest {
  std::string folder;
  bool with_bsn = false;
  bool with_iban = false;
};
BOOST_DESCRIBE_STRUCT(LeaveRequest, (), (folder, with_bsn, with_iban))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ExportFileRequest> {
  static constexpr Field rows[] = {
      {.name = "what", .meaning = {"people, contracts of units", "people, contracts or units"}},
      {.name = "file", .meaning = {"bestand, .csv of .xlsx", "file, .csv or .xlsx"}, .paper = Paper::made},
      {.name = "as_of", .meaning = {"peildatum; weggelaten: vandaag", "as of; left out: today"}},
      {.name = "with_bsn", .meaning = {"met BSN", "with the citizen service number"}, .has_default = true},
      {.name = "with_iban", .meaning = {"met rekeningnummer", "with the bank account"}, .has_default = true},
  };
};

template <>
struct FieldTable<administration::ExportFileAnswer> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"bestand", "file"}},
      {.name = "rows", .meaning = {"regels", "rows"}},
  };
};

template <>
struct FieldTable<administration::LeaveRequest> {
  static constexpr Field rows[] = {
      {.name = "folder", .meaning = {"nieuwe map", "new folder"}, .paper = Paper::folder},
      {.name = "with_bsn", .meaning = {"met BSN", "with the citizen service number"}, .has_default = true},
      {.name = "with_iban", .meaning = {"met rekeningnummer", "with the bank account"}, .has_default = true},
  };
};

}  // namespace collega
