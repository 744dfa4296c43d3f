#include "cues.h"

#include <algorithm>
#include <iterator>

#include "table.h"

namespace collega::skills {

std::string_view embedded_cues_tsv();

namespace {

constexpr std::string_view kNames[] = {
#define X(name) #name,
    COLLEGA_SKILLS_CUES(X)
#undef X
};

CueUse use_of(Cue cue) {
  switch (cue) {
    case Cue::demand_section:
    case Cue::wish_section:
    case Cue::task_section:
    case Cue::offer_section:
    case Cue::about_section:
    case Cue::procedure_section:
      return CueUse::vacancy_sections;
    case Cue::work_section:
    case Cue::education_section:
    case Cue::skills_section:
    case Cue::course_section:
    case Cue::other_section:
      return CueUse::application_sections;
    case Cue::asks:
    case Cue::not_asked:
    case Cue::context:
    case Cue::must_word:
    case Cue::wish_word:
      return CueUse::asking;
    case Cue::experience:
    case Cue::first_person:
    case Cue::employer_verb:
    case Cue::employer_start:
    case Cue::organisation:
    case Cue::not_behind:
    case Cue::place:
      return CueUse::subject;
    case Cue::gap:
      return CueUse::gaps;
    default:
      return CueUse::sentence;
  }
}

}  // namespace

Result<CueIndex> CueIndex::built_in() {
  const Table table = TRY(Table::parse("cues", embedded_cues_tsv()));
  CueIndex index;
  std::size_t known = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto name = std::find(std::begin(kNames), std::end(kNames), table.cell(row, "id"));
    if (name == std::end(kNames)) {
      return Error{ErrorCode::taxonomy_broken,
                   table.place(row) + ": no such cue: " + std::string{table.cell(row, "id")}};
    }
    ++known;
    const auto cue = static_cast<std::uint32_t>(name - std::begin(kNames));
    PhraseIndex& phrases = index.phrases_[static_cast<std::size_t>(use_of(static_cast<Cue>(cue)))];
    for (const std::string& phrase : table.list(row, "nl")) phrases.add(phrase, Language::nl, cue);
    for (const std::string& phrase : table.list(row, "en")) phrases.add(phrase, Language::en, cue);
    for (const std::string& phrase : table.list(row, "other")) phrases.add(phrase, Language::en, cue);
  }
  if (known != std::size(kNames)) return Error{ErrorCode::taxonomy_broken, "cues: a cue has no row"};
  return index;
}

std::vector<CueHit> CueIndex::find(const std::vector<Unit>& units, CueUse use) const {
  std::vector<CueHit> cues;
  for (const PhraseHit& hit : phrases_[static_cast<std::size_t>(use)].find(units))
    cues.push_back({static_cast<Cue>(hit.value), hit.first, hit.count});
  return cues;
}

std::vector<CueHit> CueIndex::in_sentence(const std::vector<Unit>& units) const {
  std::vector<CueHit> cues = find(units, CueUse::sentence);
  for (const CueUse use : {CueUse::asking, CueUse::subject}) {
    const auto more = find(units, use);
    cues.insert(cues.end(), more.begin(), more.end());
  }
  return cues;
}

}  // namespace collega::skills
