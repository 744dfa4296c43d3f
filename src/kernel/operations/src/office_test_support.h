#pragma once

// A small organisation with an office open in it: a unit with two people and one unit with one, a manager of the first,
// and a table of operations on notes about people.

#include <gmock/gmock.h>

#include <atomic>

#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/office.h"
#include "collega/operations/own_operations.h"
#include "collega/operations/proposals.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"

namespace collega::operations {

struct NoteAbout {
  people::PersonId person;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteAbout, (), (person, text))

struct NoteAnswer {
  std::int64_t notes = 0;
  std::optional<ProposalId> proposal;
};
BOOST_DESCRIBE_STRUCT(NoteAnswer, (), (notes, proposal))

struct CopyRequest {
  std::string from;
  std::string to;
  std::optional<std::string> folder;
};
BOOST_DESCRIBE_STRUCT(CopyRequest, (), (from, to, folder))

struct CopyAnswer {
  std::string read;
  std::string made;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(CopyAnswer, (), (read, made, bytes))

}  // namespace collega::operations

namespace collega {

template <>
struct FieldTable<operations::NoteAbout> {
  static constexpr Field rows[] = {{.name = "person", .meaning = {"over wie", "about whom"}},
                                   {.name = "text", .meaning = {"tekst", "text"}}};
};
template <>
struct FieldTable<operations::NoteAnswer> {
  static constexpr Field rows[] = {{.name = "notes", .meaning = {"aantal", "number"}},
                                   {.name = "proposal", .meaning = {"voorstel", "proposal"}}};
};
template <>
struct FieldTable<operations::CopyRequest> {
  static constexpr Field rows[] = {{.name = "from", .meaning = {"van", "from"}, .paper = Paper::given},
                                   {.name = "to", .meaning = {"naar", "to"}, .paper = Paper::made},
                                   {.name = "folder", .meaning = {"map", "folder"}, .paper = Paper::folder}};
};
template <>
struct FieldTable<operations::CopyAnswer> {
  static constexpr Field rows[] = {{.name = "read", .meaning = {"gelezen", "read"}},
                                   {.name = "made", .meaning = {"gemaakt", "made"}},
                                   {.name = "bytes", .meaning = {"bytes", "bytes"}}};
};

namespace operations {

using namespace std::chrono_literals;

constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;
constexpr identity::Cost kTestCost{.passes = 1, .memory = 8192};
constexpr std::string_view kPassword = "vier paarden op de dijk";

class OfficeTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    store_ = &open(steps());
    organise();
    open_office();
  }
  void TearDown() override { office_.reset(); }

  static std::vector<store::Migration> steps() {
    std::vector<store::Migration> all;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations(), migrations()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    all.push_back({"notes", 1, "create table note (person INTEGER not null, text TEXT not null)"});
    return all;
  }

  void open_office() {
    office_.reset();
    OfficeSettings settings;
    settings.organisation = "Lindehof";
    settings.cost = kTestCost;
    settings.schedules = schedules_;
    const Records records{
        .store = *store_, .writer = "server", .clock = [this] { return now_.load(); }, .blind_one_in = blind_one_in_};
    office_ = std::make_unique<Office>(table(), records, settings);
  }

  const Table& table() {
    if (!table_) table_ = std::make_unique<Table>(rows());
    return *table_;
  }

  static Result<NoteAnswer> add_note(const NoteAbout& note, Context& context) {
    store::WriteTransaction& write = context.work.write();
    TRY(write.execute("insert into note (person, text) values (?, ?)", note.person, note.text));
    context.work.concerns(note.person);
    if (note.text == "fout") return Error{ErrorCode::out_of_range, "text"};
    return NoteAnswer{TRY(write.first<std::int64_t>("select count(*) from note")).value(), {}};
  }
  static Result<NoteAnswer> tell_of_note(const NoteAbout& note, Context& context) {
    TRY(context.tell("notes.happened", JsonObject{{"person", to_string(note.person)}, {"text", "gehoord"}}));
    return add_note(note, context);
  }
  static Result<NoteAnswer> add_apart(const NoteAbout& note, Context& context) {
    TRY(context.ask("notes.add", JsonObject{{"person", to_string(note.person)}, {"text", "eerst"}}));
    return from_json<NoteAnswer>(TRY(context.ask("notes.add", to_json(note))));
  }
  static Result<NoteAnswer> count_notes(const NoteAbout& note, Context& context) {
    context.work.concerns(note.person);
    return NoteAnswer{TRY(context.work.read().first<std::int64_t>("select count(*) from note")).value(), {}};
  }
  static Result<NoteAnswer> propose_note(const NoteAbout& note, Context& context) {
    context.work.concerns(note.person);
    Proposal proposal;
    proposal.operation = "notes.propose";
    proposal.findings = {{note.text, {}, {}}};
    proposal.limits = {"alles"};
    const bool blind = note.text == "blind" || is_drawn(*context.records, note.person.number);
    return NoteAnswer{0, context.work.propose(std::move(proposal), blind)};
  }
  static Result<NoteAnswer> view_note(const NoteAbout& note, Context& context) {
    context.work.concerns(note.person);
    const std::vector<KeptProposal> open =
        TRY(proposals_with(context.work.read(), Status::open, {}, 1, context.records->clock()));
    TRY(note_own_view(context, open.front().id, Json(note.text)));
    return NoteAnswer{};
  }
  static Result<Done> after_decision(const Decided& decided, Context& context) {
    TRY(context.work.write().execute("insert into note (person, text) values (0, ?)", name_of(decided.outcome)));
    if (decided.amended == Json("kan niet")) return Error{ErrorCode::out_of_range, "amended"};
    return Done{};
  }
  static Result<CopyAnswer> copy(const CopyRequest& asked, Context&) {
    std::error_code failure;
    std::filesystem::copy_file(asked.from, asked.to, failure);
    if (failure) return Error{ErrorCode::file_not_found, asked.from};
    return CopyAnswer{asked.from, asked.to, static_cast<std::int64_t>(std::filesystem::file_size(asked.to))};
  }
  Result<NoteAnswer> wait_for_it(const NoteAbout& note, Context& context) {
    ++begun_;
    context.part(JsonObject{{"text", note.text}});
    context.progress({1, 2, "brief"});
    while (hold_ && !context.stop_asked()) std::this_thread::sleep_for(1ms);
    if (context.stop_asked()) return Error{ErrorCode::job_stopped};
    if (note.text == "fout") return Error{ErrorCode::out_of_range, "text"};
    store::WriteTransaction write = TRY(context.records->store.write());
    TRY(write.execute("insert into note (person, text) values (?, ?)", note.person, note.text));
    TRY(write.commit());
    context.work.concerns(note.person);
    return NoteAnswer{1, {}};
  }

  virtual std::vector<Operation> rows() {
    std::vector<Operation> rows = own_operations();
    const std::vector<Role> may{Role::hr_adviser, Role::manager};
    const auto add = [&](std::string_view name, Effect effect, Stored stored, Handler handler) -> Operation& {
      rows.push_back({.name = name,
                      .title = {"Notitie", "Note"},
                      .purpose = {"Test.", "Test."},
                      .effect = effect,
                      .may = may,
                      .stored = stored,
                      .handler = std::move(handler)});
      return rows.back();
    };
    add("notes.add", Effect::acts, Stored::writes, handler<NoteAbout, NoteAnswer>(add_note));
    add("notes.count", Effect::reads, Stored::reads, handler<NoteAbout, NoteAnswer>(count_notes));
    Operation& proposing =
        add("notes.propose", Effect::proposes, Stored::writes, handler<NoteAbout, NoteAnswer>(propose_note));
    proposing.then = after_decision;
    proposing.agrees = [](const KeptProposal&, const Json& made_of_it, Context&) -> Result<std::optional<bool>> {
      return made_of_it == Json("weet niet") ? std::optional<bool>{} : std::optional{made_of_it == Json("zo")};
    };
    add("notes.view", Effect::acts, Stored::writes, handler<NoteAbout, NoteAnswer>(view_note)).reads = {
        Data::proposals};
    Operation& slow = add("notes.slow", Effect::acts, Stored::whole,
                          handler<NoteAbout, NoteAnswer>(
                              [this](const NoteAbout& note, Context& context) { return wait_for_it(note, context); }));
    slow.pace = Pace::job;
    add("notes.tell", Effect::acts, Stored::writes, handler<NoteAbout, NoteAnswer>(tell_of_note));
    add("notes.hear", Effect::acts, Stored::writes, handler<NoteAbout, NoteAnswer>(add_note)).hears = {
        "notes.happened"};
    add("notes.apart", Effect::acts, Stored::whole, handler<NoteAbout, NoteAnswer>(add_apart));
    add("notes.guarded", Effect::acts, Stored::writes, handler<NoteAbout, NoteAnswer>(add_note)).step_up = true;
    add("notes.copy", Effect::acts, Stored::nothing, handler<CopyRequest, CopyAnswer>(copy));
    Operation& high =
        add("notes.judge", Effect::proposes, Stored::writes, handler<NoteAbout, NoteAnswer>(propose_note));
    high.risk = {Risk::high, "AI Act, Annex III 4(a)"};
    high.limits = {"Kent alleen de test.", "Knows the test alone."};
    high.oversight = Oversight::decide_each_with_reason;
    const auto peek = [](const NoteAbout&, Context& context) -> Result<NoteAnswer> {
      return NoteAnswer{TRY(context.work.read().first<std::int64_t>("select count(*) from person")).value(), {}};
    };
    add("notes.peek", Effect::reads, Stored::reads, handler<NoteAbout, NoteAnswer>(peek));
    add("notes.look", Effect::reads, Stored::reads, handler<NoteAbout, NoteAnswer>(peek)).reads = {Data::people};
    add("notes.twice", Effect::acts, Stored::writes,
        handler<NoteAbout, NoteAnswer>([](const NoteAbout& note, Context& context) -> Result<NoteAnswer> {
          TRY(context.ask("notes.add", to_json(note)));
          const Json second = TRY(context.ask("notes.add", to_json(note)));
          return from_json<NoteAnswer>(second);
        }));
    return rows;
  }

  void organise() {
    hire();
    adviser_ = account("adviser", Role::hr_adviser);
    adviser_too_ = account("adviser2", Role::hr_adviser);
    officer_ = account("fg", Role::data_protection_officer);
    manager_ = account("boss", {}, boss_);
    employee_ = account("anna", {}, anna_);
  }

  void hire() {
    store::WriteTransaction write = store_->write().value();
    const auto unit = [&](const char* code) {
      return people::put_unit(write, {code, code, {}}, 2020y / 1 / 1).value().id;
    };
    const people::UnitId ward = unit("zorg");
    const people::UnitId kitchen = unit("keuken");
    const auto person = [&](const char* number, people::UnitId at) {
      people::PersonEntry entry;
      entry.personnel_number = number;
      entry.name.surname = number;
      const people::PersonId id = people::put_person(write, entry).value().id;
      people::Terms terms;
      terms.minutes_per_week = 24 * 60;
      terms.unit = at;
      terms.function = "verzorgende";
      people::ContractEntry contract;
      contract.person = id;
      contract.employment_number = "1";
      contract.begin = 2021y / 1 / 1;
      EXPECT_TRUE(people::put_contract(write, contract, terms, {}));
      return id;
    };
    anna_ = person("1001", ward);
    boss_ = person("1002", ward);
    carl_ = person("1003", kitchen);
    people::Assignment leads;
    leads.person = boss_;
    leads.role = people::PersonRole::manager;
    leads.of_unit = ward;
    leads.begin = 2022y / 1 / 1;
    EXPECT_TRUE(people::assign_role(write, leads));
    EXPECT_TRUE(write.commit());
  }

  identity::AccountId account(const std::string& login, std::optional<Role> role,
                              std::optional<people::PersonId> person = {}) {
    store::WriteTransaction write = store_->write().value();
    const identity::Invitation invited = identity::invite(write, {login, login, person}, kNow - 24h).value();
    const identity::HashedPassword password = identity::accept_password(kPassword, {}, kTestCost).value();
    const identity::AccountId id = identity::use_code(write, invited.link.code.view(), password, kNow - 24h).value();
    if (role) {
      identity::RoleGrant grant;
      grant.account = id;
      grant.role = *role;
      grant.from = 2026y / 1 / 1;
      EXPECT_TRUE(identity::give_role(write, grant));
    }
    EXPECT_TRUE(write.commit());
    return id;
  }

  /// Signed in, as the door has it.
  identity::Asker asker(const std::string& login) {
    const identity::SignedIn in = office_->door().sign_in({login, kPassword, "192.0.2.1", "test"}).value();
    return office_->recognise({.session = in.session.token.view()}).value();
  }

  Result<Answer> ask(const identity::Asker& who, std::string_view operation, people::PersonId about,
                     std::string_view text = "brief", std::string_view key = {}) {
    return office_->ask(who, {.operation = operation,
                              .input = JsonObject{{"person", to_string(about)}, {"text", text}},
                              .idempotency_key = key});
  }
  static ErrorCode code(const Result<Answer>& answer) { return answer ? ErrorCode::internal : answer.error().code; }
  std::int64_t notes() {
    return store_->read().value().first<std::int64_t>("select count(*) from note").value().value();
  }

  /// The ledger's entries, newest first. An office that closes leaves nothing unwritten.
  std::vector<ledger::Recorded> entries() {
    open_office();
    store::ReadTransaction read = store_->read().value();
    return ledger::page(read, {}, "", 50).value().entries;
  }

  Job ended(const identity::Asker& who, JobId job) {
    while (true) {
      Job found = office_->jobs().find(who, job).value();
      if (found.state != JobState::waiting && found.state != JobState::running) return found;
      std::this_thread::sleep_for(2ms);
    }
  }
  Job when_running(const identity::Asker& who, JobId job) {
    while (true) {
      Job found = office_->jobs().find(who, job).value();
      if (found.state == JobState::running && found.total > 0) return found;
      std::this_thread::sleep_for(1ms);
    }
  }
  static JobId job_of(const Answer& answer) { return Word<JobId>::parse(answer.output.at("job").as_string()).value(); }

  store::Store* store_ = nullptr;
  std::atomic<Moment> now_{kNow};
  std::atomic<bool> hold_ = false;
  std::atomic<int> begun_ = 0;
  int blind_one_in_ = 0;
  std::vector<Schedule> schedules_;
  std::unique_ptr<Table> table_;
  std::unique_ptr<Office> office_;
  people::PersonId anna_, boss_, carl_;
  identity::AccountId adviser_, adviser_too_, officer_, manager_, employee_;
};

}  // namespace operations
}  // namespace collega
