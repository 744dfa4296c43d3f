#include "collega/privacy/pseudonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "collega/base/error.h"
#include "test_vault.h"

namespace collega::privacy {
namespace {

using test::hide;
using test::kToday;
using test::placeholder;
using test::where;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(Pseudonyms, OnePersonHasOnePlaceholderWhateverTheSpelling) {
  for (const char* spelling :
       {"A. Okkema", "Okkema", "Anna", "mevrouw Okkema", "ANNA OKKEMA", "Okkema, A.", "Anna's"}) {
    Vault vault;
    EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
    EXPECT_EQ(placeholder(spelling, vault), "Persoon-A") << spelling;
  }
}

TEST(Pseudonyms, TheFirstNameMayComeBeforeTheWholeName) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna", vault), "Persoon-A");
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
}

TEST(Pseudonyms, TwoPeopleHaveTwo) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  EXPECT_EQ(placeholder("Bram Tasma", vault), "Persoon-B");
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
}

TEST(Pseudonyms, TwoWithOneFamilyNameAreTwo) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  EXPECT_EQ(placeholder("Bram Okkema", vault), "Persoon-B");
  EXPECT_EQ(placeholder("B. Okkema", vault), "Persoon-B");
  EXPECT_EQ(placeholder("Anna", vault), "Persoon-A");
}

TEST(Pseudonyms, TwoWithOneFirstNameAreTwo) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  EXPECT_EQ(placeholder("Anna Tasma", vault), "Persoon-B");
  EXPECT_EQ(placeholder("mevrouw Tasma", vault), "Persoon-B");
}

TEST(Pseudonyms, AFamilyNameThatTwoBearIsWhoWasNamedLast) {
  Vault vault;
  const std::string_view text = "Anna Okkema, Bram Okkema, Anna Okkema; mevrouw Okkema";
  const std::vector<Finding> findings{{{0, 11}, Kind::PERSON, 1.0, "name_first"},
                                      {{13, 24}, Kind::PERSON, 1.0, "name_first"},
                                      {{26, 37}, Kind::PERSON, 1.0, "name_first"},
                                      {{47, 53}, Kind::PERSON, 1.0, "name_title"}};
  const auto out = pseudonymise(text, findings, {}, vault, kToday);
  ASSERT_TRUE(out);
  EXPECT_EQ(out.value().text, "Persoon-A, Persoon-B, Persoon-A; mevrouw Persoon-A");
}

TEST(Pseudonyms, AValueIsOneWhateverItsSpaces) {
  Vault vault;
  EXPECT_EQ(placeholder("NL91 ABNA 0417 1643 00", vault, Kind::IBAN), "IBAN-A");
  EXPECT_EQ(placeholder("nl91abna0417164300", vault, Kind::IBAN), "IBAN-A");
  EXPECT_EQ(placeholder("NL02 ABNA 0123 4567 89", vault, Kind::IBAN), "IBAN-B");
}

TEST(Pseudonyms, APlaceholderStaysThroughTheTurns) {
  Vault vault;
  (void)hide("Anna Okkema en Bram Tasma", {{Kind::PERSON, "Anna Okkema"}, {Kind::PERSON, "Bram Tasma"}}, vault);
  const Pseudonymised later =
      hide("Cor Veen belt Bram Tasma", {{Kind::PERSON, "Cor Veen"}, {Kind::PERSON, "Bram Tasma"}}, vault);
  EXPECT_EQ(later.text, "Persoon-C belt Persoon-B");
  auto kept = Vault::of(vault.entries());
  ASSERT_TRUE(kept);
  EXPECT_EQ(placeholder("Bram Tasma", kept.value()), "Persoon-B");
}

TEST(Pseudonyms, WordsAreInTheLanguageOfTheVault) {
  Vault vault(Language::en);
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Person-A");
}

TEST(Pseudonyms, NoPlaceholderIsAWordThatTheTextHolds) {
  Vault vault;
  const Pseudonymised out = hide("Persoon-A is Anna Okkema niet.", {{Kind::PERSON, "Anna Okkema"}}, vault);
  EXPECT_EQ(out.text, "Persoon-A is Persoon-B niet.");
  EXPECT_EQ(restore(out), "Persoon-A is Anna Okkema niet.");
  EXPECT_EQ(restore(out.text, vault), "Persoon-A is Anna Okkema niet.");
}

TEST(Pseudonyms, AWordThatALaterTextHoldsIsKeptClearOf) {
  Vault vault;
  vault.keep_clear_of("En wie is persoon a, en Persoon-B?");
  vault.keep_clear_of("person-c");
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  EXPECT_EQ(placeholder("Bram Tasma", vault), "Persoon-D");
}

TEST(Pseudonyms, AWordThatWasHandedOutBecomesAValueToHideInALaterText) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  const std::string_view later = "In de notulen staat Persoon-A, dat is Anna Okkema.";
  const Pseudonymised out = hide(later, {{Kind::PERSON, "Anna Okkema"}}, vault);
  EXPECT_EQ(out.text, "In de notulen staat Persoon-B, dat is Persoon-A.");
  EXPECT_EQ(restore(out), later);
  EXPECT_EQ(restore(out.text, vault), later);
}

TEST(Pseudonyms, TheWordAloneIsHiddenWhereItWouldComeBackAsTheOnlyPerson) {
  Vault vault;
  EXPECT_EQ(placeholder("Anna Okkema", vault), "Persoon-A");
  const std::string_view later = "Persoon en functie";
  const Pseudonymised out = hide(later, {}, vault);
  EXPECT_EQ(restore(out.text, vault), later);
}

TEST(Pseudonyms, AfterTwentySixPeopleComesAA) {
  Vault vault;
  for (int i = 0; i < 26; ++i)
    (void)placeholder("Anna Okkema" + std::string(static_cast<std::size_t>(i) + 1, 'x'), vault);
  EXPECT_EQ(placeholder("Bram Tasma", vault), "Persoon-AA");
  EXPECT_EQ(restore("Persoon-AA sprak met Persoon-A.", vault), "Bram Tasma sprak met Anna Okkemax.");
}

TEST(Pseudonyms, SixHundredPeopleEachHaveTheirOwn) {
  Vault vault;
  std::string text, back;
  std::vector<Finding> findings;
  for (int i = 0; i < 800; ++i) {
    const std::string name = "Anna Okkema" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26 % 26)) +
                             std::string(1, static_cast<char>('a' + i / 676));
    findings.push_back({{text.size(), text.size() + name.size()}, Kind::PERSON, 1.0, "name_first"});
    text += name + " en ";
  }
  const auto out = pseudonymise(text, findings, {}, vault, kToday);
  ASSERT_TRUE(out);
  EXPECT_THAT(vault.entries(), SizeIs(800));
  EXPECT_EQ(restore(out.value().text, vault), text);
}

TEST(Pseudonyms, WhatThePolicyKeepsLeavesAsItStands) {
  Vault vault;
  Policy policy;
  policy.set(Kind::PLACE, Treatment::keep);
  EXPECT_EQ(hide("Anna uit Zwolle", {{Kind::PERSON, "Anna"}, {Kind::PLACE, "Zwolle"}}, vault, policy).text,
            "Persoon-A uit Zwolle");
}

TEST(Pseudonyms, ABirthDateBecomesABandOfAges) {
  Policy policy;
  policy.set(Kind::DATE_OF_BIRTH, Treatment::generalise);
  for (const char* date : {"12-03-1984", "12 maart 1984", "1984-03-12"}) {
    Vault vault;
    EXPECT_EQ(hide(std::string("Zij is ") + date, {{Kind::DATE_OF_BIRTH, date}}, vault, policy).text,
              "Zij is leeftijd 40-44 jaar");
    EXPECT_THAT(vault.entries(), IsEmpty());
  }
}

TEST(Pseudonyms, APostcodeBecomesItsRegion) {
  Vault vault;
  Policy policy;
  policy.set(Kind::POSTCODE, Treatment::generalise);
  const Pseudonymised out = hide("in 1234 AB", {{Kind::POSTCODE, "1234 AB"}}, vault, policy);
  EXPECT_EQ(out.text, "in 12..");
  EXPECT_EQ(out.replaced[static_cast<std::size_t>(Kind::POSTCODE)], 1U);
}

TEST(Pseudonyms, WhatThePolicyRefusesDoesNotLeaveAndIsNotRepeated) {
  Vault vault;
  Policy policy;
  policy.set(Kind::BSN, Treatment::refuse);
  const auto out =
      pseudonymise("BSN 123456782", where("BSN 123456782", {{Kind::BSN, "123456782"}}), policy, vault, kToday);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().code, ErrorCode::shield_refuses);
  for (const Language language : {Language::nl, Language::en})
    EXPECT_THAT(describe(out.error(), language), Not(HasSubstr("123456782")));
  EXPECT_THAT(vault.entries(), IsEmpty());
}

TEST(Pseudonyms, SpecialCategoriesAreKeptUnlessThePolicySaysOtherwise) {
  Vault vault;
  EXPECT_EQ(hide("zij is ziek", {{Kind::HEALTH, "ziek"}}, vault).text, "zij is ziek");
}

TEST(Pseudonyms, PlacesSayWhatStandsNowAndWhatStoodThere) {
  Vault vault;
  const Pseudonymised out = hide("Bel Anna of Bram.", {{Kind::PERSON, "Anna"}, {Kind::PERSON, "Bram"}}, vault);
  ASSERT_THAT(out.places, SizeIs(2));
  EXPECT_EQ(out.places[1].span.of(out.text), "Persoon-B");
  EXPECT_EQ(out.places[1].original, "Bram");
  EXPECT_EQ(out.replaced[static_cast<std::size_t>(Kind::PERSON)], 2U);
}

TEST(Pseudonyms, ATextWithoutFindingsLeavesAsItIs) {
  Vault vault;
  EXPECT_EQ(hide("Het rooster is klaar.", {}, vault).text, "Het rooster is klaar.");
  EXPECT_EQ(hide("", {}, vault).text, "");
}

TEST(Vault, AVaultThatIsKeptHasNoEmptyOrDoubledMember) {
  using Entries = std::vector<Vault::Entry>;
  for (const Entries& entries : {Entries{{"", "Anna", Kind::PERSON}}, Entries{{"Persoon-A", "", Kind::PERSON}},
                                 Entries{{"Persoon-A", "Anna", Kind::PERSON}, {"Persoon-A", "Anna", Kind::PERSON}}}) {
    const auto vault = Vault::of(entries);
    ASSERT_FALSE(vault);
    EXPECT_EQ(vault.error().code, ErrorCode::unknown_value);
  }
}

TEST(Vault, AKeptVaultGivesBackTheFullestNameThatWasFirst) {
  const auto vault = Vault::of({{"Persoon-A", "Anna Okkema", Kind::PERSON}, {"Persoon-A", "Anna", Kind::PERSON}});
  ASSERT_TRUE(vault);
  EXPECT_EQ(restore("Persoon-A belt.", vault.value()), "Anna Okkema belt.");
}

/// Names, numbers, words that look like placeholders and letters of elsewhere, one after another.
std::string any_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"Anna Okkema",
                                                "Anna",
                                                "A. Okkema",
                                                "Bram de Wit",
                                                "mevrouw Tasma",
                                                "06-12345678",
                                                "123456782",
                                                "1234 AB",
                                                "Zwolle",
                                                "Dorpsstraat 12",
                                                "a.b@c.nl",
                                                "Persoon-A",
                                                "persoon a",
                                                "Persoon-AA",
                                                "Person-B",
                                                "Persoon",
                                                "PERSOON-C's",
                                                "Adres-A",
                                                "IBAN-A",
                                                "Plaats-b",
                                                "BSN 111222333",
                                                "é",
                                                "ﬁ",
                                                "😀",
                                                "İstanbul",
                                                "\xC2\xA0",
                                                "–",
                                                "’s",
                                                "12-03-1984",
                                                "geboren op",
                                                "NL91ABNA0417164300",
                                                "ziek",
                                                "Zij is",
                                                "Bakker's",
                                                "Persoon-",
                                                "-A",
                                                "Persoon\xE2\x80\x91"
                                                "A",
                                                "Persoon_A",
                                                "Beste",
                                                "\xCC\x81"};
  static const std::vector<std::string> kBetween{" ", " ", " ", "", "\n", ", ", ". ", "-", ": ", "\t"};
  std::string text;
  for (std::size_t n = random() % 24; n > 0; --n)
    text += kPieces[random() % kPieces.size()] + kBetween[random() % kBetween.size()];
  return text;
}

TEST(Pseudonyms, WhatIsRestoredIsWhatWas) {
  std::mt19937 random(2026);
  for (int conversation = 0; conversation < 400; ++conversation) {
    Vault vault(conversation % 2 == 0 ? Language::nl : Language::en);
    for (int turn = 0; turn < 4; ++turn) {
      const std::string text = any_text(random);
      const auto out = pseudonymise(text, find(text), {}, vault, kToday);
      ASSERT_TRUE(out);
      ASSERT_EQ(restore(out.value()), text);
      for (const Pseudonymised::Place& place : out.value().places) ASSERT_LE(place.span.end, out.value().text.size());
    }
  }
}

TEST(Pseudonyms, NoNameThatWasFoundLeaves) {
  std::mt19937 random(11);
  for (int i = 0; i < 400; ++i) {
    const std::string text = any_text(random);
    Vault vault;
    const auto out = pseudonymise(text, find(text), {}, vault, kToday);
    ASSERT_TRUE(out);
    // What remains between the placeholders was there before, in the same order.
    std::size_t at = 0, then = 0;
    for (const Pseudonymised::Place& place : out.value().places) {
      ASSERT_EQ(out.value().text.substr(at, place.span.begin - at), text.substr(then, place.span.begin - at));
      then += place.span.begin - at + place.original.size();
      at = place.span.end;
    }
    ASSERT_EQ(out.value().text.substr(at), text.substr(then));
  }
}

TEST(Pseudonyms, AMillionBytesOfNamesAndOfPlaceholdersEnd) {
  std::string text;
  std::vector<Finding> findings;
  for (int i = 0; text.size() < 1'000'000; ++i) {
    const std::string name = "Okkema" + std::to_string(i);
    findings.push_back({{text.size(), text.size() + name.size()}, Kind::PERSON, 1.0, "name_first"});
    text += name + " Persoon-" + std::string(1, static_cast<char>('A' + i % 26)) + " ";
  }
  Vault vault;
  const auto out = pseudonymise(text, findings, {}, vault, kToday);
  ASSERT_TRUE(out);
  EXPECT_EQ(restore(out.value()), text);
  const auto again = pseudonymise(out.value().text, {}, {}, vault, kToday);
  ASSERT_TRUE(again);
  EXPECT_EQ(restore(again.value()), out.value().text);
}

}  // namespace
}  // namespace collega::privacy
