#include "terminal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::cli {
namespace {

using testing::ElementsAre;

TEST(Width, CountsWhatTheEyeSees) {
  EXPECT_EQ(width_of("Daniël"), 6u);
  EXPECT_EQ(width_of("Danie\u0308l"), 6u);
  EXPECT_EQ(width_of("王芳"), 4u);
  EXPECT_EQ(width_of(painted("ja", Colour::green, true)), 2u);
}

TEST(Printable, KeepsADocumentFromSteeringTheTerminal) {
  EXPECT_EQ(printable("SQL\033[2J\033]0;x\007 en\tC++\u009b1m"), "SQL[2J]0;x en C++1m");
  EXPECT_EQ(printable("\u202Efdp.exe"), "fdp.exe");
  EXPECT_EQ(printable("een\ntwee", true), "een\ntwee");
  EXPECT_EQ(printable("a\xff"), "a\uFFFD");
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("drie jaar ervaring in de wijkzorg", 14), ElementsAre("drie jaar", "ervaring in de", "wijkzorg"));
}

TEST(Wrapped, BreaksAWordThatIsLongerThanALine) {
  EXPECT_THAT(wrapped("de wondverpleegkundige", 10), ElementsAre("de", "wondverple", "egkundige"));
}

TEST(Wrapped, CountsWideCharactersTwice) { EXPECT_THAT(wrapped("王芳王芳", 5), ElementsAre("王芳", "王芳")); }

TEST(Hanging, IndentsWhatFollowsTheFirstLine) { EXPECT_EQ(hanging("• ", "een twee", 6), "• een\n  twee\n"); }

TEST(Shortened, SaysThatSomethingWasCut) {
  EXPECT_EQ(shortened("Verpleegkundige", 8, "…"), "Verplee…");
  EXPECT_EQ(shortened("Zorg", 8, "…"), "Zorg");
}

}  // namespace
}  // namespace collega::cli
