// What is used, of the whole and never of a person; tools that were seen in use; and the sweeping up.

#include <algorithm>

#include "conversations.h"
#include "operation_rows.h"
#include "usage_types.h"

namespace collega::gateway {
namespace {

using namespace operations;

// As for figures of people everywhere here.
constexpr std::int64_t kSmallestGroup = 5;
constexpr std::string_view kOthers = "*";
// Limits look back a month; a year tells how use grows.
constexpr std::chrono::days kCountsLast{400};
constexpr std::size_t kMostDomains = 10'000;
constexpr std::size_t kLongestDomain = 253;

Date first_of_month(Date day) {
  const std::chrono::year_month_day parts = day.calendar();
  return Date{parts.year() / parts.month() / 1};
}

struct Counted {
  std::string purpose, model;
  std::int64_t requests = 0, people = 0, tokens_in = 0, tokens_out = 0, micros = 0, replaced = 0;
};

/// Of fewer than five there is only how often: less would show what one of them does.
UsageRow shown(const Counted& counted) {
  UsageRow row;
  row.purpose = counted.purpose;
  row.model = counted.model;
  row.requests = counted.requests;
  if (counted.people < kSmallestGroup) return row;
  row.people = counted.people;
  row.tokens_in = counted.tokens_in;
  row.tokens_out = counted.tokens_out;
  row.micros = counted.micros;
  row.replaced = counted.replaced;
  return row;
}

Result<Usage> usage(const UsageAsked& asked, Context& context, const Tools& tools) {
  store::Store& store = context.records->store;
  TRY(tools->meter.flush(store));
  Usage answer{.from = asked.from.value_or(first_of_month(context.today)),
               .before = asked.before.value_or(Date{context.today.days() + std::chrono::days{1}}),
               .rows = {}};
  store::ReadTransaction read = TRY(store.read());
  store::Rows rows =
      TRY(read.query("select purpose, model, sum(requests), count(distinct account), sum(tokens_in), sum(tokens_out),"
                     " sum(micros), sum(replaced) from gateway_use where day >= ? and day < ? group by purpose, model"
                     " order by purpose, model",
                     answer.from, answer.before));
  std::int64_t others = 0;
  while (TRY(rows.next())) {
    const Counted one{rows.get<std::string>(0),  rows.get<std::string>(1),  rows.get<std::int64_t>(2),
                      rows.get<std::int64_t>(3), rows.get<std::int64_t>(4), rows.get<std::int64_t>(5),
                      rows.get<std::int64_t>(6), rows.get<std::int64_t>(7)};
    if (one.people < kSmallestGroup) {
      others += one.requests;
    } else {
      answer.rows.push_back(shown(one));
    }
  }
  if (others > 0)
    answer.rows.push_back(shown({.purpose = std::string{kOthers}, .model = std::string{kOthers}, .requests = others}));
  return answer;
}

bool is_domain(std::string_view text) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  return text.size() <= kLongestDomain && text.find('.') != std::string_view::npos &&
         std::ranges::all_of(text, may_stand);
}

/// A count of fewer than five people is not kept: nobody could be shown it.
Result<SeenToolsAdded> add_seen_tools(const AddSeenTools& asked, Context& context) {
  if (asked.tools.size() > kMostDomains) return Error{ErrorCode::request_too_large, std::to_string(kMostDomains)};
  store::WriteTransaction& write = context.work.write();
  const Date month = first_of_month(asked.month);
  for (std::size_t i = 0; i < asked.tools.size(); ++i) {
    const SeenTool& one = asked.tools[i];
    if (!is_domain(one.domain)) return Error{ErrorCode::unknown_value, "tools[" + std::to_string(i) + "].domain"};
    const std::int64_t people = one.people < kSmallestGroup ? 0 : one.people;
    TRY(
        write.execute("insert into gateway_seen_tool (domain, month, requests, people) values (?, ?, ?, ?) on conflict "
                      "(domain, month)"
                      " do update set requests = excluded.requests, people = excluded.people",
                      one.domain, month, one.requests, people));
  }
  context.work.remember("tools", static_cast<std::int64_t>(asked.tools.size()));
  return SeenToolsAdded{asked.tools.size()};
}

Result<SeenTools> seen_tools(const SeenToolsAsked&, Context& context) {
  SeenTools answer;
  const Rules rules = TRY(read_rules(context.work.read()));
  store::Rows rows =
      TRY(context.work.read().query("select domain, month, requests, people from gateway_seen_tool order by month desc,"
                                    " requests desc, domain limit 1000"));
  while (TRY(rows.next())) {
    SeenMonth one;
    one.domain = rows.get<std::string>(0);
    one.month = rows.get<Date>(1);
    one.requests = rows.get<std::int64_t>(2);
    if (const auto people = rows.get<std::int64_t>(3); people > 0) one.people = people;
    one.is_provider = std::ranges::any_of(rules.providers, [&](const KnownProvider& provider) {
      return provider.content.url.find("://" + one.domain) != std::string::npos;
    });
    answer.tools.push_back(std::move(one));
  }
  return answer;
}

Result<GatewayTidied> tidy(const SeenToolsAsked&, Context& context, const Tools& tools) {
  store::Store& store = context.records->store;
  TRY(tools->meter.flush(store));
  store::WriteTransaction write = TRY(store.write());
  GatewayTidied gone;
  gone.conversations = TRY(forget_over(write, context.records->clock()));
  gone.counts = TRY(write.execute("delete from gateway_use where day < ?", Date{context.today.days() - kCountsLast}));
  TRY(write.commit());
  return gone;
}

const std::vector<Role> kWatchers{Role::administrator, Role::privacy_coordinator, Role::data_protection_officer,
                                  Role::works_council};

}  // namespace

void add_usage_rows(std::vector<Operation>& rows, const Tools& tools) {
  Operation used = row_of("gateway.usage", {"Gebruik van taalmodellen", "Use of language models"},
                          {"Toont per doel hoeveel er is gevraagd en wat het kostte; van vijf of meer mensen samen, "
                           "anders alleen hoe vaak.",
                           "Shows for each purpose how much was asked and what it cost; of five or more people "
                           "together, else only how often."},
                          handler<UsageAsked, Usage>(usage, tools));
  used.may = kWatchers;
  used.stored = Stored::whole;
  rows.push_back(std::move(used));
  Operation add =
      row_of("gateway.add_seen_tools", {"Tellingen van gevonden AI-gebruik inlezen", "Take in counts of AI in use"},
             {"Neemt per domein over hoe vaak het in een maand is bezocht; nooit personen.",
              "Takes over how often each domain was visited in a month; never persons."},
             handler<AddSeenTools, SeenToolsAdded>(add_seen_tools));
  add.effect = Effect::acts;
  add.stored = Stored::writes;
  add.may = {Role::administrator, Role::privacy_coordinator};
  rows.push_back(std::move(add));
  Operation seen = row_of("gateway.seen_tools", {"Gevonden AI-gebruik", "AI in use that was found"},
                          {"Toont welke hulpmiddelen buiten Collega om worden gebruikt, in aantallen per maand.",
                           "Shows which tools are used beside Collega, in numbers a month."},
                          handler<SeenToolsAsked, SeenTools>(seen_tools));
  seen.may = kWatchers;
  rows.push_back(std::move(seen));
  Operation sweep = row_of("gateway.tidy", {"Gesprekken opruimen", "Tidy up conversations"},
                           {"Wist gesprekken en teksten waarvan de tijd om is. Gaat vanzelf, elk uur.",
                            "Erases conversations and texts that are over. Goes by itself, every hour."},
                           handler<SeenToolsAsked, GatewayTidied>(tidy, tools));
  sweep.effect = Effect::acts;
  sweep.stored = Stored::whole;
  sweep.may = {Role::administrator};
  rows.push_back(std::move(sweep));
}

}  // namespace collega::gateway
