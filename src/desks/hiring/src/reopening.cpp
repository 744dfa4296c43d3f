// A decision that was taken is looked at again: with a reason, and a new decision after it. The first one stands.

#include "collega/base/error.h"
#include "collega/ledger/ledger.h"
#include "collega/store/seal.h"
#include "deciding.h"
#include "rows.h"

namespace collega::hiring {
namespace {

using namespace operations;

bool is_decided(const KeptApplication& application) {
  return application.verdict == Verdict::invite || application.verdict == Verdict::turn_down;
}

Result<Done> note_reopening(Context& context, ApplicationId application, const std::string& reason) {
  store::WriteTransaction& write = context.work.write();
  const auto last = TRY(write.first<std::int64_t>(
      "select id from hiring_decision where application = ? order by id desc limit 1", application));
  if (!last) return Error{ErrorCode::decision_none, to_string(application)};
  const std::string sealed = write.seal().close(reason, {kReopenedReason, *last});
  TRY(write.execute("update hiring_decision set reopened_at = ?, reopened_by = ?, reopened_reason = ? where id = ?",
                    context.records->clock(), context.asker.account, store::Blob{sealed}, *last));
  return Done{};
}

/// Where they stood before the decision: asked something, or not.
Result<Stage> stage_before(store::ReadTransaction& read, ApplicationId application) {
  const auto asked =
      TRY(read.first<int>("select 1 from hiring_question where application = ? and state in (?, ?) limit 1",
                          application, QuestionState::sent, QuestionState::answered));
  return asked ? Stage::question : Stage::received;
}

/// A new proposal to decide on. Where the use was switched off meanwhile there is none, and the decision is open all
/// the same.
Result<Done> propose_anew(Context& context, ApplicationId application) {
  const Result<Json> matched = context.ask("hiring.match", JsonObject{{"application", to_string(application)}});
  if (!matched && matched.error().code != ErrorCode::use_off && matched.error().code != ErrorCode::use_lacks_conditions)
    return matched.error();
  return Done{};
}

Result<CandidateState> reopen(const ReopenRequest& asked, Context& context) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  TRY(check_reason(asked.reason));
  if (!is_decided(seen.application)) return Error{ErrorCode::decision_none, seen.application.code};
  store::WriteTransaction& write = context.work.write();
  TRY(note_reopening(context, asked.application, asked.reason));
  TRY(write.execute("update hiring_application set verdict = null, proposal = null where id = ?", asked.application));
  TRY(put_stage(write, asked.application, TRY(stage_before(write, asked.application)), context.asker.account,
                context.records->clock()));
  TRY(propose_anew(context, asked.application));
  context.work.is_a(ledger::Kind::decision);
  context.work.remember("reopened", Json(name_of(*seen.application.verdict)));
  return state_of(write, asked.application);
}

}  // namespace

void add_reopening_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.reopen_decision",
      .title = {"Een besluit opnieuw bekijken", "Look at a decision again"},
      .purpose = {"Opent een besluit om uit te nodigen of af te wijzen opnieuw, met een reden; beide blijven staan.",
                  "Opens a decision to invite or turn down again, with a reason; both stay on record."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts, Data::proposals, Data::people},
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<ReopenRequest, CandidateState>(reopen),
  });
}

}  // namespace collega::hiring
