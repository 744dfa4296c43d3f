#include "collega/operations/office.h"

#include <unordered_map>

#include "asking.h"
#include "papers.h"
#include "repeatable.h"
#include "schedules.h"
#include "verdicts.h"

namespace collega::operations {
namespace {

/// What is made of a row once, and asked for with every request.
struct Known {
  Json input_schema;
  bool has_papers = false;
};

std::unordered_map<std::string_view, Known> known_of(const Table& table) {
  std::unordered_map<std::string_view, Known> all;
  for (const Operation& row : table.rows()) {
    Json schema = row.handler.input_schema(Language::en);
    const bool any = has_papers(schema);
    all.emplace(row.name, Known{std::move(schema), any});
  }
  return all;
}

}  // namespace

struct Office::State {
  State(const Table& rows, Records where, OfficeSettings settings)
      : table(rows),
        known(known_of(rows)),
        recorder(where.store, where.writer),
        records{where.store, where.writer, where.clock, &recorder, &verdicts, where.blind_one_in},
        wall_clock(settings.wall_clock),
        door(records, settings.cost, settings.organisation),
        spool(records),
        jobs(
            records,
            [this](const JobRequest& request, identity::AccountId owner, const Jobs::Line& line) {
              return run_job(request, owner, line);
            },
            settings.job_threads),
        schedules(records, std::move(settings.schedules), settings.wall_clock,
                  [this](const Schedule& schedule) { return run_scheduled(schedule); }) {}

  [[nodiscard]] Date today() const { return day(records.clock()); }
  [[nodiscard]] Date day(Moment moment) const {
    return Date{std::chrono::floor<std::chrono::days>(wall_clock(moment))};
  }

  Context context_of(const identity::Asker& asker, Language language) {
    Context context{.language = language, .today = today(), .asker = asker};
    context.records = &records;
    return context;
  }

  /// With papers by the way.
  Result<Json> run_with_papers(std::string_view name, Json input, Context& context, Repeat* repeat) {
    const auto row = known.find(name);
    if (row == known.end()) return Error{ErrorCode::unknown_operation, std::string{name}};
    const bool may_ask = admit(*TRY(table.find(name)), context).ok();
    if (!row->second.has_papers || !may_ask)
      return run(table, name, input, context, repeat);  // who may not is told there
    Papers papers{spool, context.asker};
    const Json with_paths = TRY(papers.to_paths(std::move(input), row->second.input_schema));
    Result<Json> answer = run(table, name, with_paths, context, repeat);
    if (!answer) return papers.named(answer.error());
    return papers.to_ids(std::move(answer).value());
  }

  /// Durable when it returns; the same job again for the same key.
  Result<Answer> begin_job(const Operation& operation, const Asked& asked, Context& context) {
    TRY(admit(operation, context));  // who may not ask is told now, and not by a job
    context.work = Work{TRY(records.store.write())};
    const RepeatableRequest request{operation.name, asked.idempotency_key, asked.input};
    if (!request.key.empty()) {
      if (std::optional<Json> earlier = TRY(earlier_answer(context, request))) return Answer{*earlier, true, true};
    }
    const JobRequest job{std::string{operation.name}, asked.input, asked.language};
    const JobId id = TRY(jobs.add(context.work.write(), context.asker, job));
    Json output = JsonObject{{"job", to_string(id)}};
    if (!request.key.empty()) TRY(keep_answer(context, request, output));
    TRY(context.work.write().commit());
    context.work = Work{};
    jobs.wake();
    return Answer{std::move(output), true, false};
  }

  Result<Json> run_job(const JobRequest& request, identity::AccountId owner, const Jobs::Line& line) {
    Context context = context_of(TRY(asker_of(request, owner)), request.language);
    context.progress = line.progress;
    context.part = line.part;
    context.stop_asked = line.stop_asked;
    return told(context, guarded([&] { return run_with_papers(request.operation, request.input, context, nullptr); }));
  }

  /// Of a job: its owner as they are now, or for one that follows an event the office itself.
  Result<identity::Asker> asker_of(const JobRequest& request, identity::AccountId owner) {
    if (!request.event.empty()) {
      const std::vector<Role>& may = TRY(table.find(request.operation))->may;
      return identity::system_asker(request.event, {may.begin(), may.end()}, today());
    }
    store::ReadTransaction read = TRY(records.store.read());
    return identity::asker_of_account(read, owner, today());
  }

  Result<Json> run_scheduled(const Schedule& schedule) {
    Context context = context_of(identity::system_asker(schedule.name, schedule.roles, today()), Language::nl);
    return told(context, guarded([&] { return run(table, schedule.operation, schedule.input, context); }));
  }

  /// Who heard of it need not wait until a job is looked for.
  Result<Json> told(const Context& context, Result<Json> answer) {
    if (answer && context.has_told) jobs.wake();
    return answer;
  }

  /// A thread of ours has no surface that catches what a bug throws.
  static Result<Json> guarded(const std::function<Result<Json>()>& work) {
    try {
      return work();
    } catch (const std::exception& bug) {
      return Error{ErrorCode::internal, "", bug.what()};
    }
  }

  const Table& table;
  std::unordered_map<std::string_view, Known> known;
  ledger::ReadRecorder recorder;
  Verdicts verdicts;
  Records records;
  WallClock wall_clock;
  Door door;
  Spool spool;
  Jobs jobs;
  Schedules schedules;
};

Office::Office(const Table& table, Records records, OfficeSettings settings)
    : state_(std::make_unique<State>(table, std::move(records), std::move(settings))) {}
Office::~Office() = default;

const Table& Office::table() const { return state_->table; }
Door& Office::door() { return state_->door; }
Jobs& Office::jobs() { return state_->jobs; }
Spool& Office::files() { return state_->spool; }
Moment Office::now() const { return state_->records.clock(); }
Date Office::today() const { return state_->today(); }

Result<identity::Asker> Office::recognise(const Shown& shown) {
  const Moment now = this->now();
  const Date today = state_->day(now);
  if (shown.session.empty() && shown.key.empty()) return identity::nobody(today);
  store::Store& store = state_->records.store;
  if (!shown.key.empty()) {
    std::optional<identity::AccessKey> used_late;
    identity::Asker asker;
    {
      store::ReadTransaction read = TRY(store.read());
      const identity::AccessKey key = TRY(identity::key_of(read, shown.key, now));
      asker = TRY(identity::asker_of_key(read, key, today));
      if (identity::is_used_late(key, now)) used_late = key;
    }
    if (used_late) {
      store::WriteTransaction write = TRY(store.write());
      TRY(identity::mark_used(write, used_late->id, now));
      TRY(write.commit());
    }
    return asker;
  }
  std::optional<identity::SessionId> seen_late;
  identity::Asker asker;
  {
    store::ReadTransaction read = TRY(store.read());
    const identity::Session session = TRY(identity::session_of(read, shown.session, now));
    asker = TRY(identity::asker_of_session(read, session, now, today));
    if (identity::is_seen_late(session, now)) seen_late = session.id;
  }
  if (seen_late) {
    store::WriteTransaction write = TRY(store.write());
    TRY(identity::mark_seen(write, *seen_late, now));
    TRY(write.commit());
  }
  return asker;
}

Result<Answer> Office::ask(const identity::Asker& asker, const Asked& asked) {
  const Operation* operation = TRY(state_->table.find(asked.operation));
  Context context = state_->context_of(asker, asked.language);
  // Who comes by a link has no account, and could not fetch what a job gives.
  if (operation->pace == Pace::job || (asked.as_job && !operation->by_link))
    return state_->begin_job(*operation, asked, context);
  if (asked.part) context.part = asked.part;
  if (asked.stop_asked) context.stop_asked = asked.stop_asked;
  Repeat repeat{asked.idempotency_key};
  Answer answer;
  answer.output = TRY(state_->told(context, state_->run_with_papers(operation->name, asked.input, context, &repeat)));
  answer.is_repeated = repeat.was_before;
  return answer;
}

Result<std::vector<std::string>> Office::lacks(std::string_view operation, Language language) {
  const Operation* row = TRY(state_->table.find(operation));
  store::ReadTransaction read = TRY(state_->records.store.read());
  const std::vector<ai_register::Missing> missing =
      TRY(ai_register::missing(read, state_->table.use_of(*row), state_->today()));
  return ai_register::in_words(missing, language);
}

Health Office::health() {
  Health health;
  const auto counted = state_->jobs.count();
  health.store_answers = counted.ok();
  if (counted) std::tie(health.jobs_waiting, health.jobs_running) = counted.value();
  return health;
}

}  // namespace collega::operations
