#include "allowances.h"

#include <gtest/gtest.h>

namespace collega::http {
namespace {

using namespace std::chrono_literals;

constexpr Time kStart{1000s};

TEST(Buckets, GiveSoManyAtOnceAndTheRestInTime) {
  Buckets buckets{{.at_once = 3, .per_second = 2}};
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(buckets.take(1, kStart));
  EXPECT_EQ(buckets.take(1, kStart), 1s);
  EXPECT_FALSE(buckets.take(2, kStart));  // another's
  EXPECT_FALSE(buckets.take(1, kStart + 500ms));
  EXPECT_TRUE(buckets.take(1, kStart + 500ms));
}

TEST(Buckets, SayHowLongToWait) {
  Buckets buckets{{.at_once = 1, .per_second = 0.1}};
  EXPECT_FALSE(buckets.take(1, kStart));
  EXPECT_EQ(buckets.take(1, kStart), 10s);
}

TEST(Buckets, NeverHoldMoreThanAtOnce) {
  Buckets buckets{{.at_once = 2, .per_second = 100}};
  EXPECT_FALSE(buckets.take(1, kStart));
  for (int i = 0; i < 2; ++i) EXPECT_FALSE(buckets.take(1, kStart + 1h));
  EXPECT_TRUE(buckets.take(1, kStart + 1h));
}

TEST(Buckets, ForgetWhoIsGone) {
  Buckets buckets{{.at_once = 10, .per_second = 1}};
  for (std::size_t key = 0; key < 1000; ++key) EXPECT_FALSE(buckets.take(key, kStart));
  EXPECT_FALSE(buckets.take(1000, kStart + 2min));
  EXPECT_EQ(buckets.size(), 1u);
}

TEST(Buckets, WithoutARateSetNoLimit) {
  Buckets buckets{{}};
  for (int i = 0; i < 10'000; ++i) EXPECT_FALSE(buckets.take(1, kStart));
  EXPECT_EQ(buckets.size(), 0u);
}

TEST(Allowances, CountWhoeverIsNotKnownByTheirAddress) {
  Allowances allowances{{.at_once = 100, .per_second = 1}, {}, {.at_once = 2, .per_second = 1}};
  EXPECT_FALSE(allowances.ask("192.0.2.1", "invented-1", kStart));
  EXPECT_FALSE(allowances.ask("192.0.2.1", "invented-2", kStart));
  EXPECT_TRUE(allowances.ask("192.0.2.1", "invented-3", kStart));
  EXPECT_TRUE(allowances.ask("192.0.2.1", "", kStart));
  EXPECT_FALSE(allowances.ask("192.0.2.2", "", kStart));
}

TEST(Allowances, GiveWhoeverIsKnownTheirOwn) {
  Allowances allowances{{.at_once = 3, .per_second = 1}, {}, {.at_once = 1, .per_second = 1}};
  EXPECT_FALSE(allowances.ask("192.0.2.1", "anna", kStart));
  allowances.recognised("anna", true, kStart);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(allowances.ask("192.0.2.1", "anna", kStart));
  EXPECT_TRUE(allowances.ask("192.0.2.1", "anna", kStart));
  allowances.recognised("anna", false, kStart);  // signed out
  EXPECT_TRUE(allowances.ask("192.0.2.1", "anna", kStart + 100ms));
}

TEST(SourceKey, IsAHouse) {
  EXPECT_EQ(source_key("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(source_key("2001:db8:1:2:3:4:5:6"), source_key("2001:db8:1:2:ffff::1"));
  EXPECT_NE(source_key("2001:db8:1:2:3:4:5:6"), source_key("2001:db8:1:3:3:4:5:6"));
  EXPECT_EQ(source_key("2001:db8::1"), source_key("2001:db8::2"));
}

}  // namespace
}  // namespace collega::http
