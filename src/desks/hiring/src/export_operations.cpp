// A procedure on paper: the matrix as a sheet, and who decided what on which grounds.

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "collega/base/error.h"
#include "collega/documents/write.h"
#include "deciding.h"
#include "export_types.h"
#include "laid_beside.h"
#include "match_sheet.h"
#include "questions.h"
#include "rows.h"
#include "vacancy_shown.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;
using documents::BlockKind;
using documents::Draft;

Result<Done> write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  if (!(file << bytes).flush()) return Error{ErrorCode::file_unwritable, path};
  return Done{};
}

template <class E>
std::string word(std::string_view kind, E value, const Messages& messages) {
  return messages(std::string{kind} + "." + std::string{name_of(value)});
}

/// What stands of a vacancy's candidates, each looked up once.
class Procedure {
 public:
  Procedure(const KeptVacancy& kept, Context& context, const skills::MentionFinder& finder)
      : vacancy_(kept), context_(context), messages_(messages_in(context.language)), finder_(finder) {}

  Result<Done> begin() {
    requirements_ = TRY(requirements_of(read(), vacancy_.id));
    asked_ = TRY(for_engine(requirements_, finder_));
    weights_ = skills::weights(asked_);
    return Done{};
  }

  Result<std::string> called(const KeptApplication& application) {
    if (vacancy_.names_hidden()) return application.code;
    const std::string name = TRY(candidate_called(read(), application.candidate));
    return name.empty() ? application.code : application.code + " " + name;
  }

  /// As the batch interface has a candidate; quotes with bars while names are hidden.
  Result<CandidateResult> result(const KeptApplication& application) {
    CandidateResult result;
    result.candidate = application.code;
    result.name = TRY(called(application));
    result.score = application.score;
    result.group = application.group.value_or(skills::Group::something_unknown);
    const std::vector<KeptPaper> papers = TRY(papers_of(read(), application.candidate));
    const Opened opened =
        TRY(open_papers(read(), papers, application.code, vacancy_.names_hidden(), context_.language));
    result.documents = opened.names;
    const std::vector<skills::Judgement> judgements =
        TRY(kept_judgements(read(), application.id, requirements_, papers));
    std::vector<CodePointIndex> indexes;
    for (const documents::Document& document : opened.documents) indexes.emplace_back(document.text);
    const Blinder blinder = blinder_of(opened, papers);
    for (std::size_t i = 0; i < requirements_.size(); ++i) {
      const skills::Judgement& judgement = judgements[i];
      RequirementResult one{requirements_[i].label,
                            asked_[i].kind,
                            asked_[i].type,
                            judgement.met,
                            judgement.ground,
                            why(judgement, asked_[i], messages_),
                            weights_[i],
                            judgement.contribution,
                            judgement.thin,
                            {}};
      for (const skills::EvidenceSpan& span : judgement.evidence) {
        one.evidence.push_back(evidence_from(span, opened, indexes));
        if (vacancy_.names_hidden()) one.evidence.back().quote = blinder.blind(one.evidence.back().quote);
      }
      result.requirements.push_back(std::move(one));
    }
    for (const PaperNotice& notice : TRY(kept_notices(read(), application.id))) {
      const std::string words = in_words(notice, opened.names, messages_);
      result.notices.push_back(vacancy_.names_hidden() ? blinder.blind(words) : words);
    }
    return result;
  }

  /// Those that were laid beside these requirements, by group and place. Those held back are left out, and limits()
  /// says so.
  Result<std::vector<KeptApplication>> applications() {
    const std::set<ProposalId> held = TRY(held_back(context_));
    std::vector<KeptApplication> all = TRY(applications_for(read(), vacancy_.id));
    std::erase_if(all, [&](const KeptApplication& one) { return !one.is_fresh(vacancy_); });
    std::erase_if(all, [&](const KeptApplication& one) {
      const bool is_held = one.proposal && held.contains(*one.proposal);
      if (is_held) held_codes_ += (held_codes_.empty() ? "" : ", ") + one.code;
      return is_held;
    });
    std::ranges::sort(all, {}, [](const KeptApplication& one) { return std::pair{one.group, one.place}; });
    return all;
  }

  [[nodiscard]] std::vector<CriterionResult> criteria() const {
    std::vector<CriterionResult> all;
    for (std::size_t i = 0; i < requirements_.size(); ++i)
      all.push_back({requirements_[i].label, asked_[i].kind, asked_[i].type, weights_[i], requirements_[i].quote});
    return all;
  }

  /// Of what applications() gave.
  [[nodiscard]] std::vector<std::string> limits() const {
    std::vector<std::string> limits = limits_of(vacancy_.names_hidden(), context_.language);
    if (!held_codes_.empty()) limits.push_back(messages_("limit.held_back", held_codes_));
    return limits;
  }

  [[nodiscard]] const KeptVacancy& vacancy() const { return vacancy_; }
  [[nodiscard]] const Messages& messages() const { return messages_; }
  store::ReadTransaction& read() { return context_.work.read(); }
  Context& context() { return context_; }

 private:
  const KeptVacancy& vacancy_;
  Context& context_;
  const Messages& messages_;
  const skills::MentionFinder& finder_;
  std::vector<KeptRequirement> requirements_;
  std::vector<skills::Requirement> asked_;
  std::vector<double> weights_;
  std::string held_codes_;
};

Result<ExportAnswer> export_matrix(const ExportMatrixRequest& asked, Context& context, const Tools& tools) {
  const KeptVacancy vacancy = TRY(seen_vacancy(context, asked.vacancy));
  const auto finder = TRY(tools.finder());
  Procedure procedure(vacancy, context, *finder);
  TRY(procedure.begin());
  MatchFilesAnswer answer;
  answer.vacancy_title = vacancy.title;
  answer.criteria = procedure.criteria();
  for (const KeptApplication& one : TRY(procedure.applications())) {
    context.work.is_about(one.candidate.number);
    answer.ranking.push_back(TRY(procedure.result(one)));
  }
  answer.limits = procedure.limits();
  TRY(write_file(asked.file, TRY(match_sheet(answer, procedure.messages()))));
  return ExportAnswer{asked.file, static_cast<std::int64_t>(answer.ranking.size())};
}

/// The record of decisions, a block at a time.
class DecisionRecord {
 public:
  explicit DecisionRecord(Procedure& procedure) : procedure_(procedure), messages_(procedure.messages()) {
    draft_.title = messages_("record.title", procedure.vacancy().title);
  }

  Result<Draft> write(const std::vector<KeptApplication>& applications) {
    heading(1, draft_.title);
    TRY(write_requirements());
    for (const KeptApplication& one : applications) TRY(write_candidate(one));
    heading(2, messages_("sheet.limits"));
    for (const std::string& limit : procedure_.limits()) item(limit);
    paragraph(messages_("sheet.decides"));
    return std::move(draft_);
  }

 private:
  void heading(int level, std::string text) { draft_.blocks.push_back({BlockKind::heading, level, std::move(text)}); }
  void paragraph(std::string text) { draft_.blocks.push_back({BlockKind::paragraph, 0, std::move(text)}); }
  void item(std::string text) { draft_.blocks.push_back({BlockKind::list_item, 1, std::move(text)}); }
  void row(std::vector<std::string> cells, bool is_head = false) {
    draft_.blocks.push_back({BlockKind::table_row, is_head ? 1 : 0, {}, std::move(cells)});
  }

  Result<Done> write_requirements() {
    heading(2, messages_("record.requirements"));
    const ShownVacancy shown = TRY(shown_vacancy(procedure_.context(), procedure_.vacancy().id));
    for (const ShownRound& round : shown.rounds) {
      const std::string day = to_string(round.at).substr(0, 10);
      paragraph(round.round == 1 ? messages_("record.frozen", day, round.by)
                                 : messages_("record.changed", day, round.by, round.reason));
    }
    for (const ShownRequirement& one : shown.requirements) {
      item(one.label + " (" + word("kind", one.kind, messages_) + ")" +
           (one.later ? " – " + messages_("record.later") : ""));
    }
    return Done{};
  }

  Result<Done> write_candidate(const KeptApplication& application) {
    store::ReadTransaction& read = procedure_.read();
    procedure_.context().work.is_about(application.candidate.number);
    const CandidateResult result = TRY(procedure_.result(application));
    heading(2, result.name);
    paragraph(word("group", result.group, messages_) + ". " + messages_("record.stage") + ": " +
              word("stage", application.stage, messages_) + ".");
    row({messages_("sheet.criterion"), messages_("sheet.met"), messages_("sheet.why")}, true);
    for (const RequirementResult& one : result.requirements) row({one.label, word("met", one.met, messages_), one.why});
    for (const std::string& notice : result.notices) item(notice);
    for (const ShownQuestion& one : TRY(questions_to(read, application.id))) {
      if (one.state == QuestionState::sent || one.state == QuestionState::answered)
        item(messages_("record.question", one.text, one.answer.value_or(messages_("record.no_answer"))));
    }
    for (const ShownView& one : TRY(views_on(read, application.id, {})))
      item(messages_("record.view", one.by, word("verdict", one.verdict, messages_), one.reason));
    for (const TakenDecision& one : TRY(decisions_on(read, application.id))) {
      item(messages_("record.decision", to_string(one.at).substr(0, 10), one.by,
                     word("verdict", one.verdict, messages_), one.reason));
      if (one.reopened)
        item(messages_("record.reopened", to_string(one.reopened->at).substr(0, 10), one.reopened->by,
                       one.reopened->reason));
    }
    return Done{};
  }

  Procedure& procedure_;
  const Messages& messages_;
  Draft draft_;
};

Result<std::string> file_of(const Draft& draft, const std::string& path) {
  const std::string extension = std::filesystem::path{path}.extension().string();
  if (extension == ".pdf") return documents::write_pdf(draft);
  if (extension == ".docx") return documents::write_docx(draft);
  if (extension == ".odt") return documents::write_odt(draft);
  return Error{ErrorCode::unknown_value, "file"};
}

Result<ExportAnswer> export_record(const ExportRecordRequest& asked, Context& context, const Tools& tools) {
  const KeptVacancy vacancy = TRY(seen_vacancy(context, asked.vacancy));
  const auto finder = TRY(tools.finder());
  Procedure procedure(vacancy, context, *finder);
  TRY(procedure.begin());
  std::vector<KeptApplication> all = TRY(procedure.applications());
  if (asked.application) {
    std::erase_if(all, [&](const KeptApplication& one) { return one.id != *asked.application; });
    if (all.empty()) return Error{ErrorCode::unknown_candidate, to_string(*asked.application)};
  }
  const Draft draft = TRY(DecisionRecord(procedure).write(all));
  TRY(write_file(asked.file, TRY(file_of(draft, asked.file))));
  return ExportAnswer{asked.file, static_cast<std::int64_t>(all.size())};
}

}  // namespace

void add_export_rows(std::vector<Operation>& rows, const Tools& tools) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::accounts, Data::people, Data::proposals};
  const std::vector<Role> may = {Role::recruiter, Role::data_protection_officer};
  rows.push_back({
      .name = "hiring.export_matrix",
      .title = {"De matrix als werkblad", "The matrix as a sheet"},
      .purpose = {"Maakt een XLSX van criteria naast kandidaten, met redenen en wat niet is gezien.",
                  "Makes an XLSX of requirements beside candidates, with reasons and what was not seen."},
      .reads = reads,
      .may = may,
      .stored = Stored::reads,
      .given = {"vacancy", "file"},
      .handler = handler(export_matrix, tools),
  });
  rows.push_back({
      .name = "hiring.export_record",
      .title = {"Het besluitverslag", "The record of decisions"},
      .purpose = {"Maakt een DOCX, ODT of PDF van wie wat besloot, wanneer en waarom.",
                  "Makes a DOCX, ODT or PDF of who decided what, when and why."},
      .reads = reads,
      .may = may,
      .stored = Stored::reads,
      .given = {"vacancy", "file"},
      .handler = handler(export_record, tools),
  });
}

}  // namespace collega::hiring
