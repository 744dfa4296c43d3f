#include "crew.h"

#include <gmock/gmock.h>

#include <atomic>
#include <latch>

namespace collega::http {
namespace {

TEST(Crew, DoesAsMuchAtOnceAsItMayAndNoMore) {
  Crew crew{2};
  std::latch both{2};
  std::latch end{1};
  const auto work = [&] {
    both.count_down();
    end.wait();
  };
  EXPECT_TRUE(crew.start(work));
  EXPECT_TRUE(crew.start(work));
  both.wait();
  EXPECT_FALSE(crew.start(work));
  end.count_down();
}

TEST(Crew, WhoIsDoneWorksAgain) {
  Crew crew{1};
  for (int i = 0; i < 100; ++i) {
    std::latch done{1};
    while (!crew.start([&] { done.count_down(); })) std::this_thread::yield();
    done.wait();
  }
}

TEST(Crew, EndsWhatItBeganAndBeginsNothingAfter) {
  std::atomic<int> done = 0;
  Crew crew{8};
  for (int i = 0; i < 8; ++i) EXPECT_TRUE(crew.start([&] { ++done; }));
  crew.stop();
  EXPECT_EQ(done, 8);
  EXPECT_FALSE(crew.start([&] { ++done; }));
}

}  // namespace
}  // namespace collega::http
