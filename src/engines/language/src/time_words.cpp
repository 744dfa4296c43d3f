#include "time_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace collega::language {
namespace {

using enum TimeRole;

struct Row {
  std::string_view word;
  TimeWord meaning;
};

// Seasons stand for their middle month (of the meteorological season), so that neither end of one is favoured.
constexpr Row kRows[] = {
    {"januari", {month, 1}},
    {"january", {month, 1}},
    {"januar", {month, 1}},
    {"janner", {month, 1}},
    {"jan", {month, 1}},
    {"februari", {month, 2}},
    {"february", {month, 2}},
    {"februar", {month, 2}},
    {"feb", {month, 2}},
    {"febr", {month, 2}},
    {"maart", {month, 3}},
    {"march", {month, 3}},
    {"marz", {month, 3}},
    {"maerz", {month, 3}},
    {"mrt", {month, 3}},
    {"mar", {month, 3}},
    {"april", {month, 4}},
    {"apr", {month, 4}},
    {"mei", {month, 5}},
    {"may", {month, 5}},
    {"mai", {month, 5}},
    {"juni", {month, 6}},
    {"june", {month, 6}},
    {"jun", {month, 6}},
    {"juli", {month, 7}},
    {"july", {month, 7}},
    {"jul", {month, 7}},
    {"augustus", {month, 8}},
    {"august", {month, 8}},
    {"aug", {month, 8}},
    {"september", {month, 9}},
    {"sept", {month, 9}},
    {"sep", {month, 9}},
    {"oktober", {month, 10}},
    {"october", {month, 10}},
    {"okt", {month, 10}},
    {"oct", {month, 10}},
    {"november", {month, 11}},
    {"nov", {month, 11}},
    {"december", {month, 12}},
    {"dezember", {month, 12}},
    {"dec", {month, 12}},
    {"dez", {month, 12}},

    {"janvier", {month, 1}},
    {"fevrier", {month, 2}},
    {"mars", {month, 3}},
    {"avril", {month, 4}},
    {"juin", {month, 6}},
    {"juillet", {month, 7}},
    {"aout", {month, 8}},
    {"septembre", {month, 9}},
    {"octobre", {month, 10}},
    {"novembre", {month, 11}},
    {"decembre", {month, 12}},
    {"styczen", {month, 1}},
    {"stycznia", {month, 1}},
    {"luty", {month, 2}},
    {"lutego", {month, 2}},
    {"marzec", {month, 3}},
    {"marca", {month, 3}},
    {"kwiecien", {month, 4}},
    {"kwietnia", {month, 4}},
    {"maj", {month, 5}},
    {"maja", {month, 5}},
    {"czerwiec", {month, 6}},
    {"czerwca", {month, 6}},
    {"lipiec", {month, 7}},
    {"lipca", {month, 7}},
    {"sierpien", {month, 8}},
    {"sierpnia", {month, 8}},
    {"wrzesien", {month, 9}},
    {"wrzesnia", {month, 9}},
    {"pazdziernik", {month, 10}},
    {"pazdziernika", {month, 10}},
    {"listopad", {month, 11}},
    {"listopada", {month, 11}},
    {"grudzien", {month, 12}},
    {"grudnia", {month, 12}},

    {"winter", {season, 1}},
    {"voorjaar", {season, 4}},
    {"lente", {season, 4}},
    {"spring", {season, 4}},
    {"zomer", {season, 7}},
    {"summer", {season, 7}},
    {"sommer", {season, 7}},
    {"najaar", {season, 10}},
    {"herfst", {season, 10}},
    {"autumn", {season, 10}},
    {"fall", {season, 10}},
    {"herbst", {season, 10}},

    {"begin", {part, 2}},
    {"early", {part, 2}},
    {"start", {part, 2}},
    {"medio", {part, 7}},
    {"mid", {part, 7}},
    {"halverwege", {part, 7}},
    {"midden", {part, 7}},
    {"eind", {part, 11}},
    {"einde", {part, 11}},
    {"late", {part, 11}},
    {"end", {part, 11}},

    {"heden", {now, 0}},
    {"nu", {now, 0}},
    {"present", {now, 0}},
    {"now", {now, 0}},
    {"today", {now, 0}},
    {"vandaag", {now, 0}},
    {"current", {now, 0}},
    {"currently", {now, 0}},
    {"ongoing", {now, 0}},
    {"thans", {now, 0}},
    {"heute", {now, 0}},
    {"lopend", {now, 0}},
    {"aujourd", {now, 0}},
    {"actuellement", {now, 0}},
    {"obecnie", {now, 0}},
    {"dzis", {now, 0}},
    {"dzisiaj", {now, 0}},
    {"teraz", {now, 0}},

    {"sinds", {since, 0}},
    {"since", {since, 0}},
    {"seit", {since, 0}},
    {"sedert", {since, 0}},
    {"depuis", {since, 0}},
    {"van", {from, 0}},
    {"from", {from, 0}},
    {"von", {from, 0}},
    {"vanaf", {from_open, 0}},
    {"od", {from_open, 0}},
    {"tussen", {between, 0}},
    {"between", {between, 0}},
    {"tot", {until, 0}},
    {"to", {until, 0}},
    {"until", {until, 0}},
    {"till", {until, 0}},
    {"til", {until, 0}},
    {"bis", {through, 0}},
    {"tm", {through, 0}},
    {"through", {through, 0}},
    {"thru", {through, 0}},
    {"en", {link_and, 0}},
    {"and", {link_and, 0}},
    {"und", {link_and, 0}},

    {"jaar", {year_unit, 0}},
    {"jaren", {year_unit, 0}},
    {"jr", {year_unit, 0}},
    {"jrn", {year_unit, 0}},
    {"year", {year_unit, 0}},
    {"years", {year_unit, 0}},
    {"yr", {year_unit, 0}},
    {"yrs", {year_unit, 0}},
    {"jahr", {year_unit, 0}},
    {"jahre", {year_unit, 0}},
    {"jahren", {year_unit, 0}},
    {"ans", {year_unit, 0}},
    {"lat", {year_unit, 0}},
    {"lata", {year_unit, 0}},
    {"maand", {month_unit, 0}},
    {"maanden", {month_unit, 0}},
    {"mnd", {month_unit, 0}},
    {"mnden", {month_unit, 0}},
    {"mnds", {month_unit, 0}},
    {"month", {month_unit, 0}},
    {"months", {month_unit, 0}},
    {"mo", {month_unit, 0}},
    {"mos", {month_unit, 0}},
    {"mth", {month_unit, 0}},
    {"mths", {month_unit, 0}},
    {"monat", {month_unit, 0}},
    {"monate", {month_unit, 0}},
    {"monaten", {month_unit, 0}},
    {"mois", {month_unit, 0}},
    {"miesiace", {month_unit, 0}},
    {"miesiecy", {month_unit, 0}},
    {"week", {week_unit, 0}},
    {"weken", {week_unit, 0}},
    {"weeks", {week_unit, 0}},
    {"wkn", {week_unit, 0}},
    {"woche", {week_unit, 0}},
    {"wochen", {week_unit, 0}},

    {"een", {amount, 2}},
    {"one", {amount, 2}},
    {"ein", {amount, 2}},
    {"eine", {amount, 2}},
    {"einem", {amount, 2}},
    {"eins", {amount, 2}},
    {"twee", {amount, 4}},
    {"two", {amount, 4}},
    {"zwei", {amount, 4}},
    {"drie", {amount, 6}},
    {"three", {amount, 6}},
    {"drei", {amount, 6}},
    {"vier", {amount, 8}},
    {"four", {amount, 8}},
    {"vijf", {amount, 10}},
    {"five", {amount, 10}},
    {"funf", {amount, 10}},
    {"zes", {amount, 12}},
    {"six", {amount, 12}},
    {"sechs", {amount, 12}},
    {"zeven", {amount, 14}},
    {"seven", {amount, 14}},
    {"sieben", {amount, 14}},
    {"acht", {amount, 16}},
    {"eight", {amount, 16}},
    {"negen", {amount, 18}},
    {"nine", {amount, 18}},
    {"neun", {amount, 18}},
    {"tien", {amount, 20}},
    {"ten", {amount, 20}},
    {"zehn", {amount, 20}},
    {"elf", {amount, 22}},
    {"eleven", {amount, 22}},
    {"twaalf", {amount, 24}},
    {"twelve", {amount, 24}},
    {"zwolf", {amount, 24}},
    {"dertien", {amount, 26}},
    {"thirteen", {amount, 26}},
    {"veertien", {amount, 28}},
    {"fourteen", {amount, 28}},
    {"vijftien", {amount, 30}},
    {"fifteen", {amount, 30}},
    {"zestien", {amount, 32}},
    {"sixteen", {amount, 32}},
    {"zeventien", {amount, 34}},
    {"seventeen", {amount, 34}},
    {"achttien", {amount, 36}},
    {"eighteen", {amount, 36}},
    {"negentien", {amount, 38}},
    {"nineteen", {amount, 38}},
    {"twintig", {amount, 40}},
    {"twenty", {amount, 40}},
    {"vijfentwintig", {amount, 50}},
    {"dertig", {amount, 60}},
    {"thirty", {amount, 60}},
    {"vijfendertig", {amount, 70}},
    {"veertig", {amount, 80}},
    {"forty", {amount, 80}},
    {"anderhalf", {amount, 3}},
    {"anderhalve", {amount, 3}},
    {"anderthalb", {amount, 3}},
    {"tweeenhalf", {amount, 5}},
    {"drieenhalf", {amount, 7}},
    {"vierenhalf", {amount, 9}},
    {"vijfenhalf", {amount, 11}},
};

constexpr auto sorted_rows() {
  std::array<Row, std::size(kRows)> rows{};
  std::copy(std::begin(kRows), std::end(kRows), rows.begin());
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.word < b.word; });
  return rows;
}

constexpr auto kSorted = sorted_rows();
static_assert(std::all_of(kSorted.begin(), kSorted.end(),
                          [](const Row& row) { return row.word.size() <= kLongestTimeWord; }));

/// For each first letter the lengths that the table has, as bits: it spares most words the search.
constexpr auto lengths_by_first_letter() {
  std::array<std::uint32_t, 26> lengths{};
  for (const Row& row : kRows) lengths[static_cast<std::size_t>(row.word[0] - 'a')] |= 1U << row.word.size();
  return lengths;
}

constexpr auto kLengths = lengths_by_first_letter();

bool may_be_known(std::string_view folded) {
  if (folded.empty() || folded.size() > kLongestTimeWord || folded[0] < 'a' || folded[0] > 'z') return false;
  return (kLengths[static_cast<std::size_t>(folded[0] - 'a')] >> folded.size() & 1U) != 0;
}

}  // namespace

TimeWord time_word(std::string_view folded) {
  if (!may_be_known(folded)) return {};
  const auto row = std::lower_bound(kSorted.begin(), kSorted.end(), folded,
                                    [](const Row& a, std::string_view word) { return a.word < word; });
  return row != kSorted.end() && row->word == folded ? row->meaning : TimeWord{};
}

}  // namespace collega::language
