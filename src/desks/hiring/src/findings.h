#pragma once

// What the engine found of one candidate, on its way to words.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/messages.h"
#include "collega/base/utf8.h"
#include "collega/documents/document.h"
#include "collega/operations/proposal.h"
#include "collega/skills/match.h"

namespace collega::hiring {

inline constexpr std::string_view kEngineVersion = "skills-match 1";
/// With the version of the taxonomy it works with: "skills-match 1, seed 1".
[[nodiscard]] std::string engine_version(const skills::MentionFinder& finder);

/// The papers of one candidate, and how they are called.
struct Opened {
  std::vector<documents::Document> documents;
  std::vector<std::string> names;
};

[[nodiscard]] operations::Evidence evidence_from(const skills::EvidenceSpan& span, const Opened& opened,
                                                 const std::vector<CodePointIndex>& indexes);

/// Something a person should know of how papers were read: a key of the messages with what is filled in.
struct PaperNotice {
  std::string key;
  std::optional<std::size_t> paper;  ///< nothing where it is of all papers together
  std::string argument;
};

[[nodiscard]] std::vector<PaperNotice> notices_of(const std::vector<documents::Document>& documents,
                                                  const skills::CandidateMatch& match);
[[nodiscard]] std::string in_words(const PaperNotice& notice, const std::vector<std::string>& names,
                                   const Messages& messages);

}  // namespace collega::hiring
