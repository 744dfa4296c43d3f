#pragma once

// What an administrator and a privacy coordinator decide: which services there are, what may leave for what, and how
// much.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/privacy/kinds.h"

namespace collega::gateway {

/// What a text holds before anything is replaced, from least to most: nothing of anybody; personal data; data of a
/// special category (GDPR art. 9 and 10); speech, which nothing here can read.
enum class DataClass { open, personal, special, speech };
BOOST_DESCRIBE_ENUM(DataClass, open, personal, special, speech)

enum class ModelKind { chat, embedding, transcription };
BOOST_DESCRIBE_ENUM(ModelKind, chat, embedding, transcription)

struct Offered {
  std::string name;         ///< as it is asked for here
  std::string called = {};  ///< as the service calls it; empty: the same
  ModelKind kind = ModelKind::chat;
  std::int64_t micros_in = 0;  ///< price of a million tokens, in millionths of a euro
  std::int64_t micros_out = 0;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (name, called, kind, micros_in, micros_out))

/// A service without its key.
struct Provider {
  std::string name;
  std::string url;  ///< up to and with "/v1"
  bool is_on = true;
  bool is_local = false;  ///< on the organisation's own machines: nothing leaves
  std::vector<DataClass> takes = {DataClass::open, DataClass::personal};
  std::vector<Offered> models;
  std::optional<Date> contract_on = {};  ///< a processor's agreement (GDPR art. 28) was seen to be there
  std::optional<Date> transfer_on = {};  ///< where it processes was looked at (GDPR chapter V)
  int first_byte_seconds = 120;
  int between_seconds = 60;
};
BOOST_DESCRIBE_STRUCT(Provider, (),
                      (name, url, is_on, is_local, takes, models, contract_on, transfer_on, first_byte_seconds,
                       between_seconds))

/// How a kind is treated that is not treated as usual.
struct KindRule {
  privacy::Kind kind = privacy::Kind::PERSON;
  privacy::Treatment treatment = privacy::Treatment::replace;
};
BOOST_DESCRIBE_STRUCT(KindRule, (), (kind, treatment))

/// What one purpose may send out.
struct Policy {
  std::string purpose;
  std::vector<KindRule> kinds = {};
  std::vector<DataClass> local_only = {DataClass::special, DataClass::speech};
  int most_characters = 400'000;
  int keep_days = 30;      ///< of conversations
  int keep_sent_days = 0;  ///< of the text that left; 0: not kept
};
BOOST_DESCRIBE_STRUCT(Policy, (), (purpose, kinds, local_only, most_characters, keep_days, keep_sent_days))

/// The policy of what names no purpose.
inline constexpr std::string_view kGeneral = "general";

enum class LimitOf { person, key, unit, everybody };
BOOST_DESCRIBE_ENUM(LimitOf, person, key, unit, everybody)

/// What each person (or key, or unit) may use, or one of them; 0 sets no limit.
struct Limit {
  LimitOf of = LimitOf::person;
  std::string whose = {};  ///< the id of one; empty: each
  std::int64_t requests_a_minute = 0;
  std::int64_t tokens_a_month = 0;
  std::int64_t micros_a_month = 0;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (of, whose, requests_a_minute, tokens_a_month, micros_a_month))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::Offered> {
  static constexpr Field rows[] = {
      {.name = "name",
       .meaning = {"naam waaronder het model hier wordt gevraagd", "the name the model is asked for by here"}},
      {.name = "called",
       .meaning = {"hoe de aanbieder het noemt; leeg: hetzelfde", "what the provider calls it; empty: the same"},
       .has_default = true},
      {.name = "kind", .meaning = {"waarvoor het is", "what it is for"}, .has_default = true},
      {.name = "micros_in",
       .meaning = {"prijs van een miljoen tokens heen", "price of a million tokens sent"},
       .unit = "millionths of a euro",
       .min = 0,
       .has_default = true},
      {.name = "micros_out",
       .meaning = {"prijs van een miljoen tokens terug", "price of a million tokens answered"},
       .unit = "millionths of a euro",
       .min = 0,
       .has_default = true},
  };
};

template <>
struct FieldTable<gateway::Provider> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam", "name"}},
      {.name = "url", .meaning = {"adres, tot en met /v1", "address, up to and with /v1"}},
      {.name = "is_on", .meaning = {"in gebruik", "in use"}, .has_default = true},
      {.name = "is_local",
       .meaning = {"op eigen machines: er gaat niets naar buiten", "on machines of our own: nothing leaves"},
       .has_default = true},
      {.name = "takes",
       .meaning = {"welke gegevens er, vervangen en wel, heen mogen", "which data may go there, replaced as they are"},
       .has_default = true},
      {.name = "models", .meaning = {"de modellen", "the models"}},
      {.name = "contract_on",
       .meaning = {"dag waarop de verwerkersovereenkomst is nagegaan",
                   "day on which the processing agreement was checked"}},
      {.name = "transfer_on",
       .meaning = {"dag waarop de doorgifte is nagegaan", "day on which the transfer was checked"}},
      {.name = "first_byte_seconds",
       .meaning = {"wachttijd tot het antwoord begint", "how long to wait for the answer to begin"},
       .unit = "seconds",
       .min = 1,
       .max = 900,
       .has_default = true},
      {.name = "between_seconds",
       .meaning = {"wachttijd tussen twee delen", "how long to wait between two parts"},
       .unit = "seconds",
       .min = 1,
       .max = 900,
       .has_default = true},
  };
};

template <>
struct FieldTable<gateway::KindRule> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort gegeven", "kind of data"}},
      {.name = "treatment", .meaning = {"wat ermee gebeurt", "what is done with it"}},
  };
};

template <>
struct FieldTable<gateway::Policy> {
  static constexpr Field rows[] = {
      {.name = "purpose", .meaning = {"doel, in kleine letters", "purpose, in small letters"}},
      {.name = "kinds",
       .meaning = {"soorten die anders dan gewoonlijk worden behandeld", "kinds that are treated other than usual"},
       .has_default = true},
      {.name = "local_only",
       .meaning = {"gegevens die alleen naar eigen machines mogen", "data that may go to machines of our own only"},
       .has_default = true},
      {.name = "most_characters",
       .meaning = {"langste invoer", "longest input"},
       .unit = "bytes",
       .min = 1,
       .max = 4'000'000,
       .has_default = true},
      {.name = "keep_days",
       .meaning = {"hoe lang een gesprek bewaard blijft", "how long a conversation is kept"},
       .unit = "days",
       .min = 1,
       .max = 366,
       .has_default = true},
      {.name = "keep_sent_days",
       .meaning = {"hoe lang de verstuurde tekst bewaard blijft; 0: niet",
                   "how long the text that left is kept; 0: not"},
       .unit = "days",
       .min = 0,
       .max = 366,
       .has_default = true},
  };
};

template <>
struct FieldTable<gateway::Limit> {
  static constexpr Field rows[] = {
      {.name = "of", .meaning = {"voor wie de grens geldt", "whom the limit is for"}},
      {.name = "whose",
       .meaning = {"kenmerk van een persoon, sleutel of afdeling; leeg: ieder",
                   "id of a person's account, key or unit; empty: each"},
       .has_default = true},
      {.name = "requests_a_minute",
       .meaning = {"aanvragen per minuut; 0: geen grens", "requests a minute; 0: no limit"},
       .min = 0,
       .has_default = true},
      {.name = "tokens_a_month",
       .meaning = {"tokens per maand; 0: geen grens", "tokens a month; 0: no limit"},
       .min = 0,
       .has_default = true},
      {.name = "micros_a_month",
       .meaning = {"kosten per maand; 0: geen grens", "cost a month; 0: no limit"},
       .unit = "millionths of a euro",
       .min = 0,
       .has_default = true},
  };
};

}  // namespace collega
