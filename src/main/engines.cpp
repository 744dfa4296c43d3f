#include "engines.h"

#include <array>
#include <fstream>
#include <iterator>

#include "collega/skills/compiled.h"

namespace collega {
namespace {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Error{ErrorCode::file_not_found, path.string()};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Result<skills::Taxonomy> taxonomy_in(const std::filesystem::path& folder) {
  constexpr std::array kNames{"skills",    "licences",        "degree_levels", "degree_fields", "programmes",
                              "languages", "language_levels", "occupations",   "foreign"};
  std::array<std::string, kNames.size()> texts;
  for (std::size_t i = 0; i < kNames.size(); ++i) texts[i] = TRY(read_file(folder / (std::string{kNames[i]} + ".tsv")));
  return skills::Taxonomy::from_tables(
      {texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8]});
}

}  // namespace

Result<const skills::Taxonomy*> Engines::known_taxonomy() {
  if (taxonomy_) return taxonomy_.get();
  if (folder_ && std::filesystem::exists(*folder_ / skills::kCompiledFile)) {
    auto compiled = TRY(skills::read_compiled(TRY(read_file(*folder_ / skills::kCompiledFile))));
    taxonomy_ = std::move(compiled.taxonomy);
    linker_.emplace(std::move(compiled.linker));
  } else {
    taxonomy_ =
        std::make_unique<const skills::Taxonomy>(TRY(folder_ ? taxonomy_in(*folder_) : skills::seed_taxonomy()));
  }
  return taxonomy_.get();
}

Result<const skills::Taxonomy*> Engines::taxonomy() {
  const std::lock_guard one_reads_it{mutex_};
  return known_taxonomy();
}

Result<const skills::Linker*> Engines::linker() {
  const std::lock_guard one_makes_it{mutex_};
  const skills::Taxonomy* taxonomy = TRY(known_taxonomy());
  // Vectors would make the first answer of the seed wait for seconds; an imported taxonomy comes with them.
  if (!linker_) linker_.emplace(*taxonomy, false);
  return &*linker_;
}

Result<const skills::Gaps*> Engines::gaps() {
  const std::lock_guard one_makes_it{mutex_};
  const skills::Taxonomy* taxonomy = TRY(known_taxonomy());
  if (!gaps_) gaps_.emplace(*taxonomy);
  return &*gaps_;
}

struct Engines::InUse {
  std::int64_t revision = 0;
  std::unique_ptr<const skills::Taxonomy> extended;  // none: the taxonomy as it is
  std::optional<skills::MentionFinder> finder;
};

std::shared_ptr<const Engines::InUse> Engines::in_use() {
  const std::lock_guard lock{mutex_};
  return in_use_;
}

Result<std::shared_ptr<const Engines::InUse>> Engines::made_of(std::int64_t revision) {
  auto made = std::make_shared<InUse>();
  made->revision = revision;
  const skills::Taxonomy* all = TRY(taxonomy());
  if (revision != 0) {
    const skills::Extension own = skills::sound_part(*all, TRY(own_.names()));
    made->extended = std::make_unique<const skills::Taxonomy>(TRY(skills::extended(*all, own)));
    all = made->extended.get();
  }
  made->finder.emplace(*all);
  return std::shared_ptr<const InUse>{std::move(made)};
}

Result<std::shared_ptr<const skills::MentionFinder>> Engines::finder() {
  const auto finder_of = [](const std::shared_ptr<const InUse>& all) {
    return std::shared_ptr<const skills::MentionFinder>{all, &*all->finder};
  };
  std::unique_lock looks{looking_, std::try_to_lock};
  if (!looks) {
    if (const auto before = in_use()) return finder_of(before);
    looks.lock();
  }
  const std::int64_t revision = own_.revision ? TRY(own_.revision()) : 0;
  std::shared_ptr<const InUse> now = in_use();
  if (!now || now->revision != revision) {
    now = TRY(made_of(revision));
    const std::lock_guard lock{mutex_};
    in_use_ = now;
  }
  return finder_of(now);
}

documents::Reader& Engines::reader() {
  static thread_local documents::Reader reader;
  return reader;
}

}  // namespace collega
