// Operations on what is kept: their transaction, and their entry in the ledger.

#include "collega/operations/records.h"

#include <gmock/gmock.h>

#include "collega/identity/accounts.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"

namespace collega::operations {

struct Note {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct Notes {
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(Notes, (), (count))

}  // namespace collega::operations

namespace collega {

template <>
struct FieldTable<operations::Note> {
  static constexpr Field rows[] = {{.name = "text", .meaning = {"tekst", "text"}}};
};
template <>
struct FieldTable<operations::Notes> {
  static constexpr Field rows[] = {{.name = "count", .meaning = {"aantal", "number"}}};
};

namespace operations {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::int64_t kAnna = 1001;

class RecordsTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    steps.push_back({"notes", 1, "create table note (text TEXT not null)"});
    store::Store& store = open(steps);
    records_.emplace(Records{store, "local", [] { return Moment{1'700'000'000'000ms}; }});
    context_.records = &*records_;
  }

  Result<Json> run(const Operation& row, std::string_view text = "verlof") {
    return run_local(Table{{row}}, row.name, JsonObject{{"text", text}}, context_);
  }
  int notes() { return read().first<int>("select count(*) from note").value().value(); }
  std::vector<ledger::Recorded> entries() { return ledger::page(*reading(), {}, "", 10).value().entries; }

  store::ReadTransaction read() { return records_->store.read().value(); }
  std::unique_ptr<store::ReadTransaction> reading() { return std::make_unique<store::ReadTransaction>(read()); }

  static Operation row(Effect effect, Stored stored, std::function<Result<Notes>(const Note&, Context&)> function) {
    return {.name = "notes.do",
            .effect = effect,
            .may = {Role::hr_adviser},
            .stored = stored,
            .handler = handler<Note, Notes>(std::move(function))};
  }
  static Operation writing() {
    return row(Effect::acts, Stored::writes, [](const Note& note, Context& context) -> Result<Notes> {
      TRY(context.work.write().execute("insert into note (text) values (?)", note.text));
      if (note.text == "fout") return Error{ErrorCode::out_of_range, "text"};
      context.work.concerns(people::PersonId{kAnna});
      context.work.remember("letters", note.text.size());
      return Notes{1};
    });
  }

  std::optional<Records> records_;
  Context context_;
};
COLLEGA_ON_EVERY_STORE(RecordsTest);

TEST_P(RecordsTest, AreChangedTogetherWithTheLedger) {
  ASSERT_TRUE(run(writing()));
  EXPECT_EQ(notes(), 1);
  const std::vector<ledger::Recorded> entries = this->entries();
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(entries[0].kind, ledger::Kind::act);
  EXPECT_EQ(entries[0].operation, "notes.do");
  EXPECT_THAT(entries[0].about, SizeIs(1));
  EXPECT_EQ(entries[0].details.at("letters").to_number<int>(), 6);
}

TEST_P(RecordsTest, AreAsTheyWereWhenTheHandlerFails) {
  EXPECT_EQ(run(writing(), "fout").error().code, ErrorCode::out_of_range);
  EXPECT_EQ(notes(), 0);
  EXPECT_THAT(entries(), IsEmpty());
  EXPECT_TRUE(run(writing()));  // and nothing was left open
}

TEST_P(RecordsTest, RememberThatTheyWereRead) {
  const Operation reading = row(Effect::reads, Stored::reads, [](const Note&, Context& context) -> Result<Notes> {
    context.work.concerns(people::PersonId{kAnna});
    return Notes{context.work.read().first<int>("select count(*) from note").value().value()};
  });
  ASSERT_TRUE(run(reading));
  ASSERT_THAT(entries(), SizeIs(1));
  EXPECT_EQ(entries()[0].kind, ledger::Kind::read);
}

TEST_P(RecordsTest, CannotBeChangedByWhatOnlyReads) {
  const Operation reading = row(Effect::reads, Stored::reads, [](const Note&, Context& context) -> Result<Notes> {
    TRY(context.work.write().execute("insert into note (text) values ('x')"));
    return Notes{};
  });
  EXPECT_THROW(static_cast<void>(run(reading)), std::logic_error);
  EXPECT_EQ(notes(), 0);
}

TEST_P(RecordsTest, AreNotThereForWhatDoesNotAskForThem) {
  const Operation free = row(Effect::reads, Stored::nothing, [](const Note&, Context& context) -> Result<Notes> {
    static_cast<void>(context.work.read());
    return Notes{};
  });
  EXPECT_THROW(static_cast<void>(run(free)), std::logic_error);
}

TEST_P(RecordsTest, RememberWhatWorkedOnTheStoreItself) {
  const Operation whole = row(Effect::acts, Stored::whole, [](const Note&, Context& context) -> Result<Notes> {
    store::WriteTransaction write = TRY(context.records->store.write());
    TRY(write.execute("insert into note (text) values ('x')"));
    TRY(write.commit());
    return Notes{1};
  });
  ASSERT_TRUE(run(whole));
  EXPECT_EQ(notes(), 1);
  EXPECT_THAT(entries(), SizeIs(1));
}

}  // namespace
}  // namespace operations
}  // namespace collega
