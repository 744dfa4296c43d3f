#include "collega/oversight/oversight.h"

#include <gmock/gmock.h>

#include <fstream>

#include "collega/ledger/ledger.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/people/retention.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"

namespace collega::oversight {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class OversightTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps = ledger::migrations();
    for (const auto& part : {people::migrations(), ai_register::migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    store::Store& store = open(steps);
    records_.emplace(operations::Records{store, "local", [] { return Moment{1'800'000'000'000ms}; }});
    context_.records = &*records_;
    context_.today = 2026y / 11 / 22;
    store::WriteTransaction write = store.write().value();
    const people::PersonEntry entry{.personnel_number = "1001",
                                    .name = {.given_name = "Wilhelmina", .surname = "Quispel"}};
    const people::PersonId anna = people::put_person(write, entry).value().id;
    const auto unit = people::put_unit(write, {"A01", "Nachtdienst"}, 2015y / 1 / 1).value().id;
    ASSERT_TRUE(people::put_contract(
        write, {.person = anna, .employment_number = "1", .begin = 2015y / 1 / 1, .end = Date{2018y / 1 / 1}},
        {.minutes_per_week = 1440, .function = "verpleegkundige", .unit = unit}, 2015y / 1 / 1));
    ASSERT_TRUE(write.commit());
  }
  Result<Json> run(std::string_view name, const JsonObject& input) {
    return operations::run_local(operations::Table{operations({people::holdings()})}, name, input, context_);
  }
  std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  std::optional<operations::Records> records_;
  operations::Context context_;
};
COLLEGA_ON_EVERY_STORE(OversightTest);

TEST_P(OversightTest, ShowsAPersonEverythingThatIsKept) {
  const std::string pdf = (folder() / "alles.pdf").string();
  const Json answer = run("oversight.everything_of", {{"person", "1001"}, {"pdf", pdf}}).value();
  EXPECT_THAT(to_text(answer.at("kept")), HasSubstr("Quispel"));
  EXPECT_THAT(to_text(answer.at("kept")), HasSubstr("verpleegkundige"));
  EXPECT_THAT(to_text(answer.at("told")), HasSubstr("naam – achternaam: Quispel"));
  EXPECT_THAT(to_text(answer.at("told")), HasSubstr("uren per week: 24"));
  EXPECT_TRUE(bytes_of(pdf).starts_with("%PDF"));
}

TEST_P(OversightTest, FindsInTheLedgerWhoLooked) {
  ASSERT_TRUE(run("oversight.everything_of", {{"person", "1001"}}));
  const Json found =
      run("oversight.search_ledger", {{"person", "1001"}, {"operation", "oversight.everything_of"}}).value();
  EXPECT_THAT(found.at("entries").as_array(), SizeIs(1));
  EXPECT_EQ(run("oversight.search_ledger", {{"person", "9999"}}).error().code, ErrorCode::unknown_person);
}

TEST_P(OversightTest, CountsUseWithoutSayingWhose) {
  ASSERT_TRUE(run("oversight.everything_of", {{"person", "1001"}}));
  const Json answer = run("oversight.use", {{"from", "2027-01-01"}, {"to", "2027-02-01"}}).value();
  const Json& first = answer.at("operations").at(0);
  EXPECT_EQ(first.at("operation").as_string(), "oversight.everything_of");
  EXPECT_EQ(first.at("read").as_int64(), 1);
  EXPECT_FALSE(first.as_object().contains("actors"));
}

TEST_P(OversightTest, FindsTheLedgerWholeAgainstItsHeadsOutside) {
  const std::string heads = (folder() / "koppen").string();
  ASSERT_TRUE(run("oversight.everything_of", {{"person", "1001"}}));
  ASSERT_TRUE(run("oversight.export_ledger_head", {{"file", heads}}));
  const Json report = run("oversight.verify_ledger", {{"exported", heads}}).value();
  EXPECT_EQ(report.at("whole"), true);
  EXPECT_EQ(report.at("exports").to_number<int>(), 1);
}

TEST_P(OversightTest, ErasesAPersonWithoutATraceAndNotesItOutside) {
  store::WriteTransaction write = records_->store.write().value();
  const people::PersonEntry of_no_other_test{.personnel_number = "1002", .name = {.surname = "Zwollo"}};
  const people::PersonId person = people::put_person(write, of_no_other_test).value().id;
  ASSERT_TRUE(write.commit());
  { const store::WriteTransaction done = std::move(write); }
  ASSERT_TRUE(run("oversight.everything_of", {{"person", "1002"}}));
  const Json erasure = run("oversight.erase_person", {{"person", "1002"}}).value();
  EXPECT_THAT(erasure.at("erased").as_array(), Not(IsEmpty()));
  EXPECT_EQ(run("oversight.everything_of", {{"person", "1002"}}).error().code, ErrorCode::unknown_person);
  EXPECT_THAT(bytes_of(options().folder / "erasures"), HasSubstr(to_string(person)));
  EXPECT_EQ(run("oversight.verify_ledger", {}).value().at("whole"), true);
  for (const auto& entry : std::filesystem::recursive_directory_iterator{data_files()}) {
    if (!entry.is_regular_file()) continue;
    EXPECT_THAT(bytes_of(entry.path()), Not(HasSubstr("Zwollo"))) << entry.path();
  }
}

TEST_P(OversightTest, ErasesWhatIsPastItsPeriod) {
  const Json due = run("oversight.due", {}).value();
  ASSERT_THAT(due.at("rows").as_array(), Not(IsEmpty()));
  EXPECT_EQ(due.at("rows").at(0).at("personnel_number").as_string(), "1001");
  EXPECT_NE(due.at("rows").at(0).at("title"), due.at("rows").at(0).at("kind"));
  EXPECT_EQ(run("oversight.erase_due", {{"dry_run", true}}).value().at("done"), false);
  EXPECT_EQ(run("oversight.erase_due", {}).value().at("people").to_number<int>(), 1);
  EXPECT_THAT(run("oversight.due", {}).value().at("rows").as_array(), IsEmpty());
}

TEST_P(OversightTest, KeepsThePeriodsOfTheOrganisationWithinTheLaw) {
  EXPECT_TRUE(run("oversight.set_period",
                  {{"clock", "personnel_file"}, {"count", 1}, {"length", "years"}, {"reason", "korter bewaren"}}));
  EXPECT_EQ(run("oversight.set_period", {{"clock", "zo maar"}, {"count", 1}, {"reason", "x"}}).error().code,
            ErrorCode::unknown_value);
}

}  // namespace
}  // namespace collega::oversight
