#pragma once

// What was found, as far as it is reported.

#include <map>
#include <string>
#include <utility>

#include "collega/ledger/verify.h"

namespace collega::ledger {

// Whoever looks into it begins with the first ones; what a whole table of broken rows would add is their number.
inline constexpr std::size_t kMostFindings = 100;

class Findings {
 public:
  explicit Findings(Report& report) : report_(report) {}

  void add(Finding finding) {
    if (report_.findings.size() < kMostFindings) {
      report_.findings.push_back(std::move(finding));
    } else {
      ++report_.more_findings;
    }
  }

  /// Of what an anchor or an export claims about a chain, only the earliest entry that does not fit: all later claims
  /// fail with it.
  void add_claim(Finding finding) {
    const auto [found, is_new] = claims_.try_emplace({finding.kind, finding.writer}, finding);
    if (!is_new && finding.seq < found->second.seq) found->second = std::move(finding);
  }
  void add_claims() {
    for (auto& [key, finding] : claims_) add(std::move(finding));
    claims_.clear();
  }

 private:
  Report& report_;
  std::map<std::pair<Fault, std::string>, Finding> claims_;
};

}  // namespace collega::ledger
