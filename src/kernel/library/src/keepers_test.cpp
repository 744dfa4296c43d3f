// Who may add documents, and keep those that are there.

#include "library_test_support.h"

namespace collega::library {
namespace {

using identity::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class KeepersTest : public LibraryTest {
 protected:
  bool adds(const identity::Asker& asker, const NewDocument& document) {
    return read([&](auto& reading) { return may_add(reading, asker, document, kToday); }).value();
  }
  bool keeps(const identity::Asker& asker, DocumentId document) {
    return read([&](auto& reading) { return may_keep(reading, asker, document, kToday); }).value();
  }
  /// What is listed, with a star where it may not be read.
  std::vector<std::string> kept(const identity::Asker& asker, std::optional<people::PersonId> person = {}) {
    DocumentQuery query;
    query.person = person;
    query.kept = true;
    std::vector<std::string> titles;
    for (const DocumentRow& row : read([&](auto& reading) { return list(reading, asker, query); }).value().rows) {
      titles.push_back(row.document.entry.title + (row.readable ? "" : "*"));
      EXPECT_TRUE(row.readable || !row.version);
    }
    return titles;
  }
  static NewDocument handbook(std::optional<people::UnitId> unit) {
    return {"Handboek", DocumentKind::handbook, "nl", {}, unit};
  }
  static NewDocument paper(people::PersonId person) {
    return {"Brief", DocumentKind::personnel, "nl", "personnel_file", {}, person};
  }
};
COLLEGA_ON_EVERY_STORE(KeepersTest);

TEST_P(KeepersTest, AddWithinThePartThatTheirRoleWasGivenFor) {
  const Organisation o = settle();
  const identity::Asker of_zorg = given(Role::hr_adviser, o.zorg);
  EXPECT_TRUE(adds(of_zorg, handbook(o.nacht)));
  EXPECT_FALSE(adds(of_zorg, handbook(o.techniek)));
  EXPECT_FALSE(adds(of_zorg, handbook({})));
  EXPECT_TRUE(adds(of_zorg, paper(o.anna)));
  EXPECT_FALSE(adds(of_zorg, paper(o.daan)));
  const identity::Asker of_all = given(Role::payroll, {});
  EXPECT_TRUE(adds(of_all, handbook({})));
  EXPECT_TRUE(adds(of_all, paper(o.daan)));
}

TEST_P(KeepersTest, AreNotWhoWorksHereOrLeadsSomebody) {
  const Organisation o = settle();
  EXPECT_FALSE(adds(asker(o.bram, {Role::employee, Role::manager}), paper(o.anna)));
  EXPECT_FALSE(adds(employee(o.anna), paper(o.anna)));
  EXPECT_FALSE(adds(identity::nobody(kToday), handbook({})));
}

TEST_P(KeepersTest, KeepWhatTheyMayRead) {
  const Organisation o = settle();
  const identity::Asker of_zorg = given(Role::hr_adviser, o.zorg);
  const DocumentId protocol = add(handbook(o.zorg));
  EXPECT_FALSE(keeps(of_zorg, protocol));
  let_read(protocol, {who_has(Role::hr_adviser)});
  EXPECT_TRUE(keeps(of_zorg, protocol));
  const DocumentId of_all = add(handbook({}));
  let_read(of_all, {everybody()});
  EXPECT_FALSE(keeps(of_zorg, of_all));
  EXPECT_FALSE(keeps(of_zorg, DocumentId{9}));
}

TEST_P(KeepersTest, ThatAreAdministratorsKeepWhatTheyMayNotReadButNoPapersAboutPeople) {
  const Organisation o = settle();
  const identity::Asker administrator = asker({}, {Role::administrator});
  const DocumentId plan = add_handbook("Reorganisatieplan");
  add_from(plan, kStart);
  const DocumentId contract = add_contract_of(o.anna);
  EXPECT_TRUE(keeps(administrator, plan));
  EXPECT_FALSE(keeps(administrator, contract));
  EXPECT_THAT(kept(administrator), ElementsAre("Reorganisatieplan*"));
  EXPECT_THAT(kept(administrator, o.anna), IsEmpty());
  EXPECT_THAT(kept(identity::local_operator(kToday), o.anna), ElementsAre("Arbeidsovereenkomst*"));
}

TEST_P(KeepersTest, ListNoMoreThanTheyReadWhereTheyAreNoAdministrator) {
  settle();
  const DocumentId plan = add_handbook("Reorganisatieplan");
  const identity::Asker adviser = given(Role::hr_adviser, {});
  EXPECT_THAT(kept(adviser), IsEmpty());
  let_read(plan, {who_has(Role::hr_adviser)});
  EXPECT_THAT(kept(adviser), ElementsAre("Reorganisatieplan"));
}

}  // namespace
}  // namespace collega::library
