#pragma once

// privacy.find, privacy.pseudonymise and privacy.restore: the shield on a text.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/described.h"
#include "collega/base/result.h"
#include "collega/privacy/find.h"

namespace collega::workbench {

struct PrivacyFindRequest {
  std::string text;
  std::optional<Language> language;
  std::vector<std::string> known_people;
};
BOOST_DESCRIBE_STRUCT(PrivacyFindRequest, (), (text, language, known_people))

struct PersonalSpan {
  std::int64_t start = 0;
  std::int64_t end = 0;
  privacy::Kind type = privacy::Kind::PERSON;
  double score = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PersonalSpan, (), (start, end, type, score, reason))

struct PrivacyFindAnswer {
  std::vector<PersonalSpan> spans;
};
BOOST_DESCRIBE_STRUCT(PrivacyFindAnswer, (), (spans))

struct VaultEntry {
  std::string placeholder;
  std::string original;
  privacy::Kind type = privacy::Kind::PERSON;
  std::vector<std::int64_t> at;
};
BOOST_DESCRIBE_STRUCT(VaultEntry, (), (placeholder, original, type, at))

struct PseudonymiseRequest {
  std::string text;
  std::optional<Language> language;
  std::vector<std::string> known_people;
  std::vector<VaultEntry> vault;
};
BOOST_DESCRIBE_STRUCT(PseudonymiseRequest, (), (text, language, known_people, vault))

struct PseudonymiseAnswer {
  std::string text;
  std::vector<VaultEntry> vault;
};
BOOST_DESCRIBE_STRUCT(PseudonymiseAnswer, (), (text, vault))

struct RestoreRequest {
  std::string text;
  std::vector<VaultEntry> vault;
};
BOOST_DESCRIBE_STRUCT(RestoreRequest, (), (text, vault))

struct RestoreAnswer {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RestoreAnswer, (), (text))

/// Reasons are in the language of the text, else in `otherwise`.
[[nodiscard]] PrivacyFindAnswer find_personal(const PrivacyFindRequest& request, Language otherwise);

/// A vault that is given goes on: what it knows keeps its placeholder. Of each spelling the answer says where it stood,
/// so that this very text is restored to the letter.
[[nodiscard]] Result<PseudonymiseAnswer> pseudonymise(const PseudonymiseRequest& request, Language otherwise,
                                                      Date today);

/// The text that was, when this is the very text that privacy.pseudonymise gave; else each placeholder in it, in
/// whatever form, becomes the first spelling it stood for.
[[nodiscard]] Result<RestoreAnswer> restore(const RestoreRequest& request);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::PrivacyFindRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"de tekst", "the text"}, .personal = Personal::ordinary},
      {.name = "language", .meaning = {"taal van de tekst", "language of the text"}},
      {.name = "known_people",
       .meaning = {"mensen van de eigen organisatie; in alle schrijfwijzen herkend",
                   "people of the organisation; recognised in all spellings"},
       .has_default = true,
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<workbench::PersonalSpan> {
  static constexpr Field rows[] = {
      {.name = "start", .meaning = {"eerste teken", "first code point"}, .min = 0},
      {.name = "end", .meaning = {"na het laatste teken", "after the last code point"}, .min = 0},
      {.name = "type", .meaning = {"soort gegeven", "kind of data"}},
      {.name = "score", .meaning = {"hoe zeker", "how sure"}, .min = 0, .max = 1},
      {.name = "reason", .meaning = {"waarom", "why"}},
  };
};

template <>
struct FieldTable<workbench::PrivacyFindAnswer> {
  static constexpr Field rows[] = {
      {.name = "spans",
       .meaning = {"persoonsgegevens, in volgorde, zonder overlap", "personal data, in order, not overlapping"}},
  };
};

template <>
struct FieldTable<workbench::VaultEntry> {
  static constexpr Field rows[] = {
      {.name = "placeholder", .meaning = {"wat ervoor in de plaats staat", "what stands in its place"}},
      {.name = "original", .meaning = {"wat er stond", "what stood there"}, .personal = Personal::ordinary},
      {.name = "type", .meaning = {"soort gegeven", "kind of data"}},
      {.name = "at",
       .meaning = {"waar het in deze tekst stond: begin van de vervanger",
                   "where it stood in this text: start of its placeholder"},
       .has_default = true},
  };
};

template <>
struct FieldTable<workbench::PseudonymiseRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"de tekst", "the text"}, .personal = Personal::ordinary},
      {.name = "language",
       .meaning = {"taal van de tekst en de vervangers", "language of the text and the placeholders"}},
      {.name = "known_people",
       .meaning = {"mensen van de eigen organisatie; in alle schrijfwijzen herkend",
                   "people of the organisation; recognised in all spellings"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "vault",
       .meaning = {"kluis van eerder in het gesprek; haar vervangers blijven",
                   "vault of earlier in the conversation; its placeholders stay"},
       .has_default = true},
  };
};

template <>
struct FieldTable<workbench::PseudonymiseAnswer> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"de tekst met vervangers", "the text with placeholders"}},
      {.name = "vault",
       .meaning = {"wat waarvoor staat; dit blijft geheim", "what stands for what; this stays secret"}},
  };
};

template <>
struct FieldTable<workbench::RestoreRequest> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"een tekst met vervangers", "a text with placeholders"},
       .personal = Personal::ordinary},
      {.name = "vault", .meaning = {"wat waarvoor staat", "what stands for what"}},
  };
};

template <>
struct FieldTable<workbench::RestoreAnswer> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"de tekst met wat er stond", "the text with what stood there"},
       .personal = Personal::ordinary},
  };
};

}  // namespace collega
