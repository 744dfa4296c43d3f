// Finding documents: by title, kind, unit, person and day, a page at a time.

#include "library_test_support.h"

namespace collega::library {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ListTest : public LibraryTest {
 protected:
  DocumentId add_for_everybody(const NewDocument& document) {
    const DocumentId id = add(document);
    let_read(id, {everybody()});
    return id;
  }
  DocumentId add_for_everybody(const std::string& title) {
    return add_for_everybody({title, DocumentKind::handbook, "nl"});
  }

  Result<DocumentPage> page(const DocumentQuery& query) {
    return read([&](auto& reading) { return list(reading, asker({}, {identity::Role::employee}), query); });
  }
  static std::vector<std::string> titles_in(const DocumentPage& page) {
    std::vector<std::string> titles;
    for (const DocumentRow& row : page.rows) titles.push_back(row.document.entry.title);
    return titles;
  }
  std::vector<std::string> titles(const DocumentQuery& query) { return titles_in(page(query).value()); }
};
COLLEGA_ON_EVERY_STORE(ListTest);

TEST_P(ListTest, IsByTitleWhateverItsCaseAndAccents) {
  for (const char* title : {"Ziekte", "éénmalige uitkering", "Arbo", "eigen risico"}) add_for_everybody(title);
  EXPECT_THAT(titles({}), ElementsAre("Arbo", "éénmalige uitkering", "eigen risico", "Ziekte"));
}

TEST_P(ListTest, GoesOnBehindThePageBefore) {
  for (const char* title : {"Arbo", "Verlof", "Verlof", "Ziekte"}) add_for_everybody(title);
  const DocumentPage first = page({.limit = 2}).value();
  EXPECT_THAT(titles_in(first), ElementsAre("Arbo", "Verlof"));
  const DocumentPage second = page({.after = first.next, .limit = 2}).value();
  EXPECT_THAT(titles_in(second), ElementsAre("Verlof", "Ziekte"));
  EXPECT_EQ(second.next, std::nullopt);
}

TEST_P(ListTest, FillsItsPagesWithWhatMayBeRead) {
  for (int i = 0; i < 20; ++i) add({"Geheim " + std::to_string(i), DocumentKind::policy, "nl"});
  add_for_everybody("Verlof");
  add_for_everybody("Ziekte");
  EXPECT_THAT(titles({.limit = 2}), ElementsAre("Verlof", "Ziekte"));
}

TEST_P(ListTest, FindsEachWordAnywhereInTheTitle) {
  add_for_everybody("Reiskosten en verblijf");
  add_for_everybody("Zakenreis naar het buitenland");
  add_for_everybody("Korting 100%");
  EXPECT_THAT(titles({.text = "REIS"}), ElementsAre("Reiskosten en verblijf", "Zakenreis naar het buitenland"));
  EXPECT_THAT(titles({.text = "verblijf  kosten"}), ElementsAre("Reiskosten en verblijf"));
  EXPECT_THAT(titles({.text = "100%"}), ElementsAre("Korting 100%"));
  EXPECT_THAT(titles({.text = "_"}), IsEmpty());
}

TEST_P(ListTest, IsOfOneKindOrOneUnitWithThoseUnderIt) {
  const Organisation o = settle();
  add_for_everybody({"Nachtprotocol", DocumentKind::policy, "nl", {}, o.nacht});
  add_for_everybody({"Zorgvisie", DocumentKind::handbook, "nl", {}, o.zorg});
  add_for_everybody({"Gereedschap", DocumentKind::policy, "nl", {}, o.techniek});
  EXPECT_THAT(titles({.kind = DocumentKind::policy}), ElementsAre("Gereedschap", "Nachtprotocol"));
  EXPECT_THAT(titles({.unit = o.zorg}), ElementsAre("Nachtprotocol", "Zorgvisie"));
}

TEST_P(ListTest, ShowsTheVersionOfTodayAndAlsoWhatHasNone) {
  const DocumentId waiting = add_for_everybody("Nieuwe cao");
  add_from(waiting, 2027y / 1 / 1);
  const DocumentId running = add_for_everybody("Oude cao");
  add_from(running, 2025y / 1 / 1);
  const VersionId now = add_from(running, 2026y / 1 / 1);
  const DocumentPage all = page({}).value();
  ASSERT_THAT(titles_in(all), ElementsAre("Nieuwe cao", "Oude cao"));
  EXPECT_EQ(all.rows[0].version, std::nullopt);
  EXPECT_EQ(all.rows[1].version->id, now);
}

TEST_P(ListTest, OfADayHoldsOnlyWhatWasInForceThatDay) {
  const DocumentId cao = add_for_everybody("Cao");
  add_from(cao, 2025y / 1 / 1, 2026y / 1 / 1);
  add_from(cao, 2026y / 3 / 1);
  add_for_everybody("Zonder versie");
  EXPECT_THAT(titles({.as_of = 2024y / 12 / 31}), IsEmpty());
  EXPECT_EQ(page({.as_of = 2025y / 12 / 31}).value().rows.at(0).version->number, 1);
  EXPECT_THAT(titles({.as_of = 2026y / 1 / 1}), IsEmpty());
  EXPECT_EQ(page({.as_of = 2026y / 3 / 1}).value().rows.at(0).version->number, 2);
}

TEST_P(ListTest, HoldsPapersAboutAPersonOnlyWhenThatPersonIsAsked) {
  const Organisation o = settle();
  add_contract_of(o.anna);
  const auto listed = [&](const DocumentQuery& query) {
    return titles_in(read([&](auto& reading) { return list(reading, employee(o.anna), query); }).value());
  };
  EXPECT_THAT(listed({}), IsEmpty());
  EXPECT_THAT(listed({.person = o.anna}), ElementsAre("Arbeidsovereenkomst"));
}

TEST_P(ListTest, OfLastYearStillShowsOnlyWhatMayBeReadToday) {
  const Organisation o = settle();
  const DocumentId protocol = add_handbook("Medicatieprotocol");
  add_from(protocol, kStart);
  let_read(protocol, {who_is_in(o.zorg)});
  ASSERT_TRUE(written([&](store::WriteTransaction& write) {
    return people::put_contract(write, {o.anna, "1", people::ContractKind::permanent, kStart},
                                {.minutes_per_week = 1440, .function = "monteur", .unit = o.techniek}, 2026y / 6 / 1);
  }));
  const auto listed = read([&](auto& reading) { return list(reading, employee(o.anna), {.as_of = 2025y / 6 / 1}); });
  EXPECT_THAT(listed.value().rows, IsEmpty());
}

TEST_P(ListTest, RefusesAPageThatIsTooLongAndACursorThatIsNone) {
  EXPECT_EQ(page({.limit = kLargestPage + 1}).error(), (Error{ErrorCode::out_of_range, "limit"}));
  EXPECT_EQ(page({.limit = 0}).error(), (Error{ErrorCode::out_of_range, "limit"}));
  EXPECT_EQ(page({.after = DocumentId{9}}).error().code, ErrorCode::unknown_document);
}

}  // namespace
}  // namespace collega::library
