#pragma once

// A vacancy, three candidates and a folder to match them in.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "collega/base/utf8.h"
#include "collega/documents/write.h"
#include "match_files.h"

namespace collega::hiring::testing_support {

inline constexpr const char* kVacancy = R"(# Verzorgende IG

Wij zijn een warme organisatie.

## Wat vragen wij

- Je hebt een diploma mbo niveau 3
- Je hebt rijbewijs B
- Je hebt ervaring met wondzorg

## Wat bieden wij

- Een cursus palliatieve zorg
)";

inline constexpr const char* kComplete = R"(# Zoë Müller-Şahin

Geboren op 12-03-1990, e-mail: zoe.muller@post.example, 06-12345678

Ik, Zoë, heb veel ervaring met wondzorg in de wijk.

- Diploma mbo niveau 3 Verzorgende IG, 2019
- Rijbewijs B
)";

inline constexpr const char* kSilent = R"(# Henk Visser

Ik heb ervaring met wondzorg en een diploma mbo niveau 3.
)";

inline constexpr const char* kDenying = R"(# Piet Smit

Ik heb ervaring met wondzorg en een diploma mbo niveau 3. Ik heb geen rijbewijs B.
)";

inline const skills::MentionFinder& seed_finder() {
  static const skills::Taxonomy taxonomy = skills::seed_taxonomy().value();
  static const skills::MentionFinder finder{taxonomy};
  return finder;
}

class MatchFiles : public testing::Test {
 protected:
  MatchFiles() { std::filesystem::create_directories(folder_); }
  ~MatchFiles() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view bytes) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
    return path.string();
  }
  std::string place(const std::string& name) const { return (folder_ / name).string(); }
  std::string content(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream{folder_ / name, std::ios::binary}.rdbuf();
    return text.str();
  }

  MatchFilesRequest request(const std::vector<std::string>& candidates) const {
    MatchFilesRequest request;
    request.vacancy = file("vacature/vacature.md", kVacancy);
    request.candidates = candidates;
    return request;
  }
  Result<MatchFilesAnswer> match(const MatchFilesRequest& request) { return match_files(request, context_, tools_); }
  MatchFilesAnswer matched(const std::vector<std::string>& candidates) { return match(request(candidates)).value(); }

  static std::vector<std::string> names(const MatchFilesAnswer& answer) {
    std::vector<std::string> names;
    for (const auto& candidate : answer.ranking) names.push_back(candidate.name);
    return names;
  }
  static const RequirementResult& about(const CandidateResult& candidate, std::string_view word) {
    for (const auto& requirement : candidate.requirements) {
      if (to_lower(requirement.label).find(word) != std::string::npos) return requirement;
    }
    throw std::out_of_range(std::string{word});
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("collega-match-" + std::to_string(getpid()));
  documents::Reader reader_;
  operations::Context context_{.today = parse_date("2026-11-22").value()};
  Tools tools_{.finder = []() -> Result<std::shared_ptr<const skills::MentionFinder>> {
                 return std::shared_ptr<const skills::MentionFinder>{std::shared_ptr<void>{}, &seed_finder()};
               },
               .reader = [this]() -> documents::Reader& { return reader_; }};
};

inline std::string pdf(const char* markdown) {
  return documents::write_pdf(documents::draft_from_markdown(markdown)).value();
}

}  // namespace collega::hiring::testing_support
