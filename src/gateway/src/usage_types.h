#pragma once

#include "collega/base/date.h"
#include "model_types.h"

namespace collega::gateway {

struct UsageAsked {
  std::optional<Date> from;
  std::optional<Date> before;
};
BOOST_DESCRIBE_STRUCT(UsageAsked, (), (from, before))

struct UsageRow {
  std::string purpose;
  std::string model;
  std::int64_t requests = 0;
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> tokens_in;
  std::optional<std::int64_t> tokens_out;
  std::optional<std::int64_t> micros;
  std::optional<std::int64_t> replaced;
};
BOOST_DESCRIBE_STRUCT(UsageRow, (), (purpose, model, requests, people, tokens_in, tokens_out, micros, replaced))

struct Usage {
  Date from;
  Date before;
  std::vector<UsageRow> rows;
};
BOOST_DESCRIBE_STRUCT(Usage, (), (from, before, rows))

struct SeenTool {
  std::string domain;
  std::int64_t requests = 0;
  std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(SeenTool, (), (domain, requests, people))

struct AddSeenTools {
  Date month;
  std::vector<SeenTool> tools;
};
BOOST_DESCRIBE_STRUCT(AddSeenTools, (), (month, tools))

struct SeenToolsAdded {
  std::size_t tools = 0;
};
BOOST_DESCRIBE_STRUCT(SeenToolsAdded, (), (tools))

struct SeenToolsAsked {};
BOOST_DESCRIBE_STRUCT(SeenToolsAsked, (), ())

struct SeenMonth {
  std::string domain;
  Date month;
  std::int64_t requests = 0;
  std::optional<std::int64_t> people;
  bool is_provider = false;
};
BOOST_DESCRIBE_STRUCT(SeenMonth, (), (domain, month, requests, people, is_provider))

struct SeenTools {
  std::vector<SeenMonth> tools;
};
BOOST_DESCRIBE_STRUCT(SeenTools, (), (tools))

struct GatewayTidied {
  std::int64_t conversations = 0;
  std::int64_t counts = 0;
};
BOOST_DESCRIBE_STRUCT(GatewayTidied, (), (conversations, counts))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::UsageAsked> {
  static constexpr Field rows[] = {
      {.name = "from",
       .meaning = {"eerste dag; weggelaten: de eerste van deze maand", "first day; left out: the first of this month"}},
      {.name = "before",
       .meaning = {"dag na de laatste; weggelaten: morgen", "day after the last; left out: tomorrow"}},
  };
};
template <>
struct FieldTable<gateway::UsageRow> {
  static constexpr Field rows[] = {
      {.name = "purpose",
       .meaning = {"doel; *: doelen van minder dan vijf mensen samen",
                   "purpose; *: purposes of fewer than five people together"}},
      {.name = "model", .meaning = {"model", "model"}},
      {.name = "requests", .meaning = {"aanvragen", "requests"}},
      {.name = "people",
       .meaning = {"door hoeveel mensen of programma's; weggelaten bij minder dan vijf",
                   "by how many people or programs; left out below five"}},
      {.name = "tokens_in", .meaning = {"tokens heen", "tokens sent"}},
      {.name = "tokens_out", .meaning = {"tokens terug", "tokens answered"}},
      {.name = "micros", .meaning = {"kosten", "cost"}, .unit = "millionths of a euro"},
      {.name = "replaced", .meaning = {"vervangen gegevens", "data replaced"}},
  };
};
template <>
struct FieldTable<gateway::Usage> {
  static constexpr Field rows[] = {
      {.name = "from", .meaning = {"eerste dag", "first day"}},
      {.name = "before", .meaning = {"dag na de laatste", "day after the last"}},
      {.name = "rows", .meaning = {"per doel en model", "by purpose and model"}},
  };
};
template <>
struct FieldTable<gateway::SeenTool> {
  static constexpr Field rows[] = {
      {.name = "domain", .meaning = {"domein", "domain"}},
      {.name = "requests", .meaning = {"hoe vaak bezocht", "how often visited"}, .min = 0},
      {.name = "people",
       .meaning = {"door hoeveel mensen, als dat bekend is", "by how many people, if that is known"},
       .min = 0,
       .has_default = true},
  };
};
template <>
struct FieldTable<gateway::AddSeenTools> {
  static constexpr Field rows[] = {
      {.name = "month", .meaning = {"een dag in de maand waarover het gaat", "a day in the month it is about"}},
      {.name = "tools", .meaning = {"de tellingen per domein", "the counts of each domain"}},
  };
};
template <>
struct FieldTable<gateway::SeenToolsAdded> {
  static constexpr Field rows[] = {{.name = "tools", .meaning = {"hoeveel domeinen", "how many domains"}}};
};
template <>
struct FieldTable<gateway::SeenToolsAsked> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<gateway::SeenMonth> {
  static constexpr Field rows[] = {
      {.name = "domain", .meaning = {"domein", "domain"}},
      {.name = "month", .meaning = {"maand", "month"}},
      {.name = "requests", .meaning = {"hoe vaak bezocht", "how often visited"}},
      {.name = "people",
       .meaning = {"door hoeveel mensen; weggelaten bij minder dan vijf", "by how many people; left out below five"}},
      {.name = "is_provider",
       .meaning = {"of dit een van de eigen aanbieders is", "whether this is one of the organisation's providers"}},
  };
};
template <>
struct FieldTable<gateway::SeenTools> {
  static constexpr Field rows[] = {
      {.name = "tools", .meaning = {"de domeinen, nieuwste maand eerst", "the domains, newest month first"}}};
};
template <>
struct FieldTable<gateway::GatewayTidied> {
  static constexpr Field rows[] = {
      {.name = "conversations", .meaning = {"gewiste gesprekken en teksten", "conversations and texts erased"}},
      {.name = "counts", .meaning = {"gewiste tellingen", "counts erased"}},
  };
};

}  // namespace collega
