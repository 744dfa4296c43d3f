#include "collega/people/contract.h"

#include "office_test.h"

namespace collega::people {
namespace {

class ContractTest : public OfficeTest {
 protected:
  ContractTest() : ward_(unit("A")), anna_(person("1001", "Anna", "Wit", "de")) {}

  [[nodiscard]] ContractEntry entry(Date begin = kStart, std::optional<Date> end = {},
                                    const std::string& number = "1") const {
    return {.person = anna_, .employment_number = number, .begin = begin, .end = end};
  }
  Result<Put<ContractId>> put(const ContractEntry& contract, int hours, Date from) {
    return put_contract(write(), contract, terms(ward_, hours), from);
  }
  int hours_on(Date day) {
    const std::vector<Job> jobs = must(jobs_as_of(write(), anna_, day));
    return jobs.empty() ? -1 : jobs.front().terms.minutes_per_week / 60;
  }

  UnitId ward_;
  PersonId anna_;
};
COLLEGA_ON_EVERY_STORE(ContractTest);

TEST_P(ContractTest, HasTheNewTermsFromTheVeryDayTheyChange) {
  must(put(entry(), 36, kStart));
  must(put(entry(), 24, 2024y / 2 / 29));
  EXPECT_EQ(hours_on(2024y / 2 / 28), 36);
  EXPECT_EQ(hours_on(2024y / 2 / 29), 24);
  EXPECT_EQ(hours_on(2024y / 3 / 1), 24);
}

TEST_P(ContractTest, OfOneDayIsThereOnThatDayOnly) {
  const Date day = 2024y / 2 / 29;
  must(put(entry(day, end_after(day)), 8, day));
  EXPECT_EQ(hours_on(2024y / 2 / 28), -1);
  EXPECT_EQ(hours_on(day), 8);
  EXPECT_EQ(hours_on(2024y / 3 / 1), -1);
}

TEST_P(ContractTest, IsNotThereInTheGapBeforeARehire) {
  must(put(entry(kStart, 2021y / 1 / 1), 36, kStart));
  must(put(entry(2022y / 1 / 1), 20, 2022y / 1 / 1));
  EXPECT_EQ(hours_on(2020y / 12 / 31), 36);
  EXPECT_EQ(hours_on(2021y / 1 / 1), -1);
  EXPECT_EQ(hours_on(2021y / 12 / 31), -1);
  EXPECT_EQ(hours_on(2022y / 1 / 1), 20);
  EXPECT_EQ(must(contracts_of(write(), anna_)).size(), 2U);
}

TEST_P(ContractTest, MayFollowTheOneBeforeOnTheSameDayItEnds) {
  must(put(entry(kStart, 2021y / 1 / 1), 36, kStart));
  must(put(entry(2021y / 1 / 1), 20, 2021y / 1 / 1));
  EXPECT_EQ(hours_on(2020y / 12 / 31), 36);
  EXPECT_EQ(hours_on(2021y / 1 / 1), 20);
}

TEST_P(ContractTest, OfTheFutureIsNotThereYet) {
  must(put(entry(2030y / 5 / 1), 36, 2030y / 5 / 1));
  EXPECT_EQ(hours_on(2030y / 4 / 30), -1);
  EXPECT_EQ(hours_on(2199y / 1 / 1), 36);
}

TEST_P(ContractTest, CorrectedFromADayOnKeepsWhatCameBefore) {
  must(put(entry(), 36, kStart));
  must(put(entry(), 32, 2021y / 1 / 1));
  must(put(entry(), 28, 2022y / 1 / 1));
  EXPECT_EQ(must(put(entry(), 30, 2021y / 7 / 1)).change, Change::changed);
  EXPECT_EQ(hours_on(2020y / 6 / 1), 36);
  EXPECT_EQ(hours_on(2021y / 6 / 30), 32);
  EXPECT_EQ(hours_on(2021y / 7 / 1), 30);
  EXPECT_EQ(hours_on(2022y / 1 / 1), 30);
}

TEST_P(ContractTest, PutAgainAsItIsChangesNothingThatIsPlanned) {
  must(put(entry(), 36, kStart));
  must(put(entry(), 32, 2030y / 1 / 1));
  EXPECT_EQ(must(put(entry(), 36, 2025y / 1 / 1)).change, Change::same);
  EXPECT_EQ(hours_on(2030y / 1 / 1), 32);
}

TEST_P(ContractTest, PutBackToItsFormerTermsHasOneRowLess) {
  const ContractId id = must(put(entry(), 36, kStart)).id;
  must(put(entry(), 32, 2021y / 1 / 1));
  must(put(entry(), 36, 2021y / 1 / 1));
  const Contract read = must(contract(write(), id));
  ASSERT_EQ(read.terms.size(), 1U);
  EXPECT_EQ(read.terms.front().end, std::nullopt);
}

TEST_P(ContractTest, EndedEarlierLosesWhatWasPlannedBehindIt) {
  const ContractId id = must(put(entry(), 36, kStart)).id;
  must(put(entry(), 32, 2025y / 1 / 1));
  ASSERT_TRUE(end_contract(write(), id, Date{2024y / 6 / 1}));
  EXPECT_EQ(hours_on(2024y / 5 / 31), 36);
  EXPECT_EQ(hours_on(2024y / 6 / 1), -1);
  ASSERT_TRUE(end_contract(write(), id, std::nullopt));
  EXPECT_EQ(hours_on(2025y / 1 / 1), 36);
}

TEST_P(ContractTest, TakesItsEndFromAPutToo) {
  must(put(entry(), 36, kStart));
  EXPECT_EQ(must(put(entry(kStart, 2024y / 6 / 1), 36, 2024y / 5 / 1)).change, Change::changed);
  EXPECT_EQ(hours_on(2024y / 6 / 1), -1);
}

TEST_P(ContractTest, RefusesWhatCannotBe) {
  must(put(entry(kStart, 2022y / 1 / 1), 36, kStart));
  const auto refusal = [&](const ContractEntry& contract, const Terms& terms, Date from) {
    return put_contract(write(), contract, terms, from).error();
  };
  const Terms fine = terms(ward_);
  const Date later = 2021y / 6 / 1;
  EXPECT_EQ(refusal(entry(later), fine, later), (Error{ErrorCode::contract_overlaps, "begin: 2020-01-01"}));
  EXPECT_EQ(refusal(entry(later, later, "2"), fine, later).code, ErrorCode::end_before_begin);
  EXPECT_EQ(refusal(entry(later, kStart, "2"), fine, later).code, ErrorCode::end_before_begin);
  EXPECT_EQ(refusal(entry(202y / 1 / 1, {}, "2"), fine, later).code, ErrorCode::out_of_range);
  EXPECT_EQ(refusal(entry(kStart, 2022y / 1 / 1), fine, 2022y / 1 / 1),
            (Error{ErrorCode::out_of_range, "from: 2022-01-01"}));
  EXPECT_EQ(refusal(entry(later, {}, ""), fine, later), (Error{ErrorCode::missing_member, "employment_number"}));
  EXPECT_EQ(refusal(entry(2019y / 1 / 1, 2019y / 2 / 1), fine, kStart),
            (Error{ErrorCode::unknown_unit, "unit: 2019-01-01"}));

  Terms wrong = fine;
  wrong.minutes_per_week = 60 * 60 + 1;
  EXPECT_EQ(refusal(entry(later, {}, "2"), wrong, later), (Error{ErrorCode::out_of_range, "minutes_per_week: 3601"}));
  wrong = fine;
  wrong.full_time_minutes = 0;
  EXPECT_EQ(refusal(entry(later, {}, "2"), wrong, later).code, ErrorCode::out_of_range);
  wrong = fine;
  wrong.wage = Money{-1};
  EXPECT_EQ(refusal(entry(later, {}, "2"), wrong, later), (Error{ErrorCode::out_of_range, "wage"}));
  wrong = fine;
  wrong.unit = UnitId{1};
  EXPECT_EQ(refusal(entry(later, {}, "2"), wrong, later), (Error{ErrorCode::unknown_unit, "unit: 2021-06-01"}));
  wrong = fine;
  wrong.position = PositionId{1};
  EXPECT_EQ(refusal(entry(later, {}, "2"), wrong, later).code, ErrorCode::unknown_position);

  ContractEntry nobody = entry();
  nobody.person = PersonId{1};
  EXPECT_EQ(refusal(nobody, fine, kStart).code, ErrorCode::unknown_person);
  EXPECT_TRUE(write().commit());
}

TEST_P(ContractTest, HoldsAllThatWasAgreed) {
  const PositionId place =
      must(put_position(write(), {.id = {}, .code = "F-12", .title = "Verpleegkundige", .unit = ward_, .scale = "45"}))
          .id;
  const Terms full{.minutes_per_week = 1440,
                   .full_time_minutes = 2160,
                   .function = "Verpleegkundige",
                   .unit = ward_,
                   .position = place,
                   .scale = "45",
                   .step = "7",
                   .wage = Money{345'678},
                   .wage_per = WagePer::month};
  const auto put = must(put_contract(write(), entry(), full, kStart));
  const Contract read = must(contract(write(), put.id));
  EXPECT_EQ(read.entry, entry());
  EXPECT_THAT(read.terms, ElementsAre(TermsFrom{kStart, std::nullopt, full}));
  EXPECT_EQ(from_json<Contract>(to_json(read)).value(), read);
}

TEST_P(ContractTest, TakesAWholeHistoryAtOnce) {
  const std::vector<TermsFrom> history{{kStart, {}, terms(ward_, 36)}, {2021y / 1 / 1, {}, terms(ward_, 24)}};
  const auto put = must(put_contract_history(write(), entry(), history));
  EXPECT_EQ(hours_on(2020y / 12 / 31), 36);
  EXPECT_EQ(hours_on(2021y / 1 / 1), 24);
  EXPECT_EQ(must(put_contract_history(write(), entry(), history)), (Put<ContractId>{put.id, Change::same}));
  must(put_contract_history(write(), entry(), {{kStart, {}, terms(ward_, 12)}}));
  EXPECT_EQ(hours_on(2022y / 1 / 1), 12);
}

TEST_P(ContractTest, GoesWhenItNeverWas) {
  const ContractId id = must(put(entry(), 36, kStart)).id;
  ASSERT_TRUE(remove_contract(write(), id));
  EXPECT_EQ(hours_on(kStart), -1);
  EXPECT_EQ(remove_contract(write(), id).error().code, ErrorCode::unknown_contract);
}

}  // namespace
}  // namespace collega::people
