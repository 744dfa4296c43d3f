// Why a requirement was not found in a text.

#include <algorithm>

#include "collega/base/utf8.h"
#include "near.h"
#include "rows.h"
#include "texts.h"
#include "why_types.h"

namespace collega::skills_desk {
namespace {

using namespace operations;
using skills::ConceptRef;

constexpr std::size_t kShownNear = 6;
constexpr std::size_t kShownFound = 12;
constexpr std::size_t kShownNarrower = 12;

struct Asked {
  skills::Criterion criterion;
  std::vector<std::pair<std::string, std::string>> papers;  ///< name and text
};

std::string text_in(const JsonObject& object, std::string_view member) {
  const Json* value = object.if_contains(member);
  return value && value->is_string() ? std::string{value->as_string()} : std::string{};
}

/// What hiring shows of it to the same asker; of the blind sample nothing before their own view.
Result<Asked> asked_of_hiring(const WhyRequest& request, Context& context) {
  const Json candidate = TRY(context.ask("hiring.candidate", JsonObject{{"application", *request.application}}));
  const JsonObject& shown = candidate.as_object();
  if (text_in(shown, "group") == "own_view_first") return Error{ErrorCode::own_view_first, text_in(shown, "code")};
  const Json vacancy = TRY(context.ask("hiring.vacancy", JsonObject{{"vacancy", text_in(shown, "vacancy")}}));
  Asked asked;
  bool is_there = false;
  for (const Json& one : vacancy.at("requirements").as_array()) {
    const JsonObject& requirement = one.as_object();
    if (text_in(requirement, "id") != *request.requirement) continue;
    is_there = true;
    asked.criterion.label = text_in(requirement, "label");
    asked.criterion.threshold = text_in(requirement, "threshold");
    if (const auto type = described::enum_named<skills::RequirementType>(text_in(requirement, "type")))
      asked.criterion.type = *type;
    for (const Json& other : requirement.at("alternatives").as_array())
      asked.criterion.alternatives.emplace_back(other.as_string());
  }
  if (!is_there) return Error{ErrorCode::unknown_value, "requirement"};
  for (const Json& one : shown.at("papers").as_array())
    asked.papers.emplace_back(text_in(one.as_object(), "name"), text_in(one.as_object(), "text"));
  return asked;
}

Result<Asked> asked_of(const WhyRequest& request, Context& context) {
  if (request.application && request.requirement) return asked_of_hiring(request, context);
  if (request.application) return Error{ErrorCode::missing_member, "requirement"};
  if (request.label.empty()) return Error{ErrorCode::missing_member, "label"};
  Asked asked;
  asked.criterion.label = request.label;
  asked.criterion.type = request.type;
  asked.criterion.alternatives = request.alternatives;
  asked.papers.emplace_back(texts(context.language)("find.own_text"), request.text);
  return asked;
}

class Why {
 public:
  Why(const Asked& asked, const Catalogue& catalogue, Language language)
      : asked_(asked), catalogue_(catalogue), taxonomy_(catalogue.taxonomy()), language_(language) {}

  Result<WhyAnswer> operator()() {
    const skills::Requirement requirement = TRY(skills::requirement_from(asked_.criterion, catalogue_.finder()));
    wanted_ = requirement.any_of;
    wanted_.insert(wanted_.end(), requirement.fields.begin(), requirement.fields.end());
    answer_.label = asked_.criterion.label;
    answer_.taxonomy = taxonomy_.version();
    names_ = asked_.criterion.alternatives;
    names_.insert(names_.begin(), asked_.criterion.label);
    for (const ConceptRef ref : wanted_) look_for(ref);
    if (wanted_.empty()) {
      for (const auto& words : requirement.words) answer_.words.insert(answer_.words.end(), words.begin(), words.end());
    }
    for (const auto& [name, text] : asked_.papers) look_through(name, text);
    if (answer_.near.size() > kShownNear) answer_.near.resize(kShownNear);
    if (answer_.found.size() > kShownFound) answer_.found.resize(kShownFound);
    answer_.limits.push_back(texts(language_)("why.limit"));
    answer_.limits.push_back(texts(language_)("why.teaching"));
    return std::move(answer_);
  }

 private:
  void look_for(ConceptRef ref) {
    const skills::Concept& known = taxonomy_.at(ref);
    LookedFor looked;
    looked.what = line_of(taxonomy_, ref, language_);
    looked.names = {known.nl};
    if (known.en != known.nl) looked.names.push_back(known.en);
    for (const auto* more : {&known.also_nl, &known.also_en, &known.also_other})
      looked.names.insert(looked.names.end(), more->begin(), more->end());
    names_.insert(names_.end(), looked.names.begin(), looked.names.end());
    const std::vector<ConceptRef> narrower = catalogue_.linked(ref, Relation::narrower, language_);
    looked.narrower_total = narrower.size();
    looked.narrower = lines(narrower, kShownNarrower);
    looked.broader = lines(catalogue_.linked(ref, Relation::broader, language_), kShownNarrower);
    looked.related = lines(catalogue_.linked(ref, Relation::related, language_), kShownNarrower);
    answer_.looked_for.push_back(std::move(looked));
  }

  [[nodiscard]] std::vector<ConceptLine> lines(const std::vector<ConceptRef>& refs, std::size_t most) const {
    std::vector<ConceptLine> all;
    for (std::size_t i = 0; i < std::min(most, refs.size()); ++i) all.push_back(line_of(taxonomy_, refs[i], language_));
    return all;
  }

  [[nodiscard]] std::optional<HowFound> how(ConceptRef found) const {
    for (const ConceptRef ref : wanted_) {
      if (found == ref) return HowFound::same;
    }
    for (const ConceptRef ref : wanted_) {
      if (taxonomy_.implies(found, ref)) return HowFound::narrower;
      if (taxonomy_.implies(ref, found)) return HowFound::broader;
      const std::vector<ConceptRef>& related = taxonomy_.at(ref).related;
      if (std::ranges::find(related, found) != related.end()) return HowFound::related;
    }
    return std::nullopt;
  }

  void look_through(const std::string& name, const std::string& text) {
    answer_.documents.push_back(name);
    const CodePointIndex index{text};
    const auto place = [&](Span sentence, Span mark) {
      const std::size_t begin = index.to_code_points(sentence).begin;
      const Span there = index.to_code_points(mark);
      return Span{there.begin - begin, there.end - begin};
    };
    std::vector<Span> told;
    for (const skills::Mention& mention : catalogue_.finder().read(skills::paper_from_text(text)).mentions) {
      const auto found = how(mention.concept_ref);
      if (!found) continue;
      const Span mark = place(mention.sentence, mention.span);
      told.push_back(mention.sentence);
      answer_.found.push_back({name, std::string{mention.sentence.of(text)}, mark.begin, mark.end,
                               line_of(taxonomy_, mention.concept_ref, language_), *found, mention.stance});
    }
    for (NearName& near : sentences_near(text, names_, kShownNear)) {
      const auto is_told = [&](Span one) { return one.begin < near.sentence.end && near.sentence.begin < one.end; };
      if (std::ranges::any_of(told, is_told)) continue;
      const Span mark = place(near.sentence, near.mark);
      answer_.near.push_back({name, std::string{near.sentence.of(text)}, mark.begin, mark.end, near.name,
                              std::move(near.same), std::move(near.other_form), std::move(near.missing)});
    }
  }

  const Asked& asked_;
  const Catalogue& catalogue_;
  const skills::Taxonomy& taxonomy_;
  Language language_;
  std::vector<ConceptRef> wanted_;
  std::vector<std::string> names_;
  WhyAnswer answer_;
};

Result<WhyAnswer> why_not_found(const WhyRequest& request, Context& context, const Desk& desk) {
  context.work.is_a(ledger::Kind::read);
  const Asked asked = TRY(asked_of(request, context));
  const auto catalogue = TRY(desk.catalogue());
  return Why{asked, *catalogue, context.language}();
}

}  // namespace

void add_why_rows(std::vector<Operation>& rows, const Desk& desk) {
  rows.push_back({
      .name = "skills.why_not_found",
      .title = {"Waarom iets niet gevonden is", "Why something was not found"},
      .purpose = {"Toont bij een criterium en een tekst op welke namen gezocht is, wat er gevonden is en wat dichtbij "
                  "komt.",
                  "Shows for a requirement and a text which names were looked for, what was found and what came near."},
      // Opening a candidate is remembered, as hiring does for whoever asks.
      .effect = Effect::acts,
      .risk = {Risk::limited, ""},
      .reads = {Data::given_text, Data::candidate_papers, Data::people, Data::accounts, Data::proposals},
      .may = {Role::recruiter, Role::manager, Role::hr_adviser},
      .limits = {"Zegt alleen of woorden er staan, en niets over wat iemand kan.",
                 "Says only whether words are there, and nothing about what somebody can do."},
      .stored = Stored::writes,
      .handler = handler(why_not_found, desk),
  });
}

}  // namespace collega::skills_desk
