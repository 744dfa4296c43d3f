// On which days which version is in force.

#include "library_test_support.h"

namespace collega::library {
namespace {

class VersionsTest : public LibraryTest {
 protected:
  /// The number of the version in force; 0 when there is none.
  int number_on(DocumentId document, Date day) {
    const auto found = read([&](auto& reading) { return version_in_force(reading, document, day); }).value();
    return found ? found->number : 0;
  }
  Version version_numbered(DocumentId document, std::size_t number) {
    return read([&](auto& reading) { return versions_of(reading, document); }).value().at(number - 1);
  }
  void withdraw(VersionId version) {
    ASSERT_TRUE(written([&](store::WriteTransaction& write) { return withdraw_version(write, version); }));
  }
};
COLLEGA_ON_EVERY_STORE(VersionsTest);

TEST_P(VersionsTest, AreInForceFromTheirFirstDayOn) {
  const DocumentId policy = add_handbook("Thuiswerkregeling");
  add_from(policy, 2026y / 1 / 1);
  EXPECT_EQ(number_on(policy, 2025y / 12 / 31), 0);
  EXPECT_EQ(number_on(policy, 2026y / 1 / 1), 1);
  EXPECT_EQ(number_on(policy, 2199y / 1 / 1), 1);
}

TEST_P(VersionsTest, GiveWayOnTheFirstDayOfTheNext) {
  const DocumentId policy = add_handbook("Thuiswerkregeling");
  add_from(policy, 2026y / 1 / 1);
  add_from(policy, 2026y / 7 / 1);
  EXPECT_EQ(number_on(policy, 2026y / 6 / 30), 1);
  EXPECT_EQ(number_on(policy, 2026y / 7 / 1), 2);
  EXPECT_EQ(version_numbered(policy, 1).end, Date(2026y / 7 / 1));
  EXPECT_EQ(version_numbered(policy, 2).end, std::nullopt);
}

TEST_P(VersionsTest, MayWaitForTheirDay) {
  const DocumentId policy = add_handbook("Thuiswerkregeling");
  add_from(policy, 2026y / 1 / 1);
  add_from(policy, 2027y / 1 / 1);
  add_from(policy, 2026y / 7 / 1);  // comes between, and does not push the one that waits away
  EXPECT_EQ(number_on(policy, kToday), 3);
  EXPECT_EQ(number_on(policy, 2026y / 12 / 31), 3);
  EXPECT_EQ(number_on(policy, 2027y / 1 / 1), 2);
}

TEST_P(VersionsTest, EndOnTheirOwnDayWhenThatIsSooner) {
  const DocumentId policy = add_handbook("Coronaregels");
  const VersionId first = add_from(policy, 2021y / 1 / 1, 2021y / 4 / 1);
  add_from(policy, 2021y / 6 / 1);
  EXPECT_EQ(number_on(policy, 2021y / 3 / 31), 1);
  EXPECT_EQ(number_on(policy, 2021y / 4 / 1), 0);
  EXPECT_EQ(number_on(policy, 2021y / 6 / 1), 2);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return end_version(write, first, {}); }));
  EXPECT_EQ(number_on(policy, 2021y / 4 / 1), 1);
  EXPECT_EQ(version_numbered(policy, 1).end, Date(2021y / 6 / 1));
}

TEST_P(VersionsTest, CannotEndBeforeTheyBegin) {
  const DocumentId policy = add_handbook("Coronaregels");
  EXPECT_EQ(try_version(policy, kToday, kToday).error().code, ErrorCode::end_before_begin);
  const VersionId version = add_from(policy, kToday);
  const auto ended = written([&](store::WriteTransaction& write) { return end_version(write, version, kToday); });
  EXPECT_EQ(ended.error().code, ErrorCode::end_before_begin);
}

TEST_P(VersionsTest, ThatBeginOnTheSameDayAreRefused) {
  const DocumentId policy = add_handbook("Kledingregels");
  const VersionId first = add_from(policy, kToday);
  EXPECT_EQ(try_version(policy, kToday).error(), (Error{ErrorCode::version_overlaps, "2026-11-23"}));
  withdraw(first);
  EXPECT_TRUE(try_version(policy, kToday));
}

TEST_P(VersionsTest, ThatAreWithdrawnAreInForceOnNoDayAndTheOneBeforeIsAgain) {
  const DocumentId policy = add_handbook("Kledingregels");
  add_from(policy, 2026y / 1 / 1);
  const VersionId mistake = add_from(policy, 2026y / 7 / 1, {}, "de verkeerde regels");
  withdraw(mistake);
  EXPECT_EQ(number_on(policy, kToday), 1);
  EXPECT_EQ(version_numbered(policy, 1).end, std::nullopt);
  EXPECT_TRUE(version_numbered(policy, 2).withdrawn);
  EXPECT_EQ(read([&](auto& reading) { return content_of(reading, mistake); }).value(), "de verkeerde regels");
}

TEST_P(VersionsTest, AreNumberedOnAlsoBehindOneThatWasWithdrawn) {
  const DocumentId policy = add_handbook("Kledingregels");
  withdraw(add_from(policy, kToday));
  add_from(policy, kToday);
  EXPECT_EQ(number_on(policy, kToday), 2);
}

TEST_P(VersionsTest, OfNoDocumentAreRefused) {
  EXPECT_EQ(try_version(DocumentId{5}, kToday).error().code, ErrorCode::unknown_document);
  const auto withdrawn = written([](store::WriteTransaction& write) { return withdraw_version(write, VersionId{5}); });
  EXPECT_EQ(withdrawn.error().code, ErrorCode::unknown_version);
}

TEST_P(VersionsTest, FromAYearThatIsATypingErrorAreRefused) {
  const DocumentId policy = add_handbook("Kledingregels");
  EXPECT_EQ(try_version(policy, 206y / 1 / 1).error(), (Error{ErrorCode::out_of_range, "begin"}));
}

}  // namespace
}  // namespace collega::library
