#include "outcomes.h"

#include <algorithm>
#include <exception>

#include "collega/store/seal.h"

namespace collega::hiring {
namespace {

constexpr std::string_view kNotices = "hiring_application.notices";

std::string evidence_text(const skills::Judgement& judgement, const std::vector<KeptPaper>& papers) {
  JsonArray all;
  for (const skills::EvidenceSpan& span : judgement.evidence) {
    all.push_back(JsonArray{to_string(papers.at(span.paper).id), span.quote.begin, span.quote.end, span.mark.begin,
                            span.mark.end});
  }
  return to_text(all);
}

/// One whose paper is no longer there is left out.
std::vector<skills::EvidenceSpan> evidence_in(const Json& stored, const std::vector<KeptPaper>& papers) {
  std::vector<skills::EvidenceSpan> all;
  for (const Json& one : stored.as_array()) {
    const JsonArray& parts = one.as_array();
    const auto number = [&](std::size_t i) { return parts.at(i).to_number<std::size_t>(); };
    const auto paper = std::ranges::find_if(
        papers, [&](const KeptPaper& kept) { return to_string(kept.id) == std::string_view{parts.at(0).as_string()}; });
    if (paper == papers.end()) continue;
    all.push_back({static_cast<std::size_t>(paper - papers.begin()), {number(1), number(2)}, {number(3), number(4)}});
  }
  return all;
}

std::string notices_text(const std::vector<PaperNotice>& notices) {
  JsonArray all;
  for (const PaperNotice& notice : notices) {
    all.push_back(JsonArray{notice.key, notice.paper ? Json(*notice.paper) : Json(nullptr), notice.argument});
  }
  return to_text(all);
}

PaperNotice notice_in(const JsonArray& parts) {
  PaperNotice notice{std::string{parts.at(0).as_string()}, {}, std::string{parts.at(2).as_string()}};
  if (!parts.at(1).is_null()) notice.paper = parts.at(1).to_number<std::size_t>();
  return notice;
}

struct Musts {
  int met = 0;
  int denied = 0;
};

Musts musts_of(const std::vector<KeptRequirement>& requirements, const skills::CandidateMatch& match) {
  Musts musts;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    if (requirements[i].kind != skills::RequirementKind::must) continue;
    musts.met += match.judgements[i].met == skills::Met::yes ? 1 : 0;
    musts.denied += match.judgements[i].met == skills::Met::no ? 1 : 0;
  }
  return musts;
}

}  // namespace

Result<Done> keep_match(store::WriteTransaction& write, const KeptVacancy& vacancy, ApplicationId application,
                        const std::vector<KeptRequirement>& requirements, const skills::CandidateMatch& match,
                        const std::vector<KeptPaper>& papers, const std::vector<PaperNotice>& notices, Moment now) {
  TRY(write.execute("delete from hiring_outcome where application = ?", application));
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const skills::Judgement& judgement = match.judgements[i];
    TRY(write.execute(
        "insert into hiring_outcome (application, requirement, met, ground, months, contribution, thin, evidence) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        application, requirements[i].id, judgement.met, judgement.ground, judgement.months, judgement.contribution,
        judgement.thin, evidence_text(judgement, papers)));
  }
  const Musts musts = musts_of(requirements, match);
  const std::string sealed = write.seal().close(notices_text(notices), {kNotices, application.number});
  TRY(write.execute(
      "update hiring_application set round = ?, matched_at = ?, engine = ?, outcome_group = ?, musts_met = ?, "
      "musts_denied = ?, score = ?, notices = ? where id = ?",
      std::vector<store::Argument>{vacancy.round, now, kEngineVersion, match.group, musts.met, musts.denied,
                                   match.score, store::Blob{sealed}, application}));
  return Done{};
}

Result<std::vector<skills::Judgement>> kept_judgements(store::ReadTransaction& read, ApplicationId application,
                                                       const std::vector<KeptRequirement>& requirements,
                                                       const std::vector<KeptPaper>& papers) {
  std::vector<skills::Judgement> judgements(requirements.size());
  store::Rows rows = TRY(read.query(
      "select requirement, met, ground, months, contribution, thin, evidence from hiring_outcome where application = ?",
      application));
  while (TRY(rows.next())) {
    const auto asked = std::ranges::find(requirements, rows.get<RequirementId>(0), &KeptRequirement::id);
    if (asked == requirements.end()) continue;
    skills::Judgement& judgement = judgements[static_cast<std::size_t>(asked - requirements.begin())];
    judgement.met = rows.get<skills::Met>(1);
    judgement.ground = rows.get<skills::Ground>(2);
    judgement.months = rows.get<double>(3);
    judgement.contribution = rows.get<double>(4);
    judgement.thin = rows.get<bool>(5);
    const Json evidence = TRY(parse_json(rows.view(6)));
    judgement.evidence = evidence_in(evidence, papers);
  }
  return judgements;
}

Result<std::vector<PaperNotice>> kept_notices(store::ReadTransaction& read, ApplicationId application) {
  std::vector<PaperNotice> notices;
  store::Rows rows =
      TRY(read.query("select notices from hiring_application where id = ? and notices is not null", application));
  if (!TRY(rows.next())) return notices;
  const std::string text = TRY(read.seal().open(rows.view(0), {kNotices, application.number}));
  const Json stored = TRY(parse_json(text));
  for (const Json& one : stored.as_array()) notices.push_back(notice_in(one.as_array()));
  return notices;
}

Result<std::map<ApplicationId, std::vector<skills::Met>>> met_by_application(
    store::ReadTransaction& read, VacancyId vacancy, const std::vector<KeptRequirement>& requirements) {
  std::map<RequirementId, std::size_t> places;
  for (std::size_t i = 0; i < requirements.size(); ++i) places[requirements[i].id] = i;
  std::map<ApplicationId, std::vector<skills::Met>> all;
  store::Rows rows =
      TRY(read.query("select o.application, o.requirement, o.met from hiring_outcome o join hiring_application a "
                     "on a.id = o.application where a.vacancy = ?",
                     vacancy));
  while (TRY(rows.next())) {
    const auto place = places.find(rows.get<RequirementId>(1));
    if (place == places.end()) continue;
    std::vector<skills::Met>& met = all[rows.get<ApplicationId>(0)];
    met.resize(requirements.size(), skills::Met::unknown);
    met[place->second] = rows.get<skills::Met>(2);
  }
  return all;
}

}  // namespace collega::hiring
