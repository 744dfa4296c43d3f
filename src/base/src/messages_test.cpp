#include "collega/base/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace collega {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Messages, FillsInItsArguments) {
  const Messages messages{"# groet\nfound = {0} staat in {1}, en nog eens {0}\n"};
  EXPECT_EQ(messages("found", "SQL", std::string{"cv.pdf"}), "SQL staat in cv.pdf, en nog eens SQL");
}

TEST(Messages, PicksTheFormThatFitsTheCount) {
  const Messages messages{"candidates.one = {0} kandidaat naast {1}\ncandidates.other = {0} kandidaten naast {1}\n"};
  EXPECT_EQ(messages.counted("candidates", 1, "a"), "1 kandidaat naast a");
  EXPECT_EQ(messages.counted("candidates", 0, "a"), "0 kandidaten naast a");
}

TEST(Messages, KeepsTheLinesAndSpacesOfABlock) {
  const Messages messages{"help =\n| Gebruik:\n|\n|   collega read cv.pdf\n\nnext = x"};
  EXPECT_EQ(messages("help"), "Gebruik:\n\n  collega read cv.pdf");
  EXPECT_EQ(messages("next"), "x");
}

TEST(Messages, LeavesOtherBracesAlone) {
  EXPECT_EQ(Messages{R"(example = {"path": "cv.pdf"} {x})"}("example"), R"({"path": "cv.pdf"} {x})");
}

TEST(Messages, DoesNotFillInWhatWasFilledIn) { EXPECT_EQ(Messages{"two = {0} {1}"}("two", "{1}", "b"), "{1} b"); }

TEST(Messages, TakesAMissingKeyForABug) {
  const Messages messages{"a = b {0}"};
  EXPECT_THROW((void)messages("b"), std::logic_error);
  EXPECT_THROW((void)messages("a"), std::logic_error);
  EXPECT_THROW(Messages{"a = 1\na = 2"}, std::logic_error);
  EXPECT_THROW(Messages{"no text"}, std::logic_error);
  EXPECT_THROW(Messages{"| loose"}, std::logic_error);
}

TEST(Messages, TellsWhatTwoLanguagesDoNotShare) {
  EXPECT_THAT(differences(Messages{"a = {0}\nb = x"}, Messages{"a = {1}\nc = x"}),
              ElementsAre("other placeholders in a", "en lacks b", "nl lacks c"));
  EXPECT_THAT(differences(Messages{"a = {0} en {1}"}, Messages{"a = {1} and {0}"}), IsEmpty());
}

}  // namespace
}  // namespace collega
