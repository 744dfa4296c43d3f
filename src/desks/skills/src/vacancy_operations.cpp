// Vacancies that hiring opened to colleagues, beside what the asker confirmed.

#include <algorithm>

#include "collega/skills/requirements.h"
#include "people_shown.h"
#include "rows.h"
#include "texts.h"
#include "vacancy_types.h"

namespace collega::skills_desk {
namespace {

using namespace operations;
using skills::ConceptRef;

constexpr int kMostVacancies = 200;

std::string text_in(const JsonObject& object, std::string_view member) {
  const Json* value = object.if_contains(member);
  return value && value->is_string() ? std::string{value->as_string()} : std::string{};
}

Result<skills::Requirement> requirement_in(const JsonObject& shown, const skills::MentionFinder& finder) {
  skills::Criterion criterion;
  criterion.label = text_in(shown, "label");
  criterion.threshold = text_in(shown, "threshold");
  criterion.kind = text_in(shown, "kind") == "wish" ? skills::RequirementKind::wish : skills::RequirementKind::must;
  if (const auto type = described::enum_named<skills::RequirementType>(text_in(shown, "type"))) criterion.type = *type;
  for (const Json& other : shown.at("alternatives").as_array()) criterion.alternatives.emplace_back(other.as_string());
  return skills::requirement_from(criterion, finder);
}

/// Years of it and the like are not what somebody confirms, so what asks more than having it is left to a talk.
bool asks_a_skill(const skills::Requirement& requirement) {
  using skills::RequirementType;
  return !requirement.any_of.empty() &&
         (requirement.type == RequirementType::skill || requirement.type == RequirementType::licence ||
          requirement.type == RequirementType::degree || requirement.type == RequirementType::other);
}

class Beside {
 public:
  Beside(const std::vector<ConceptRef>& has, const Catalogue& catalogue, Language language)
      : has_(has), catalogue_(catalogue), language_(language) {}

  Result<VacancyForMe> operator()(const JsonObject& shown) const {
    VacancyForMe vacancy;
    vacancy.vacancy = text_in(shown, "vacancy");
    vacancy.title = text_in(shown, "title");
    vacancy.since = text_in(shown, "since");
    vacancy.text = text_in(shown, "text");
    if (shown.contains("unit_name")) vacancy.unit_name = text_in(shown, "unit_name");
    for (const Json& one : shown.at("requirements").as_array()) {
      const skills::Requirement requirement = TRY(requirement_in(one.as_object(), catalogue_.finder()));
      vacancy.asked.push_back(asked_of_me(requirement, text_in(one.as_object(), "label")));
    }
    return vacancy;
  }

 private:
  /// Any of what it names is enough.
  AskedOfMe asked_of_me(const skills::Requirement& requirement, std::string label) const {
    AskedOfMe asked;
    asked.label = std::move(label);
    asked.must = requirement.kind == skills::RequirementKind::must;
    if (!asks_a_skill(requirement)) return asked;
    asked.standing = Standing::unconfirmed;
    for (const skills::Need& need : catalogue_.gaps().needs(has_, requirement.any_of)) {
      if (!need.how || asked.standing == Standing::confirmed) continue;
      asked.standing = need.met() ? Standing::confirmed : Standing::adjacent;
      asked.by = line_of(catalogue_.taxonomy(), need.by.value_or(need.skill), language_);
    }
    return asked;
  }

  const std::vector<ConceptRef>& has_;
  const Catalogue& catalogue_;
  Language language_;
};

/// By the part of the musts that can be laid beside skills and is confirmed; wishes decide between equals.
std::pair<double, std::int64_t> nearness(const VacancyForMe& vacancy) {
  std::int64_t musts = 0, met = 0, wishes = 0;
  for (const AskedOfMe& one : vacancy.asked) {
    const bool is_there = one.standing == Standing::confirmed;
    if (one.standing == Standing::not_compared) continue;
    musts += one.must ? 1 : 0;
    met += one.must && is_there ? 1 : 0;
    wishes += !one.must && is_there ? 1 : 0;
  }
  return {musts > 0 ? static_cast<double>(met) / static_cast<double>(musts) : 0.0, wishes};
}

Result<OwnVacancies> my_vacancies(const OwnVacanciesRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  const auto catalogue = TRY(desk.catalogue());
  context.work.concerns(me);
  const auto has = TRY(confirmed_refs(context.work.read(), me, catalogue->taxonomy()));
  const Json open = TRY(context.ask("hiring.for_colleagues", JsonObject{{"limit", kMostVacancies}}));
  const Beside beside{has, *catalogue, context.language};
  OwnVacancies answer;
  answer.taxonomy = catalogue->taxonomy().version();
  for (const Json& one : open.at("vacancies").as_array()) answer.vacancies.push_back(TRY(beside(one.as_object())));
  std::ranges::stable_sort(answer.vacancies, std::ranges::greater{}, nearness);
  if (answer.vacancies.size() > asked.top) answer.vacancies.resize(asked.top);
  answer.limits.push_back(texts(context.language)("vacancies.limit"));
  return answer;
}

}  // namespace

void add_vacancy_rows(std::vector<Operation>& rows, const Desk& desk) {
  rows.push_back({
      .name = "skills.my_vacancies",
      .title = {"Vacatures voor collega's naast mijn vaardigheden", "Vacancies for colleagues beside my skills"},
      .purpose = {"Legt uw bevestigde vaardigheden naast wat elke voor collega's open vacature vraagt.",
                  "Lays the skills you confirmed beside what each vacancy that is open to colleagues asks."},
      .risk = {Risk::limited, ""},
      .reads = {Data::people},
      .may = {Role::employee},
      .limits = {"Kent alleen wat u zelf bevestigde. Het zegt niet of u geschikt bent; niemand anders ziet het.",
                 "Knows only what you confirmed yourself. It does not say whether you are suitable; nobody else sees "
                 "it."},
      .stored = Stored::reads,
      .handler = handler(my_vacancies, desk),
  });
}

}  // namespace collega::skills_desk
