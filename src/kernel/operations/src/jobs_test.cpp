// Jobs: progress, stopping, crashes; and what begins by itself.

#include "collega/operations/jobs.h"

#include "office_test_support.h"

namespace collega::operations {
namespace {

class JobsTest : public OfficeTest {
 protected:
  JobId start(const identity::Asker& who, std::string_view text = "brief") {
    const Answer answer = ask(who, "notes.slow", anna_, text).value();
    EXPECT_TRUE(answer.is_job);
    return job_of(answer);
  }
};
COLLEGA_ON_EVERY_STORE(JobsTest);

TEST_P(JobsTest, RunAndHandOverTheirAnswer) {
  const identity::Asker adviser = asker("adviser");
  const Job job = ended(adviser, start(adviser));
  EXPECT_EQ(job.state, JobState::done);
  EXPECT_EQ(job.answer->at("notes").as_int64(), 1);
}

TEST_P(JobsTest, TellHowFarTheyAre) {
  hold_ = true;
  const identity::Asker adviser = asker("adviser");
  const JobId id = start(adviser);
  const Job job = when_running(adviser, id);
  EXPECT_EQ(job.done, 1U);
  EXPECT_EQ(job.total, 2U);
  EXPECT_EQ(job.current, "brief");
  EXPECT_EQ(job.parts, std::vector{Json(JsonObject{{"text", "brief"}})});
  EXPECT_TRUE(office_->jobs().find(adviser, id, 1)->parts.empty());
  hold_ = false;
  EXPECT_EQ(ended(adviser, id).state, JobState::done);
}

TEST_P(JobsTest, StopWhenTheirOwnerSaysSo) {
  hold_ = true;
  const identity::Asker adviser = asker("adviser");
  const JobId id = start(adviser);
  when_running(adviser, id);
  ASSERT_TRUE(office_->jobs().stop(adviser, id));
  EXPECT_EQ(ended(adviser, id).state, JobState::stopped);
  EXPECT_EQ(notes(), 0);
}

TEST_P(JobsTest, AreOneForOneKey) {
  const identity::Asker adviser = asker("adviser");
  const Answer first = ask(adviser, "notes.slow", anna_, "brief", "k1").value();
  const Answer again = ask(adviser, "notes.slow", anna_, "brief", "k1").value();
  EXPECT_EQ(job_of(first), job_of(again));
  EXPECT_EQ(ended(adviser, job_of(first)).state, JobState::done);
  EXPECT_EQ(notes(), 1);
}

TEST_P(JobsTest, AreTheirOwners) {
  const identity::Asker adviser = asker("adviser");
  const identity::Asker other = asker("adviser2");
  const JobId id = start(adviser);
  EXPECT_EQ(office_->jobs().find(other, id).error().code, ErrorCode::unknown_job);
  EXPECT_EQ(office_->jobs().stop(other, id).error().code, ErrorCode::unknown_job);
  EXPECT_EQ(ended(adviser, id).state, JobState::done);
}

TEST_P(JobsTest, WhoMayNotIsToldAtOnce) {
  EXPECT_EQ(code(ask(asker("anna"), "notes.slow", anna_)), ErrorCode::not_allowed);
}

TEST_P(JobsTest, SayWhatWentWrong) {
  const identity::Asker adviser = asker("adviser");
  const Job job = ended(adviser, start(adviser, "fout"));
  EXPECT_EQ(job.state, JobState::failed);
  EXPECT_EQ(job.error->code, ErrorCode::out_of_range);
  EXPECT_EQ(job.error->where, "text");
}

TEST_P(JobsTest, GoOnWhenTheServerDoes) {
  hold_ = true;
  const identity::Asker adviser = asker("adviser");
  const JobId id = start(adviser);
  when_running(adviser, id);
  open_office();  // the one before ends, and with it the job's thread
  EXPECT_EQ(notes(), 0);
  hold_ = false;
  EXPECT_EQ(ended(adviser, id).state, JobState::done);
  EXPECT_EQ(notes(), 1);
  EXPECT_EQ(begun_, 2);
}

TEST_P(JobsTest, ThatWereCutOffTooOftenAreGivenUp) {
  const identity::Asker adviser = asker("adviser");
  hold_ = true;
  const JobId id = start(adviser);
  when_running(adviser, id);
  for (int i = 1; i < kMostAttempts; ++i) {
    open_office();
    when_running(adviser, id);
  }
  open_office();
  EXPECT_EQ(ended(adviser, id).error->code, ErrorCode::job_failed_often);
}

TEST_P(JobsTest, RunAsTheirOwnerIsThen) {
  hold_ = true;
  const identity::Asker adviser = asker("adviser");
  const JobId first = start(adviser);
  when_running(adviser, first);
  const JobId second = start(adviser);
  {
    store::WriteTransaction write = store_->write().value();
    ASSERT_TRUE(identity::disable(write, adviser_));
    ASSERT_TRUE(write.commit());
  }
  hold_ = false;
  EXPECT_EQ(ended(adviser, second).state, JobState::failed);
}

TEST_P(JobsTest, OutcomesAreThrownAwayAfterAWeek) {
  const identity::Asker adviser = asker("adviser");
  const JobId id = start(adviser);
  ended(adviser, id);
  now_ = kNow + 8 * 24h;
  store::WriteTransaction write = store_->write().value();
  EXPECT_EQ(forget_old_jobs(write, now_).value(), 1);
}

class Events : public OfficeTest {
 protected:
  /// Once `count` notes are there, or after two seconds.
  std::int64_t notes_when(std::int64_t count) {
    for (int tries = 0; tries < 400 && notes() < count; ++tries) std::this_thread::sleep_for(5ms);
    return notes();
  }
};
COLLEGA_ON_EVERY_STORE(Events);

TEST_P(Events, AreHeardAfterTheCommitByNobodyInParticular) {
  ASSERT_TRUE(ask(asker("adviser"), "notes.tell", anna_));
  EXPECT_EQ(notes_when(2), 2);
  const std::vector<ledger::Recorded> all = entries();
  EXPECT_TRUE(std::ranges::any_of(all, [](const ledger::Recorded& entry) {
    return entry.operation == "notes.hear" && entry.actor == "notes.happened";
  }));
}

TEST_P(Events, OfWhatFailedDidNotHappen) {
  EXPECT_EQ(code(ask(asker("adviser"), "notes.tell", anna_, "fout")), ErrorCode::out_of_range);
  ASSERT_TRUE(ask(asker("adviser"), "notes.tell", anna_));  // whatever waited would go before it
  EXPECT_EQ(notes_when(2), 2);
  EXPECT_EQ(office_->health().jobs_waiting, 0U);
}

TEST_P(Events, AreHeardAfterTheServerStartsAnew) {
  hold_ = true;
  const identity::Asker adviser = asker("adviser");
  when_running(adviser, job_of(ask(adviser, "notes.slow", anna_).value()));  // the only thread of jobs is taken
  ASSERT_TRUE(ask(adviser, "notes.tell", anna_));
  EXPECT_EQ(notes(), 1);
  open_office();
  EXPECT_EQ(notes(), 1);
  hold_ = false;
  EXPECT_EQ(notes_when(3), 3);
}

class Scheduled : public OfficeTest {
 protected:
  void SetUp() override {
    schedules_ = {{.name = "sweeper", .operation = "office.tidy", .roles = {Role::administrator}, .every = 60min}};
    OfficeTest::SetUp();
  }
  void start_at(Moment moment) {
    now_ = moment;
    open_office();
    std::this_thread::sleep_for(200ms);
  }
  int runs() {
    int count = 0;
    for (const ledger::Recorded& entry : entries())
      count += entry.operation == "office.tidy" && entry.actor == "sweeper";
    return count;
  }
};
COLLEGA_ON_EVERY_STORE(Scheduled);

TEST_P(Scheduled, BeginsByItselfAsASystemActor) {
  for (int tries = 0; tries < 50 && runs() == 0; ++tries) std::this_thread::sleep_for(20ms);
  EXPECT_EQ(runs(), 1);
}

TEST_P(Scheduled, OnceInItsTimeWhateverStartsAnew) {
  for (int tries = 0; tries < 50 && runs() == 0; ++tries) std::this_thread::sleep_for(20ms);
  open_office();
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(runs(), 1);
}

class ScheduledAtNight : public Scheduled {
 protected:
  void SetUp() override {
    Scheduled::SetUp();
    schedules_.front().name = "night";
    schedules_.front().at = 2h;
    start_at(kNow);
  }
  int nights() {
    int count = 0;
    for (const ledger::Recorded& entry : entries()) count += entry.actor == "night";
    return count;
  }
};
COLLEGA_ON_EVERY_STORE(ScheduledAtNight);

TEST_P(ScheduledAtNight, OnceADayAtItsTime) {
  EXPECT_EQ(nights(), 1);  // the night that was missed
  const Moment midnight = std::chrono::ceil<std::chrono::days>(kNow);
  start_at(midnight + 119min);
  EXPECT_EQ(nights(), 1);
  start_at(midnight + 2h);
  EXPECT_EQ(nights(), 2);
  start_at(midnight + 3h);
  EXPECT_EQ(nights(), 2);
}

}  // namespace
}  // namespace collega::operations
