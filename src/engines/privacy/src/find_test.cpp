#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <random>
#include <regex>
#include <set>

#include "collega/base/messages.h"
#include "collega/base/utf8.h"
#include "test_find.h"

namespace collega::privacy {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

using test::found;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Spans are valid when they are in order, do not overlap, are not empty and begin and end at a code point.
void expect_valid(std::string_view text) {
  std::size_t passed = 0;
  const auto starts = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  for (const Finding& finding : find(text)) {
    ASSERT_LE(passed, finding.span.begin);
    ASSERT_LT(finding.span.begin, finding.span.end);
    ASSERT_LE(finding.span.end, text.size());
    ASSERT_TRUE(starts(finding.span.begin) && starts(finding.span.end)) << finding.span.of(text);
    ASSERT_GT(finding.score, 0);
    ASSERT_LE(finding.score, 1);
    passed = finding.span.end;
  }
}

/// The code that gives reasons: all but what stands under the recognisers or after them.
std::string sources() {
  const std::set<std::string> others{"find",    "kinds",       "labels",         "letters",
                                     "lexicon", "person_name", "placeholders",   "pseudonyms",
                                     "restore", "sheet",       "special_phrases"};
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator("src/engines/privacy/src")) {
    const std::string name = entry.path().stem();
    if (entry.path().extension() != ".cpp" || name.ends_with("_test") || others.contains(name)) continue;
    std::ifstream file(entry.path());
    all += std::string(std::istreambuf_iterator<char>(file), {});
  }
  return all;
}

TEST(Find, BothLanguagesSayTheSame) {
  EXPECT_THAT(differences(Messages(embedded_nl_txt()), Messages(embedded_en_txt())), IsEmpty());
}

TEST(Find, EveryReasonInTheTextsIsGivenSomewhere) {
  const std::string code = sources();
  const std::string texts(embedded_nl_txt());
  const std::regex key("reason\\.([a-z_]+)");
  for (std::sregex_iterator match(texts.begin(), texts.end(), key), end; match != end; ++match)
    EXPECT_NE(code.find("\"" + (*match)[1].str() + "\""), std::string::npos) << (*match)[1];
}

TEST(Find, EveryReasonThatTheSourcesGiveHasItsTexts) {
  const Messages nl(embedded_nl_txt());
  const std::string code = sources();
  // Reasons stand last in a call or a row: behind a comma or as what one of two conditions gives, before ) } or :.
  const std::regex given("(?:[0-9a-zA-Z_)]+, |\\? |: |why = )\"([a-z]+(?:_[a-z]+)*)\"(?=\\)|\\}|;| :)");
  std::set<std::string> keys;
  for (std::sregex_iterator match(code.begin(), code.end(), given), end; match != end; ++match)
    keys.insert((*match)[1]);
  EXPECT_THAT(keys, SizeIs(testing::Ge(30U)));
  for (const std::string& one : keys) EXPECT_TRUE(nl.has("reason." + one)) << one;
}

TEST(Find, AReasonIsReadInTheLanguageAsked) {
  const std::string_view text = "BSN 123456782";
  const auto findings = find(text);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(reason_of(findings[0], Language::nl), testing::HasSubstr("elfproef"));
  EXPECT_THAT(reason_of(findings[0], Language::en), testing::HasSubstr("eleven"));
}

TEST(Find, EveryFindingOfAnOrdinaryTextHasAReason) {
  const std::string_view text =
      "Geachte mevrouw Hoekstra,\nU bent geboren op 12-03-1984, woont op Dorpsstraat 12, 1234 AB Amersfoort en bent te "
      "bereiken op 06-12345678 of m.hoekstra@veldzicht.nl. Uw BSN is 123456782, uw rekening NL91ABNA0417164300, uw "
      "kenteken "
      "GH-123-K en uw personeelsnummer 20388. U heeft een burn-out. KvK 17851480, btw NL001234567B01, 192.168.1.20.";
  const auto findings = find(text);
  EXPECT_THAT(findings, SizeIs(testing::Ge(14U)));
  for (const Finding& finding : findings)
    for (const Language language : {Language::nl, Language::en})
      EXPECT_THAT(reason_of(finding, language), Not(IsEmpty()));
}

TEST(Find, TheNameInAnAddressForMailIsPartOfIt) {
  EXPECT_THAT(found("Mail anna.bakker@veldzicht.nl vandaag"), ElementsAre("EMAIL anna.bakker@veldzicht.nl"));
}

TEST(Find, TheNameOfAStreetIsNoPerson) {
  EXPECT_THAT(found("Hij woont in de Jan van Galenstraat 14."), ElementsAre("ADDRESS Jan van Galenstraat 14"));
}

TEST(Find, TheDigitsOfAnAccountAreNoPhoneNumber) {
  EXPECT_THAT(found("NL91 ABNA 0417 1643 00"), ElementsAre("IBAN NL91 ABNA 0417 1643 00"));
}

TEST(Find, NothingIsFoundInNothing) {
  for (const char* text : {"", " ", "\n", "a", "A", "é", "7", "-", "'", "@", ".", "\xF0\x9F\x98\x80"}) {
    EXPECT_THAT(find(text), IsEmpty()) << text;
  }
}

TEST(Find, AMillionOfTheSameEnds) {
  // What takes quadratic time here does not end within the time that a test has.
  constexpr std::size_t kSize = 1'000'000;
  for (const char* piece : {"a",
                            "A",
                            "7",
                            "a.",
                            "A.",
                            "-",
                            "'",
                            "@",
                            ":",
                            ".",
                            " ",
                            "\n",
                            ";",
                            "\t",
                            "a@",
                            "a@a.",
                            "7-",
                            "7 ",
                            "06-",
                            "A ",
                            "a ",
                            "é",
                            "É ",
                            "Anna ",
                            "Anna-",
                            "van ",
                            "Van ",
                            "A.B. ",
                            "a://b/",
                            "a.nl?",
                            "a.nl/",
                            "www.a.",
                            "x.nl.x.",
                            "::",
                            "a:b:",
                            "1.1.1.1.",
                            "naam;",
                            "naam;bsn;uren\n",
                            "1234 AB ",
                            "geboren ",
                            "BSN ",
                            "Dorpsstraat 12 ",
                            "Van der ",
                            "Persoon-",
                            "Persoon-A ",
                            "KvK ",
                            "tel 06 ",
                            "ziek ",
                            "Zij is ziek. ",
                            "'s ",
                            "O'",
                            "NL91",
                            "NL ",
                            "(0",
                            "+31",
                            "\xE2\x80\x99",
                            "ABC-"}) {
    std::string text;
    while (text.size() < kSize) text += piece;
    expect_valid(text);
  }
}

TEST(Find, SpansAreValidInTextsOfAnyPieces) {
  const std::vector<std::string> pieces{"Anna",
                                        " ",
                                        "de ",
                                        "Wit",
                                        ", ",
                                        "A.",
                                        "06-12345678",
                                        "@",
                                        "veldzicht.nl",
                                        "1234 AB",
                                        "\n",
                                        "Dorpsstraat 12",
                                        "é",
                                        "’s",
                                        "–",
                                        "BSN",
                                        ": ",
                                        "123456782",
                                        "NL91ABNA0417164300",
                                        "12-03-1984",
                                        "geboren op ",
                                        "x",
                                        "(",
                                        ")",
                                        "😀",
                                        "naam;bsn;uren\n",
                                        "Jan;123456782;3\n",
                                        "ziek",
                                        "mevrouw ",
                                        "Ö",
                                        "\xC2\xA0",
                                        "www.",
                                        "://",
                                        "-"};
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int n = 0; n < 30; ++n) text += pieces[random() % pieces.size()];
    expect_valid(text);
  }
}

TEST(Find, ManyThreadsFindTheSame) {
  const std::string text = "Bel Marieke Hoekstra op 06-12345678.";
  const auto alone = found(text);
  std::vector<std::future<std::vector<std::string>>> answers;
  for (int i = 0; i < 8; ++i) answers.push_back(std::async(std::launch::async, [&] { return found(text); }));
  for (auto& answer : answers) EXPECT_EQ(answer.get(), alone);
}

}  // namespace
}  // namespace collega::privacy
