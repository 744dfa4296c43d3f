#pragma once

// A ledger for a test, and a hand that changes it behind its back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/ledger/verify.h"
#include "collega/store_testing/store_test.h"

namespace collega::ledger {

using namespace std::chrono_literals;

inline constexpr Moment kMorning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{8};
inline constexpr std::int64_t kAnna = 4111;
inline constexpr std::int64_t kBram = 4222;

inline Entry shown(std::int64_t person) {
  return {.kind = Kind::read, .actor = "account-7", .operation = "people.show", .about = {person}, .details = {}};
}
inline Entry decided(std::string_view proposal) {
  return {.kind = Kind::decision,
          .actor = "account-7",
          .operation = "hiring.match",
          .about = {kAnna},
          .details = {{"proposal", proposal}, {"accepted", true}}};
}

class LedgerTest : public store_testing::StoreTest {
 protected:
  store::Store& ledger() {
    if (!opened_) opened_ = &open(migrations());
    return *opened_;
  }
  void reopen() {
    opened_ = nullptr;
    close();
  }

  std::int64_t add(std::string_view writer, const Entry& entry, Moment now = kMorning) {
    store::WriteTransaction write = ledger().write().value();
    const Result<std::int64_t> seq = append(write, writer, entry, now);
    EXPECT_TRUE(seq.ok());
    EXPECT_TRUE(write.commit());
    return seq.ok() ? seq.value() : 0;
  }
  void add_decisions(std::string_view writer, int count) {
    for (int i = 0; i < count; ++i) add(writer, decided("p-" + std::to_string(i)), kMorning + i * 1s);
  }
  void add_anchor(std::string_view writer) {
    store::WriteTransaction write = ledger().write().value();
    ASSERT_TRUE(anchor(write, writer, kMorning + 1h));
    ASSERT_TRUE(write.commit());
  }
  void export_heads() {
    store::ReadTransaction read = ledger().read().value();
    ASSERT_TRUE(export_head(read, outside(), kMorning + 2h));
  }
  [[nodiscard]] std::filesystem::path outside() const { return folder() / "heads.jsonl"; }

  /// What somebody with the database and without the key can do.
  void tamper(std::initializer_list<std::string_view> statements) {
    const std::unique_ptr<store::Store> other = store::Store::open(options(), migrations()).value();
    store::WriteTransaction write = other->write().value();
    for (const std::string_view sql : statements) ASSERT_TRUE(write.execute(sql));
    ASSERT_TRUE(write.commit());
  }

  Report check(const VerifyOptions& how = {}) {
    store::ReadTransaction read = ledger().read().value();
    return verify(read, how).value();
  }
  std::vector<std::string> found(const VerifyOptions& how = {}) {
    std::vector<std::string> lines;
    for (const Finding& finding : check(how).findings) {
      lines.push_back(std::string{name_of(finding.kind)} + ' ' + finding.writer + ' ' + std::to_string(finding.seq));
    }
    return lines;
  }
  std::vector<Recorded> entries(const Filter& filter = {}) {
    store::ReadTransaction read = ledger().read().value();
    return page(read, filter, "", 1000).value().entries;
  }

 private:
  store::Store* opened_ = nullptr;
};

}  // namespace collega::ledger
