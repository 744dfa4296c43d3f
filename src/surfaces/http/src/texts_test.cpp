#include "texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::http {
namespace {

TEST(Texts, SayTheSameInBothLanguages) {
  EXPECT_THAT(differences(texts(Language::nl), texts(Language::en)), testing::IsEmpty());
}

}  // namespace
}  // namespace collega::http
