#include "cues.h"

#include "table.h"

namespace collega::skills {

std::string_view embedded_cues_tsv();

namespace {

constexpr std::string_view kNames[] = {
#define X(name) #name,
    COLLEGA_SKILLS_CUES(X)
#undef X
};

}  // namespace

Result<CueIndex> CueIndex::built_in() {
  const Table table = TRY(Table::parse("cues", embedded_cues_tsv()));
  CueIndex index;
  std::size_t known = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto name = std::find(std::begin(kNames), std::end(kNames), table.cell(row, "id"));
    if (name == std::end(kNames)) {
      return Error{ErrorCode::taxonomy_broken, table.place(row) + ": no such cue: " + std::string{table.cell(row, "id")}};
    }
    ++known;
    const auto cue = static_cast<std::uint32_t>(name - std::begin(kNames));
    for (const std::string& phrase : table.list(row, "nl")) index.phrases_.add(phrase, Language::nl, cue);
    for (const std::string& phrase : table.list(row, "en")) index.phrases_.add(phrase, Language::en, cue);
  }
  if (known != std::size(kNames)) return Error{ErrorCode::taxonomy_broken, "cues: a cue has no row"};
  return index;
}

std::vector<CueHit> CueIndex::find(const std::vector<Unit>& units) const {
  std::vector<CueHit> cues;
  for (const PhraseHit& hit : phrases_.find(units)) cues.push_back({static_cast<Cue>(hit.value), hit.first, hit.count});
  return cues;
}

}  // namespace collega::skills
