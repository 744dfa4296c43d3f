#include "functions.h"

#include <algorithm>

namespace collega::organisation {
namespace {

constexpr Function kFunctions[] = {
    {"Bestuurder", 80, Profile::direction, 0, kNone, false},                      // 0
    {"Regiodirecteur", 75, Profile::direction, 0, kNone, false},                  // 1
    {"Locatiemanager", 65, Profile::direction, 0, kNone, false},                  // 2
    {"Teamleider", 60, Profile::direction, 0, kNone, false},                      // 3
    {"Kwaliteitscoördinator", 60, Profile::direction, 0, kNone, false},           // 4
    {"Leerling verzorgende (BBL)", 20, Profile::ward, 8, 10, true},               // 5
    {"Stagiair", 15, Profile::ward, 0, kNone, false},                             // 6
    {"Managementassistent", 40, Profile::direction, 50, kNone, false},            // 7
    {"Bestuurssecretaris", 55, Profile::direction, 20, kNone, false},             // 8
    {"Communicatieadviseur", 50, Profile::direction, 30, kNone, false},           // 9
    {"Verzorgende IG", 35, Profile::ward, 36, 11, true},                          // 10
    {"Verpleegkundige", 45, Profile::ward, 12, 12, true},                         // 11
    {"Senior verpleegkundige", 50, Profile::ward, 2, kNone, true},                // 12
    {"Helpende plus", 25, Profile::ward, 18, 10, true},                           // 13
    {"Gastvrouw/gastheer", 20, Profile::ward, 13, 13, true},                      // 14
    {"Activiteitenbegeleider", 35, Profile::ward, 6, kNone, false},               // 15
    {"Geestelijk verzorger", 60, Profile::ward, 1, kNone, false},                 // 16
    {"Wijkverpleegkundige", 50, Profile::home_care, 14, kNone, true},             // 17
    {"Verpleegkundige thuiszorg", 45, Profile::home_care, 20, 17, true},          // 18
    {"Verzorgende IG thuiszorg", 35, Profile::home_care, 42, 18, true},           // 19
    {"Hulp bij het huishouden", 15, Profile::home_care, 24, 19, false},           // 20
    {"Fysiotherapeut", 55, Profile::treatment, 25, kNone, false},                 // 21
    {"Ergotherapeut", 50, Profile::treatment, 18, kNone, false},                  // 22
    {"Logopedist", 50, Profile::treatment, 12, kNone, false},                     // 23
    {"Psycholoog", 65, Profile::treatment, 15, kNone, false},                     // 24
    {"Specialist ouderengeneeskunde", 80, Profile::treatment, 10, kNone, true},   // 25
    {"Maatschappelijk werker", 50, Profile::treatment, 10, kNone, false},         // 26
    {"Doktersassistent", 40, Profile::treatment, 10, kNone, false},               // 27
    {"Kok", 30, Profile::kitchen, 25, 30, true},                                  // 28
    {"Medewerker keuken", 15, Profile::kitchen, 65, 28, true},                    // 29
    {"Hoofdkok", 40, Profile::kitchen, 10, kNone, true},                          // 30
    {"Medewerker schoonmaak", 15, Profile::cleaning, 75, kNone, false},           // 31
    {"Medewerker linnenkamer", 15, Profile::cleaning, 25, kNone, false},          // 32
    {"Medewerker magazijn en logistiek", 25, Profile::logistics, 60, 34, false},  // 33
    {"Logistiek planner", 35, Profile::logistics, 15, kNone, false},              // 34
    {"Chauffeur", 25, Profile::logistics, 25, kNone, false},                      // 35
    {"Medewerker onderhoud", 35, Profile::technical, 60, 37, false},              // 36
    {"Technisch beheerder", 45, Profile::technical, 40, kNone, false},            // 37
    {"Medewerker servicedesk", 40, Profile::ict, 35, 39, false},                  // 38
    {"Systeem- en applicatiebeheerder", 50, Profile::ict, 30, kNone, false},      // 39
    {"Functioneel beheerder", 50, Profile::ict, 20, kNone, false},                // 40
    {"Software developer", 55, Profile::ict, 15, kNone, false},                   // 41
    {"HR-medewerker", 40, Profile::hr, 45, 43, false},                            // 42
    {"HR-adviseur", 55, Profile::hr, 40, kNone, false},                           // 43
    {"Recruiter", 50, Profile::hr, 15, kNone, false},                             // 44
    {"Salarisadministrateur", 45, Profile::finance, 25, kNone, false},            // 45
    {"Financieel medewerker", 40, Profile::finance, 50, 47, false},               // 46
    {"Controller", 60, Profile::finance, 25, kNone, false},                       // 47
    {"Roosterplanner", 35, Profile::planning, 80, 49, false},                     // 48
    {"Senior planner", 45, Profile::planning, 20, kNone, false},                  // 49
    {"Opleidingsadviseur", 50, Profile::quality, 45, kNone, false},               // 50
    {"Kwaliteitsmedewerker", 50, Profile::quality, 55, kNone, false},             // 51
};
static_assert(kFunctions[kApprentice].next == 10);

struct Scale {
  int number;
  int lowest_euros;   // in 2026
  int highest_euros;  // in 2026; those that the vacancies of the demo name agree with them
};

constexpr Scale kScales[] = {{15, 2310, 2620}, {20, 2360, 2760}, {25, 2420, 2890}, {30, 2490, 3060}, {35, 2580, 3290},
                             {40, 2680, 3560}, {45, 2790, 3890}, {50, 3010, 4390}, {55, 3400, 4900}, {60, 3900, 5480},
                             {65, 4340, 6210}, {70, 4900, 6980}, {75, 5580, 7960}, {80, 6290, 9120}};

// Low scales are short.
constexpr int kLastShortScale = 25;
constexpr int kShortTop = 7;
constexpr int kLongTop = 11;

// The table of each year, in thousandths of that of 2026; before 2023 it grew by some 2 per cent a year.
constexpr int kFirstYear = 2023;
constexpr int kTables[] = {880, 924, 962, 1000, 1030};
constexpr int kYearlyFall = 20;
constexpr int kOldestTable = 450;

int table_of(int year) {
  if (year < kFirstYear) return std::max(kOldestTable, kTables[0] - kYearlyFall * (kFirstYear - year));
  return kTables[std::min<std::size_t>(static_cast<std::size_t>(year - kFirstYear), std::size(kTables) - 1)];
}

}  // namespace

std::span<const Function> functions() { return kFunctions; }

const Workforce& workforce(Profile profile) {
  static constexpr Workforce kCare{88, {12, 16, 30, 22, 14, 6}};
  static constexpr Workforce kHousehold{78, {26, 26, 24, 12, 7, 5}};
  static constexpr Workforce kTrade{12, {3, 4, 8, 10, 25, 50}};
  static constexpr Workforce kIct{24, {2, 4, 12, 12, 30, 40}};
  static constexpr Workforce kOffice{68, {6, 10, 22, 18, 26, 18}};
  switch (profile) {
    case Profile::ward:
    case Profile::home_care:
      return kCare;
    case Profile::kitchen:
    case Profile::cleaning:
      return kHousehold;
    case Profile::logistics:
    case Profile::technical:
      return kTrade;
    case Profile::ict:
      return kIct;
    default:
      return kOffice;
  }
}

int top_step(int scale) { return scale <= kLastShortScale ? kShortTop : kLongTop; }

Money wage(int scale, int step, int year) {
  const Scale& row =
      *std::find_if(std::begin(kScales), std::end(kScales), [&](const Scale& s) { return s.number == scale; });
  const Money lowest{row.lowest_euros * 100};
  const Money rise{(row.highest_euros - row.lowest_euros) * 100};
  return scaled(lowest + scaled(rise, step, top_step(scale)), table_of(year), 1000);
}

}  // namespace collega::organisation
