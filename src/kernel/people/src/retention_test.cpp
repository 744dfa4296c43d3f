#include "collega/people/retention.h"

#include "office_test.h"
#include "retention_rules.h"

namespace collega::people {
namespace {

RetentionRule years(int count, CountedFrom from = CountedFrom::event) {
  return {.clock = "x", .count = count, .length = Length::years, .counted_from = from};
}

TEST(RetentionRule, CountsFromTheDayAfterTheEvent) {
  EXPECT_EQ(run_out(years(2), 2026y / 10 / 31), Date{2028y / 11 / 1});
  const RetentionRule weeks{.clock = "x", .count = 4, .length = Length::weeks};
  EXPECT_EQ(run_out(weeks, 2026y / 11 / 2), Date{2026y / 12 / 1});
}

TEST(RetentionRule, CountsFromTheEndOfTheYear) {
  EXPECT_EQ(run_out(years(7, CountedFrom::year_of_event), 2026y / 12 / 31), Date{2034y / 1 / 1});
  EXPECT_EQ(run_out(years(7, CountedFrom::year_of_event), 2027y / 1 / 1), Date{2035y / 1 / 1});
}

TEST(RetentionRule, MovesADayThatIsNotThereToTheNextMonth) {
  EXPECT_EQ(run_out(years(2), 2024y / 2 / 28), Date{2026y / 3 / 1});
  EXPECT_EQ(run_out(years(4), 2024y / 2 / 28), Date{2028y / 2 / 29});
  const RetentionRule month{.clock = "x", .count = 1, .length = Length::months};
  EXPECT_EQ(run_out(month, 2026y / 1 / 30), Date{2026y / 3 / 1});
}

TEST(RetentionRule, IsThereForEveryClockOfPeople) {
  const std::vector<RetentionRule> rules = shipped_rules();
  EXPECT_EQ(rules.size(), 10U);
  for (const Holding& holding : holdings()) EXPECT_EQ(rule_of(rules, holding.clock).clock, holding.clock);
}

class RetentionTest : public OfficeTest {
 protected:
  RetentionTest() : ward_(unit("ward")) {
    anna_ = must(put_person(write(), {.personnel_number = "1001",
                                      .name = {"Anna", "", "de", "Wit"},
                                      .email = "anna@lindehof.example",
                                      .bsn = "123456782"}))
                .id;
  }
  void leave(Date last_day) { hire(anna_, ward_, kStart, end_after(last_day)); }
  Erasure erase(Date day, Ground ground, const std::vector<Holding>& of = holdings()) {
    return must(erase_person(write(), anna_, of, day, ground));
  }
  std::vector<std::string> due_on(Date day) {
    std::vector<std::string> kinds;
    for (const Due& one : must(due(write(), holdings(), day, {}, 100)).rows) kinds.push_back(one.kind);
    return kinds;
  }
  static std::vector<std::string> kinds_of(const auto& rows) {
    std::vector<std::string> kinds;
    for (const auto& row : rows) kinds.push_back(row.kind);
    return kinds;
  }

  UnitId ward_;
  PersonId anna_;
};
COLLEGA_ON_EVERY_STORE(RetentionTest);

TEST_P(RetentionTest, NothingIsDueOfWhoIsInService) {
  hire(anna_, ward_);
  EXPECT_THAT(due_on(2100y / 1 / 1), IsEmpty());
}

TEST_P(RetentionTest, NamesEachKindOnTheDayItsClockHasRunOut) {
  leave(2022y / 6 / 30);
  manage(anna_, ward_, kStart, Date{2021y / 1 / 1});
  EXPECT_THAT(due_on(2024y / 6 / 30), IsEmpty());
  EXPECT_THAT(due_on(2024y / 7 / 1), ElementsAre("people.role", "people.contact"));
  EXPECT_THAT(due_on(2029y / 12 / 31), ElementsAre("people.role", "people.contact"));
  EXPECT_THAT(due_on(2030y / 1 / 1), ElementsAre("people.role", "people.contact", "people.contract", "people.person"));
}

TEST_P(RetentionTest, CountsFromTheLastOfSeveralContracts) {
  leave(2022y / 6 / 30);
  hire(anna_, ward_, 2023y / 1 / 1, Date{2024y / 1 / 1});
  EXPECT_THAT(due_on(2025y / 12 / 31), IsEmpty());
  EXPECT_THAT(due_on(2026y / 1 / 1), ElementsAre("people.contact"));
}

TEST_P(RetentionTest, LooksAtPeoplePageByPage) {
  leave(2020y / 6 / 30);
  person("1002", "Bram", "Bos");
  person("1003", "Cor", "Kok");
  const DuePage first = must(due(write(), holdings(), 2040y / 1 / 1, {}, 2));
  EXPECT_EQ(first.rows.size(), 3U);
  ASSERT_TRUE(first.next);
  const DuePage second = must(due(write(), holdings(), 2040y / 1 / 1, first.next, 2));
  EXPECT_THAT(second.rows, IsEmpty());
  EXPECT_EQ(second.next, std::nullopt);
}

TEST_P(RetentionTest, ErasesByTheClockWhatHasRunOutAndSaysWhatStays) {
  leave(2022y / 6 / 30);
  const Erasure erasure = erase(2024y / 7 / 1, Ground::clock);
  EXPECT_THAT(erasure.erased, ElementsAre(ErasedKind{"people.contact", 1}));
  EXPECT_THAT(erasure.kept, ElementsAre(KeptKind{"people.contract", "payroll", Date{2030y / 1 / 1}},
                                        KeptKind{"people.person", "payroll", Date{2030y / 1 / 1}}));
  EXPECT_EQ(must(people::person(write(), anna_)).email, "");
  EXPECT_EQ(must(bsn_of(write(), anna_)), "123456782");
}

TEST_P(RetentionTest, ErasesAllWhenAllHasRunOut) {
  leave(2022y / 6 / 30);
  const Erasure erasure = erase(2030y / 1 / 1, Ground::clock);
  EXPECT_THAT(kinds_of(erasure.erased), ElementsAre("people.contact", "people.contract", "people.person"));
  EXPECT_THAT(erasure.kept, IsEmpty());
  for (const char* table : {"person", "person_word", "contract", "contract_terms", "person_role"}) {
    EXPECT_EQ(must(write().first<int>(std::string{"select count(*) from "} + table)), 0) << table;
  }
  EXPECT_EQ(erase_person(write(), anna_, holdings(), 2030y / 1 / 1, Ground::clock).error().code,
            ErrorCode::unknown_person);
}

TEST_P(RetentionTest, ErasesAtRequestWhatTheLawDoesNotWantKept) {
  leave(2022y / 6 / 30);
  EXPECT_THAT(kinds_of(erase(2022y / 6 / 30, Ground::request).erased), IsEmpty());  // their last day
  EXPECT_THAT(kinds_of(erase(2022y / 7 / 1, Ground::request).erased), ElementsAre("people.contact"));
}

TEST_P(RetentionTest, ErasesAtRequestWhoNeverWasInService) {
  EXPECT_THAT(kinds_of(erase(2022y / 7 / 1, Ground::clock).erased), IsEmpty());
  EXPECT_THAT(kinds_of(erase(2022y / 7 / 1, Ground::request).erased), ElementsAre("people.contact", "people.person"));
}

TEST_P(RetentionTest, KeepsThePersonAsLongAsAnotherModuleKeepsSomething) {
  leave(2022y / 6 / 30);
  std::vector<Holding> all = holdings();
  all.push_back({.kind = "absence.file",
                 .title = {"Dossier", "File"},
                 .clock = "reintegration_own_risk_wga",
                 .show = [](store::ReadTransaction&, PersonId) -> Result<JsonArray> { return JsonArray{"iets"}; },
                 .erase = [](store::WriteTransaction&, PersonId) -> Result<std::int64_t> { return std::int64_t{1}; }});
  const Erasure first = erase(2030y / 1 / 1, Ground::clock, all);
  EXPECT_THAT(kinds_of(first.erased), ElementsAre("people.contact", "people.contract"));
  EXPECT_THAT(first.kept, ElementsAre(KeptKind{"absence.file", "reintegration_own_risk_wga", Date{2032y / 7 / 1}},
                                      KeptKind{"people.person", "payroll", Date{2032y / 7 / 1}}));
  // The contracts are gone, and still it is known when the clock began.
  EXPECT_THAT(kinds_of(erase(2032y / 7 / 1, Ground::clock, all).erased), ElementsAre("absence.file", "people.person"));
}

TEST_P(RetentionTest, CountsFromTheEventThatAModuleNames) {
  hire(anna_, ward_);
  Holding file{.kind = "absence.file",
               .title = {"Dossier", "File"},
               .clock = "reintegration",
               .show = [](store::ReadTransaction&, PersonId) -> Result<JsonArray> { return JsonArray{"iets"}; },
               .erase = [](store::WriteTransaction&, PersonId) -> Result<std::int64_t> { return std::int64_t{1}; },
               .started = [](store::ReadTransaction&, PersonId) -> Result<std::optional<Date>> {
                 return std::optional<Date>{2023y / 5 / 31};
               }};
  EXPECT_THAT(must(due(write(), {file}, 2025y / 5 / 31, {}, 10)).rows, IsEmpty());
  EXPECT_THAT(must(due(write(), {file}, 2025y / 6 / 1, {}, 10)).rows,
              ElementsAre(Due{anna_, "absence.file", "reintegration", 2025y / 6 / 1}));
}

TEST_P(RetentionTest, FollowsTheOrganisationWhereTheLawLeavesRoom) {
  leave(2022y / 6 / 30);
  ASSERT_TRUE(set_retention(write(), "personnel_file", 6, Length::months, "afspraak met de ondernemingsraad"));
  EXPECT_THAT(due_on(2023y / 1 / 1), ElementsAre("people.contact"));
  const auto rules = must(retention_rules(write()));
  EXPECT_TRUE(rule_of(rules, "personnel_file").changed);
  EXPECT_EQ(rule_of(rules, "personnel_file").reason, "afspraak met de ondernemingsraad");
  ASSERT_TRUE(reset_retention(write(), "personnel_file"));
  EXPECT_THAT(due_on(2023y / 1 / 1), IsEmpty());
}

TEST_P(RetentionTest, DoesNotFollowItWhereItLeavesNone) {
  EXPECT_EQ(set_retention(write(), "payroll", 6, Length::years, "korter").error(),
            (Error{ErrorCode::out_of_range, "count: 6"}));
  EXPECT_TRUE(set_retention(write(), "payroll", 84, Length::months, "hetzelfde"));
  EXPECT_TRUE(set_retention(write(), "payroll", 10, Length::years, "onroerend goed"));
  EXPECT_EQ(set_retention(write(), "applicant", 5, Length::weeks, "langer").error().code, ErrorCode::out_of_range);
  EXPECT_EQ(set_retention(write(), "applicant", 2, Length::weeks, "").error().code, ErrorCode::missing_member);
  EXPECT_EQ(set_retention(write(), "holiday", 2, Length::weeks, "x").error().code, ErrorCode::unknown_value);
}

TEST_P(RetentionTest, ShowsEverythingInWordsThePersonCanRead) {
  leave(2022y / 6 / 30);
  manage(anna_, ward_);
  const JsonObject all = must(everything_of(write(), anna_, holdings()));
  EXPECT_EQ(all.size(), 4U);
  const Json& role = all.at("people.role").at("items").at(0);
  EXPECT_EQ(
      role,
      (JsonObject{
          {"role", "manager"}, {"person", "Anna de Wit"}, {"of_unit", "Team ward"}, {"first_day", "2020-01-01"}}));
  const Json& contract = all.at("people.contract").at("items").at(0);
  EXPECT_EQ(contract.at("last_day"), "2022-06-30");
  EXPECT_EQ(contract.at("terms").at(0).at("unit"), "Team ward");
  const Json& person = all.at("people.person").at("items").at(0);
  EXPECT_EQ(person.at("bsn"), "123456782");
  EXPECT_FALSE(person.as_object().contains("email"));
  EXPECT_EQ(all.at("people.contact").at("items").at(0).at("email"), "anna@lindehof.example");
}

}  // namespace
}  // namespace collega::people
