#include "engines.h"

#include <array>
#include <fstream>
#include <iterator>

namespace collega {
namespace {

Result<std::string> read_table(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Error{ErrorCode::file_not_found, path.string()};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Result<skills::Taxonomy> taxonomy_in(const std::filesystem::path& folder) {
  constexpr std::array kNames{"skills",    "licences",        "degree_levels", "degree_fields", "programmes",
                              "languages", "language_levels", "occupations",   "foreign"};
  std::array<std::string, kNames.size()> texts;
  for (std::size_t i = 0; i < kNames.size(); ++i)
    texts[i] = TRY(read_table(folder / (std::string{kNames[i]} + ".tsv")));
  return skills::Taxonomy::from_tables(
      {texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8]});
}

}  // namespace

Result<const skills::MentionFinder*> Engines::finder() {
  const std::lock_guard one_makes_it{mutex_};
  if (!finder_) {
    taxonomy_ = TRY(folder_ ? taxonomy_in(*folder_) : skills::seed_taxonomy());
    finder_.emplace(*taxonomy_);
  }
  return &*finder_;
}

documents::Reader& Engines::reader() {
  static thread_local documents::Reader reader;
  return reader;
}

}  // namespace collega
