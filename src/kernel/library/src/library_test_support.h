#pragma once

// A care organisation with a library: units, people in them, and askers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "collega/base/error.h"
#include "collega/library/readers.h"
#include "collega/people/people.h"
#include "collega/people/roles.h"
#include "collega/store_testing/store_test.h"

namespace collega::library {

using namespace std::chrono_literals;

/// A Monday morning, and the day it is.
constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;
constexpr Date kToday{2026y / 11 / 23};
constexpr Date kStart{2020y / 1 / 1};

/// De Linde: Zorg with Nachtzorg under it, and Techniek.
struct Organisation {
  people::UnitId linde, zorg, nacht, techniek;
  people::PersonId anna;   ///< nurse in Nachtzorg
  people::PersonId bram;   ///< manager of Zorg, employed at the top
  people::PersonId carla;  ///< in Zorg
  people::PersonId daan;   ///< in Techniek
};

inline documents::Document text_of_pages(const std::vector<std::string>& pages) {
  documents::Document document{documents::Format::pdf, "", "", {}, {}, {}};
  for (const std::string& page : pages) {
    const std::size_t begin = document.text.size();
    document.text += page + '\n';
    document.blocks.push_back({documents::BlockKind::paragraph, 0, {begin, begin + page.size()}});
    document.pages.push_back({static_cast<int>(document.pages.size()) + 1, {begin, document.text.size()}});
  }
  return document;
}

class LibraryTest : public store_testing::StoreTest {
 protected:
  store::Store& store() {
    if (!store_) store_ = &open(steps());
    return *store_;
  }
  static std::vector<store::Migration> steps() {
    std::vector<store::Migration> all = people::migrations();
    for (const auto& own : {identity::migrations(), migrations()}) all.insert(all.end(), own.begin(), own.end());
    return all;
  }

  /// What `act` answers, written when it is no error.
  template <class Act>
  auto written(const Act& act) {
    store::WriteTransaction write = store().write().value();
    auto answer = act(write);
    if (answer.ok()) {
      EXPECT_TRUE(write.commit());
    }
    return answer;
  }
  template <class Act>
  auto read(const Act& act) {
    store::ReadTransaction transaction = store().read().value();
    return act(transaction);
  }

  Organisation settle() {
    return written([&](store::WriteTransaction& write) -> Result<Organisation> {
             Organisation o;
             o.linde = TRY(people::put_unit(write, {"L", "De Linde"}, kStart)).id;
             o.zorg = TRY(people::put_unit(write, {"Z", "Zorg", o.linde}, kStart)).id;
             o.nacht = TRY(people::put_unit(write, {"N", "Nachtzorg", o.zorg}, kStart)).id;
             o.techniek = TRY(people::put_unit(write, {"T", "Techniek", o.linde}, kStart)).id;
             o.anna = TRY(employ(write, "101", "Anna", o.nacht));
             o.bram = TRY(employ(write, "102", "Bram", o.linde));
             o.carla = TRY(employ(write, "103", "Carla", o.zorg));
             o.daan = TRY(employ(write, "104", "Daan", o.techniek));
             TRY(people::assign_role(write, {.id = {},
                                             .person = o.bram,
                                             .role = people::PersonRole::manager,
                                             .of_unit = o.zorg,
                                             .begin = kStart}));
             return o;
           })
        .value();
  }
  static Result<people::PersonId> employ(store::WriteTransaction& write, const std::string& number,
                                         const std::string& name, people::UnitId unit) {
    const auto person =
        TRY(people::put_person(write, {.personnel_number = number, .name = {name, "A.", "de", "Wit"}})).id;
    TRY(people::put_contract(write, {person, "1", people::ContractKind::permanent, kStart},
                             {.minutes_per_week = 1440, .function = "verpleegkundige", .unit = unit}, kStart));
    return person;
  }

  static identity::Asker asker(std::optional<people::PersonId> person, identity::Roles roles) {
    identity::Asker asker = identity::nobody(kToday);
    asker.kind = identity::AskerKind::session;
    asker.person = person;
    asker.roles = std::move(roles);
    return asker;
  }
  /// Somebody with an account that was given `role` within `unit`.
  identity::Asker given(identity::Role role, std::optional<people::UnitId> unit) {
    identity::Asker given = asker({}, {role});
    given.account = written([&](store::WriteTransaction& write) -> Result<identity::AccountId> {
                      const std::string login = "adviseur-" + std::to_string(++accounts_);
                      const auto account = TRY(identity::invite(write, {login, "Adviseur", {}}, kNow)).account;
                      identity::RoleGrant grant;
                      grant.account = account;
                      grant.role = role;
                      grant.unit = unit;
                      grant.from = kStart;
                      TRY(identity::give_role(write, grant));
                      return account;
                    }).value();
    return given;
  }
  static identity::Asker employee(people::PersonId person) { return asker(person, {identity::Role::employee}); }

  DocumentId add(const NewDocument& document) {
    return written([&](store::WriteTransaction& write) { return add_document(write, document, kNow); }).value();
  }
  DocumentId add_handbook(const std::string& title) { return add({title, DocumentKind::handbook, "nl"}); }
  DocumentId add_contract_of(people::PersonId person) {
    return add({.title = "Arbeidsovereenkomst",
                .kind = DocumentKind::personnel,
                .language = "nl",
                .clock = "personnel_file",
                .person = person});
  }

  Result<VersionId> try_version(DocumentId document, Date begin, std::optional<Date> end = {},
                                std::string_view content = "Vakantiedagen: 25",
                                const documents::Document* text = nullptr) {
    return written([&](store::WriteTransaction& write) {
      return add_version(write,
                         {.document = document,
                          .begin = begin,
                          .end = end,
                          .file_name = "regeling.pdf",
                          .media_type = "application/pdf",
                          .content = content,
                          .text = text},
                         kNow);
    });
  }
  VersionId add_from(DocumentId document, Date begin, std::optional<Date> end = {},
                     std::string_view content = "Vakantiedagen: 25") {
    return try_version(document, begin, end, content).value();
  }
  void let_read(DocumentId document, const std::vector<Reader>& readers) {
    ASSERT_TRUE(written([&](store::WriteTransaction& write) { return set_readers(write, document, readers); }));
  }

  std::int64_t count(const std::string& table) {
    return read([&](store::ReadTransaction& reading) {
             return reading.first<std::int64_t>("select count(*) from " + table);
           })
        .value()
        .value();
  }

  /// The files of the database that hold `words`.
  std::vector<std::string> files_with(const std::string& words) {
    EXPECT_TRUE(store().leave_no_trace());  // what is in memory goes to the files
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{data_files()}) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in{entry.path(), std::ios::binary};
      const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
      if (bytes.find(words) != std::string::npos) found.push_back(entry.path().filename().string());
    }
    return found;
  }

 private:
  store::Store* store_ = nullptr;
  int accounts_ = 0;
};

}  // namespace collega::library
