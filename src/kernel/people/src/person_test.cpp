#include "collega/people/person.h"

#include "office_test.h"

namespace collega::people {
namespace {

class PersonTest : public OfficeTest {
 protected:
  PersonEntry anna() {
    return {.personnel_number = "1001",
            .name = {"Anna", "A.M.", "de", "Wit"},
            .birth_date = Date{1988y / 2 / 29},
            .sex = Sex::female,
            .email = "anna@lindehof.example",
            .phone = "06-12345678",
            .address = {"Dorpsstraat", "12a", "1234 AB", "Lindehof", ""},
            .bsn = "123456782",
            .iban = "NL91 ABNA 0417 1643 00"};
  }
};
COLLEGA_ON_EVERY_STORE(PersonTest);

TEST_P(PersonTest, ReadsBackAsItWasPut) {
  const auto put = must(put_person(write(), anna()));
  EXPECT_EQ(put.change, Change::created);
  const Person read = must(people::person(write(), put.id));
  EXPECT_EQ(read.name, anna().name);
  EXPECT_EQ(read.birth_date, anna().birth_date);
  EXPECT_EQ(read.sex, Sex::female);
  EXPECT_EQ(read.address, anna().address);
  EXPECT_TRUE(read.has_bsn);
  EXPECT_EQ(must(bsn_of(write(), put.id)), "123456782");
  EXPECT_EQ(must(iban_of(write(), put.id)), "NL91ABNA0417164300");
  EXPECT_EQ(must(person_with_bsn(write(), "123456782")), put.id);
  EXPECT_EQ(must(person_with_bsn(write(), "111222333")), std::nullopt);
}

TEST_P(PersonTest, KeepsTheBsnSealed) {
  const PersonId id = must(put_person(write(), anna())).id;
  store::Rows rows = must(write().query("select bsn, iban, bsn_digest from person where id = ?", id));
  ASSERT_TRUE(must(rows.next()));
  EXPECT_EQ(std::string{rows.view(0)}.find("123456782"), std::string::npos);
  EXPECT_EQ(std::string{rows.view(1)}.find("0417164300"), std::string::npos);
  EXPECT_EQ(rows.view(2).find("123456782"), std::string_view::npos);
}

TEST_P(PersonTest, IsChangedByTheirNumberAndSaysSo) {
  const PersonId id = must(put_person(write(), anna())).id;
  EXPECT_EQ(must(put_person(write(), anna())), (Put<PersonId>{id, Change::same}));
  PersonEntry married = anna();
  married.name.surname = "Wit-Jansen";
  EXPECT_EQ(must(put_person(write(), married)), (Put<PersonId>{id, Change::changed}));
  EXPECT_EQ(must(people::person(write(), id)).name.surname, "Wit-Jansen");
}

TEST_P(PersonTest, KeepsABsnThatTheFileDoesNotNameAndLosesAnEmptyOne) {
  const PersonId id = must(put_person(write(), anna())).id;
  PersonEntry without = anna();
  without.bsn = std::nullopt;
  EXPECT_EQ(must(put_person(write(), without)).change, Change::same);
  EXPECT_EQ(must(bsn_of(write(), id)), "123456782");
  without.bsn = "";
  EXPECT_EQ(must(put_person(write(), without)).change, Change::changed);
  EXPECT_EQ(must(bsn_of(write(), id)), std::nullopt);
  EXPECT_EQ(must(person_with_bsn(write(), "123456782")), std::nullopt);
}

TEST_P(PersonTest, SaysWhichMemberIsWrong) {
  const auto refusal = [&](auto change) {
    PersonEntry entry = anna();
    change(entry);
    return put_person(write(), entry).error();
  };
  EXPECT_EQ(refusal([](auto& e) { e.personnel_number = " "; }), (Error{ErrorCode::missing_member, "personnel_number"}));
  EXPECT_EQ(refusal([](auto& e) { e.name.surname = ""; }), (Error{ErrorCode::missing_member, "name.surname"}));
  EXPECT_EQ(refusal([](auto& e) { e.name.given_name = std::string(201, 'a'); }),
            (Error{ErrorCode::out_of_range, "name.given_name"}));
  EXPECT_EQ(refusal([](auto& e) { e.address.city = "\xff"; }), (Error{ErrorCode::bad_utf8, "address.city"}));
  EXPECT_EQ(refusal([](auto& e) { e.phone = std::string{"06\0", 3}; }), (Error{ErrorCode::wrong_type, "phone"}));
  EXPECT_EQ(refusal([](auto& e) { e.bsn = "123456789"; }), (Error{ErrorCode::bad_bsn, "bsn"}));
  EXPECT_EQ(refusal([](auto& e) { e.iban = "NL00ABNA0417164300"; }), (Error{ErrorCode::bad_iban, "iban"}));
  EXPECT_EQ(refusal([](auto& e) { e.birth_date = Date{188y / 2 / 1}; }).code, ErrorCode::out_of_range);
}

TEST_P(PersonTest, LeavesTheTransactionAsItWasWhenRefused) {
  PersonEntry bad = anna();
  bad.bsn = "1";
  ASSERT_FALSE(put_person(write(), bad));
  EXPECT_EQ(must(put_person(write(), anna())).change, Change::created);
  EXPECT_TRUE(write().commit());
}

TEST_P(PersonTest, TakesAnotherNumberThatIsFree) {
  const PersonId a = person("1001", "Anna", "Wit");
  person("1002", "Bram", "Smit");
  EXPECT_EQ(renumber_person(write(), a, "1002").error().code, ErrorCode::personnel_number_taken);
  ASSERT_TRUE(renumber_person(write(), a, "9001"));
  EXPECT_EQ(must(person_numbered(write(), "9001")), a);
  EXPECT_THAT(listed({.as_of = kStart, .text = "9001", .whom = Whom::ever}), ElementsAre("Anna Wit"));
  EXPECT_THAT(listed({.as_of = kStart, .text = "1001", .whom = Whom::ever}), IsEmpty());
}

TEST_P(PersonTest, GoesWithAllThatWasTheirsWhenTakenBack) {
  const UnitId ward = unit("A");
  const PersonId a = person("1001", "Anna", "Wit");
  hire(a, ward);
  manage(a, ward);
  ASSERT_TRUE(remove_person(write(), a));
  EXPECT_EQ(people::person(write(), a).error().code, ErrorCode::unknown_person);
  EXPECT_EQ(remove_person(write(), a).error().code, ErrorCode::unknown_person);
  for (const char* table : {"person", "person_word", "contract", "contract_terms", "person_role"}) {
    EXPECT_EQ(must(write().first<int>(std::string{"select count(*) from "} + table)), 0) << table;
  }
}

}  // namespace
}  // namespace collega::people
