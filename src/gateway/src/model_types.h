#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "rule_types.h"

namespace collega::gateway {

struct AskModel {
  std::string purpose;
  Json request;
};
BOOST_DESCRIBE_STRUCT(AskModel, (), (purpose, request))

struct KindCount {
  privacy::Kind kind = privacy::Kind::PERSON;
  std::size_t count = 0;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count))

struct ModelAnswer {
  Json answer;
  std::vector<KindCount> replaced;
};
BOOST_DESCRIBE_STRUCT(ModelAnswer, (), (answer, replaced))

struct Transcribe {
  std::string file;
  std::string model;
  std::string purpose;
  std::string spoken;
  std::string prompt;
  std::string format = "json";
};
BOOST_DESCRIBE_STRUCT(Transcribe, (), (file, model, purpose, spoken, prompt, format))

struct Transcript {
  std::string content;
};
BOOST_DESCRIBE_STRUCT(Transcript, (), (content))

struct ModelsAsked {};
BOOST_DESCRIBE_STRUCT(ModelsAsked, (), ())

struct ModelOnOffer {
  std::string name;
  ModelKind kind = ModelKind::chat;
  std::string provider;
  bool is_local = false;
};
BOOST_DESCRIBE_STRUCT(ModelOnOffer, (), (name, kind, provider, is_local))

struct ModelsOnOffer {
  std::vector<ModelOnOffer> models;
};
BOOST_DESCRIBE_STRUCT(ModelsOnOffer, (), (models))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::AskModel> {
  static constexpr Field rows[] = {
      {.name = "purpose", .meaning = {"doel; leeg: algemeen", "purpose; empty: general"}, .has_default = true},
      {.name = "request",
       .meaning = {"de aanvraag zoals OpenAI's interface haar kent", "the request as OpenAI's interface has it"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<gateway::KindCount> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort gegeven", "kind of data"}},
      {.name = "count", .meaning = {"hoe vaak", "how often"}},
  };
};

template <>
struct FieldTable<gateway::ModelAnswer> {
  static constexpr Field rows[] = {
      {.name = "answer",
       .meaning = {"het antwoord, teruggezet", "the answer, restored"},
       .personal = Personal::ordinary},
      {.name = "replaced", .meaning = {"wat er is vervangen", "what was replaced"}},
  };
};

template <>
struct FieldTable<gateway::Transcribe> {
  static constexpr Field rows[] = {
      {.name = "file",
       .meaning = {"geluidsbestand", "audio file"},
       .personal = Personal::ordinary,
       .paper = Paper::given},
      {.name = "model", .meaning = {"welk model", "which model"}},
      {.name = "purpose", .meaning = {"doel; leeg: algemeen", "purpose; empty: general"}, .has_default = true},
      {.name = "spoken", .meaning = {"gesproken taal, als code", "language spoken, as a code"}, .has_default = true},
      {.name = "prompt",
       .meaning = {"woorden die het model kunnen helpen", "words that may help the model"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "format",
       .meaning = {"vorm van het antwoord: json, text, srt, verbose_json of vtt",
                   "shape of the answer: json, text, srt, verbose_json or vtt"},
       .has_default = true},
  };
};

template <>
struct FieldTable<gateway::Transcript> {
  static constexpr Field rows[] = {
      {.name = "content",
       .meaning = {"het antwoord van het model", "the model's answer"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<gateway::ModelsAsked> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<gateway::ModelOnOffer> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam", "name"}},
      {.name = "kind", .meaning = {"waarvoor het is", "what it is for"}},
      {.name = "provider", .meaning = {"aanbieder", "provider"}},
      {.name = "is_local", .meaning = {"op eigen machines", "on machines of our own"}},
  };
};

template <>
struct FieldTable<gateway::ModelsOnOffer> {
  static constexpr Field rows[] = {
      {.name = "models", .meaning = {"de modellen", "the models"}},
  };
};

}  // namespace collega
