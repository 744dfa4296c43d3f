#pragma once

// What hiring.match_files answers, as far as the command line shows it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/json.h"

namespace collega::cli {

enum class Met { yes, partly, no, unknown };

/// How the papers stand towards the musts, in the order in which they are shown.
enum class Group { all_musts_shown, something_unknown, contradicted };
inline constexpr std::array kGroups{Group::all_musts_shown, Group::something_unknown, Group::contradicted};

struct Quote {
  std::string document;
  std::optional<std::int64_t> page;
  std::string text;
  std::size_t mark_begin = 0;  ///< bytes of `text`; equal to mark_end when nothing is marked
  std::size_t mark_end = 0;
};

struct Judged {
  std::string label;
  bool must = false;
  Met met = Met::unknown;
  std::string why;
  std::vector<Quote> quotes;
};

struct Candidate {
  std::string name;
  std::size_t place = 0;  ///< in the ranking, from 1
  double score = 0;
  Group group = Group::something_unknown;
  std::vector<std::string> documents;
  std::vector<Judged> judged;  ///< one a criterion, in their order
  std::vector<std::string> notices;
};

struct AskedFor {
  std::string label;
  bool must = false;
};

struct Refused {
  std::string path, where, message;
};

struct MatchReport {
  std::string vacancy;
  std::vector<AskedFor> criteria;
  std::vector<Candidate> ranking;
  std::vector<std::string> limits;
  std::vector<Refused> refused;

  [[nodiscard]] std::vector<const Candidate*> in(Group group) const;
  [[nodiscard]] bool asks_musts() const;
};

/// From the operation's answer. All text is made fit to print. An answer of another shape is a bug, and throws.
[[nodiscard]] MatchReport read_match_report(const Json& answer);

}  // namespace collega::cli
