#include "blind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "collega/documents/read.h"

namespace collega::hiring {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

constexpr const char* kBar = "▇▇▇";

Blinder knowing(const std::string& markdown, const std::vector<std::string>& file_names = {}) {
  return Blinder({documents::parse(markdown, "cv.md").value()}, file_names);
}

std::string blinded(std::string_view text) { return Blinder({}, {}).blind(text); }

TEST(Blinder, KnowsTheNameOfTheFirstHeading) {
  EXPECT_EQ(knowing("# Anna de Wit\n\nVerpleegkundige in de wijk.").blind("Mevrouw Wit (Anna) werkt in Tilburg."),
            "Mevrouw ▇▇▇ (▇▇▇) werkt in Tilburg.");
}

TEST(Blinder, LooksBelowATitle) {
  EXPECT_EQ(knowing("# Curriculum vitae\n\n## Samira Boulahrouz\n\nVerzorgende.").blind("Samira Boulahrouz"),
            "▇▇▇ ▇▇▇");
}

TEST(Blinder, TakesTheNameAndLeavesTheJobBehindIt) {
  const Blinder blinder = knowing("# Anna Jansen – Verpleegkundige Wijkzorg\n\nProfiel.");
  EXPECT_EQ(blinder.blind("Jansen: Verpleegkundige Wijkzorg"), "▇▇▇: Verpleegkundige Wijkzorg");
}

TEST(Blinder, KnowsNamesFromLabelledLines) {
  const Blinder blinder =
      knowing("# Sollicitatie\n\nVoornaam: Fatima\n\nAchternaam: Yılmaz\n\nNaam: Fatima Yılmaz-Bos");
  EXPECT_EQ(blinder.blind("Fatima werkte met mevrouw Yılmaz, nu Bos."), "▇▇▇ werkte met mevrouw ▇▇▇, nu ▇▇▇.");
}

TEST(Blinder, KnowsNamesFromATable) {
  EXPECT_THAT(knowing("# CV\n\n| Naam | Henk Visser |\n|---|---|\n| Beroep | Monteur |").blind("Visser is monteur"),
              HasSubstr("▇▇▇ is monteur"));
}

TEST(Blinder, KnowsTheNameUnderALetter) {
  EXPECT_EQ(knowing("Geachte mevrouw,\n\nIk solliciteer graag.\n\nMet vriendelijke groet,\n\nRoos Bakker")
                .blind("Roos Bakker schrijft"),
            "▇▇▇ ▇▇▇ schrijft");
}

TEST(Blinder, KnowsANameThatIsSaid) {
  EXPECT_EQ(knowing("Ik solliciteer.\n\nMijn naam is Jan van den Berg en ik werk bij Philips.")
                .blind("Van den Berg, Jan; Philips"),
            "Van den ▇▇▇, ▇▇▇; Philips");
}

TEST(Blinder, KnowsNamesFromFileNames) {
  EXPECT_EQ(Blinder({}, {"k012-pieter-de-groot_cv.pdf"}).blind("Pieter de Groot, groot in zorg"),
            "▇▇▇ de ▇▇▇, groot in zorg");
}

TEST(Blinder, KnowsNamesBeginningOrEndingInAnAccent) {
  EXPECT_EQ(knowing("# Özlem André\n\nProfiel").blind("Özlem en André; ook ÖZLEM en Ozlem."),
            "▇▇▇ en ▇▇▇; ook ▇▇▇ en ▇▇▇.");
}

TEST(Blinder, KnowsANameInCapitalsAgainInSmallLetters) {
  EXPECT_EQ(knowing("# ANNA DE WIT\n\nProfiel").blind("Anna de Wit in een wit uniform"),
            "▇▇▇ de ▇▇▇ in een wit uniform");
}

TEST(Blinder, KnowsEitherHalfOfADoubleName) {
  EXPECT_EQ(knowing("# Ngozi Castelijn-Okoro\n\nProfiel").blind("mevrouw Castelijn, Okoro's team"),
            "mevrouw ▇▇▇, ▇▇▇'s team");
}

TEST(Blinder, KnowsShortNames) { EXPECT_EQ(knowing("# Bo Li\n\nProfiel").blind("Bo en Li"), "▇▇▇ en ▇▇▇"); }

TEST(Blinder, LeavesTussenvoegselsWhereTheyAreOrdinaryWords) {
  const Blinder blinder = knowing("# Jan Van der Berg\n\nProfiel", {"van-de-berg_cv.pdf"});
  EXPECT_EQ(blinder.blind("Van 2019 tot 2021 in de zorg. De teamleider van het team."),
            "Van 2019 tot 2021 in de zorg. De teamleider van het team.");
}

TEST(Blinder, LeavesAWordThatOnlyHoldsAName) {
  EXPECT_EQ(knowing("# Jan Wit\n\nProfiel").blind("Januari in Wittem"), "Januari in Wittem");
}

TEST(Blinder, LeavesTheWordsOfFileNamesThatSayWhatAPaperIs) {
  EXPECT_EQ(Blinder({}, {"jansen_diploma.pdf", "jansen_cv.pdf"}).blind("Diploma Verpleegkunde, CV"),
            "Diploma Verpleegkunde, CV");
}

TEST(Blinder, LeavesOutEmailAddresses) {
  EXPECT_EQ(blinded("Mail renée.d'hondt+werk@zorg-groep.example.nl gerust"), "Mail renée.d'▇▇▇ gerust");
  EXPECT_EQ(blinded("Mail: anna"), "Mail: anna");
  EXPECT_EQ(blinded("zoë@wijk.nl"), kBar);
}

TEST(Blinder, LeavesOutPhoneNumbersHoweverTheyAreWritten) {
  for (const char* phone : {"06-12345678", "06 12 34 56 78", "0612345678", "+31 6 12345678", "+31 (0)6 12345678",
                            "+31(0) 6 1234 5678", "0031 6 12345678", "030-1234567", "(030) 123 45 67",
                            "030 - 123 45 67", "0183 12 34 56", "06.12.34.56.78", "+32 470 12 34 56"}) {
    EXPECT_EQ(blinded(std::string{"Bel "} + phone + " overdag"), "Bel ▇▇▇ overdag");
  }
}

TEST(Blinder, LeavesOutAddressesOfPages) {
  EXPECT_EQ(blinded("Zie https://annadewit.example/cv en www.wit.nl of linkedin.com/in/annadewit"),
            "Zie ▇▇▇ en ▇▇▇ of ▇▇▇");
}

TEST(Blinder, LeavesOutWhereSomeoneLives) {
  EXPECT_EQ(blinded("Dorpsstraat 12a, 1234 AB"), "▇▇▇, ▇▇▇");
  EXPECT_EQ(blinded("Woont Kanaalweg 8"), "Woont ▇▇▇");
  EXPECT_EQ(blinded("12 Church Road"), kBar);
}

TEST(Blinder, LeavesOutTheTownBesideContactData) {
  EXPECT_EQ(blinded("Kerkbroek | 06-00047212 | geboren 14 mei 1988"), "▇▇▇ | ▇▇▇ | ▇▇▇");
  EXPECT_EQ(blinded("9999 HD Lindestad · 06-00011119"), "▇▇▇ ▇▇▇ · ▇▇▇");
  EXPECT_EQ(blinded("Beekmonde (9999 BM) – 06-00020009"), "▇▇▇ (▇▇▇) – ▇▇▇");
  EXPECT_EQ(blinded("Parkzicht 210, 9999 LP Lindestad"), "▇▇▇, ▇▇▇ ▇▇▇");
  EXPECT_EQ(blinded("Alphen aan den Rijn, tel 06-00060589"), "▇▇▇, tel ▇▇▇");
  EXPECT_EQ(blinded("'s-Hertogenbosch / 06-00060589 / 38 jaar / NL"), "▇▇▇ / ▇▇▇ / ▇▇▇ / ▇▇▇");
  EXPECT_EQ(blinded("Jonas\nLindestad, Niederlande (seit Oktober 2026)\nTelefon 06-00063324"),
            "Jonas\n▇▇▇, ▇▇▇\nTelefon ▇▇▇");
}

TEST(Blinder, LeavesOutAStreetThatEndsLikeNone) {
  for (const char* street : {"Hof 12", "Brink 4a", "Oude Gracht 201 bis", "De Brink 4-2", "Laan van de Vrede 7",
                             "1e Kruisweg 3", "'t Zand 9", "Op de Zoom 14"}) {
    const std::string address = std::string{street} + ", 3512 AB Lindestad";
    EXPECT_EQ(blinded("Profiel\n\nErvaring bij Zorggroep Oost\n\n\n\nOpleiding\n\n" + address).find(street),
              std::string::npos);
    EXPECT_EQ(
        blinded("# CV\n\nWijkverpleegkundige\n\nRijbewijs\n\nBIG\n\n" + std::string{street} + "\n3512 AB Lindestad\n")
            .find(street),
        std::string::npos)
        << street;
  }
}

TEST(Blinder, LeavesOutAnAddressOfAnotherCountryInTheHead) {
  for (const char* address : {"Am Markt 3, 49808 Lingen", "ul. Dluga 5, 00-238 Warszawa", "Meir 12, 2000 Antwerpen",
                              "12 rue de la Paix, 75002 Paris", "Korte Kruisstraat 3, B-9000 Gent",
                              "Via Roma 8, 20121 Milano", "14 Mill Lane, Leeds, LS1 4AB"})
    EXPECT_THAT(blinded("Curriculum vitae\n" + std::string{address} + "\nProfiel\nZorg."),
                MatchesRegex("Curriculum vitae\n▇▇▇, ▇▇▇,? ▇▇▇\nProfiel\nZorg."))
        << address;
  EXPECT_EQ(blinded("Curriculum vitae\nul. Długa 5/7\n00-238 Warszawa\nProfil"),
            "Curriculum vitae\n▇▇▇\n▇▇▇ ▇▇▇\nProfil");
}

TEST(Blinder, LeavesOutWhatStandsUnderAnAddressLabel) {
  EXPECT_EQ(blinded("Adres\nHof 12\n8000 Brugge\nTelefoon: 0612345678\nErvaring"), "Adres\n▇▇▇\n▇▇▇\n▇▇▇\nErvaring");
  EXPECT_EQ(blinded("Address:\nThe Old Mill\nProfile"), "▇▇▇\n▇▇▇\nProfile");
  EXPECT_EQ(blinded("Woonplaats\nbij de sluis in Oosterlinde\nErvaring"), "Woonplaats\n▇▇▇\nErvaring");
}

TEST(Blinder, LeavesNumbersThatAreNoAddress) {
  for (const char* text :
       {"Teamleider van 12 mensen, 2018 Rotterdam", "Zorgplan 3, 2019 tot 2021", "Windows 10, 2016 en Office",
        "Address customer complaints\nin 3 days", "ISO 9001, NEN 7510 en HKZ", "Afdeling Noord 3, 24 bedden"})
    EXPECT_EQ(blinded(text), text);
}

TEST(Blinder, LeavesWorkBesideContactData) {
  EXPECT_EQ(blinded("IT Recruiter — 06-00066657 — Lindestad"), "IT Recruiter — ▇▇▇ — ▇▇▇");
  EXPECT_EQ(blinded("Verpleegkundige · 06-00066657"), "Verpleegkundige · ▇▇▇");
  EXPECT_EQ(blinded("Content marketer · 06-00066657 · rijbewijs B"), "Content marketer · ▇▇▇ · rijbewijs B");
}

TEST(Blinder, LeavesOutTheTownThatIsToldInWords) {
  EXPECT_EQ(blinded("Ik woon nog bij mijn ouders in Eikhaven en werk bij Zorgkring Wilgerveld."),
            "Ik woon nog bij mijn ouders in ▇▇▇ en werk bij Zorgkring Wilgerveld.");
  EXPECT_EQ(blinded("I moved to Lindestad in 2026, having lived in Oosterhage."),
            "I moved to ▇▇▇ in 2026, having lived in ▇▇▇.");
  EXPECT_EQ(blinded("Woonplaats Hoogkapelle"), "Woonplaats ▇▇▇");
  EXPECT_EQ(blinded("Lindestad, 12 maart 2026\n\nGeachte heer,"), "▇▇▇, 12 maart 2026\n\nGeachte heer,");
  EXPECT_EQ(blinded("Lindestad, March 12, 2026"), "▇▇▇, March 12, 2026");
  EXPECT_EQ(blinded("Lindestad, 12-03-2026"), "▇▇▇, 12-03-2026");
}

TEST(Blinder, LeavesOutATownInTheHeadThatAnotherPaperTells) {
  const Blinder blinder = knowing("# Brief\n\nHavenkade 203, 9999 KD Lindestad\n\nGeachte heer,");
  EXPECT_EQ(blinder.blind("Sanne\nwijkzorg · Lindestad"), "Sanne\nwijkzorg · ▇▇▇");
}

TEST(Blinder, LeavesTheTownsOfEmployersAndSchools) {
  for (const char* text : {"Verpleegkundige — Ziekenhuis Heidewater, Lindestad", "Hbo-v, Hogeschool Lindestad, 2009",
                           "2017 – 2019 Havo, Lindestad", "Regio Lindestad", "Kapster, niveau 3, 2006",
                           "Live commentary in Dutch", "CURRICULUM VITAE"}) {
    EXPECT_EQ(blinded(text), text);
  }
}

TEST(Blinder, LeavesOutTheDayOfBirthWhole) {
  for (const char* birth : {"Geboren op 12.03.1990 te Tilburg", "Geb. 12-03-1990", "Geboortedatum: 12 maart 1990",
                            "Date of birth\t12 Mar. 1990", "Geboorteplaats: Paramaribo", "Born 3 May 1988 in Lagos"}) {
    EXPECT_EQ(blinded(birth), kBar);
  }
}

TEST(Blinder, LeavesOutAge) {
  EXPECT_EQ(blinded("Ik ben 34 jaar oud."), "Ik ben ▇▇▇.");
  EXPECT_EQ(blinded("Als 34-jarige verzorgende"), "Als ▇▇▇ verzorgende");
  EXPECT_EQ(blinded("Leeftijd: 34"), kBar);
}

TEST(Blinder, LeavesOutOriginFamilyAndSex) {
  for (const char* phrase : {"Nationaliteit: Turkse", "Nationality\tDutch", "Turkse nationaliteit",
                             "Burgerlijke staat: gehuwd, twee kinderen", "Marital status: single", "Geslacht: vrouw",
                             "Gender: female", "Geslacht m", "ongehuwd", "she/her"}) {
    EXPECT_EQ(blinded(phrase), kBar);
  }
}

TEST(Blinder, LeavesOutAPermitThatTellsAnOrigin) {
  EXPECT_EQ(blinded("Rijbewijs B. Permanent residence permit, free to work\nVolunteer"), "Rijbewijs B. ▇▇▇\nVolunteer");
  EXPECT_EQ(blinded("Geldige verblijfsvergunning; 32 uur"), "▇▇▇; 32 uur");
}

TEST(Blinder, KeepsTheOtherCellsOfALine) { EXPECT_EQ(blinded("Geslacht: vrouw | Rijbewijs B"), "▇▇▇| Rijbewijs B"); }

TEST(Blinder, LeavesWhatIsAskedOfThePapers) {
  for (const char* text : {"BIG-registratie 49012345630",
                           "Rijbewijs B",
                           "2019 – heden",
                           "maart 2015 - juni 2019",
                           "01-03-2019 – 01-05-2021",
                           "03-2015 - 06-2019",
                           "09.2015 - 06.2019",
                           "Windows Server 2019 en SQL Server",
                           "ISO 27001",
                           "5 jaar ervaring",
                           "24-32 uur per week",
                           "mbo 4, hbo-v",
                           "Ervaring met kinderen in de leeftijd van 4 tot 12 jaar",
                           "care for every age group",
                           "Wet BIG, AVG, VCA-VOL",
                           "BIG-nr. 00-000221-30",
                           "BIG 09012345601",
                           "A born leader",
                           "Onderweg met de auto",
                           "de afdeling van het ziekenhuis",
                           "Team van 12 medewerkers",
                           "Telefoon aannemen en mail verwerken"}) {
    EXPECT_EQ(blinded(text), text);
  }
}

TEST(Blinder, KeepsEveryOtherByteAsItWas) {
  EXPECT_EQ(knowing("# Anna Wit\n\nProfiel").blind("‘Zoë’ \t— naïef,\n€ 3,50  "), "‘Zoë’ \t— naïef,\n€ 3,50  ");
}

TEST(Blinder, TakesTimeInProportionToHostileText) {
  std::string hostile;
  for (int i = 0; i < 100'000; ++i) hostile += "a.a-0 ";
  hostile += std::string(500'000, '0') + std::string(300'000, 'a');
  const auto begin = std::chrono::steady_clock::now();
  (void)Blinder({}, {"a_cv.pdf"}).blind(hostile);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{10});  // backtracking would take hours
}

TEST(CoveredText, TellsWhereTheRestWent) {
  const std::string text = "Anna de Wit doet wondzorg in Utrecht.";
  const CoveredText covered(text, {{0, 4}, {8, 11}});
  EXPECT_EQ(covered.text(), "▇▇▇ de ▇▇▇ doet wondzorg in Utrecht.");
  const std::size_t at = text.find("wondzorg");
  EXPECT_EQ(covered.to_covered({at, at + 8}).of(covered.text()), "wondzorg");
  EXPECT_EQ(covered.to_covered({0, 11}).of(covered.text()), "▇▇▇ de ▇▇▇");
  EXPECT_EQ(covered.to_covered({2, 6}).of(covered.text()), "▇▇▇ d");  // what begins under a bar takes the whole bar
  EXPECT_EQ(covered.to_covered({0, text.size()}).of(covered.text()), covered.text());
}

TEST(CoveredText, WithoutBarsIsTheText) { EXPECT_EQ(CoveredText("Wondzorg.", {}).text(), "Wondzorg."); }

TEST(Blinder, NamesTheCandidate) {
  const auto name = [](const char* text, const char* file) {
    return name_of_candidate({documents::parse(text, file).value()});
  };
  EXPECT_EQ(name("# Anna de Wit\n\nVerpleegkundige", "cv.md"), "Anna de Wit");
  EXPECT_EQ(name("# Anna de Wit\n\nVerpleegkundige", "cv.txt"), "Anna de Wit");
  EXPECT_EQ(name("Curriculum vitae\n\nNaam: Samira Boulahrouz", "cv.txt"), "Samira Boulahrouz");
  EXPECT_EQ(name("# G.A. (Gerda) Hoekzema\n\nSalarisadministrateur", "cv.md"), "G.A. (Gerda) Hoekzema");
  EXPECT_EQ(name("# Anna de Wit (hbo-v)\n\nVerpleegkundige", "cv.md"), "Anna de Wit");
}

TEST(Blinder, NamesWithoutWhatThePaperIs) {
  const auto name = [](const char* text) { return name_of_candidate({documents::parse(text, "cv.txt").value()}); };
  EXPECT_EQ(name("Curriculum vitae Henk Brouwer\n\nDorpsstraat 41"), "Henk Brouwer");
  EXPECT_EQ(name("Curriculum vitae van Loes de Wit\n\nZorg"), "Loes de Wit");
  EXPECT_EQ(name("ing. Wessel Oosterhuis\n\nProgrammeur"), "ing. Wessel Oosterhuis");
  EXPECT_EQ(name("Mij kun je inzetten\n\nIn de zorg werk ik graag."), "");
}

TEST(Blinder, NamesNobodyWhomALetterGreets) {
  const auto parsed = [](const char* text, const char* file) { return documents::parse(text, file).value(); };
  const auto letter = parsed("Beste Ruud,\n\nGraag solliciteer ik hierbij.\n\nGroeten van Patrick", "brief.txt");
  EXPECT_EQ(name_of_candidate({letter}), "");
  EXPECT_EQ(name_of_candidate({letter, parsed("# Patrick van Loon\n\nPostkamer", "cv.md")}), "Patrick van Loon");
}

}  // namespace
}  // namespace collega::hiring
