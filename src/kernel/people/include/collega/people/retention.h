#pragma once

// How long what is kept, and what happens when that time is over. The periods are data with their source
// (data/retention.tsv); the organisation may change them where the law leaves room. Check them with your adviser.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/described.h"
#include "collega/people/holdings.h"
#include "collega/store/store.h"

namespace collega::people {

enum class Length { weeks, months, years };
BOOST_DESCRIBE_ENUM(Length, weeks, months, years)

/// event: the day it happened. year_of_event: the end of that calendar year.
enum class CountedFrom { event, year_of_event };
BOOST_DESCRIBE_ENUM(CountedFrom, event, year_of_event)

/// at_least: the law wants it kept so long. at_most: no longer. guide: a norm of the regulator, to be followed or
/// explained.
enum class Bound { at_least, at_most, guide };
BOOST_DESCRIBE_ENUM(Bound, at_least, at_most, guide)

struct RetentionRule {
  std::string clock = {};  ///< "personnel_file"
  int count = 0;
  Length length = Length::years;
  CountedFrom counted_from = CountedFrom::event;
  Bound bound = Bound::guide;
  std::string title_nl = {};
  std::string title_en = {};
  std::string event_nl = {};  ///< what starts the clock: "einde dienstverband"
  std::string event_en = {};
  std::string source = {};
  bool changed = false;     ///< by the organisation
  std::string reason = {};  ///< for its change

  bool operator==(const RetentionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(RetentionRule, (),
                      (clock, count, length, counted_from, bound, title_nl, title_en, event_nl, event_en, source,
                       changed, reason))

/// As the organisation has them.
[[nodiscard]] Result<std::vector<RetentionRule>> retention_rules(store::ReadTransaction& read);

/// The organisation's own period for a clock. Errors: unknown_value (clock), missing_member (reason), out_of_range
/// (shorter than an at_least, longer than an at_most, or below zero).
Result<Done> set_retention(store::WriteTransaction& write, std::string_view clock, int count, Length length,
                           const std::string& reason);
/// Back to the data. Error: unknown_value.
Result<Done> reset_retention(store::WriteTransaction& write, std::string_view clock);

/// The first day on which it need not be kept any longer. A month or year later than a day that is not there (29
/// February) is the first day of the next month.
[[nodiscard]] Date run_out(const RetentionRule& rule, Date event);

/// One kind of one person, whose clock has run out.
struct Due {
  PersonId person;
  std::string kind;
  std::string clock;
  Date since;  ///< the day it ran out

  bool operator==(const Due&) const = default;
};
BOOST_DESCRIBE_STRUCT(Due, (), (person, kind, clock, since))

struct DuePage {
  std::vector<Due> rows;
  std::optional<PersonId> next;  ///< absent when all people have been looked at
};
BOOST_DESCRIBE_STRUCT(DuePage, (), (rows, next))

/// Looks at the next `people` people behind `after`, by number, and names what could go on `day`: only what is there.
[[nodiscard]] Result<DuePage> due(store::ReadTransaction& read, const std::vector<Holding>& holdings, Date day,
                                  std::optional<PersonId> after, int people);

/// Why a person is erased. clock: what has run out goes. request: the person asks (GDPR 17) after leaving: all goes but
/// what the law wants kept (at_least) and has not run out.
enum class Ground { clock, request };
BOOST_DESCRIBE_ENUM(Ground, clock, request)

struct ErasedKind {
  std::string kind;
  std::int64_t rows = 0;
  bool operator==(const ErasedKind&) const = default;
};
BOOST_DESCRIBE_STRUCT(ErasedKind, (), (kind, rows))

struct KeptKind {
  std::string kind;
  std::string clock;
  std::optional<Date> until;  ///< first day it may go; absent while its clock has not begun
  bool operator==(const KeptKind&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptKind, (), (kind, clock, until))

struct Erasure {
  std::vector<ErasedKind> erased;  ///< where there was something
  std::vector<KeptKind> kept;      ///< where there is something; the person themself as long as anything else is
  bool operator==(const Erasure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (erased, kept))

/// Calls every holding, in its order and the person last. Errors: unknown_person, and those of the holdings.
Result<Erasure> erase_person(store::WriteTransaction& write, PersonId person, const std::vector<Holding>& holdings,
                             Date day, Ground ground);

/// Everything that is kept of a person: {"people.contract": {"title_nl", "title_en", "clock", "items": [...]}, ...},
/// kinds without anything left out.
[[nodiscard]] Result<JsonObject> everything_of(store::ReadTransaction& read, PersonId person,
                                               const std::vector<Holding>& holdings);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::RetentionRule> {
  static constexpr Field rows[] = {
      {.name = "clock", .meaning = {"naam van de termijn", "name of the period"}},
      {.name = "count", .meaning = {"hoeveel weken, maanden of jaren", "how many weeks, months or years"}, .min = 0},
      {.name = "length", .meaning = {"weken, maanden of jaren", "weeks, months or years"}},
      {.name = "counted_from",
       .meaning = {"vanaf de gebeurtenis, of vanaf het einde van dat jaar",
                   "from the event, or from the end of that year"}},
      {.name = "bound", .meaning = {"ten minste, ten hoogste, of een richtlijn", "at least, at most, or a guide"}},
      {.name = "title_nl", .meaning = {"wat bewaard wordt", "what is kept, in Dutch"}},
      {.name = "title_en", .meaning = {"wat bewaard wordt, in het Engels", "what is kept"}},
      {.name = "event_nl", .meaning = {"waarna de termijn loopt", "what starts the period, in Dutch"}},
      {.name = "event_en", .meaning = {"waarna de termijn loopt, in het Engels", "what starts the period"}},
      {.name = "source", .meaning = {"waar dat staat", "where that stands"}},
      {.name = "changed",
       .meaning = {"of de organisatie hem heeft veranderd", "whether the organisation changed it"},
       .has_default = true},
      {.name = "reason",
       .meaning = {"waarom de organisatie dat deed", "why the organisation did"},
       .has_default = true},
  };
};

template <>
struct FieldTable<people::Due> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"van wie", "whose"}, .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort gegevens", "kind of data"}},
      {.name = "clock", .meaning = {"naam van de termijn", "name of the period"}},
      {.name = "since",
       .meaning = {"dag waarop de termijn voorbij was", "day on which the period was over"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::DuePage> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"wat weg kan", "what can go"}, .personal = Personal::ordinary},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<people::ErasedKind> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort gegevens", "kind of data"}},
      {.name = "rows", .meaning = {"hoeveel er weg is", "how much went"}, .min = 0},
  };
};

template <>
struct FieldTable<people::KeptKind> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort gegevens", "kind of data"}},
      {.name = "clock", .meaning = {"naam van de termijn", "name of the period"}},
      {.name = "until", .meaning = {"eerste dag waarop het weg mag", "first day on which it may go"}},
  };
};

template <>
struct FieldTable<people::Erasure> {
  static constexpr Field rows[] = {
      {.name = "erased", .meaning = {"wat gewist is", "what was erased"}},
      {.name = "kept", .meaning = {"wat nog bewaard wordt, en tot wanneer", "what is still kept, and until when"}},
  };
};

}  // namespace collega
