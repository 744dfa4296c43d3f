#include "collega/base/error.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

constexpr ErrorCode kCodes[] = {
#define COLLEGA_ERROR(code, exit, http, nl, en) ErrorCode::code,
#include "collega/base/error_codes.def"
#undef COLLEGA_ERROR
};

TEST(ErrorTable, SaysEachErrorInBothLanguages) {
  for (const ErrorCode code : kCodes) {
    EXPECT_FALSE(message_of(code, Language::nl).empty());
    EXPECT_NE(message_of(code, Language::nl), message_of(code, Language::en)) << name_of(code);
    EXPECT_EQ(error_code_named(name_of(code)), code);
  }
}

TEST(ErrorTable, GivesAnExitAndAnHttpStatusOfTheirKind) {
  for (const ErrorCode code : kCodes) {
    EXPECT_TRUE(exit_status_of(code) == 1 || exit_status_of(code) == 2) << name_of(code);
    EXPECT_TRUE(http_status_of(code) >= 400 && http_status_of(code) < 600) << name_of(code);
  }
}

TEST(Error, IsDescribedWithItsPlace) {
  EXPECT_EQ(describe({ErrorCode::document_empty, "cv.pdf"}, Language::nl), "Dit bestand is leeg. (cv.pdf)");
}

}  // namespace
}  // namespace collega
