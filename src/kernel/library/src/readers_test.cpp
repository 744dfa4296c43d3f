// Who may read what.

#include "collega/library/readers.h"

#include "library_test_support.h"

namespace collega::library {
namespace {

using identity::Role;
using ::testing::UnorderedElementsAre;

class ReadersTest : public LibraryTest {
 protected:
  /// Asked both ways: of the document, and whether it stands in the list.
  bool reads(const identity::Asker& asker, DocumentId id, Date date = kToday) {
    store::ReadTransaction reading = store().read().value();
    const bool may = may_read(reading, asker, id, date).value();
    DocumentQuery query;
    query.person = document(reading, id).value().entry.person;
    const auto page = list(reading, asker, query).value();
    const bool listed =
        std::any_of(page.rows.begin(), page.rows.end(), [&](const auto& row) { return row.document.id == id; });
    EXPECT_TRUE(may == listed || date != kToday);
    return may;
  }
  Result<Done> try_readers(DocumentId document, const std::vector<Reader>& readers) {
    return written([&](store::WriteTransaction& write) { return set_readers(write, document, readers); });
  }
};
COLLEGA_ON_EVERY_STORE(ReadersTest);

TEST_P(ReadersTest, AreNobodyAsLongAsNobodyIsNamed) {
  const Organisation o = settle();
  const DocumentId policy = add_handbook("Reorganisatieplan");
  EXPECT_FALSE(reads(employee(o.anna), policy));
  EXPECT_FALSE(reads(asker(o.bram, {Role::manager, Role::administrator, Role::data_protection_officer}), policy));
  EXPECT_FALSE(reads(identity::local_operator(kToday), policy));
}

TEST_P(ReadersTest, AreAllWhoWorkHereWhenItIsEverybody) {
  const Organisation o = settle();
  const DocumentId handbook = add_handbook("Handboek");
  let_read(handbook, {everybody()});
  EXPECT_TRUE(reads(employee(o.daan), handbook));
  EXPECT_TRUE(reads(asker({}, {Role::works_council}), handbook));
  EXPECT_TRUE(reads(identity::local_operator(kToday), handbook));
  EXPECT_FALSE(reads(asker({}, {Role::candidate}), handbook));
  EXPECT_FALSE(reads(asker({}, {}), handbook));
  EXPECT_FALSE(reads(identity::nobody(kToday), handbook));
}

TEST_P(ReadersTest, AreWhoHasTheRole) {
  const Organisation o = settle();
  const DocumentId policy = add_handbook("Loonhandboek");
  let_read(policy, {who_has(Role::payroll), who_has(Role::works_council)});
  EXPECT_TRUE(reads(asker(o.carla, {Role::employee, Role::payroll}), policy));
  EXPECT_FALSE(reads(asker(o.carla, {Role::employee, Role::planner}), policy));
}

TEST_P(ReadersTest, AreWhoWorksInTheUnitOrUnderIt) {
  const Organisation o = settle();
  const DocumentId protocol = add_handbook("Medicatieprotocol");
  let_read(protocol, {who_is_in(o.zorg)});
  EXPECT_TRUE(reads(employee(o.carla), protocol));
  EXPECT_TRUE(reads(employee(o.anna), protocol));
  EXPECT_FALSE(reads(employee(o.daan), protocol));
  let_read(protocol, {who_is_in(o.nacht)});
  EXPECT_TRUE(reads(employee(o.anna), protocol));
  EXPECT_FALSE(reads(employee(o.carla), protocol));  // works above it, and leads nothing
}

TEST_P(ReadersTest, AreAlsoWhoLeadsTheUnitThoughTheyWorkElsewhere) {
  const Organisation o = settle();
  const DocumentId rota = add_handbook("Roosterafspraken");
  for (const people::UnitId unit : {o.zorg, o.nacht}) {
    let_read(rota, {who_is_in(unit)});
    EXPECT_TRUE(reads(employee(o.bram), rota));
  }
  let_read(rota, {who_is_in(o.techniek)});
  EXPECT_FALSE(reads(employee(o.bram), rota));
}

TEST_P(ReadersTest, AreWhoIsInTheUnitOnTheDay) {
  const Organisation o = settle();
  const DocumentId protocol = add_handbook("Medicatieprotocol");
  let_read(protocol, {who_is_in(o.zorg)});
  ASSERT_TRUE(written([&](store::WriteTransaction& write) {
    return people::put_contract(write, {o.anna, "1", people::ContractKind::permanent, kStart},
                                {.minutes_per_week = 1440, .function = "monteur", .unit = o.techniek}, 2026y / 6 / 1);
  }));
  EXPECT_TRUE(reads(employee(o.anna), protocol, 2026y / 5 / 31));
  EXPECT_FALSE(reads(employee(o.anna), protocol, 2026y / 6 / 1));
  EXPECT_FALSE(reads(employee(o.anna), protocol));
}

TEST_P(ReadersTest, AreThePersonsNamed) {
  const Organisation o = settle();
  const DocumentId plan = add_handbook("Reorganisatieplan");
  let_read(plan, {only(o.carla)});
  EXPECT_TRUE(reads(employee(o.carla), plan));
  EXPECT_FALSE(reads(employee(o.anna), plan));
}

TEST_P(ReadersTest, OfAPersonnelPaperAreWhoeverItIsAboutAndNobodyElse) {
  const Organisation o = settle();
  const DocumentId contract = add_contract_of(o.anna);
  EXPECT_TRUE(reads(employee(o.anna), contract));
  EXPECT_FALSE(reads(employee(o.carla), contract));
  EXPECT_FALSE(reads(asker(o.bram, {Role::employee, Role::manager}), contract));
}

TEST_P(ReadersTest, OfAnotherPaperAboutAPersonAreOnlyThoseNamed) {
  const Organisation o = settle();
  const DocumentId report = add({"Onderzoek", DocumentKind::other, "nl", "personnel_file", {}, o.anna});
  EXPECT_FALSE(reads(employee(o.anna), report));
  let_read(report, {only(o.anna)});
  EXPECT_TRUE(reads(employee(o.anna), report));
}

TEST_P(ReadersTest, OfAPaperAboutAPersonHaveTheRoleOverThatPerson) {
  const Organisation o = settle();
  const DocumentId of_anna = add_contract_of(o.anna);
  const DocumentId of_daan = add_contract_of(o.daan);
  for (const DocumentId paper : {of_anna, of_daan})
    let_read(paper, {who_has(Role::manager), who_has(Role::hr_adviser)});
  const identity::Asker manager = asker(o.bram, {Role::employee, Role::manager});
  EXPECT_TRUE(reads(manager, of_anna));
  EXPECT_FALSE(reads(manager, of_daan));
  const identity::Asker adviser = given(Role::hr_adviser, o.techniek);
  EXPECT_FALSE(reads(adviser, of_anna));
  EXPECT_TRUE(reads(adviser, of_daan));
}

TEST_P(ReadersTest, OfAPaperAboutAPersonAreNeverEverybodyOrAUnit) {
  const Organisation o = settle();
  const DocumentId contract = add_contract_of(o.anna);
  EXPECT_EQ(try_readers(contract, {everybody()}).error().code, ErrorCode::readers_too_wide);
  EXPECT_EQ(try_readers(contract, {who_is_in(o.zorg)}).error().code, ErrorCode::readers_too_wide);
}

TEST_P(ReadersTest, ReplaceThoseBefore) {
  const Organisation o = settle();
  const DocumentId policy = add_handbook("Loonhandboek");
  let_read(policy, {everybody()});
  let_read(policy, {who_has(Role::payroll), only(o.anna), who_has(Role::payroll)});
  EXPECT_THAT(read([&](auto& reading) { return readers_of(reading, policy); }).value(),
              UnorderedElementsAre(who_has(Role::payroll), only(o.anna)));
  EXPECT_FALSE(reads(employee(o.daan), policy));
}

TEST_P(ReadersTest, ThatAreNotThereAreRefused) {
  const DocumentId policy = add_handbook("Loonhandboek");
  EXPECT_EQ(try_readers(policy, {who_is_in(people::UnitId{9})}).error().code, ErrorCode::unknown_unit);
  EXPECT_EQ(try_readers(policy, {only(people::PersonId{9})}).error().code, ErrorCode::unknown_person);
  EXPECT_EQ(try_readers(policy, {{ReaderKind::role}}).error(), (Error{ErrorCode::missing_member, "role"}));
  EXPECT_EQ(try_readers(DocumentId{9}, {}).error().code, ErrorCode::unknown_document);
}

TEST_P(ReadersTest, LearnNothingOfADocumentThatIsNotThere) {
  const Organisation o = settle();
  EXPECT_FALSE(read([&](auto& reading) { return may_read(reading, employee(o.anna), DocumentId{9}, kToday); }).value());
}

}  // namespace
}  // namespace collega::library
