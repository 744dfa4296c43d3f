// Short papers and criteria from sectors that the demo does not have, in the spelling of whoever wrote them. They were
// written before the engine was run on them.

#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

struct Case {
  const char* name;
  Criterion asked;
  Met expected;
  const char* paper;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Fresh : public testing::TestWithParam<Case> {};

TEST_P(Fresh, IsJudgedAsACarefulReaderWould) {
  const auto asked = requirement_from(GetParam().asked, test::finder());
  ASSERT_TRUE(asked) << asked.error().where;
  const Judgement judgement = test::judged(asked.value(), GetParam().paper);
  EXPECT_EQ(judgement.met, GetParam().expected) << "ground " << static_cast<int>(judgement.ground);
}

Criterion must(RequirementType type, std::string label, std::string threshold = "") {
  return {std::move(label), RequirementKind::must, type, std::move(threshold), {}};
}

using enum RequirementType;

const Case kCases[] = {
    {"ChildcareYears", must(experience, "Minimaal 2 jaar ervaring in de kinderopvang", "2"), Met::yes, R"(# Noor Aalders
## Werkervaring
Pedagogisch medewerker, KDV De Vuurvlinder, Zwolle
sinds augustus 2022
- Verzorging en begeleiding van een babygroep
## Opleiding
2019 - 2022 mbo 3 Pedagogisch medewerker kinderopvang (diploma)
)"},
    {"ChildcareShort", must(experience, "Minimaal 5 jaar ervaring in de kinderopvang", "5"), Met::no, R"(# Noor Aalders
## Werkervaring
Pedagogisch medewerker, KDV De Vuurvlinder, Zwolle
mei 2025 - heden
- Verzorging en begeleiding van een babygroep
)"},
    {"CookHaccp", must(licence, "HACCP"), Met::yes, R"(Jeroen Smit, zelfstandig werkend kok
2016-2021: Brasserie Zuid - kok. Ik bewaakte de HACCP-regels in de keuken en deed de bestellingen.
Certificaten: HACCP (2019), BHV (2024)
)"},
    {"EmployerQuality", must(skill, "Ervaring met contractbeheer"), Met::unknown, R"(Werkervaring
2020 - heden  Administratief medewerker, Bouwgroep Kramer
Bouwgroep Kramer adviseert gemeenten over contractbeheer en aanbesteding.
Ik verwerk inkomende post en houd de agenda bij.
)"},
    {"TeamNotMe", must(skill, "Ervaring met SQL"), Met::unknown, R"(Business controller, 2018 - now, Waterbedrijf Noord
The data team wrote all SQL for our dashboards. I read the reports and discussed them with the board.
)"},
    {"SqlAndJava", must(skill, "Java"), Met::yes, R"(Skills: SQL and Java
2019 - 2024 Developer, Nortin BV
)"},
    {"PythonPrimary", must(skill, "Python"), Met::yes, R"(Data analyst, 2020 - present
Languages and tools: Python (primary), R (secondary), Excel
)"},
    {"PlatformNoSkill", must(skill, "Ervaring met Docker"), Met::unknown, R"(Community manager 2019-2024
I grew the platform to 40,000 members and wrote the newsletter for the platform.
)"},
    {"TeacherLicence", must(licence, "Tweedegraads lesbevoegdheid"), Met::yes, R"(# Leraar wiskunde
2017 - heden Docent wiskunde, Lyceum Oost, onderbouw havo/vwo
Opleiding: hbo lerarenopleiding wiskunde, tweedegraads bevoegd, 2017
)"},
    {"TeacherStudent", must(licence, "Tweedegraads lesbevoegdheid"), Met::partly, R"(Student lerarenopleiding Nederlands
2023 - heden hbo lerarenopleiding Nederlands; tweedegraads bevoegdheid verwacht in juli 2027
)"},
    {"DriverC", must(licence, "Rijbewijs C"), Met::yes,
     R"(Chauffeur bij Transport Veldman, 2015-2023, rijbewijzen B, C en CE, code 95 tot 2028)"},
    {"DriverCOnlyB", must(licence, "Rijbewijs C"), Met::unknown,
     R"(Bezorger bij een bakkerij, 2019-2023. In bezit van rijbewijs B en eigen bestelbus.)"},
    {"DriverDenied", must(licence, "Rijbewijs B"), Met::no,
     R"(Medewerker bediening 2020-2024 Grand Café Plein. Een rijbewijs heb ik (nog) niet; ik kom op de fiets.)"},
    {"AccountantDegree", must(degree, "Hbo accountancy of bedrijfseconomie", "hbo"), Met::yes, R"(Education
2010-2014 Bachelor of Science in Business Economics, Tilburg University
Work
2014-2022 Assistant accountant, Vero Accountants
)"},
    {"DegreeOther", must(degree, "Hbo bouwkunde", "hbo"), Met::partly, R"(Opleiding
2008 - 2012  hbo Communicatie, Hogeschool Utrecht, diploma behaald
Werk
2012 - heden communicatieadviseur, bouwbedrijf De Vries
)"},
    {"DegreeUnfinished", must(degree, "Hbo diploma", "hbo"), Met::no, R"(Opleiding
2008 - 2012 havo, diploma
2012 - 2013 hbo Bedrijfskunde, na een jaar gestopt zonder diploma
Werk
2013 - heden winkelmedewerker
)"},
    {"PolishWelder", must(skill, "Ervaring met lassen"), Met::yes, R"(Doświadczenie zawodowe
2016 - 2022 spawacz, Stocznia Gdańsk
spawanie metodą MIG/MAG i TIG
Prawo jazdy kat. B
)"},
    {"GermanForklift", must(licence, "Heftruckcertificaat"), Met::yes, R"(Lebenslauf
2018 - 2024 Lagerist, Spedition Brandt, Kleve
Staplerschein vorhanden, Führerschein Klasse B
)"},
    {"FrenchCarer", must(skill, "Ervaring met dementiezorg"), Met::yes, R"(Expérience professionnelle
2015 - 2022 aide-soignante, Résidence Les Tilleuls, Lille
Accompagnement de personnes atteintes de démence
)"},
    {"ImpliedCare", must(skill, "Ervaring met dementiezorg"), Met::yes, R"(Verzorgende, 2018 - 2024, Woonzorg Het Anker
Op een gesloten afdeling hielp ik bewoners die dementeren bij het opstaan, eten en de dagbesteding.
)"},
    {"WishedScrum", must(skill, "Scrum"), Met::unknown, R"(Projectassistent, gemeente, 2021-heden
Op termijn zou ik me graag verdiepen in Scrum en agile werken.
)"},
    {"WeakEnglish", must(language, "Engels op B2-niveau", "b2"), Met::partly, R"(Receptionist 2019 - 2024
Talen: Nederlands moedertaal, Engels B1, Duits A2
)"},
    {"GoodEnglish", must(language, "Engels op B2-niveau", "b2"), Met::yes,
     R"(Receptionist 2019 - 2024, Hotel De Gouden Leeuw
Talen: Nederlands (moedertaal), Engels (vloeiend), Duits (redelijk)
)"},
    {"HoursRange", must(hours, "Minimaal 32 uur per week beschikbaar", "32"), Met::yes,
     R"(Ik zoek een baan van 32 tot 40 uur per week als timmerman.)"},
    {"HoursFew", must(hours, "Minimaal 32 uur per week beschikbaar", "32"), Met::no,
     R"(Naast mijn studie kan ik maximaal 16 uur per week werken als timmerman.)"},
    {"CarpenterTotal", must(experience, "Minimaal 5 jaar ervaring als timmerman", "5"), Met::yes, R"(Werk
2012 - 2014  Timmerman bij Aannemersbedrijf Hoek
2014 - 2016  Magazijnmedewerker bij Groothandel Van Dam
2016 - 2020  Allround timmerman bij Bouwbedrijf Smits
)"},
    {"OverlapOnce", must(experience, "Minimaal 5 jaar ervaring als kok", "5"), Met::partly, R"(Werk
jan 2020 - dec 2022  Kok, Restaurant Lumen
jan 2021 - dec 2023  Kok, Hotel Zeezicht (naast Lumen, in de weekenden)
)"},
    {"StatedYears", must(experience, "Minimaal 3 jaar ervaring met Excel", "3"), Met::yes,
     R"(Administratief medewerker. Ik heb zes jaar ervaring met Excel, onder meer met draaitabellen en macro's.)"},
    {"Stuffing", must(skill, "Ervaring met lean management"), Met::partly,
     R"(lean lean management lean six sigma kaizen lean scrum agile lean management planning logistiek lean voorraadbeheer lean management)"},
    {"KeywordsHiddenBlock", must(skill, "Ervaring met projectmanagement"), Met::partly, R"(Jan de Boer
Tel 06 12345678
projectmanagement, SQL, Python, Java, Excel, lean, scrum, HRM, recruitment, boekhouden, salarisadministratie, lassen, verpleging, wondzorg, marketing
)"},
    {"GuidedUsers", must(skill, "Beheer van Microsoft 365"), Met::partly, R"(Servicedeskmedewerker 2022 - heden
Nieuwe gebruikers aanmaken in Microsoft 365, stap voor stap volgens de werkinstructie.
)"},
    {"DeniedList", must(skill, "Ervaring met SAP"), Met::no,
     R"(Inkoper 2015-heden, Metaalbedrijf Timmer. Ik werk met Exact; ervaring met SAP heb ik niet.)"},
    {"Partner", must(skill, "Ervaring met boekhouden"), Met::unknown,
     R"(Eigenaar bloemenwinkel 2012 - 2020. Inkoop, verkoop en etalage. De boekhouding werd verzorgd door mijn accountant.)"},
    {"InThePast", must(skill, "Ervaring met voorraadbeheer"), Met::yes,
     R"(Shop supervisor, Toy Barn, Leeds, March 2017 - June 2021. Responsible for stock control and ordering; trained six new colleagues.)"},
    {"CleanerSynonym", must(experience, "Ervaring in de schoonmaak", "1"), Met::yes,
     R"(2018 - 2023 Interieurverzorgster bij schoonmaakbedrijf Blink, kantoren en scholen)"},
    {"DriveLetterExpired", must(licence, "VCA"), Met::no,
     R"(Steigerbouwer 2012-2022. VCA-diploma, geldig tot maart 2024.)"},
    {"VogWilling", must(other, "Bereid tot avond- en weekenddiensten"), Met::yes,
     R"(Gastvrouw 2019-2024. Avonddiensten en weekenddiensten zijn voor mij geen probleem.)"},
};

INSTANTIATE_TEST_SUITE_P(Papers, Fresh, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<Case>& one) { return std::string{one.param.name}; });

}  // namespace
}  // namespace collega::skills
