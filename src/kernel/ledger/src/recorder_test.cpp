#include "collega/ledger/recorder.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "ledger_test_support.h"

namespace collega::ledger {
namespace {

using ::testing::SizeIs;

// So long that nothing is written by itself while a test runs.
constexpr std::chrono::milliseconds kNever{3'600'000};

class Recorder : public LedgerTest {
 protected:
  std::int64_t kept() {
    return ledger().read().value().first<std::int64_t>("select count(*) from ledger_entry").value().value();
  }
  /// Somebody else writes, and we do not wait.
  store::Store& hasty() {
    store::Options options = this->options();
    options.patience = 20ms;
    if (!hasty_) hasty_ = store::Store::open(options, migrations()).value();
    return *hasty_;
  }

 private:
  std::unique_ptr<store::Store> hasty_;
};
COLLEGA_ON_EVERY_STORE(Recorder);

TEST_P(Recorder, HasWrittenAllWhenFlushReturns) {
  ReadRecorder recorder{ledger(), "web-1", {.every = kNever, .group = 100}};
  for (int i = 0; i < 250; ++i) ASSERT_TRUE(recorder.record(shown(kAnna + i % 9), kMorning));
  ASSERT_TRUE(recorder.flush());
  EXPECT_EQ(kept(), 250);
  EXPECT_TRUE(check().whole);
}

TEST_P(Recorder, WritesTheRestWhenItGoes) {
  {
    ReadRecorder recorder{ledger(), "web-1", {.every = kNever}};
    for (int i = 0; i < 30; ++i) ASSERT_TRUE(recorder.record(shown(kAnna), kMorning));
  }
  EXPECT_EQ(kept(), 30);
}

TEST_P(Recorder, SharesItsChainWithDecisions) {
  ReadRecorder recorder{ledger(), "web-1", {.every = kNever}};
  ASSERT_TRUE(recorder.record(shown(kAnna), kMorning));
  add("web-1", decided("p-1"), kMorning + 1s);
  ASSERT_TRUE(recorder.flush());
  EXPECT_THAT(entries(), SizeIs(2));
  EXPECT_TRUE(check().whole);
}

TEST_P(Recorder, RefusesWhatIsNoEntryAtOnce) {
  ReadRecorder recorder{ledger(), "web-1", {.every = kNever}};
  Entry entry = shown(kAnna);
  entry.operation = "laat Anna zien";
  EXPECT_EQ(recorder.record(entry, kMorning).error().code, ErrorCode::wrong_type);
  EXPECT_TRUE(recorder.flush());
}

TEST_P(Recorder, TellsThatItCouldNotWriteAndLosesNothing) {
  ledger();
  ReadRecorder recorder{hasty(), "web-1", {.every = kNever}};
  ASSERT_TRUE(recorder.record(shown(kAnna), kMorning));
  {
    const store::WriteTransaction held = ledger().write().value();
    EXPECT_EQ(recorder.flush().error().code, ErrorCode::store_busy);
    EXPECT_EQ(recorder.record(shown(kBram), kMorning).error().code, ErrorCode::store_busy);
  }
  ASSERT_TRUE(recorder.flush());
  EXPECT_EQ(kept(), 1);
  EXPECT_TRUE(recorder.record(shown(kBram), kMorning));
}

TEST_P(Recorder, TellsAtTheEndWhatItCouldNotWrite) {
  ledger();
  std::size_t lost = 0;
  const store::WriteTransaction held = ledger().write().value();
  {
    ReadRecorder recorder{hasty(), "web-1", {.every = kNever, .lost = [&lost](const Error& why, std::size_t entries) {
                                               EXPECT_EQ(why.code, ErrorCode::store_busy);
                                               lost = entries;
                                             }}};
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(recorder.record(shown(kAnna), kMorning));
  }
  EXPECT_EQ(lost, 3U);
}

TEST_P(Recorder, LetsReadersWaitWhileItIsFull) {
  ReadRecorder recorder{ledger(), "web-1", {.every = 1ms, .group = 5, .most_waiting = 10}};
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 4; ++reader) {
    readers.emplace_back([&recorder] {
      for (int i = 0; i < 50; ++i) ASSERT_TRUE(recorder.record(shown(kBram), kMorning));
    });
  }
  for (std::thread& reader : readers) reader.join();
  ASSERT_TRUE(recorder.flush());
  EXPECT_EQ(kept(), 200);
  EXPECT_TRUE(check().whole);
}

TEST_P(Recorder, LosesOnlyWhatWasNotYetWrittenWhenTheProcessIsKilled) {
  ledger();
  reopen();
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::unique_ptr<store::Store> own = store::Store::open(options(), migrations()).value();
    ReadRecorder recorder{*own, "web-1", {.every = kNever, .group = 1'000'000}};
    for (int i = 0; i < 20; ++i) (void)recorder.record(shown(kAnna), kMorning);
    (void)recorder.flush();
    for (int i = 0; i < 7; ++i) (void)recorder.record(shown(kAnna), kMorning);
    (void)::write(ready[1], "x", 1);
    ::pause();
    ::_exit(0);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  EXPECT_EQ(kept(), 20);
  EXPECT_TRUE(check().whole);
  EXPECT_EQ(add("web-1", decided("p-1")), 21);
}

}  // namespace
}  // namespace collega::ledger
