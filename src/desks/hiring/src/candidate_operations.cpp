// One candidate: what the papers show, where it stands in them, and what people made of it.

#include <algorithm>

#include "candidate_types.h"
#include "collega/base/error.h"
#include "collega/ledger/ledger.h"
#include "deciding.h"
#include "laid_beside.h"
#include "questions.h"
#include "rows.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;

/// The text of a paper as this reader sees it, and where its places went.
class ReadableText {
 public:
  ReadableText(const documents::Document& document, const Blinder* blinder)
      : covered_(document.text, blinder ? blinder->spans(document.text) : std::vector<Span>{}),
        places_(covered_.text()) {}
  ReadableText(const ReadableText&) = delete;
  ReadableText& operator=(const ReadableText&) = delete;

  [[nodiscard]] const std::string& text() const { return covered_.text(); }
  [[nodiscard]] std::string words(Span span) const {
    return std::string{covered_.to_covered(span).of(covered_.text())};
  }
  [[nodiscard]] Span code_points(Span span) const { return places_.to_code_points(covered_.to_covered(span)); }

 private:
  CoveredText covered_;
  CodePointIndex places_;
};

class Showing {
 public:
  Showing(const SeenApplication& seen, Context& context, const skills::MentionFinder& finder)
      : vacancy_(seen.vacancy), application_(seen.application), context_(context), finder_(finder) {}

  Result<ShownCandidate> show() {
    TRY(open());
    TRY(show_who());
    TRY(show_papers());
    TRY(show_reasons());
    TRY(show_people());
    return std::move(shown_);
  }

 private:
  store::ReadTransaction& read() { return context_.work.read(); }

  Result<Done> open() {
    papers_ = TRY(papers_of(read(), application_.candidate));
    opened_ = TRY(open_papers(read(), papers_, application_.code, vacancy_.names_hidden(), context_.language));
    if (vacancy_.names_hidden()) blinder_ = blinder_of(opened_, papers_);
    for (const documents::Document& document : opened_.documents)
      texts_.push_back(std::make_unique<ReadableText>(document, blinder_ ? &*blinder_ : nullptr));
    return Done{};
  }

  Result<Done> show_who() {
    shown_.application = application_.id;
    shown_.vacancy = vacancy_.id;
    shown_.vacancy_title = vacancy_.title;
    shown_.code = application_.code;
    shown_.names_hidden = vacancy_.names_hidden();
    if (!shown_.names_hidden) shown_.name = TRY(candidate_called(read(), application_.candidate));
    shown_.limits = limits_of(shown_.names_hidden, context_.language);
    return Done{};
  }

  Result<Done> show_papers() {
    for (std::size_t i = 0; i < papers_.size(); ++i) {
      const documents::Document& document = opened_.documents[i];
      ShownPaper paper;
      paper.paper = papers_[i].id;
      paper.name = opened_.names[i];
      paper.format = document.format;
      paper.pages = papers_[i].pages;
      paper.has_images = document.format == documents::Format::pdf || document.format == documents::Format::image;
      paper.text = texts_[i]->text();
      for (const documents::Page& page : document.pages) {
        if (page.number) paper.page_starts.push_back({*page.number, texts_[i]->code_points(page.span).begin});
      }
      shown_.papers.push_back(std::move(paper));
    }
    return Done{};
  }

  PaperEvidence evidence(const skills::EvidenceSpan& span) const {
    const ReadableText& text = *texts_[span.paper];
    const Span quote = text.code_points(span.quote);
    const Span mark = text.code_points(span.mark);
    return {opened_.names[span.paper],
            papers_[span.paper].id,
            documents::page_at(opened_.documents[span.paper], span.quote.begin),
            text.words(span.quote),
            quote.begin,
            quote.end,
            mark.begin,
            mark.end};
  }

  Result<Done> show_reasons() {
    if (!application_.is_fresh(vacancy_) || !application_.group) return Done{};
    if (TRY(is_held_back(context_, application_))) {
      shown_.group = RowGroup::own_view_first;
      return Done{};
    }
    const std::vector<KeptRequirement> requirements = TRY(requirements_of(read(), vacancy_.id));
    const std::vector<skills::Requirement> asked = TRY(for_engine(requirements, finder_));
    const std::vector<double> weights = skills::weights(asked);
    const std::vector<skills::Judgement> judgements =
        TRY(kept_judgements(read(), application_.id, requirements, papers_));
    const Messages& messages = messages_in(context_.language);
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      const skills::Judgement& judgement = judgements[i];
      CandidateReason reason{requirements[i].id,
                             requirements[i].label,
                             asked[i].kind,
                             asked[i].type,
                             requirements[i].round > 1,
                             judgement.met,
                             judgement.ground,
                             why(judgement, asked[i], messages),
                             weights[i],
                             judgement.contribution,
                             judgement.thin,
                             {}};
      for (const skills::EvidenceSpan& span : judgement.evidence) reason.evidence.push_back(evidence(span));
      shown_.reasons.push_back(std::move(reason));
    }
    shown_.group = static_cast<RowGroup>(*application_.group);
    shown_.score = application_.score;
    for (const PaperNotice& notice : TRY(kept_notices(read(), application_.id))) {
      const std::string words = in_words(notice, opened_.names, messages);
      shown_.notices.push_back(blinder_ ? blinder_->blind(words) : words);
    }
    return Done{};
  }

  Result<Done> show_people() {
    const identity::AccountId mine = context_.asker.account;
    shown_.views_hidden = TRY(gives_view_first(context_, application_));
    shown_.views = TRY(views_on(read(), application_.id, mine));
    if (shown_.views_hidden) {
      shown_.views.clear();
      return Done{};
    }
    shown_.stage = application_.stage;
    shown_.verdict = application_.verdict;
    shown_.notes = TRY(notes_on(read(), application_.id, mine));
    shown_.decisions = TRY(decisions_on(read(), application_.id));
    shown_.questions = TRY(questions_to(read(), application_.id));
    shown_.history = TRY(steps_of(read(), application_.id));
    if (!shown_.history.empty()) shown_.history.front().at = shown_arrival(shown_.history.front().at, vacancy_);
    return show_decision();
  }

  /// Whether it is up to the asker, and what must come first.
  Result<Done> show_decision() {
    const Moment now = context_.records->clock();
    shown_.questions_first = TRY(unasked_musts(read(), application_, now));
    const bool decides = context_.asker.kind == identity::AskerKind::local_operator ||
                         (context_.asker.kind == identity::AskerKind::session &&
                          std::ranges::count(context_.asking_as, Role::recruiter) > 0);
    shown_.closed_on = vacancy_.closed_on;
    const bool goes_on = decides && vacancy_.state != VacancyState::closed;
    shown_.may_reopen =
        goes_on && (application_.verdict == Verdict::invite || application_.verdict == Verdict::turn_down);
    if (!application_.proposal) return Done{};
    const Result<KeptProposal> kept = proposal_of(read(), *application_.proposal, now);
    if (!kept) return Done{};
    shown_.proposal = kept->id;
    shown_.proposal_status = kept->proposal.status;
    shown_.may_decide = goes_on && kept->proposal.status == Status::open && application_.is_fresh(vacancy_);
    return Done{};
  }

  const KeptVacancy& vacancy_;
  const KeptApplication& application_;
  Context& context_;
  const skills::MentionFinder& finder_;
  std::vector<KeptPaper> papers_;
  Opened opened_;
  std::optional<Blinder> blinder_;
  std::vector<std::unique_ptr<ReadableText>> texts_;
  ShownCandidate shown_;
};

Result<Done> note_opening(Context& context, ApplicationId application) {
  store::WriteTransaction& write = context.work.write();
  const Moment now = context.records->clock();
  TRY(
      write.execute("insert into hiring_opened (application, account, first_at, last_at) values (?, ?, ?, ?) "
                    "on conflict (application, account) do update set last_at = ?",
                    application, context.asker.account, now, now, now));
  return Done{};
}

Result<ShownCandidate> candidate(const ApplicationRequest& asked, Context& context, const Tools& tools) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (seen.vacancy.round == 0) return Error{ErrorCode::requirements_not_frozen, seen.vacancy.title};
  context.work.is_a(ledger::Kind::read);
  TRY(note_opening(context, asked.application));
  return Showing(seen, context, *TRY(tools.finder())).show();
}

/// Error: unknown_proposal, also for one about nobody whom the asker sees.
Result<OfProposalAnswer> of_proposal(const OfProposalRequest& asked, Context& context) {
  const auto application = TRY(application_with(context.work.read(), asked.proposal));
  if (!application || !seen_application(context, *application))
    return Error{ErrorCode::unknown_proposal, to_string(asked.proposal)};
  return OfProposalAnswer{*application};
}

}  // namespace

void add_candidate_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = "hiring.candidate",
      .title = {"Een kandidaat openen", "Open a candidate"},
      .purpose =
          {"Toont de papieren van een kandidaat met wat ze per criterium laten zien, en onthoudt dat u ze opende.",
           "Shows a candidate's papers with what they show of each requirement, and remembers that you opened "
           "them."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts, Data::proposals},
      .may = {Role::recruiter, Role::manager, Role::data_protection_officer},
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler(candidate, tools),
  });
  rows.push_back({
      .name = "hiring.of_proposal",
      .title = {"Over welke kandidaat een voorstel gaat", "Which candidate a proposal is about"},
      .purpose = {"Geeft de sollicitatie waar een voorstel van hiring.match over gaat.",
                  "Gives the application that a proposal of hiring.match is about."},
      .reads = {Data::candidate_papers, Data::accounts, Data::proposals},
      .may = {Role::recruiter, Role::manager, Role::data_protection_officer},
      .stored = Stored::reads,
      .given = {"proposal"},
      .handler = handler<OfProposalRequest, OfProposalAnswer>(of_proposal),
  });
}

}  // namespace collega::hiring
