#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "collega/privacy/pseudonyms.h"

namespace collega::privacy {
namespace {

using Entries = std::vector<Vault::Entry>;

Vault of(Entries entries) { return Vault::of(std::move(entries)).value(); }

const Vault& two_people() {
  static const Vault kVault = of({{"Persoon-A", "Anna Okkema", Kind::PERSON},
                                  {"Persoon-B", "Bram de Wit", Kind::PERSON},
                                  {"Adres-A", "Dorpsstraat 12", Kind::ADDRESS}});
  return kVault;
}
const Vault& one_person() {
  static const Vault kVault = of({{"Persoon-A", "Anna Okkema", Kind::PERSON}});
  return kVault;
}
const Vault& many_people() {
  static const Vault kVault = of({{"Persoon-A", "Anna Okkema", Kind::PERSON},
                                  {"Persoon-AA", "Bram de Wit", Kind::PERSON},
                                  {"Persoon-AAA", "Cor Veen", Kind::PERSON}});
  return kVault;
}

std::string streamed(std::string_view answer, const Vault& vault, const std::vector<std::size_t>& cuts) {
  StreamRestorer restorer(vault);
  std::string out;
  std::size_t at = 0;
  for (const std::size_t cut : cuts) {
    out += restorer.take(answer.substr(at, cut - at));
    at = cut;
  }
  out += restorer.take(answer.substr(at));
  return out + restorer.finish();
}

const std::vector<std::string>& answers() {
  static const std::vector<std::string> kAnswers{
      "Persoon-A belt Persoon-B op Adres-A.",
      "PERSOON-A en persoon-b, Person-A's rooster; Persoon A, Persoon_B.",
      "Beste Persoon-A,\n\nDe persoon die u noemt (Persoon-B) is er niet.",
      "Persoon: een persoon. Persoon-C bestaat niet, Persoon-AB ook niet.",
      "Persoon\xE2\x80\x91"
      "A en Persoon \xE2\x80\x93 B, Persoons gegevens, Personeel, Adres, Adres-A",
      "één ’t Persoon-Aé Persoon-A\xE2\x80\x99s 😀Persoon-B",
      "Persoon-As Persoon-BS Persoon-AAAAA Persoon-",
      "Persoon",
      "Persoon-A",
      "Perso",
      "{\"naam\":\"Persoon-A\",\"adres\":\"Adres-A\"}",
  };
  return kAnswers;
}

TEST(Restore, PutsTheNameBack) {
  EXPECT_EQ(restore("Persoon-A belt Persoon-B op Adres-A.", two_people()),
            "Anna Okkema belt Bram de Wit op Dorpsstraat 12.");
}

TEST(Restore, KnowsAPlaceholderThatWasReshaped) {
  for (const char* form :
       {"Persoon-A", "PERSOON-A", "persoon-a", "Persoon A", "PersoonA", "Persoon_A", "Person-A", "person-a", "Person A",
        "Persoon\xE2\x80\x91"
        "A",
        "Persoon\xE2\x80\x93"
        "A",
        "Persoon\xC2\xA0"
        "A"})
    EXPECT_EQ(restore(std::string("Ik bel ") + form + " morgen.", two_people()), "Ik bel Anna Okkema morgen.") << form;
}

TEST(Restore, LeavesTheEndingOfThePossessive) {
  EXPECT_EQ(restore("Persoon-A's rooster", two_people()), "Anna Okkema's rooster");
  EXPECT_EQ(restore("Persoon-A\xE2\x80\x99s rooster", two_people()), "Anna Okkema\xE2\x80\x99s rooster");
  EXPECT_EQ(restore("Persoon-As rooster", two_people()), "Anna Okkemas rooster");
}

TEST(Restore, ALetterThatWasDroppedIsOfTheOnlyOneThereIs) {
  EXPECT_EQ(restore("Beste Persoon,", one_person()), "Beste Anna Okkema,");
  EXPECT_EQ(restore("Beste Persoon,", two_people()), "Beste Persoon,");
}

TEST(Restore, ACommonNounIsNotSomebody) {
  for (const char* text : {"Deze persoon is er niet.", "De Persoon is er niet.", "Persoon: naam en adres", "personen",
                           "Een persoonlijk gesprek", "Persoonsgegevens"})
    EXPECT_EQ(restore(text, one_person()), text);
}

TEST(Restore, OnePlaceholderIsNotTheBeginningOfAnother) {
  EXPECT_EQ(restore("Persoon-AA, Persoon-A, Persoon-AAA.", many_people()), "Bram de Wit, Anna Okkema, Cor Veen.");
  EXPECT_EQ(restore("Persoon-AB", many_people()), "Persoon-AB");
}

TEST(Restore, APlaceholderWithinAWordIsNone) { EXPECT_EQ(restore("MijnPersoon-A", two_people()), "MijnPersoon-A"); }

TEST(Restore, WhatWasNeverHandedOutStays) { EXPECT_EQ(restore("Persoon-Q belt.", two_people()), "Persoon-Q belt."); }

TEST(StreamRestorer, GivesWhatTheWholeGivesWhereverItIsCutInTwo) {
  for (const Vault* vault : {&two_people(), &one_person(), &many_people()})
    for (const std::string& answer : answers())
      for (std::size_t cut = 0; cut <= answer.size(); ++cut) {
        if (cut < answer.size() && (static_cast<unsigned char>(answer[cut]) & 0xC0) == 0x80) continue;
        ASSERT_EQ(streamed(answer, *vault, {cut}), restore(answer, *vault)) << answer << " at " << cut;
      }
}

TEST(StreamRestorer, GivesWhatTheWholeGivesLetterByLetter) {
  for (const Vault* vault : {&two_people(), &one_person(), &many_people()})
    for (const std::string& answer : answers()) {
      std::vector<std::size_t> cuts;
      for (std::size_t at = 1; at < answer.size(); ++at)
        if ((static_cast<unsigned char>(answer[at]) & 0xC0) != 0x80) cuts.push_back(at);
      EXPECT_EQ(streamed(answer, *vault, cuts), restore(answer, *vault)) << answer;
    }
}

TEST(StreamRestorer, HoldsBackAFewWordsAtMost) {
  constexpr std::size_t kFewWords = 32;
  StreamRestorer restorer(two_people());
  std::size_t in = 0, out = 0;
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string& answer = answers()[random() % 3];
    for (const char byte : answer) {
      in += 1;
      out += restorer.take(std::string_view(&byte, 1)).size();
      // Names are longer than their placeholders here, or as long.
      ASSERT_LE(in, out + kFewWords);
    }
    in = out = 0;
    (void)restorer.take(" ");
    if (i > 200) break;
  }
}

TEST(StreamRestorer, ShowsAtOnceWhatCanBeNoPlaceholder) {
  StreamRestorer restorer(two_people());
  EXPECT_EQ(restorer.take("Het rooster "), "Het rooster ");
  EXPECT_EQ(restorer.take("van Perso"), "van ");
  EXPECT_EQ(restorer.take("on-A"), "");
  EXPECT_EQ(restorer.take(" is"), "Anna Okkema is");
  EXPECT_EQ(restorer.finish(), "");
}

TEST(StreamRestorer, PassesEverythingThroughWithoutAVault) {
  StreamRestorer restorer{Vault{}};
  EXPECT_EQ(restorer.take("Persoon-"), "Persoon-");
  EXPECT_EQ(restorer.finish(), "");
}

TEST(StreamRestorer, ALongAnswerEndsWithNothingHeld) {
  StreamRestorer restorer(two_people());
  std::size_t shown = 0;
  for (int i = 0; i < 100'000; ++i) shown += restorer.take("Persoon-A en een woord. ").size();
  EXPECT_EQ(shown, 100'000 * std::string_view("Anna Okkema en een woord. ").size());
  EXPECT_EQ(restorer.finish(), "");
}

TEST(StreamRestorer, AMillionOfTheSameEnds) {
  for (const char* piece : {"P", "Persoon", "Persoon-", "-", "A", " ", "Persoon ", "Persoon-AAAA", "é"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    StreamRestorer restorer(two_people());
    std::string out;
    for (std::size_t at = 0; at < text.size();
         at += 4096 / std::string_view(piece).size() * std::string_view(piece).size())
      out += restorer.take(
          std::string_view(text).substr(at, 4096 / std::string_view(piece).size() * std::string_view(piece).size()));
    out += restorer.finish();
    EXPECT_EQ(out, restore(text, two_people())) << piece;
  }
}

}  // namespace
}  // namespace collega::privacy
