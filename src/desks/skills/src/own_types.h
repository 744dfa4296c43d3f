#pragma once

// The organisation's own names: as they are kept, asked and shown.

#include <optional>
#include <string>
#include <vector>

#include "catalogue_types.h"
#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/base/moment.h"

namespace collega::skills_desk {

struct OwnName;
using OwnNameId = Id<OwnName>;
struct OwnChange;
using ChangeId = Id<OwnChange>;

enum class OwnKind { skill, position, synonym };
BOOST_DESCRIBE_ENUM(OwnKind, skill, position, synonym)

/// An own skill or position with its names; or a synonym of any concept. This is what the table holds, as JSON.
struct OwnEntry {
  OwnKind kind = OwnKind::synonym;
  std::string concept_name = {};  ///< of a synonym: what it means; else how the own concept is called on the wire
  std::string nl = {}, en = {};
  std::vector<std::string> also_nl = {}, also_en = {};
  std::vector<std::string> broader = {}, essential = {}, optional = {};
  std::string text = {};
  Language language = Language::nl;
  bool shared = false;

  bool operator==(const OwnEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnEntry, (),
                      (kind, concept_name, nl, en, also_nl, also_en, broader, essential, optional, text, language,
                       shared))

struct PutOwnRequest : OwnEntry {
  std::optional<OwnNameId> entry;
};
BOOST_DESCRIBE_STRUCT(PutOwnRequest, (),
                      (entry, kind, concept_name, nl, en, also_nl, also_en, broader, essential, optional, text,
                       language, shared))

struct SavedAnswer {
  bool saved = false;
  std::optional<OwnNameId> entry;
  std::string concept_name;
  std::vector<std::string> troubles;
};
BOOST_DESCRIBE_STRUCT(SavedAnswer, (), (saved, entry, concept_name, troubles))

struct OwnNamesRequest {
  std::string text;
  std::optional<OwnKind> kind;
  std::optional<std::string> of;
  std::size_t after = 0;
  std::size_t limit = 50;
};
BOOST_DESCRIBE_STRUCT(OwnNamesRequest, (), (text, kind, of, after, limit))

struct ShownOwnName {
  OwnNameId entry;
  std::string name;
  std::string means;
  OwnEntry content;
  std::vector<std::string> troubles;
};
BOOST_DESCRIBE_STRUCT(ShownOwnName, (), (entry, name, means, content, troubles))

struct OwnNamesAnswer {
  std::vector<ShownOwnName> names;
  std::size_t total = 0;
  std::optional<std::size_t> next;
};
BOOST_DESCRIBE_STRUCT(OwnNamesAnswer, (), (names, total, next))

struct OwnNameRequest {
  OwnNameId entry;
};
BOOST_DESCRIBE_STRUCT(OwnNameRequest, (), (entry))

enum class ChangeKind { added, changed, removed };
BOOST_DESCRIBE_ENUM(ChangeKind, added, changed, removed)

struct ShownChange {
  ChangeId change;
  Moment at;
  std::string by;
  ChangeKind kind = ChangeKind::added;
  OwnKind of = OwnKind::synonym;
  std::string name;
  std::string before;
  std::string after;
  bool imported = false;
  bool takes_back = false;
  bool taken_back = false;
};
BOOST_DESCRIBE_STRUCT(ShownChange, (),
                      (change, at, by, kind, of, name, before, after, imported, takes_back, taken_back))

struct ChangesRequest {
  std::optional<ChangeId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ChangesRequest, (), (after, limit))

struct ChangesAnswer {
  std::vector<ShownChange> changes;
  std::optional<ChangeId> next;
};
BOOST_DESCRIBE_STRUCT(ChangesAnswer, (), (changes, next))

struct TakeBackRequest {
  ChangeId change;
  bool whole_import = false;
};
BOOST_DESCRIBE_STRUCT(TakeBackRequest, (), (change, whole_import))

struct TakeBackAnswer {
  bool taken_back = false;
  std::size_t changes = 0;
  std::vector<std::string> troubles;
};
BOOST_DESCRIBE_STRUCT(TakeBackAnswer, (), (taken_back, changes, troubles))

struct OwnTableRequest {
  std::string file;
};
BOOST_DESCRIBE_STRUCT(OwnTableRequest, (), (file))

struct BadLine {
  std::size_t line = 0;
  std::string column;
  std::string value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BadLine, (), (line, column, value, reason))

struct OwnImportAnswer {
  std::size_t rows = 0;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
  std::vector<BadLine> bad;
  bool imported = false;
};
BOOST_DESCRIBE_STRUCT(OwnImportAnswer, (), (rows, added, changed, same, bad, imported))

struct OwnExportRequest {
  std::string file;
};
BOOST_DESCRIBE_STRUCT(OwnExportRequest, (), (file))

struct OwnExportAnswer {
  std::string file;
  std::size_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(OwnExportAnswer, (), (file, rows))

namespace field {

constexpr Field kEntry{.name = "entry", .meaning = {"nummer van de eigen naam", "number of the own name"}};
constexpr Field kChange{.name = "change", .meaning = {"nummer van de wijziging", "number of the change"}};
constexpr Field kOwnKind{
    .name = "kind", .meaning = {"eigen vaardigheid, eigen functie of synoniem", "own skill, own position or synonym"}};
constexpr Field kMeans{
    .name = "concept",
    .meaning = {"van een synoniem: het begrip dat het betekent", "of a synonym: the concept that it means"},
    .has_default = true,
    .member = "concept_name"};
constexpr Field kNl{.name = "nl", .meaning = {"naam in het Nederlands", "name in Dutch"}, .has_default = true};
constexpr Field kEn{.name = "en", .meaning = {"naam in het Engels", "name in English"}, .has_default = true};
constexpr Field kAlsoNl{
    .name = "also_nl", .meaning = {"synoniemen in het Nederlands", "synonyms in Dutch"}, .has_default = true};
constexpr Field kAlsoEn{
    .name = "also_en", .meaning = {"synoniemen in het Engels", "synonyms in English"}, .has_default = true};
constexpr Field kBroader{
    .name = "broader", .meaning = {"waar het onder valt", "what it falls under"}, .has_default = true};
constexpr Field kEssential{
    .name = "essential",
    .meaning = {"van een functie: vaardigheden die zij vereist", "of a position: skills it requires"},
    .has_default = true};
constexpr Field kOptional{.name = "optional",
                          .meaning = {"van een functie: vaardigheden die helpen", "of a position: skills that help"},
                          .has_default = true};
constexpr Field kText{.name = "text", .meaning = {"het synoniem", "the synonym"}, .has_default = true};
constexpr Field kLanguage{
    .name = "language", .meaning = {"taal van het synoniem", "language of the synonym"}, .has_default = true};
constexpr Field kShared{
    .name = "shared",
    .meaning = {"het synoniem mag ook iets anders betekenen", "the synonym may mean something else too"},
    .has_default = true};
constexpr Field kTroubles{.name = "troubles", .meaning = {"wat er niet klopt", "what is not right"}};

}  // namespace field

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::OwnEntry> {
  static constexpr Field rows[] = {
      skills_desk::field::kOwnKind, skills_desk::field::kMeans,     skills_desk::field::kNl,
      skills_desk::field::kEn,      skills_desk::field::kAlsoNl,    skills_desk::field::kAlsoEn,
      skills_desk::field::kBroader, skills_desk::field::kEssential, skills_desk::field::kOptional,
      skills_desk::field::kText,    skills_desk::field::kLanguage,  skills_desk::field::kShared,
  };
};

template <>
struct FieldTable<skills_desk::PutOwnRequest> {
  static constexpr Field rows[] = {
      {.name = "entry", .meaning = {"wijzig deze; weggelaten: een nieuwe", "change this one; left out: a new one"}},
      skills_desk::field::kOwnKind,
      skills_desk::field::kMeans,
      skills_desk::field::kNl,
      skills_desk::field::kEn,
      skills_desk::field::kAlsoNl,
      skills_desk::field::kAlsoEn,
      skills_desk::field::kBroader,
      skills_desk::field::kEssential,
      skills_desk::field::kOptional,
      skills_desk::field::kText,
      skills_desk::field::kLanguage,
      skills_desk::field::kShared,
  };
};

template <>
struct FieldTable<skills_desk::SavedAnswer> {
  static constexpr Field rows[] = {
      {.name = "saved", .meaning = {"of het is vastgelegd", "whether it was saved"}},
      skills_desk::field::kEntry,
      {.name = "concept",
       .meaning = {"het begrip waar het bij hoort", "the concept it belongs to"},
       .member = "concept_name"},
      skills_desk::field::kTroubles,
  };
};

template <>
struct FieldTable<skills_desk::OwnNamesRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"letters uit een naam", "letters of a name"}, .has_default = true},
      {.name = "kind", .meaning = {"alleen deze soort", "this kind alone"}},
      {.name = "of", .meaning = {"alleen bij dit begrip", "of this concept alone"}},
      skills_desk::field::kAfter,
      skills_desk::field::kLimit,
  };
};

template <>
struct FieldTable<skills_desk::ShownOwnName> {
  static constexpr Field rows[] = {
      skills_desk::field::kEntry,
      {.name = "name", .meaning = {"de eigen naam", "the own name"}},
      {.name = "means",
       .meaning = {"hoe het begrip heet dat het betekent", "what the concept that it means is called"}},
      {.name = "content", .meaning = {"zoals het is vastgelegd", "as it was saved"}},
      {.name = "troubles",
       .meaning = {"waarom het nu niet meetelt; niets: het telt", "why it does not count now; nothing: it counts"}},
  };
};

template <>
struct FieldTable<skills_desk::OwnNamesAnswer> {
  static constexpr Field rows[] = {
      {.name = "names", .meaning = {"eigen namen", "own names"}},
      {.name = "total", .meaning = {"hoeveel het er zijn", "how many there are"}, .min = 0},
      skills_desk::field::kNext,
  };
};

template <>
struct FieldTable<skills_desk::OwnNameRequest> {
  static constexpr Field rows[] = {skills_desk::field::kEntry};
};

template <>
struct FieldTable<skills_desk::ShownChange> {
  static constexpr Field rows[] = {
      skills_desk::field::kChange,
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "by", .meaning = {"door wie", "by whom"}, .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"toegevoegd, gewijzigd of verwijderd", "added, changed or removed"}},
      {.name = "of", .meaning = {"vaardigheid, functie of synoniem", "skill, position or synonym"}},
      {.name = "name", .meaning = {"welke naam", "which name"}},
      {.name = "before", .meaning = {"wat er stond", "what stood there"}},
      {.name = "after", .meaning = {"wat er kwam te staan", "what came to stand there"}},
      {.name = "imported", .meaning = {"met een bestand", "with a file"}},
      {.name = "takes_back", .meaning = {"neemt een eerdere wijziging terug", "takes an earlier change back"}},
      {.name = "taken_back", .meaning = {"is teruggenomen", "was taken back"}},
  };
};

template <>
struct FieldTable<skills_desk::ChangesRequest> {
  static constexpr Field rows[] = {
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "limit",
       .meaning = {"wijzigingen op een bladzijde", "changes on a page"},
       .min = 1,
       .max = 200,
       .has_default = true},
  };
};

template <>
struct FieldTable<skills_desk::ChangesAnswer> {
  static constexpr Field rows[] = {
      {.name = "changes", .meaning = {"wijzigingen, nieuwste eerst", "changes, newest first"}},
      skills_desk::field::kNext,
  };
};

template <>
struct FieldTable<skills_desk::TakeBackRequest> {
  static constexpr Field rows[] = {
      skills_desk::field::kChange,
      {.name = "whole_import",
       .meaning = {"alles wat met hetzelfde bestand kwam", "everything that came with the same file"},
       .has_default = true},
  };
};

template <>
struct FieldTable<skills_desk::TakeBackAnswer> {
  static constexpr Field rows[] = {
      {.name = "taken_back", .meaning = {"of het is teruggenomen", "whether it was taken back"}},
      {.name = "changes", .meaning = {"hoeveel wijzigingen", "how many changes"}, .min = 0},
      skills_desk::field::kTroubles,
  };
};

template <>
struct FieldTable<skills_desk::OwnTableRequest> {
  static constexpr Field rows[] = {{.name = "file", .meaning = {"CSV of XLSX", "CSV or XLSX"}, .paper = Paper::given}};
};

template <>
struct FieldTable<skills_desk::BadLine> {
  static constexpr Field rows[] = {
      {.name = "line", .meaning = {"regel in het bestand", "line in the file"}, .min = 0},
      {.name = "column", .meaning = {"kolom", "column"}},
      {.name = "value", .meaning = {"wat er staat", "what stands there"}},
      {.name = "reason", .meaning = {"wat er niet klopt", "what is not right"}},
  };
};

template <>
struct FieldTable<skills_desk::OwnImportAnswer> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"regels in het bestand", "rows in the file"}, .min = 0},
      {.name = "added", .meaning = {"nieuwe namen", "new names"}, .min = 0},
      {.name = "changed", .meaning = {"gewijzigde namen", "changed names"}, .min = 0},
      {.name = "same", .meaning = {"namen die er al zo stonden", "names that stood there already"}, .min = 0},
      {.name = "bad", .meaning = {"regels die niet kloppen", "lines that are not right"}},
      {.name = "imported", .meaning = {"of het is ingelezen", "whether it was imported"}},
  };
};

template <>
struct FieldTable<skills_desk::OwnExportRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand dat gemaakt wordt", "the file that is made"}, .paper = Paper::made}};
};

template <>
struct FieldTable<skills_desk::OwnExportAnswer> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand", "the file"}, .paper = Paper::made},
      {.name = "rows", .meaning = {"regels", "rows"}, .min = 0},
  };
};

}  // namespace collega
