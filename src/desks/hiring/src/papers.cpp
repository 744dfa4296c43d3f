#include "papers.h"

#include <algorithm>
#include <map>
#include <set>

#include "blind.h"
#include "collega/base/utf8.h"

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

bool is_folder(const fs::path& path) {
  std::error_code failure;
  return fs::is_directory(path, failure);
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
    if (is_folder(path)) {
      add_files_below(path, files);
    } else {
      files.push_back(path);
    }
  }
}

class Grouping {
 public:
  void add_file(const fs::path& file) {
    if (!is_new(file)) return;
    const auto [place, first] =
        by_name_.try_emplace({file.lexically_normal().parent_path(), shared_name(file)}, candidates_.size());
    if (first) candidates_.push_back({file.string(), shared_name(file), {}});
    candidates_[place->second].files.push_back(file);
  }

  // All that a folder holds is of one candidate.
  void add_folder(const fs::path& folder) {
    CandidateFiles candidate{folder.string(), folder.filename().string(), {}};
    add_files_below(folder, candidate.files);
    std::erase_if(candidate.files, [&](const fs::path& file) { return !is_new(file); });
    if (!candidate.files.empty()) candidates_.push_back(std::move(candidate));
  }

  [[nodiscard]] std::vector<CandidateFiles> candidates() && { return std::move(candidates_); }

 private:
  bool is_new(const fs::path& file) { return seen_.insert(file.lexically_normal()).second; }

  std::vector<CandidateFiles> candidates_;
  std::set<fs::path> seen_;
  std::map<std::pair<fs::path, std::string>, std::size_t> by_name_;  // folder and shared name
};

skills::LineKind line_kind(documents::BlockKind kind) {
  switch (kind) {
    case documents::BlockKind::heading:
      return skills::LineKind::heading;
    case documents::BlockKind::list_item:
      return skills::LineKind::item;
    case documents::BlockKind::table_row:
      return skills::LineKind::row;
    case documents::BlockKind::paragraph:
      break;
  }
  return skills::LineKind::text;
}

}  // namespace

std::vector<CandidateFiles> group_candidates(const std::vector<std::string>& paths) {
  Grouping grouping;
  for (const std::string& path : paths) {
    if (!is_folder(path)) {
      grouping.add_file(path);
      continue;
    }
    for (const fs::path& inside : content_of(path)) {
      if (is_folder(inside)) {
        grouping.add_folder(inside);
      } else {
        grouping.add_file(inside);
      }
    }
  }
  return std::move(grouping).candidates();
}

std::string whose_file(std::string_view file_name) {
  const std::string stem = fs::path{file_name}.stem().string();
  std::string whose;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && !says_what_it_is(word)) whose += (whose.empty() ? "" : " ") + word;
    word.clear();
  };
  for (const char c : fold(stem)) {
    const bool joins = c == ' ' || c == '_' || c == '-' || c == '.' || c == ',' || c == '(' || c == ')';
    if (joins) {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return whose;
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

std::string marked_text(const documents::Document& document) {
  std::string text;
  for (const documents::Block& block : document.blocks) {
    const bool is_heading = block.kind == documents::BlockKind::heading;
    if (is_heading && !text.empty()) text += '\n';
    if (is_heading) text.append(static_cast<std::size_t>(std::max(1, block.level)), '#') += ' ';
    if (block.kind == documents::BlockKind::list_item) text += "- ";
    text.append(block.span.of(document.text)) += '\n';
  }
  return text;
}

}  // namespace collega::hiring
