// The right to see and to be forgotten reaches every paper.

#include "collega/people/holdings.h"

#include "collega/people/retention.h"
#include "library_test_support.h"

namespace collega::library {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class HoldingsTest : public LibraryTest {
 protected:
  static std::vector<people::Holding> all_holdings() {
    std::vector<people::Holding> all = holdings();
    for (people::Holding& holding : people::holdings()) all.push_back(std::move(holding));
    return all;
  }
  JsonObject everything_of(people::PersonId person) {
    return read([&](auto& reading) { return people::everything_of(reading, person, all_holdings()); }).value();
  }
  people::Erasure erase(people::PersonId person, Date day, people::Ground ground) {
    return written([&](store::WriteTransaction& write) {
             return people::erase_person(write, person, all_holdings(), day, ground);
           })
        .value();
  }
  void leave(people::PersonId person, Date end) {
    ASSERT_TRUE(written([&](store::WriteTransaction& write) -> Result<Done> {
      const auto contracts = TRY(people::contracts_of(write, person));
      return people::end_contract(write, contracts.at(0).id, end);
    }));
  }
};
COLLEGA_ON_EVERY_STORE(HoldingsTest);

TEST_P(HoldingsTest, ShowAPaperWithItsDaysAndFiles) {
  const Organisation o = settle();
  add_from(add_contract_of(o.anna), 2024y / 3 / 1);
  const Json papers = everything_of(o.anna).at("library.personnel_file");
  const Json& item = papers.at("items").at(0);
  EXPECT_EQ(item.at("title"), Json("Arbeidsovereenkomst"));
  EXPECT_EQ(item.at("versions").at(0).at("file_name"), Json("regeling.pdf"));
  EXPECT_EQ(item.at("versions").at(0).at("begin"), Json("2024-03-01"));
}

TEST_P(HoldingsTest, ShowNothingOfAnybodyElse) {
  const Organisation o = settle();
  const DocumentId paper = add_contract_of(o.anna);
  let_read(paper, {only(o.carla)});
  const JsonObject of_carla = everything_of(o.carla);
  EXPECT_FALSE(of_carla.contains("library.personnel_file"));
  EXPECT_EQ(of_carla.at("library.reader").at("items").at(0).as_object().count("title"), 0u);  // it is about another
}

TEST_P(HoldingsTest, LeaveNothingOfAPersonWhoIsErased) {
  const Organisation o = settle();
  const DocumentId paper =
      add({"Vaststellingsovereenkomst", DocumentKind::personnel, "nl", "personnel_file", {}, o.anna});
  add_from(paper, 2020y / 3 / 1, {}, "contract van Anna");
  const DocumentId plan = add_handbook("Reorganisatieplan");
  add_from(plan, kStart, {}, "plan");
  let_read(plan, {only(o.anna)});
  leave(o.anna, 2021y / 1 / 1);
  EXPECT_THAT(files_with("Vaststellingsovereenkomst"), Not(IsEmpty()));
  erase(o.anna, kToday, people::Ground::clock);
  EXPECT_EQ(count("library_document"), 1);
  EXPECT_EQ(count("library_reader"), 0);
  EXPECT_EQ(count("blob"), 1);
  EXPECT_THAT(files_with("Vaststellingsovereenkomst"), IsEmpty());
}

TEST_P(HoldingsTest, KeepWhatTheLawWantsKept) {
  const Organisation o = settle();
  add_contract_of(o.anna);
  const DocumentId statement = add({"Opgaaf loonheffing", DocumentKind::personnel, "nl", "wage_tax", {}, o.anna});
  leave(o.anna, 2026y / 9 / 1);
  erase(o.anna, kToday, people::Ground::request);
  EXPECT_EQ(count("library_document"), 1);
  EXPECT_TRUE(read([&](auto& reading) { return document(reading, statement); }));
}

TEST_P(HoldingsTest, EraseOnlyOnce) {
  const Organisation o = settle();
  add_contract_of(o.anna);
  const people::Holding papers = holdings().at(0);
  const auto erased = [&] {
    return written([&](store::WriteTransaction& write) { return papers.erase(write, o.anna); }).value();
  };
  EXPECT_EQ(erased(), 1);
  EXPECT_EQ(erased(), 0);
}

}  // namespace
}  // namespace collega::library
