#pragma once

// An organisation for the tests of imports: files as a payroll system would write them, and what came of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "collega/administration/import.h"
#include "collega/administration/undo.h"
#include "collega/base/error.h"
#include "collega/documents/table.h"
#include "collega/library/documents.h"
#include "collega/people/people.h"
#include "collega/store_testing/store_test.h"

namespace collega::administration {

using namespace std::chrono_literals;

constexpr Date kToday{2026y / 11 / 22};
inline const Moment kNow{std::chrono::sys_days{2026y / 11 / 22} + 6h};

inline std::vector<store::Migration> steps() {
  std::vector<store::Migration> all = people::migrations();
  for (const auto& own : {library::migrations(), migrations()}) all.insert(all.end(), own.begin(), own.end());
  return all;
}

inline documents::Table table_of(std::string_view csv) { return documents::read_csv(csv).value(); }

/// A mapping by the fields' own names.
inline Mapping mapping_of(const documents::Table& table, std::string name = "test") {
  Mapping mapping{.name = std::move(name), .columns = {}};
  for (const std::string& header : table.header) {
    mapping.columns.push_back({.header = header, .field = described::enum_named<ImportField>(header).value()});
  }
  return mapping;
}

inline ImportRequest request_of(const documents::Table& table) {
  ImportRequest request;
  request.mapping = mapping_of(table);
  request.file_name = "payroll.csv";
  return request;
}

inline ImportRequest skipping_request_of(const documents::Table& table) {
  ImportRequest request = request_of(table);
  request.on_bad_rows = OnBadRows::skip_bad_rows;
  return request;
}

constexpr std::string_view kUnits =
    "unit_code;unit_name;parent_unit_code\n"
    "WZ;Woonzorg;DIR\n"
    "DIR;Directie;\n"
    "WZ-1;Woonzorg De Linde;WZ\n";

constexpr std::string_view kPeople =
    "personnel_number;given_name;infix;surname;birth_date;sex;email;postcode;bsn;iban;contract_kind;contract_begin;"
    "contract_end;hours_per_week;full_time_hours;function;scale;wage;unit_code;manager_personnel_number\n"
    "1001;Anna;de;Wit;14-03-1985;V;anna.dewit@lindehof.example;1234 "
    "AB;111222333;NL91ABNA0417164300;vast;01-02-2015;;32;36;"
    "Verpleegkundige;FWG 45;3250,00;WZ-1;1003\n"
    "1002;Bram;;Jansen;02-11-1990;M;bram.jansen@lindehof.example;3511 lk;123456782;;bepaalde "
    "tijd;01-09-2024;31-08-2027;24;36;"
    "Verzorgende IG;FWG 35;2.780,50;WZ-1;1003\n"
    "1003;Çağla;;Öztürk;30-06-1978;V;cagla.ozturk@lindehof.example;9712 HN;;;onbepaalde "
    "tijd;15-05-2010;;36;36;Teamleider;"
    "FWG 55;4105,75;WZ;\n";

class ImportTest : public store_testing::StoreTest {
 protected:
  store::Store& opened() { return open(steps()); }

  static ImportReport dry_run(store::Store& store, std::string_view csv) {
    const documents::Table table = table_of(csv);
    return dry_run(store, table, request_of(table));
  }
  static ImportReport dry_run(store::Store& store, const documents::Table& table, const ImportRequest& request) {
    store::ReadTransaction read = store.read().value();
    return dry_run_import(read, table, request, kToday).value();
  }

  static ImportReport import(store::Store& store, std::string_view csv) {
    const documents::Table table = table_of(csv);
    return import(store, table, request_of(table));
  }
  static ImportReport import(store::Store& store, const documents::Table& table, const ImportRequest& request) {
    store::WriteTransaction write = store.write().value();
    const Result<ImportReport> report = run_import(write, table, request, "anna", kNow, kToday);
    EXPECT_TRUE(report) << describe(report.error(), Language::en);
    EXPECT_TRUE(write.commit());
    return report.value();
  }

  static UndoReport undo(store::Store& store, ImportRunId run, const std::vector<people::Holding>& holdings = {}) {
    store::WriteTransaction write = store.write().value();
    const Result<UndoReport> report = undo_import(write, run, "anna", kNow, holdings);
    EXPECT_TRUE(report) << describe(report.error(), Language::en);
    EXPECT_TRUE(write.commit());
    return report.value();
  }

  /// The units and people of above.
  store::Store& filled() {
    store::Store& store = opened();
    EXPECT_TRUE(import(store, kUnits).imported);
    EXPECT_TRUE(import(store, kPeople).imported);
    return store;
  }

  static people::PersonAsOf person(store::Store& store, const std::string& number, Date day = kToday) {
    store::ReadTransaction read = store.read().value();
    const auto id = people::person_numbered(read, number).value();
    if (!id) {
      ADD_FAILURE() << "nobody has number " << number;
      return {};
    }
    return people::person_as_of(read, *id, day).value();
  }

  static std::int64_t people_in(store::Store& store) {
    store::ReadTransaction read = store.read().value();
    return static_cast<std::int64_t>(
        people::list_people(read, {.as_of = kToday, .whom = people::Whom::ever, .limit = 500}).value().rows.size());
  }
};

/// What was found, as "line code column".
inline std::vector<std::string> brief(const std::vector<RowFinding>& findings) {
  std::vector<std::string> all;
  for (const RowFinding& one : findings) {
    all.push_back(std::to_string(one.line) + " " + std::string{name_of(one.problem)} +
                  (one.column.empty() ? "" : " " + one.column));
  }
  return all;
}

}  // namespace collega::administration
