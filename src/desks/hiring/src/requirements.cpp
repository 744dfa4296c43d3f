#include "requirements.h"

#include <algorithm>
#include <cstdio>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/language/tokens.h"

namespace collega::hiring {
namespace {

using skills::RequirementType;

constexpr std::size_t kLongestWords = 300;

std::string number_text(double number) {
  char text[32];
  const int size = std::snprintf(text, sizeof text, "%g", number);
  return {text, static_cast<std::size_t>(size)};
}

std::string level_called(int rank, skills::ConceptKind kind, const skills::Taxonomy& taxonomy) {
  for (skills::ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    if (taxonomy.at(ref).kind == kind && taxonomy.at(ref).rank == rank) return taxonomy.at(ref).id;
  }
  return {};
}

std::string threshold_of(const skills::Requirement& asked, const skills::Taxonomy& taxonomy) {
  if (asked.type == RequirementType::experience && asked.months > 0) return number_text(asked.months / 12);
  if (asked.type == RequirementType::hours && asked.hours > 0) return number_text(asked.hours);
  if (asked.rank == 0) return {};
  if (asked.type == RequirementType::degree)
    return level_called(asked.rank, skills::ConceptKind::degree_level, taxonomy);
  if (asked.type == RequirementType::language)
    return level_called(asked.rank, skills::ConceptKind::language_level, taxonomy);
  return {};
}

/// What the label does not say of itself: the concepts by name, so that the words alone make the same requirement.
std::vector<std::string> alternatives_of(const skills::Requirement& asked, const skills::Taxonomy& taxonomy,
                                         Language language) {
  std::vector<std::string> all;
  const std::string label = fold(asked.label);
  for (const auto* refs : {&asked.any_of, &asked.fields}) {
    for (const skills::ConceptRef ref : *refs) {
      const std::string& name = taxonomy.at(ref).label(language);
      if (label.find(fold(name)) == std::string::npos) all.push_back(name);
    }
  }
  return all;
}

/// The sentence, of the line that it stands in, in which these words stand.
Span sentence_around(Span words, const skills::Paper& paper) {
  for (const skills::Line& line : paper.lines) {
    if (!line.span.contains(words.begin)) continue;
    for (const Span& part : language::sentences(line.span.of(paper.text))) {
      const Span sentence{line.span.begin + part.begin, line.span.begin + part.end};
      if (sentence.contains(words.begin)) return {sentence.begin, std::max(sentence.end, words.end)};
    }
  }
  return words;
}

ProposedRequirement proposed_from(const skills::Requirement& asked, const skills::Paper& paper,
                                  const CodePointIndex& index, const skills::Taxonomy& taxonomy, Language language) {
  ProposedRequirement proposed;
  proposed.label = asked.label;
  proposed.kind = asked.kind;
  proposed.type = asked.type;
  proposed.threshold = threshold_of(asked, taxonomy);
  proposed.alternatives = alternatives_of(asked, taxonomy, language);
  if (!asked.source.empty()) {
    const Span sentence = sentence_around(asked.source, paper);
    const Span span = index.to_code_points(sentence);
    proposed.quote = std::string{sentence.of(paper.text)};
    proposed.quote_start = static_cast<std::int64_t>(span.begin);
    proposed.quote_end = static_cast<std::int64_t>(span.end);
  }
  return proposed;
}

Result<std::vector<std::string>> words_in(std::string_view stored) {
  const Json json = TRY(parse_json(stored));
  return from_json<std::vector<std::string>>(json);
}

Result<KeptRequirement> requirement_in(const store::Rows& rows) {
  KeptRequirement kept;
  kept.id = rows.get<RequirementId>(0);
  kept.round = rows.get<int>(1);
  kept.kind = rows.get<skills::RequirementKind>(2);
  kept.type = rows.get<RequirementType>(3);
  kept.label = rows.get<std::string>(4);
  kept.threshold = rows.get<std::string>(5);
  kept.alternatives = TRY(words_in(rows.view(6)));
  kept.quote = rows.get<std::optional<std::string>>(7);
  kept.quote_start = rows.get<std::optional<std::int64_t>>(8);
  kept.quote_end = rows.get<std::optional<std::int64_t>>(9);
  return kept;
}

std::string place_of(std::size_t index, std::string_view member) {
  return "requirements[" + std::to_string(index) + "]." + std::string{member};
}

Result<skills::Requirement> to_engine(const RequirementWords& words, const skills::MentionFinder& finder) {
  return skills::requirement_from({words.label, words.kind, words.type, words.threshold, words.alternatives}, finder);
}

Result<Done> check(const RequirementInput& input, std::size_t index, const skills::MentionFinder& finder) {
  if (input.label.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error{ErrorCode::missing_member, place_of(index, "label")};
  if (input.label.size() > kLongestWords) return Error{ErrorCode::out_of_range, place_of(index, "label")};
  for (const std::string& other : input.alternatives) {
    if (other.size() > kLongestWords) return Error{ErrorCode::out_of_range, place_of(index, "alternatives")};
  }
  TRY(to_engine(input, finder));
  return Done{};
}

/// The words of the vacancy that a requirement comes from.
Result<Quoted> quoted(const RequirementInput& input, std::size_t index, const std::string& text) {
  if (!input.quote_start || !input.quote_end) return Quoted{};
  const CodePointIndex places(text);
  const auto all = static_cast<std::int64_t>(places.code_points_before(text.size()));
  if (*input.quote_start >= *input.quote_end || *input.quote_end > all)
    return Error{ErrorCode::out_of_range, place_of(index, "quote_end")};
  const Span span =
      places.to_bytes({static_cast<std::size_t>(*input.quote_start), static_cast<std::size_t>(*input.quote_end)});
  return Quoted{std::string{span.of(text)}, input.quote_start, input.quote_end};
}

Result<Done> insert(store::WriteTransaction& write, const KeptVacancy& vacancy, int round, std::size_t position,
                    const RequirementInput& input, const Quoted& source) {
  const std::string alternatives = to_text(to_json(input.alternatives));
  TRY(write.execute(
      "insert into hiring_requirement (id, vacancy, first_round, position, kind, type, label, threshold, alternatives, "
      "quote, quote_start, quote_end) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      std::vector<store::Argument>{write.new_id<RequirementId>(), vacancy.id, round, position, input.kind, input.type,
                                   input.label, input.threshold, alternatives, source.quote, source.quote_start,
                                   source.quote_end}));
  return Done{};
}

/// One that is no longer in force; of a draft nothing is left.
Result<Done> retire(store::WriteTransaction& write, RequirementId requirement, int round) {
  if (round == 0) {
    TRY(write.execute("delete from hiring_requirement where id = ?", requirement));
  } else {
    TRY(write.execute("update hiring_requirement set last_round = ? where id = ?", round - 1, requirement));
  }
  return Done{};
}

}  // namespace

VacancyReadingAnswer read_requirements(const std::string& text, const skills::MentionFinder& finder,
                                       Language language) {
  const skills::Paper paper = skills::paper_from_text(text);
  skills::VacancyReading reading = skills::read_vacancy(paper, finder, language);
  VacancyReadingAnswer answer;
  answer.title = std::move(reading.title);
  answer.text = text;
  const CodePointIndex index(text);
  for (const skills::Requirement& asked : reading.requirements) {
    answer.requirements.push_back(proposed_from(asked, paper, index, finder.taxonomy(), language));
  }
  answer.unread = std::move(reading.unread);
  return answer;
}

Result<std::vector<KeptRequirement>> requirements_of(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows = TRY(
      read.query("select id, first_round, kind, type, label, threshold, alternatives, quote, quote_start, quote_end "
                 "from hiring_requirement where vacancy = ? and last_round is null order by position, id",
                 vacancy));
  std::vector<KeptRequirement> all;
  while (TRY(rows.next())) all.push_back(TRY(requirement_in(rows)));
  return all;
}

Result<bool> put_requirements(store::WriteTransaction& write, const KeptVacancy& vacancy, int round,
                              const std::vector<RequirementInput>& requirements, const skills::MentionFinder& finder) {
  if (requirements.size() > kMostRequirements) return Error{ErrorCode::out_of_range, "requirements"};
  std::vector<KeptRequirement> before = TRY(requirements_of(write, vacancy.id));
  bool changed = false;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const RequirementInput& input = requirements[i];
    TRY(check(input, i, finder));
    const auto old = std::ranges::find_if(before, [&](const KeptRequirement& one) { return one.id == input.id; });
    if (input.id && old == before.end()) return Error{ErrorCode::unknown_value, place_of(i, "id")};
    const bool stays = old != before.end() && static_cast<const RequirementWords&>(*old) == input;
    if (stays) {
      TRY(write.execute("update hiring_requirement set position = ? where id = ?", i, old->id));
    } else {
      if (old != before.end()) TRY(retire(write, old->id, round));
      TRY(insert(write, vacancy, round, i, input, TRY(quoted(input, i, vacancy.text))));
      changed = true;
    }
    if (old != before.end()) before.erase(old);
  }
  for (const KeptRequirement& gone : before) TRY(retire(write, gone.id, round));
  return changed || !before.empty();
}

Result<Done> freeze_draft(store::WriteTransaction& write, VacancyId vacancy) {
  TRY(write.execute("update hiring_requirement set first_round = 1 where vacancy = ?", vacancy));
  return Done{};
}

Result<std::vector<skills::Requirement>> for_engine(const std::vector<KeptRequirement>& requirements,
                                                    const skills::MentionFinder& finder) {
  std::vector<skills::Requirement> all;
  for (const KeptRequirement& one : requirements) all.push_back(TRY(to_engine(one, finder)));
  return all;
}

}  // namespace collega::hiring
