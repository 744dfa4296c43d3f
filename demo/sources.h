#pragma once

// The sources of the demo (vacancies and candidates, described in README.md), read and checked.

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "collega/base/result.h"
#include "collega/documents/write.h"

namespace collega::demo {

enum class Form { pdf, docx, odt, md, scan, txt };

struct Requirement {
  std::string label;
  std::string kind;
  std::string type;
  std::optional<std::string> threshold;
};

struct Vacancy {
  std::string name;  ///< of its files: "verpleegkundige-wijk"
  Form form = Form::md;
  std::string markdown;
  std::vector<Requirement> requirements;
};

struct Candidate {
  std::string slug;  ///< "k017-haddad"; the number is unique over the demo
  std::string vacancy;
  Form form = Form::pdf;
  documents::Layout layout = documents::Layout::plain;
  std::optional<documents::Concealed> hidden;
  std::string cv;
  std::optional<std::string> letter;
  int grade = 0;
  std::vector<std::pair<std::string, std::string>>
      met;  ///< label and yes, partly, no or unknown, as the vacancy orders them
  std::vector<std::string> plants;
};

struct Sources {
  std::vector<Vacancy> vacancies;
  std::vector<Candidate> candidates;
};

/// Everything under `folder`, by name. Errors hold the file and what is wrong with it as their place.
[[nodiscard]] Result<Sources> read_sources(const std::filesystem::path& folder);

[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace collega::demo
