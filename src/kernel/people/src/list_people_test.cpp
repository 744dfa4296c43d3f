#include "office_test.h"

namespace collega::people {
namespace {

class ListPeopleTest : public OfficeTest {
 protected:
  ListPeopleTest() : care_(unit("care")), ward_(unit("ward", care_)), office_(unit("office")) {}

  /// More people than are read in one go, in one unit.
  void hire_crowd(UnitId where, int count) {
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(10'000 + i);
      hire(person(number, "Gast", "Q" + number), where);
    }
  }

  UnitId care_, ward_, office_;
};
COLLEGA_ON_EVERY_STORE(ListPeopleTest);

TEST_P(ListPeopleTest, GoesByNameAndShowsTheWorkOfThatDay) {
  const PersonId wim = person("2", "Wim", "Bos");
  const PersonId anna = person("1", "Anna", "Wit", "de");
  hire(wim, care_);
  manage(wim, care_);
  hire(anna, ward_, 2021y / 1 / 1, Date{2022y / 1 / 1}, "1", 24);
  const PeoplePage page = must(list_people(write(), {.as_of = 2021y / 12 / 31}));
  ASSERT_EQ(page.rows.size(), 2U);
  EXPECT_EQ(page.next, std::nullopt);
  const PersonRow& row = page.rows[1];
  EXPECT_EQ(row.person, anna);
  EXPECT_EQ(row.personnel_number, "1");
  ASSERT_TRUE(row.job);
  EXPECT_EQ(row.job->terms.minutes_per_week, 24 * 60);
  EXPECT_EQ(row.job->unit_name, "Team ward");
  EXPECT_EQ(row.job->begin, Date{2021y / 1 / 1});
  EXPECT_EQ(row.job->end, Date{2022y / 1 / 1});
  EXPECT_THAT(people_of(row.managers), ElementsAre(wim));
  EXPECT_THAT(page.rows[0].managers, IsEmpty());
  EXPECT_THAT(listed({.as_of = 2022y / 1 / 1}), ElementsAre("Wim Bos"));
}

TEST_P(ListPeopleTest, KeepsToTheUnitsThatAreAskedFor) {
  hire(person("1", "Anna", "Wit"), ward_);
  hire(person("2", "Wim", "Bos"), care_);
  hire(person("3", "Olga", "Kok"), office_);
  EXPECT_THAT(listed({.as_of = kStart, .units = {{care_}}}), ElementsAre("Wim Bos", "Anna Wit"));
  EXPECT_THAT(listed({.as_of = kStart, .units = {{care_}}, .reach = Reach::exactly}), ElementsAre("Wim Bos"));
  EXPECT_THAT(listed({.as_of = kStart, .units = {{office_, ward_}}}), ElementsAre("Olga Kok", "Anna Wit"));
}

TEST_P(ListPeopleTest, IsEmptyForWhoLeadsNoUnit) {
  hire(person("1", "Anna", "Wit"), ward_);
  EXPECT_THAT(listed({.as_of = kStart, .units = std::vector<UnitId>{}}), IsEmpty());
  EXPECT_THAT(listed({.as_of = kStart, .units = std::vector<UnitId>{}, .whom = Whom::ever}), IsEmpty());
}

TEST_P(ListPeopleTest, FollowsAMoveOnItsDay) {
  const PersonId anna = person("1", "Anna", "Wit");
  hire(anna, ward_);
  must(put_contract(write(), {.person = anna, .employment_number = "1", .begin = kStart}, terms(office_),
                    2024y / 2 / 29));
  EXPECT_THAT(listed({.as_of = 2024y / 2 / 28, .units = {{ward_}}}), ElementsAre("Anna Wit"));
  EXPECT_THAT(listed({.as_of = 2024y / 2 / 29, .units = {{ward_}}}), IsEmpty());
  EXPECT_THAT(listed({.as_of = 2024y / 2 / 29, .units = {{office_}}}), ElementsAre("Anna Wit"));
}

TEST_P(ListPeopleTest, NamesWhoHasTwoContractsOnceWithTheLargerJobThere) {
  const PersonId anna = person("1", "Anna", "Wit");
  hire(anna, ward_, kStart, {}, "1", 12);
  hire(anna, office_, kStart, {}, "2", 20);
  const auto hours_in = [&](std::optional<std::vector<UnitId>> units) {
    const PeoplePage page = must(list_people(write(), {.as_of = kStart, .units = std::move(units)}));
    return page.rows.size() == 1 ? page.rows[0].job->terms.minutes_per_week / 60 : -1;
  };
  EXPECT_EQ(hours_in(std::nullopt), 20);
  EXPECT_EQ(hours_in({{ward_}}), 12);
  EXPECT_EQ(hours_in({{ward_, office_}}), 20);
}

TEST_P(ListPeopleTest, FindsByTheBeginsOfWordsWithoutAccents) {
  hire(person("1001", "Zoë", "Wit", "de"), ward_);
  hire(person("1002", "Zara", "Bos"), ward_);
  EXPECT_THAT(listed({.as_of = kStart, .text = "zoe w"}), ElementsAre("Zoë de Wit"));
  EXPECT_THAT(listed({.as_of = kStart, .text = "Z"}), ElementsAre("Zara Bos", "Zoë de Wit"));
  EXPECT_THAT(listed({.as_of = kStart, .text = "1002"}), ElementsAre("Zara Bos"));
  EXPECT_THAT(listed({.as_of = kStart, .text = "it"}), IsEmpty());
  EXPECT_THAT(listed({.as_of = kStart, .units = {{office_}}, .text = "zoe"}), IsEmpty());
}

TEST_P(ListPeopleTest, NamesWhoLeftOrIsToComeOnlyWhenAsked) {
  hire(person("1", "Anna", "Wit"), ward_, kStart, Date{2021y / 1 / 1});
  hire(person("2", "Bram", "Bos"), ward_, 2030y / 1 / 1);
  person("3", "Cor", "Kok");
  const Date day = 2024y / 1 / 1;
  EXPECT_THAT(listed({.as_of = day}), IsEmpty());
  EXPECT_THAT(listed({.as_of = day, .whom = Whom::ever}), ElementsAre("Bram Bos", "Cor Kok", "Anna Wit"));
  EXPECT_THAT(listed({.as_of = day, .units = {{ward_}}, .whom = Whom::ever}), ElementsAre("Bram Bos", "Anna Wit"));
  EXPECT_THAT(listed({.as_of = day, .text = "cor", .whom = Whom::ever}), ElementsAre("Cor Kok"));
}

TEST_P(ListPeopleTest, GivesEveryPersonOnceOverItsPages) {
  for (int i = 0; i < 23; ++i) hire(person(std::to_string(i), "Jan", i % 2 == 0 ? "Jansen" : "Smit"), ward_);
  PeopleQuery query{.as_of = kStart, .units = {{care_}}, .limit = 5};
  std::vector<PersonId> seen;
  for (;;) {
    const PeoplePage page = must(list_people(write(), query));
    for (const PersonRow& row : page.rows) seen.push_back(row.person);
    if (!page.next) break;
    query.after = page.next;
  }
  EXPECT_EQ(seen.size(), 23U);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

TEST_P(ListPeopleTest, SaysTheSameWhicheverWayItFindsThem) {
  hire_crowd(care_, 2'100);  // more than a few: read by name
  hire(person("1", "Anna", "Wit"), ward_);
  hire(person("2", "Anna", "Bos"), care_);
  hire(person("3", "Gerda", "Zee"), office_);
  const auto first = [&](PeopleQuery query) {
    query.as_of = kStart;
    query.limit = 1;
    return listed(query);
  };
  EXPECT_THAT(first({.units = {{care_}}}), ElementsAre("Anna Bos"));
  EXPECT_THAT(first({.units = {{ward_}}}), ElementsAre("Anna Wit"));
  EXPECT_THAT(first({.text = "g z"}), ElementsAre("Gerda Zee"));
  EXPECT_THAT(first({.units = {{care_}}, .text = "g"}), ElementsAre("Gast Q10000"));
  EXPECT_THAT(first({.text = "g", .whom = Whom::ever}), ElementsAre("Gast Q10000"));
  EXPECT_THAT(first({.units = {{care_}}, .after = must(person_numbered(write(), "12099"))}), ElementsAre("Anna Wit"));
  EXPECT_THAT(first({.whom = Whom::ever, .after = must(person_numbered(write(), "1"))}), ElementsAre("Gerda Zee"));
}

TEST_P(ListPeopleTest, SortsAgainUnderANewName) {
  hire(person("1", "Anna", "Wit"), ward_);
  hire(person("2", "Bram", "Bos"), ward_);
  person("1", "Anna", "Aal");
  EXPECT_THAT(listed({.as_of = kStart}), ElementsAre("Anna Aal", "Bram Bos"));
  EXPECT_THAT(listed({.as_of = kStart, .text = "wit"}), IsEmpty());
  EXPECT_THAT(listed({.as_of = kStart, .text = "aal"}), ElementsAre("Anna Aal"));
}

TEST_P(ListPeopleTest, RefusesAPageOfNothingAndAPlaceThatIsNot) {
  EXPECT_EQ(list_people(write(), {.as_of = kStart, .limit = 0}).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(list_people(write(), {.as_of = kStart, .limit = kLargestPage + 1}).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(list_people(write(), {.as_of = kStart, .after = PersonId{1}}).error().code, ErrorCode::unknown_person);
}

TEST_P(ListPeopleTest, ShowsOnePersonWithAllTheirWork) {
  const PersonId anna = person("1", "Anna", "Wit");
  hire(anna, ward_, kStart, {}, "1", 12);
  hire(anna, office_, kStart, {}, "2", 20);
  const PersonAsOf read = must(person_as_of(write(), anna, kStart));
  EXPECT_EQ(read.person.id, anna);
  ASSERT_EQ(read.jobs.size(), 2U);
  EXPECT_EQ(read.jobs[0].employment_number, "2");
  EXPECT_THAT(must(person_as_of(write(), anna, 2019y / 1 / 1)).jobs, IsEmpty());
  EXPECT_EQ(person_as_of(write(), PersonId{1}, kStart).error().code, ErrorCode::unknown_person);
  EXPECT_EQ(from_json<PersonAsOf>(to_json(read)).value(), read);
}

}  // namespace
}  // namespace collega::people
