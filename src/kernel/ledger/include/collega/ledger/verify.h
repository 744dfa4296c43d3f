#pragma once

// Is the ledger still what was written? Every chain is followed from its first entry, anchors and exported heads are
// held against it, and what does not fit is named with its place. Whoever has the ledger key can write anything anew:
// against that stand the heads that were exported to where they cannot write.
//
//   export file: one line an export, {"at","heads":[{"mac","seq","writer"}...],"mac"}; its mac covers what stands
//   before it

#include <filesystem>
#include <functional>

#include "collega/ledger/ledger.h"

namespace collega::ledger {

/// Adds the heads of all chains to `file` as one line, on disk when it returns; gives the number of heads. Errors:
/// file_unwritable, store_full (nothing was added), those of the store.
Result<std::int64_t> export_head(store::ReadTransaction& read, const std::filesystem::path& file, Moment now);

enum class Fault {
  missing,         ///< an entry within a chain is gone
  truncated,       ///< the last entries of a chain are gone
  rewritten,       ///< an entry is not what was written
  reordered,       ///< an entry stands in another's place
  head_differs,    ///< the row that names the head is not what was written
  index_differs,   ///< what leads from a person to their entries is not what was written
  anchor_differs,  ///< another chain names an entry that is gone or other than it was
  export_differs,  ///< the same of the export file; or one of its lines is not what was written
  wrong_key  ///< nothing fits: this key did not write this ledger; or the record of the key is not what was written
};
BOOST_DESCRIBE_ENUM(Fault, missing, truncated, rewritten, reordered, head_differs, index_differs, anchor_differs,
                    export_differs, wrong_key)

struct Finding {
  Fault kind = Fault::rewritten;
  std::string writer;    ///< empty when it is of no chain
  std::int64_t seq = 0;  ///< of the (first) entry concerned; in an export file without a chain, the line
  std::string note;      ///< in English, for who looks into it
};
BOOST_DESCRIBE_STRUCT(Finding, (), (kind, writer, seq, note))

struct CheckedChain {
  std::string writer;
  std::int64_t entries = 0;
  std::int64_t anchors = 0;
};
BOOST_DESCRIBE_STRUCT(CheckedChain, (), (writer, entries, anchors))

struct Report {
  bool whole = false;  ///< nothing was found
  std::vector<CheckedChain> chains;
  std::int64_t exports = 0;       ///< lines of the export file that were held against the chains
  std::vector<Finding> findings;  ///< at most 100
  std::int64_t more_findings = 0;
};
BOOST_DESCRIBE_STRUCT(Report, (), (whole, chains, exports, findings, more_findings))

struct VerifyOptions {
  std::filesystem::path exported = {};  ///< what export_head wrote; empty: not looked at
  std::function<void(std::int64_t entries)> progress = {};
};

/// Streams over all entries in memory that does not grow with them; others may write meanwhile. What was found is in
/// the report; an error says that it could not look: file_not_found, file_unreadable, those of the store.
[[nodiscard]] Result<Report> verify(store::ReadTransaction& read, const VerifyOptions& options = {});

}  // namespace collega::ledger

template <>
struct collega::FieldTable<collega::ledger::Finding> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"wat er niet klopt", "what does not fit"}},
      {.name = "writer", .meaning = {"in welke keten", "in which chain"}},
      {.name = "seq", .meaning = {"bij welke regel", "at which entry"}, .min = 0},
      {.name = "note", .meaning = {"toelichting", "explanation"}},
  };
};
template <>
struct collega::FieldTable<collega::ledger::CheckedChain> {
  static constexpr Field rows[] = {
      {.name = "writer", .meaning = {"de keten", "the chain"}},
      {.name = "entries", .meaning = {"regels nagelopen", "entries checked"}, .min = 0},
      {.name = "anchors", .meaning = {"verwijzingen naar andere ketens", "anchors to other chains"}, .min = 0},
  };
};
template <>
struct collega::FieldTable<collega::ledger::Report> {
  static constexpr Field rows[] = {
      {.name = "whole", .meaning = {"er is niets gevonden", "nothing was found"}},
      {.name = "chains", .meaning = {"de ketens", "the chains"}},
      {.name = "exports",
       .meaning = {"regels van het bestand buiten nagelopen", "lines of the file outside checked"},
       .min = 0},
      {.name = "findings", .meaning = {"wat er niet klopt, ten hoogste 100", "what does not fit, at most 100"}},
      {.name = "more_findings", .meaning = {"en nog zoveel andere", "and this many more"}, .min = 0},
  };
};
