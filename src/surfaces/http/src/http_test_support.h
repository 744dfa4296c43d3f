#pragma once

// For tests: an organisation of one adviser, one administrator and one officer, with an office open in it and
// operations on notes.

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "collega/identity/accounts.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/office.h"
#include "collega/operations/proposals.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"

namespace collega::http {

enum class Order { name, age };
BOOST_DESCRIBE_ENUM(Order, name, age)

struct NoteAsked {
  std::string text;
  int copies = 1;
  std::optional<double> weight;
  std::optional<bool> urgent;
  std::vector<std::string> tags;
  std::optional<Date> on;
  Order order = Order::name;
};
BOOST_DESCRIBE_STRUCT(NoteAsked, (), (text, copies, weight, urgent, tags, on, order))

struct NoteMade {
  std::int64_t notes = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteMade, (), (notes, text))

struct PaperAsked {
  std::string paper;
};
BOOST_DESCRIBE_STRUCT(PaperAsked, (), (paper))

struct PaperRead {
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(PaperRead, (), (bytes))

}  // namespace collega::http

namespace collega {

template <>
struct FieldTable<http::NoteAsked> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"tekst", "text"}},
      {.name = "copies", .meaning = {"afschriften", "copies"}, .min = 0, .max = 9, .has_default = true},
      {.name = "weight", .meaning = {"gewicht", "weight"}, .unit = "g"},
      {.name = "urgent", .meaning = {"spoed", "urgent"}},
      {.name = "tags", .meaning = {"kenmerken", "tags"}, .has_default = true},
      {.name = "on", .meaning = {"dag", "day"}},
      {.name = "order", .meaning = {"volgorde", "order"}, .has_default = true},
  };
};
template <>
struct FieldTable<http::NoteMade> {
  static constexpr Field rows[] = {{.name = "notes", .meaning = {"aantal", "number"}},
                                   {.name = "text", .meaning = {"tekst", "text"}}};
};
template <>
struct FieldTable<http::PaperAsked> {
  static constexpr Field rows[] = {{.name = "paper", .meaning = {"stuk", "paper"}, .paper = Paper::given}};
};
template <>
struct FieldTable<http::PaperRead> {
  static constexpr Field rows[] = {{.name = "bytes", .meaning = {"bytes", "bytes"}}};
};

namespace http {

using namespace std::chrono_literals;

constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;
constexpr identity::Cost kTestCost{.passes = 1, .memory = 8192};
constexpr std::string_view kPassword = "vier paarden op de dijk";

class TestOffice {
 public:
  TestOffice() {
    std::string place = (std::filesystem::temp_directory_path() / "collega-http-XXXXXX").string();
    folder_ = ::mkdtemp(place.data());
    store_ = store::Store::open({.folder = folder_}, steps()).value();
    table_ = std::make_unique<operations::Table>(rows());
    operations::OfficeSettings settings;
    settings.organisation = "Lindehof";
    settings.cost = kTestCost;
    office_ = std::make_unique<operations::Office>(
        *table_, operations::Records{*store_, "server", [this] { return now.load(); }}, settings);
  }
  ~TestOffice() {
    hold = false;
    office_.reset();
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  TestOffice(const TestOffice&) = delete;
  TestOffice& operator=(const TestOffice&) = delete;

  operations::Office& office() { return *office_; }
  [[nodiscard]] const operations::Table& table() const { return *table_; }
  store::Store& store() { return *store_; }
  [[nodiscard]] std::filesystem::path folder() const { return folder_; }

  identity::AccountId account(const std::string& login, identity::Role role) {
    store::WriteTransaction write = store_->write().value();
    const identity::Invitation invited = identity::invite(write, {login, login, {}}, kNow - 24h).value();
    const identity::HashedPassword password = identity::accept_password(kPassword, {}, kTestCost).value();
    const identity::AccountId id = identity::use_code(write, invited.link.code.view(), password, kNow - 24h).value();
    identity::RoleGrant grant;
    grant.account = id;
    grant.role = role;
    grant.from = 2026y / 1 / 1;
    EXPECT_TRUE(identity::give_role(write, grant));
    EXPECT_TRUE(write.commit());
    return id;
  }
  /// The token of a new session.
  std::string session(std::string_view login) {
    return std::string{office_->door().sign_in({login, kPassword, "192.0.2.1", "test"}).value().session.token.view()};
  }
  std::string csrf(const std::string& session) { return office_->door().csrf_token(session).value(); }
  std::string key(identity::AccountId account, const std::vector<std::string>& operations) {
    store::WriteTransaction write = store_->write().value();
    const identity::NewAccessKey key = identity::make_key(write, account, "test", operations, kNow + 24h, kNow).value();
    EXPECT_TRUE(write.commit());
    return std::string{key.key.view()};
  }
  std::int64_t notes() {
    return store_->read().value().first<std::int64_t>("select count(*) from note").value().value();
  }

  std::atomic<Moment> now{kNow};
  std::atomic<bool> hold = false;  ///< what notes.wait and notes.slow wait for, to be false
  std::atomic<int> held = 0;       ///< how many do

 private:
  static std::vector<store::Migration> steps() {
    std::vector<store::Migration> all;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations(), operations::migrations()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    all.push_back({"notes", 1, "create table note (text TEXT not null)"});
    return all;
  }

  static Result<NoteMade> add(const NoteAsked& note, operations::Context& context) {
    store::WriteTransaction& write = context.work.write();
    TRY(write.execute("insert into note (text) values (?)", note.text));
    return NoteMade{TRY(write.first<std::int64_t>("select count(*) from note")).value(), note.text};
  }
  static Result<NoteMade> count(const NoteAsked& note, operations::Context& context) {
    return NoteMade{TRY(context.work.read().first<std::int64_t>("select count(*) from note")).value(), note.text};
  }
  static Result<NoteMade> fail(const NoteAsked& note, operations::Context&) {
    throw std::runtime_error("a bug about " + note.text);
  }
  static Result<PaperRead> weigh(const PaperAsked& asked, operations::Context&) {
    return PaperRead{static_cast<std::int64_t>(std::filesystem::file_size(asked.paper))};
  }
  Result<NoteMade> wait(const NoteAsked& note, operations::Context& context) {
    ++held;
    context.progress({1, 2, "brief"});
    while (hold && !context.stop_asked()) std::this_thread::sleep_for(1ms);
    --held;
    if (context.stop_asked()) return Error{ErrorCode::job_stopped};
    return NoteMade{1, note.text};
  }

  std::vector<operations::Operation> rows() {
    using operations::Effect, operations::Stored;
    std::vector<operations::Operation> rows;
    const auto add_row = [&](std::string_view name, Effect effect, Stored stored,
                             operations::Handler handler) -> operations::Operation& {
      rows.push_back({.name = name,
                      .title = {"Notitie", "Note"},
                      .purpose = {"Iets met notities.", "Something with notes."},
                      .effect = effect,
                      .may = {identity::Role::hr_adviser},
                      .stored = stored,
                      .handler = std::move(handler)});
      return rows.back();
    };
    using operations::handler;
    const auto waiting = [this](const NoteAsked& note, operations::Context& context) { return wait(note, context); };
    add_row("notes.add", Effect::acts, Stored::writes, handler<NoteAsked, NoteMade>(add));
    add_row("notes.count", Effect::reads, Stored::reads, handler<NoteAsked, NoteMade>(count));
    add_row("notes.fail", Effect::acts, Stored::nothing, handler<NoteAsked, NoteMade>(fail));
    add_row("notes.guarded", Effect::acts, Stored::writes, handler<NoteAsked, NoteMade>(add)).step_up = true;
    add_row("notes.weigh", Effect::reads, Stored::nothing, handler<PaperAsked, PaperRead>(weigh));
    add_row("notes.wait", Effect::acts, Stored::nothing, handler<NoteAsked, NoteMade>(waiting));
    add_row("notes.slow", Effect::acts, Stored::whole, handler<NoteAsked, NoteMade>(waiting)).pace =
        operations::Pace::job;
    operations::Operation& high =
        add_row("notes.judge", Effect::proposes, Stored::writes, handler<NoteAsked, NoteMade>(add));
    high.risk = {operations::Risk::high, "AI Act, Annex III 4(a)"};
    high.limits = {"Kent alleen de test.", "Knows the test alone."};
    high.oversight = operations::Oversight::decide_each_with_reason;
    return rows;
  }

  std::filesystem::path folder_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Table> table_;
  std::unique_ptr<operations::Office> office_;
};

}  // namespace http
}  // namespace collega
