#include "xml_slices.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace collega::documents {
namespace {

// "!" when the XML is broken.
std::vector<std::string> slices(std::string_view xml, std::string_view name) {
  std::vector<std::string> found;
  XmlSlices elements{xml, name};
  while (true) {
    const auto element = elements.next();
    if (!element.ok()) found.emplace_back("!");
    if (!element.ok() || !element.value()) return found;
    found.emplace_back(*element.value());
  }
}

TEST(XmlSlices, GivesEachElementOfTheNameWithWhatItHolds) {
  EXPECT_THAT(
      slices("<?xml version='1.0'?><d><rows><row r='1'><c/></row>\n<row/><rowBreaks/><row >x</row ></rows></d>", "row"),
      testing::ElementsAre("<row r='1'><c/></row>", "<row/>", "<row >x</row >"));
}

TEST(XmlSlices, TakesNamesWithAnyPrefix) {
  EXPECT_THAT(slices("<x:sst><x:si><x:t>Ede</x:t></x:si></x:sst>", "si"),
              testing::ElementsAre("<x:si><x:t>Ede</x:t></x:si>"));
}

TEST(XmlSlices, LeavesCommentsOut) {
  EXPECT_THAT(slices("<d><!-- <row/> --><row/></d>", "row"), testing::ElementsAre("<row/>"));
}

TEST(XmlSlices, SaysThatAnElementWithoutAnEndIsBroken) {
  EXPECT_THAT(slices("<d><row/><row><c>", "row"), testing::ElementsAre("<row/>", "!"));
  EXPECT_THAT(slices("<row", "row"), testing::ElementsAre("!"));
  EXPECT_THAT(slices("<row></rows>", "row"), testing::ElementsAre("!"));
  EXPECT_THAT(slices("<!-- <row/>", "row"), testing::IsEmpty());
}

}  // namespace
}  // namespace collega::documents
