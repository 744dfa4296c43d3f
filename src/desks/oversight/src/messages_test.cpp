#include "collega/base/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::oversight {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

TEST(Messages, SayTheSameInBothLanguages) {
  EXPECT_THAT(differences(Messages{embedded_nl_txt()}, Messages{embedded_en_txt()}), ::testing::IsEmpty());
}

}  // namespace
}  // namespace collega::oversight
