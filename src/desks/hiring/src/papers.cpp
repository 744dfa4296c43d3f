#include "papers.h"

#include <algorithm>

namespace collega::hiring {
namespace {

namespace fs = std::filesystem;

std::string shared_name(const fs::path& file) {
  const std::string stem = file.stem().string();
  const std::size_t mark = stem.find('_');
  return mark == std::string::npos || mark == 0 ? stem : stem.substr(0, mark);
}

bool is_passed_over(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.empty() || name.front() == '.' || name.front() == '~';
}

std::vector<fs::path> content_of(const fs::path& folder) {
  std::vector<fs::path> content;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (!is_passed_over(entry.path())) content.push_back(entry.path());
  }
  std::sort(content.begin(), content.end());
  return content;
}

void add_files_below(const fs::path& folder, std::vector<fs::path>& files) {
  for (const fs::path& path : content_of(folder)) {
    if (fs::is_directory(path)) {
      add_files_below(path, files);
    } else {
      files.push_back(path);
    }
  }
}

void add_file(std::vector<CandidateFiles>& candidates, const fs::path& file) {
  const auto same = [&](const CandidateFiles& known) {
    return known.name == shared_name(file) && known.files.front().parent_path() == file.parent_path();
  };
  const auto known = std::find_if(candidates.begin(), candidates.end(), same);
  if (known == candidates.end()) {
    candidates.push_back({file.string(), shared_name(file), {file}});
  } else if (std::find(known->files.begin(), known->files.end(), file) == known->files.end()) {
    known->files.push_back(file);
  }
}

skills::LineKind line_kind(documents::BlockKind kind) {
  switch (kind) {
    case documents::BlockKind::heading: return skills::LineKind::heading;
    case documents::BlockKind::list_item: return skills::LineKind::item;
    case documents::BlockKind::table_row: return skills::LineKind::row;
    case documents::BlockKind::paragraph: break;
  }
  return skills::LineKind::text;
}

}  // namespace

std::vector<CandidateFiles> group_candidates(const std::vector<std::string>& paths) {
  std::vector<CandidateFiles> candidates;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) {
      add_file(candidates, path);
      continue;
    }
    for (const fs::path& inside : content_of(path)) {
      if (!fs::is_directory(inside)) {
        add_file(candidates, inside);
        continue;
      }
      CandidateFiles candidate{inside.string(), inside.filename().string(), {}};
      add_files_below(inside, candidate.files);
      if (!candidate.files.empty()) candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

skills::Paper paper_from(const documents::Document& document) {
  skills::Paper paper;
  paper.text = document.text;
  for (const documents::Block& block : document.blocks) {
    const auto kind = line_kind(block.kind);
    std::size_t begin = block.span.begin;
    while (begin < block.span.end) {
      const std::size_t end = std::min(paper.text.find('\n', begin), block.span.end);
      if (end > begin) paper.lines.push_back({kind, {begin, end}});
      begin = end + 1;
    }
  }
  return paper;
}

}  // namespace collega::hiring
