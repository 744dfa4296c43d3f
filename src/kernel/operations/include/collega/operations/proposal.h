#pragma once

// What a desk hands over: what it found, why, from which source, and what it cannot know. A person decides.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/id.h"

namespace collega::operations {

/// A place that can be opened: a document at a page with these words.
struct Evidence {
  std::string document;
  std::optional<int> page;
  std::string quote;
  std::size_t start = 0;  ///< of the quote, code points of the document's text
  std::size_t end = 0;
  std::size_t mark_start = 0;  ///< of the words within it that count, code points of the document's text
  std::size_t mark_end = 0;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (document, page, quote, start, end, mark_start, mark_end))

struct Reason {
  std::string label;
  double contribution = 0;
  std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (label, contribution, evidence))

struct Finding {
  std::string label;
  std::optional<double> score;
  std::vector<Reason> reasons;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (label, score, reasons))

enum class Status { open, accepted, amended, declined, expired };
BOOST_DESCRIBE_ENUM(Status, open, accepted, amended, declined, expired)

/// What a person decides on a proposal. (A proposal is declined; a candidate is turned down.)
enum class Outcome { accepted, amended, declined };
BOOST_DESCRIBE_ENUM(Outcome, accepted, amended, declined)

/// Contributions of a finding add up to its score. Limits are never empty for a high-risk use.
struct Proposal {
  std::string operation;
  std::vector<std::string> about;
  std::string made_at;  ///< date
  std::string engine_version;
  std::string input_digest;  ///< SHA-256 of what was read, hexadecimal
  std::vector<Finding> findings;
  std::vector<std::string> limits;
  Status status = Status::open;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (operation, about, made_at, engine_version, input_digest, findings, limits, status))

using ProposalId = Id<Proposal>;

}  // namespace collega::operations

namespace collega {

template <>
struct FieldTable<operations::Evidence> {
  static constexpr Field rows[] = {
      {.name = "document", .meaning = {"het document, zoals het is opgegeven", "the document, as it was given"}},
      {.name = "page",
       .meaning = {"bladzijde; null waar het formaat er geen heeft", "page; null where the format has none"},
       .min = 1,
       .null_when_absent = true},
      {.name = "quote", .meaning = {"de aangehaalde woorden", "the words quoted"}, .personal = Personal::ordinary},
      {.name = "start",
       .meaning = {"begin van de aanhaling in de tekst van het document", "start of the quote in the document's text"},
       .unit = "code points"},
      {.name = "end",
       .meaning = {"einde van de aanhaling, zelf niet meegerekend", "end of the quote, itself excluded"},
       .unit = "code points"},
      {.name = "mark_start",
       .meaning = {"begin van de woorden waar het om gaat, in dezelfde tekst",
                   "start of the words that count, in the same text"},
       .unit = "code points"},
      {.name = "mark_end",
       .meaning = {"einde van de woorden waar het om gaat", "end of the words that count"},
       .unit = "code points"},
  };
};

template <>
struct FieldTable<operations::Reason> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"waar de reden over gaat", "what the reason is about"}},
      {.name = "contribution", .meaning = {"wat de reden aan de score bijdraagt", "what the reason adds to the score"}},
      {.name = "evidence", .meaning = {"waar dat staat", "where it stands"}},
  };
};

template <>
struct FieldTable<operations::Finding> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"over wie of wat de bevinding gaat", "whom or what the finding is about"}},
      {.name = "score", .meaning = {"de som van de bijdragen", "the sum of the contributions"}},
      {.name = "reasons", .meaning = {"de redenen", "the reasons"}},
  };
};

template <>
struct FieldTable<operations::Proposal> {
  static constexpr Field rows[] = {
      {.name = "operation", .meaning = {"de bewerking die dit voorstelt", "the operation that proposes this"}},
      {.name = "about", .meaning = {"over wie of wat het voorstel gaat", "whom or what the proposal is about"}},
      {.name = "made_at", .meaning = {"datum van het voorstel", "date of the proposal"}},
      {.name = "engine_version", .meaning = {"versie van de rekenwijze", "version of the way of computing"}},
      {.name = "input_digest", .meaning = {"SHA-256 van wat gelezen is", "SHA-256 of what was read"}},
      {.name = "findings", .meaning = {"de bevindingen", "the findings"}},
      {.name = "limits",
       .meaning = {"waar niet naar gekeken is en wat niet te weten is",
                   "what was not looked at and what cannot be known"}},
      {.name = "status", .meaning = {"waar het voorstel staat", "where the proposal stands"}},
  };
};

}  // namespace collega
