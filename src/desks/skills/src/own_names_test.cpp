// The organisation's own names, through the operations that everybody uses.

#include "desk_test_support.h"
#include "texts.h"

namespace collega::skills_desk {
namespace {

using namespace testing_support;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class OwnNames : public DeskTest {
 protected:
  Json put(const JsonObject& entry) { return done(adviser(), "skills.put_own_name", entry); }
  Json synonym(const std::string& text, const std::string& means = "skill/wound-care") {
    return put({{"kind", "synonym"}, {"concept", means}, {"text", text}});
  }
  std::vector<std::string> found(const std::string& text) {
    return texts_in(done(anna(), "skills.search", {{"text", text}}).at("concepts"), "concept");
  }
  std::vector<std::string> names() { return texts_in(done(anna(), "skills.own_names", {}).at("names"), "name"); }
  Json changes() { return done(adviser(), "skills.own_changes", {}).at("changes"); }
  Json import(const std::string& csv, const char* operation = "skills.import_own_table") {
    return done(adviser(), operation, {{"file", file("namen.csv", csv)}});
  }
};

TEST_P(OwnNames, ASynonymIsFoundFromTheMomentItIsSaved) {
  EXPECT_THAT(found("pleisterwerk"), IsEmpty());
  EXPECT_EQ(synonym("pleisterwerk").at("saved"), true);
  EXPECT_THAT(found("pleisterwerk"), ElementsAre("skill/wound-care"));
  const Json concept_ = done(anna(), "skills.concept", {{"concept", "skill/wound-care"}});
  EXPECT_THAT(text(concept_, "taxonomy"), HasSubstr("own 1"));
}

TEST_P(OwnNames, AnOwnSkillHasAPlaceAmongTheOthers) {
  const Json put_ = put({{"kind", "skill"},
                         {"nl", " Wijkregie voeren "},
                         {"also_nl", {"wijkregisseur zijn", " "}},
                         {"broader", {"skill/wound-care"}}});
  EXPECT_EQ(text(put_, "concept"), "skill/own-wijkregie-voeren");
  const Json shown = done(anna(), "skills.concept", {{"concept", "skill/own-wijkregie-voeren"}});
  EXPECT_EQ(text(shown, "nl"), "Wijkregie voeren");
  EXPECT_EQ(text(shown, "en"), "Wijkregie voeren");
  EXPECT_THAT(shown.at("also_nl").as_array(), SizeIs(1));
  EXPECT_EQ(text(shown.at("linked").at(0), "relation"), "broader");
  EXPECT_THAT(texts_in(done(anna(), "skills.search", {{"own", true}}).at("concepts"), "concept"),
              ElementsAre("skill/own-wijkregie-voeren"));
}

TEST_P(OwnNames, WhatMeansSomethingElseIsToldAndNotSaved) {
  const Json refused = synonym("palliatieve zorg");
  EXPECT_EQ(refused.at("saved"), false);
  EXPECT_EQ(std::string{refused.at("troubles").at(0).as_string()},
            "Zo heet al iets anders: “palliatieve zorg” is een naam van palliatieve zorg. Kies een andere naam, of zeg "
            "dat hij beide mag betekenen.");
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_THAT(changes().as_array(), IsEmpty());
  EXPECT_EQ(put({{"kind", "synonym"}, {"concept", "skill/wound-care"}, {"text", "palliatieve zorg"}, {"shared", true}})
                .at("saved"),
            true);
}

TEST_P(OwnNames, ANameDoesNotTurnItsNeighboursAround) {
  put({{"kind", "skill"}, {"nl", "\u202Etsnuk\u202C kunst"}});
  EXPECT_THAT(names(), ElementsAre("tsnuk kunst"));
}

TEST_P(OwnNames, WhatOthersLeanOnStays) {
  const Json first = put({{"kind", "skill"}, {"nl", "eerste kunst"}});
  put({{"kind", "skill"}, {"nl", "tweede kunst"}, {"broader", {first.at("concept")}}});
  const Json refused = done(adviser(), "skills.remove_own_name", {{"entry", first.at("entry")}});
  EXPECT_EQ(refused.at("saved"), false);
  EXPECT_THAT(std::string{refused.at("troubles").at(0).as_string()}, HasSubstr("tweede kunst"));
  EXPECT_THAT(names(), ElementsAre("eerste kunst", "tweede kunst"));
}

TEST_P(OwnNames, EveryChangeIsKeptAndCanBeTakenBack) {
  const Json put_ = synonym("pleisterwerk");
  put({{"entry", put_.at("entry")},
       {"kind", "synonym"},
       {"concept", "skill/wound-care"},
       {"text", "pleisters plakken"}});
  const Json listed = changes();
  ASSERT_THAT(listed.as_array(), SizeIs(2));
  EXPECT_EQ(text(listed.at(0), "kind"), "changed");
  EXPECT_THAT(text(listed.at(0), "before"), HasSubstr("pleisterwerk = wondzorg"));
  EXPECT_EQ(text(listed.at(0), "by"), "olga");
  EXPECT_EQ(done(adviser(), "skills.take_back", {{"change", listed.at(1).at("change")}}).at("taken_back"), false)
      << "it was changed since";
  EXPECT_EQ(done(adviser(), "skills.take_back", {{"change", listed.at(0).at("change")}}).at("taken_back"), true);
  EXPECT_THAT(names(), ElementsAre("pleisterwerk"));
  EXPECT_EQ(changes().at(1).at("taken_back"), true);
  EXPECT_EQ(changes().at(0).at("takes_back"), true);
}

TEST_P(OwnNames, AreForWhoLooksAfterThem) {
  EXPECT_EQ(code(anna(), "skills.put_own_name", {{"kind", "skill"}, {"nl", "kunst"}}), ErrorCode::not_allowed);
  EXPECT_EQ(code(boss(), "skills.own_changes", {}), ErrorCode::not_allowed);
}

constexpr const char* kTable =
    "soort;begrip;naam_nl;naam_en;synoniemen_nl;synoniemen_en;valt_onder;vereist;helpt\r\n"
    "vaardigheid;;Wijkregie;neighbourhood coordination;wijkregisseur zijn;;palliatieve zorg;;\r\n"
    "functie;;Wijkcoach Noord;;;;;wijkregie|skill/wound-care;\r\n"
    "synoniem;wondzorg;;;pleisterwerk|pleisters plakken;patching up;;;\r\n";

TEST_P(OwnNames, ComeInFromAFileAndGoOutAsTheyCameIn) {
  const Json checked = import(kTable, "skills.check_own_table");
  EXPECT_EQ(checked.at("added"), 5);
  EXPECT_THAT(checked.at("bad").as_array(), IsEmpty());
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(import(kTable).at("imported"), true);
  EXPECT_THAT(names(), SizeIs(5));
  const std::string out = file("uit.csv", "");
  EXPECT_EQ(done(adviser(), "skills.export_own_table", {{"file", out}}).at("rows"), 3);
  const Json again = done(adviser(), "skills.import_own_table", {{"file", out}});
  EXPECT_EQ(again.at("same"), 5);
  EXPECT_EQ(again.at("added"), 0);
  EXPECT_EQ(again.at("changed"), 0);
  const Json back =
      done(adviser(), "skills.take_back", {{"change", changes().at(0).at("change")}, {"whole_import", true}});
  EXPECT_EQ(back.at("changes"), 5);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_P(OwnNames, NothingComesInFromAFileWithALineThatIsWrong) {
  const Json bad = import(
      "kind;concept;name_nl;synonyms_nl\n"
      "skill;;eerste kunst;\n"
      "kunst;;tweede;\n"
      "synonym;is er niet;;kunstje\n"
      "synonym;wound care;;palliatieve zorg\n"
      "skill;;Eerste Kunst;\n"
      "synonym;wondzorg;;\n");
  EXPECT_EQ(bad.at("imported"), false);
  std::vector<std::int64_t> lines;
  for (const Json& one : bad.at("bad").as_array()) lines.push_back(one.at("line").to_number<std::int64_t>());
  EXPECT_THAT(lines, ElementsAre(3, 4, 5, 6, 7));
  EXPECT_EQ(text(bad.at("bad").at(2), "value"), "palliatieve zorg");
  EXPECT_THAT(names(), IsEmpty());
}

TEST_P(OwnNames, AFileWithoutTheColumnsSaysWhichAreMissing) {
  const Json bad = import("naam;omschrijving\nx;y\n");
  EXPECT_THAT(texts_in(bad.at("bad"), "column"), ElementsAre("soort", "naam_nl", "synoniemen_nl"));
}

TEST_P(OwnNames, TheCatalogueFindsByWordsOfAnyNameAndPages) {
  EXPECT_THAT(found("wound dressing"), Contains("skill/wound-care"));
  EXPECT_THAT(found("zorg wond"), Contains("skill/wound-care").Times(0));
  EXPECT_EQ(found("wondzorg").front(), "skill/wound-care");
  EXPECT_THAT(found("WÓNDZORG"), Contains("skill/wound-care"));
  const Json all = done(anna(), "skills.search", {{"kind", "skill"}, {"limit", 7}});
  EXPECT_THAT(all.at("concepts").as_array(), SizeIs(7));
  EXPECT_EQ(all.at("next"), 7);
  const Json next = done(anna(), "skills.search", {{"kind", "skill"}, {"limit", 7}, {"after", 7}});
  EXPECT_NE(all.at("concepts").at(6), next.at("concepts").at(0));
  const Json asking = done(anna(), "skills.search", {{"of", "skill/wound-care"}, {"relation", "essential_in"}});
  EXPECT_THAT(texts_in(asking.at("concepts"), "kind"), testing::Each("occupation"));
  EXPECT_EQ(code(anna(), "skills.concept", {{"concept", "skill/is-er-niet"}}), ErrorCode::unknown_value);
}

COLLEGA_ON_EVERY_STORE(OwnNames);

TEST(Texts, SayTheSameInBothLanguages) {
  EXPECT_THAT(differences(texts(Language::nl), texts(Language::en)), IsEmpty());
}

}  // namespace
}  // namespace collega::skills_desk
