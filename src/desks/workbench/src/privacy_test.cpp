#include "privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "collega/base/utf8.h"

namespace collega::workbench {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Date kToday{std::chrono::year{2026} / 11 / 23};

PseudonymiseAnswer hidden(const std::string& text, const std::vector<VaultEntry>& vault = {},
                          const std::vector<std::string>& known = {}) {
  auto answer = pseudonymise({text, std::nullopt, known, vault}, Language::nl, kToday);
  EXPECT_TRUE(answer);
  return answer ? std::move(answer).value() : PseudonymiseAnswer{};
}

std::string back(const std::string& text, const std::vector<VaultEntry>& vault) {
  auto answer = restore(RestoreRequest{text, vault});
  EXPECT_TRUE(answer);
  return answer ? std::move(answer).value().text : std::string();
}

TEST(Privacy, OffsetsAreCodePoints) {
  const auto answer = find_personal({"Één café: BSN 123456782.", std::nullopt, {}}, Language::nl);
  ASSERT_THAT(answer.spans, SizeIs(1));
  EXPECT_EQ(answer.spans[0].start, 14);
  EXPECT_EQ(answer.spans[0].end, 23);
  EXPECT_EQ(answer.spans[0].type, privacy::Kind::BSN);
}

TEST(Privacy, ReasonsAreInTheLanguageAsked) {
  const auto dutch = find_personal({"BSN 123456782", std::nullopt, {}}, Language::nl);
  const auto english = find_personal({"BSN 123456782", Language::en, {}}, Language::nl);
  ASSERT_THAT(dutch.spans, SizeIs(1));
  ASSERT_THAT(english.spans, SizeIs(1));
  EXPECT_NE(dutch.spans[0].reason, english.spans[0].reason);
}

TEST(Privacy, OwnPeopleAreFoundByAWordThatIsNoNameElsewhere) {
  const std::string text = "overleg met zwaluwnestra over het rooster";
  EXPECT_THAT(find_personal({text, Language::nl, {}}, Language::nl).spans, IsEmpty());
  EXPECT_THAT(find_personal({text, Language::nl, {"Floor Zwaluwnestra"}}, Language::nl).spans, SizeIs(1));
}

TEST(Privacy, TheVaultSaysWhereEachSpellingStood) {
  const auto answer = hidden("Één: BSN 123456782 en nog eens BSN 123456782.");
  ASSERT_THAT(answer.vault, SizeIs(1));
  EXPECT_EQ(answer.text, "Één: BSN BSN-A en nog eens BSN BSN-A.");
  EXPECT_THAT(answer.vault[0].at, ElementsAre(9, 31));
}

TEST(Privacy, AVaultGoesOnInTheNextTurn) {
  const auto first = hidden("BSN 123456782");
  const auto second = hidden("BSN 111222333, eerder BSN 123456782", first.vault);
  EXPECT_EQ(second.text, "BSN BSN-B, eerder BSN BSN-A");
}

TEST(Privacy, EverySpellingComesBackInTheVeryTextThatLeft) {
  const std::vector<std::string> staff{"Xandra Okkema"};
  const std::string text = "Xandra Okkema is er niet; X. Okkema komt morgen. OKKEMA belt.";
  const auto answer = hidden(text, {}, staff);
  EXPECT_THAT(answer.text, Not(testing::HasSubstr("kkema")));
  EXPECT_EQ(back(answer.text, answer.vault), text);
}

TEST(Privacy, AnAnswerOfAModelGetsTheFirstSpelling) {
  const auto answer = hidden("Xandra Okkema belt X. Okkema.", {}, {"Xandra Okkema"});
  EXPECT_EQ(back("PERSOON-A's rooster is klaar.", answer.vault), "Xandra Okkema's rooster is klaar.");
}

TEST(Privacy, PlacesThatDoNotFitTheTextAreNotBelieved) {
  for (const std::int64_t at : {std::int64_t{-5}, std::int64_t{3}, std::int64_t{1'000'000}}) {
    const std::vector<VaultEntry> vault{{"Persoon-A", "Anna Okkema", privacy::Kind::PERSON, {at}}};
    EXPECT_EQ(back("Wie is Persoon-A?", vault), "Wie is Anna Okkema?") << at;
  }
}

TEST(Privacy, AVaultWithAnEmptyMemberIsRefused) {
  const auto answer = restore(RestoreRequest{"tekst", {{"", "Anna", privacy::Kind::PERSON, {}}}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::unknown_value);
}

TEST(Privacy, WhatIsRestoredIsWhatWas) {
  const std::vector<std::string> pieces{"Xandra Okkema",
                                        "X. Okkema",
                                        "okkema",
                                        "Bram de Wit",
                                        "Anna",
                                        "06-12345678",
                                        "BSN 123456782",
                                        "1234 AB Zwolle",
                                        "Persoon-A",
                                        "persoon a",
                                        "Persoon-AA",
                                        "PERSON-B's",
                                        "BSN-A",
                                        "Persoon",
                                        "é",
                                        "😀",
                                        "İ",
                                        "a.okkema@veldzicht.nl",
                                        "–",
                                        "\xC2\xA0",
                                        "NL91ABNA0417164300",
                                        "Dorpsstraat 12",
                                        "geboren op 12-03-1984",
                                        "-A",
                                        "’s",
                                        "Beste"};
  const std::vector<std::string> between{" ", " ", "", "\n", ", ", ". ", "-"};
  std::mt19937 random(7);
  for (int conversation = 0; conversation < 300; ++conversation) {
    std::vector<VaultEntry> vault;
    for (int turn = 0; turn < 3; ++turn) {
      std::string text;
      for (std::size_t n = random() % 16; n > 0; --n)
        text += pieces[random() % pieces.size()] + between[random() % between.size()];
      const auto answer = hidden(text, vault, {"Xandra Okkema"});
      ASSERT_EQ(back(answer.text, answer.vault), text) << answer.text;
      vault = answer.vault;
    }
  }
}

}  // namespace
}  // namespace collega::workbench
