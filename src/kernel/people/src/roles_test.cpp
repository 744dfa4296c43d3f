#include "collega/people/roles.h"

#include "office_test.h"

namespace collega::people {
namespace {

class RolesTest : public OfficeTest {
 protected:
  // care, led by Karin; under it ward, led by Wim with Dora as deputy; Anna works in ward.
  RolesTest()
      : care_(unit("care")),
        ward_(unit("ward", care_)),
        karin_(person("1", "Karin", "Blom")),
        wim_(person("2", "Wim", "Bos")),
        dora_(person("3", "Dora", "Dijk")),
        anna_(person("4", "Anna", "Wit")) {
    hire(karin_, care_);
    for (const PersonId id : {wim_, dora_, anna_}) hire(id, ward_);
    manage(karin_, care_);
    wims_ = manage(wim_, ward_);
    manage(dora_, ward_, kStart, {}, PersonRole::deputy_manager);
  }
  std::vector<PersonId> managers(PersonId of, Date day = kStart) {
    return people_of(must(managers_of(write(), of, day)));
  }
  std::vector<PersonId> managers(UnitId of, Date day = kStart) {
    return people_of(must(managers_of(write(), of, day)));
  }
  bool leads(PersonId leader, PersonId person, Date day = kStart) {
    return must(leads_on(write(), leader, person, day));
  }

  UnitId care_, ward_;
  PersonId karin_, wim_, dora_, anna_;
  AssignmentId wims_;
};
COLLEGA_ON_EVERY_STORE(RolesTest);

TEST_P(RolesTest, ManagersAreFoundUpTheTree) {
  EXPECT_THAT(managers(ward_), ElementsAre(wim_));
  ASSERT_TRUE(end_role(write(), wims_, 2023y / 1 / 1));
  EXPECT_THAT(managers(ward_, 2022y / 12 / 31), ElementsAre(wim_));
  EXPECT_THAT(managers(ward_, 2023y / 1 / 1), ElementsAre(dora_));
  EXPECT_THAT(managers(unit("ward-1", ward_)), ElementsAre(wim_));
  EXPECT_THAT(managers(unit("board")), IsEmpty());
}

TEST_P(RolesTest, NobodyIsTheirOwnManager) {
  EXPECT_THAT(managers(anna_), ElementsAre(wim_));
  EXPECT_THAT(managers(dora_), ElementsAre(wim_));
  EXPECT_THAT(managers(wim_), ElementsAre(karin_));
  EXPECT_THAT(managers(karin_), IsEmpty());
}

TEST_P(RolesTest, LeadingReachesDownTheTreeAndNotUpOrAside) {
  EXPECT_TRUE(leads(wim_, anna_));
  EXPECT_TRUE(leads(dora_, anna_));
  EXPECT_TRUE(leads(karin_, anna_));
  EXPECT_TRUE(leads(karin_, wim_));
  EXPECT_TRUE(leads(wim_, dora_));
  EXPECT_FALSE(leads(dora_, wim_));
  EXPECT_FALSE(leads(wim_, wim_));
  EXPECT_FALSE(leads(wim_, karin_));
  EXPECT_FALSE(leads(anna_, wim_));
}

TEST_P(RolesTest, AManagerChangesOnADay) {
  const Date day = 2024y / 2 / 29;
  EXPECT_EQ(must(hand_over_role(write(), {.id = {}, .person = anna_, .of_unit = ward_, .begin = day})).change,
            Change::created);
  EXPECT_TRUE(leads(wim_, anna_, 2024y / 2 / 28));
  EXPECT_FALSE(leads(wim_, anna_, day));
  EXPECT_TRUE(leads(anna_, wim_, day));
  EXPECT_THAT(must(units_led_by(write(), wim_, day)), IsEmpty());
  EXPECT_THAT(must(units_led_by(write(), anna_, day)), ElementsAre(ward_));
  EXPECT_EQ(must(hand_over_role(write(), {.id = {}, .person = anna_, .of_unit = ward_, .begin = 2025y / 1 / 1})).change,
            Change::same);
}

TEST_P(RolesTest, LeadingEndsWhenTheUnitMovesAway) {
  must(put_unit(write(), {.code = "ward", .name = "Ward", .parent = unit("other")}, 2023y / 1 / 1));
  EXPECT_TRUE(leads(karin_, anna_, 2022y / 12 / 31));
  EXPECT_FALSE(leads(karin_, anna_, 2023y / 1 / 1));
  EXPECT_THAT(must(units_led_by(write(), karin_, 2022y / 12 / 31)), UnorderedElementsAre(care_, ward_));
  EXPECT_THAT(must(units_led_by(write(), karin_, 2023y / 1 / 1)), ElementsAre(care_));
}

TEST_P(RolesTest, LeadingEndsWithThePersonsContract) {
  const PersonId temp = person("9", "Tess", "Vos");
  hire(temp, ward_, kStart, Date{2020y / 3 / 1});
  EXPECT_TRUE(leads(wim_, temp, 2020y / 2 / 29));
  EXPECT_FALSE(leads(wim_, temp, 2020y / 3 / 1));
}

TEST_P(RolesTest, AManagerNamedForAPersonGoesFirst) {
  must(assign_role(
      write(), {.id = {}, .person = dora_, .role = PersonRole::manager, .of_person = anna_, .begin = 2021y / 1 / 1}));
  EXPECT_THAT(managers(anna_, 2020y / 12 / 31), ElementsAre(wim_));
  EXPECT_THAT(managers(anna_, 2021y / 1 / 1), ElementsAre(dora_));
}

TEST_P(RolesTest, ABuddyLeadsNobody) {
  const PersonId pim = person("8", "Pim", "Kok");
  must(assign_role(write(), {.id = {}, .person = pim, .role = PersonRole::buddy, .of_person = anna_, .begin = kStart}));
  EXPECT_FALSE(leads(pim, anna_));
  EXPECT_THAT(managers(anna_), ElementsAre(wim_));
  EXPECT_EQ(must(roles_for(write(), anna_)).front().person, pim);
  EXPECT_EQ(must(roles_of(write(), pim)).front().of_person, anna_);
}

TEST_P(RolesTest, WithTwoContractsThereAreTwoManagers) {
  const UnitId lab = unit("lab");
  const PersonId loes = person("7", "Loes", "Ali");
  manage(loes, lab);
  hire(anna_, lab, kStart, {}, "2", 8);
  EXPECT_THAT(managers(anna_), ElementsAre(wim_, loes));
  EXPECT_TRUE(leads(loes, anna_));
}

TEST_P(RolesTest, AreRefusedWithAReason) {
  const auto refusal = [&](const Assignment& assignment) { return assign_role(write(), assignment).error(); };
  const Assignment again{.id = {}, .person = wim_, .role = PersonRole::manager, .of_unit = ward_, .begin = kStart};
  EXPECT_EQ(must(assign_role(write(), again)), (Put<AssignmentId>{wims_, Change::same}));
  Assignment wrong = again;
  wrong.begin = 2021y / 1 / 1;
  EXPECT_EQ(refusal(wrong), (Error{ErrorCode::role_overlaps, "2020-01-01"}));
  wrong = again;
  wrong.of_person = anna_;
  EXPECT_EQ(refusal(wrong).code, ErrorCode::missing_member);
  wrong = again;
  wrong.of_unit = std::nullopt;
  EXPECT_EQ(refusal(wrong).code, ErrorCode::missing_member);
  wrong.of_person = wim_;
  EXPECT_EQ(refusal(wrong), (Error{ErrorCode::out_of_range, "of_person"}));
  wrong = again;
  wrong.of_unit = UnitId{1};
  EXPECT_EQ(refusal(wrong).code, ErrorCode::unknown_unit);
  wrong = again;
  wrong.person = PersonId{1};
  EXPECT_EQ(refusal(wrong).code, ErrorCode::unknown_person);
  wrong = again;
  wrong.end = kStart;
  EXPECT_EQ(refusal(wrong).code, ErrorCode::end_before_begin);
  EXPECT_EQ(end_role(write(), AssignmentId{1}, kStart).error().code, ErrorCode::unknown_role);
}

}  // namespace
}  // namespace collega::people
