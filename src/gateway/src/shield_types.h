#pragma once

#include "model_types.h"

namespace collega::gateway {

struct TryShield {
  std::string text;
  std::string purpose;
};
BOOST_DESCRIBE_STRUCT(TryShield, (), (text, purpose))

struct FoundPlace {
  std::size_t start = 0;
  std::size_t end = 0;
  privacy::Kind kind = privacy::Kind::PERSON;
  double score = 0;
  std::string reason;
  privacy::Treatment treatment = privacy::Treatment::replace;
};
BOOST_DESCRIBE_STRUCT(FoundPlace, (), (start, end, kind, score, reason, treatment))

struct StandsFor {
  std::string placeholder;
  std::string original;
  privacy::Kind kind = privacy::Kind::PERSON;
};
BOOST_DESCRIBE_STRUCT(StandsFor, (), (placeholder, original, kind))

struct Shielded {
  bool may_leave = false;
  std::string leaves;
  DataClass data = DataClass::open;
  bool local_only = false;
  std::vector<FoundPlace> found;
  std::vector<StandsFor> placeholders;
  std::vector<privacy::Kind> refused;
};
BOOST_DESCRIBE_STRUCT(Shielded, (), (may_leave, leaves, data, local_only, found, placeholders, refused))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::TryShield> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"een tekst om te proberen", "a text to try"}, .personal = Personal::special},
      {.name = "purpose", .meaning = {"doel; leeg: algemeen", "purpose; empty: general"}, .has_default = true},
  };
};
template <>
struct FieldTable<gateway::FoundPlace> {
  static constexpr Field rows[] = {
      {.name = "start", .meaning = {"begin in de tekst", "begin in the text"}, .unit = "code points"},
      {.name = "end", .meaning = {"einde, niet meegeteld", "end, not included"}, .unit = "code points"},
      {.name = "kind", .meaning = {"soort gegeven", "kind of data"}},
      {.name = "score", .meaning = {"hoe zeker", "how sure"}, .min = 0, .max = 1},
      {.name = "reason", .meaning = {"waarom", "why"}},
      {.name = "treatment", .meaning = {"wat ermee gebeurt", "what is done with it"}},
  };
};
template <>
struct FieldTable<gateway::StandsFor> {
  static constexpr Field rows[] = {
      {.name = "placeholder", .meaning = {"wat het model ziet", "what the model sees"}},
      {.name = "original", .meaning = {"waar dat voor staat", "what that stands for"}, .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort gegeven", "kind of data"}},
  };
};
template <>
struct FieldTable<gateway::Shielded> {
  static constexpr Field rows[] = {
      {.name = "may_leave", .meaning = {"of deze tekst mag vertrekken", "whether this text may leave"}},
      {.name = "leaves",
       .meaning = {"de tekst zoals zij zou vertrekken", "the text as it would leave"},
       .personal = Personal::ordinary},
      {.name = "data", .meaning = {"wat de tekst bevat", "what the text holds"}},
      {.name = "local_only", .meaning = {"alleen naar eigen machines", "to machines of our own only"}},
      {.name = "found", .meaning = {"wat er is gevonden", "what was found"}},
      {.name = "placeholders", .meaning = {"wat waarvoor staat", "what stands for what"}},
      {.name = "refused",
       .meaning = {"soorten waarom de tekst niet mag vertrekken", "kinds for which the text may not leave"}},
  };
};

}  // namespace collega
