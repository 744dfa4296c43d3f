#include "collega/workbench/workbench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "collega/base/utf8.h"
#include "collega/operations/run.h"
#include "read_document.h"
#include "texts.h"

namespace collega::workbench {
namespace {

const skills::MentionFinder& seed_finder() {
  static const skills::Taxonomy taxonomy = skills::seed_taxonomy().value();
  static const skills::MentionFinder finder{taxonomy};
  return finder;
}

class Workbench : public testing::Test {
 protected:
  Workbench() { std::filesystem::create_directories(folder_); }
  ~Workbench() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view content) const {
    std::ofstream{folder_ / name, std::ios::binary} << content;
    return (folder_ / name).string();
  }

  Result<Json> run(std::string_view operation, const Json& input) {
    operations::Context context;
    context.today = Date{std::chrono::year{2026} / 11 / 1};
    return operations::run_local(table_, operation, input, context);
  }

  std::filesystem::path folder_ =
      std::filesystem::path{testing::TempDir()} / testing::UnitTest::GetInstance()->current_test_info()->name();
  documents::Reader reader_;
  bool taxonomy_used_ = false;
  operations::Table table_{operations({
      .finder = [this]() -> Result<std::shared_ptr<const skills::MentionFinder>> {
        taxonomy_used_ = true;
        return std::shared_ptr<const skills::MentionFinder>{std::shared_ptr<void>{}, &seed_finder()};
      },
      .linker = []() -> Result<const skills::Linker*> {
        static const skills::Linker linker{seed_finder().taxonomy(), false};
        return &linker;
      },
      .reader = [this]() -> documents::Reader& { return reader_; },
  })};
};

constexpr std::string_view kLetter =
    "# Motivatiebrief\n\nBeste mevrouw Günther, ik werk al vijf jaar met veel plezier in de wijkzorg en dat is wat ik "
    "graag blijf doen.\n\n"
    "- BIG-registratie\n- Rijbewijs B\n";

TEST_F(Workbench, ReadsADocumentWithItsPartsInPlace) {
  const Json answer = run("documents.read", JsonObject{{"path", file("brief.md", kLetter)}}).value();
  EXPECT_EQ(answer.at("language").as_string(), "nl");
  EXPECT_EQ(answer.at("title").as_string(), "Motivatiebrief");
  EXPECT_EQ(answer.at("format").as_string(), "markdown");
  EXPECT_TRUE(answer.at("pages").at(0).at("number").is_null());
  EXPECT_EQ(answer.at("pages").at(0).at("text"), answer.at("text"));
}

TEST_F(Workbench, CountsPlacesInCodePoints) {
  const Json answer = run("documents.read", JsonObject{{"path", file("brief.md", kLetter)}}).value();
  const std::string text{answer.at("text").as_string()};
  const Json& item = answer.at("blocks").as_array().back();
  EXPECT_EQ(item.at("kind").as_string(), "list_item");
  const Span place{item.at("start").to_number<std::size_t>(), item.at("end").to_number<std::size_t>()};
  EXPECT_EQ(CodePointIndex{text}.to_bytes(place).of(text), "Rijbewijs B");
}

TEST_F(Workbench, SaysWhichFileIsNotThere) {
  EXPECT_EQ(run("documents.read", {{"path", "er/is/geen/cv.pdf"}}).error().code, ErrorCode::file_not_found);
}

TEST_F(Workbench, DoesNotLoadTheTaxonomyToReadADocument) {
  (void)run("documents.read", JsonObject{{"path", file("brief.md", kLetter)}});
  EXPECT_FALSE(taxonomy_used_);
}

TEST_F(Workbench, FindsSkillsInOrderOfPlace) {
  const std::string text = "Als één van de besten in wondzorg. Ik heb geen rijbewijs B.";
  const Json answer = run("skills.extract", JsonObject{{"text", text}}).value();
  const JsonArray& found = answer.at("skills").as_array();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].at("kind").as_string(), "skill");
  EXPECT_EQ(found[0].at("start"), 25);
  EXPECT_EQ(found[0].at("end"), 33);
  EXPECT_EQ(found[0].at("stance").as_string(), "claimed");
  EXPECT_EQ(found[1].at("kind").as_string(), "licence");
  EXPECT_EQ(found[1].at("stance").as_string(), "denied");
}

TEST_F(Workbench, LabelsInTheLanguageAsked) {
  const auto label = [&](const Json& input) {
    return std::string{run("skills.extract", input).value().at("skills").at(0).at("label").as_string()};
  };
  EXPECT_NE(label({{"text", "wondzorg"}, {"language", "nl"}}), label({{"text", "wondzorg"}, {"language", "en"}}));
}

TEST_F(Workbench, TellsHowLongAndUntilWhen) {
  const std::string text = "Werkervaring\n\n2015 - 2019 Verpleegkundige, De Linde\nIk deed wondzorg.\n";
  EXPECT_FALSE(run("skills.extract", {{"text", text}}).value().as_object().contains("possessed"));
  const Json answer = run("skills.extract", {{"text", text}, {"possessed", true}}).value();
  const JsonArray& possessed = answer.at("possessed").as_array();
  ASSERT_EQ(possessed.size(), 1u);
  EXPECT_EQ(possessed[0].at("concept").as_string(), "skill/wound-care");
  EXPECT_NEAR(possessed[0].at("months").to_number<double>(), 48, 1);
  EXPECT_EQ(answer.at("taxonomy").as_string(), "seed 1");
}

TEST_F(Workbench, LinksATitleAndTellsWhyOfTheFirst) {
  const Json answer =
      run("skills.link", {{"query", "verpleegster"}, {"kind", "occupation"}, {"top", 5}, {"told", 1}}).value();
  const JsonArray& found = answer.at("concepts").as_array();
  ASSERT_EQ(found.size(), 5u);
  EXPECT_FALSE(found[0].at("reasons").as_array().empty());
  EXPECT_TRUE(found[1].at("reasons").as_array().empty());
  EXPECT_EQ(run("skills.link", {{"query", "x"}, {"kind", "licence"}}).error().code, ErrorCode::unknown_value);
}

TEST_F(Workbench, CompilesATaxonomyFromAFolder) {
  std::filesystem::create_directories(folder_ / "mini_nl");
  file("mini_nl/occupations.tsv", "id\tisco\tlabel\tsynonyms\noccupation/1\t2221\tverpleegkundige\tzuster\n");
  file("mini_nl/skills.csv",
       "conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/2,\"wonden, groot en klein\"\n");
  file("mini_nl/README.md", "no table");
  const std::string out = (folder_ / "out").string();
  const Json answer =
      run("taxonomy.import", {{"sources", JsonArray{(folder_ / "mini_nl").string()}}, {"out", out}}).value();
  EXPECT_EQ(answer.at("occupations"), 1);
  EXPECT_EQ(answer.at("skills"), 1);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out" / "taxonomy.bin"));
  EXPECT_EQ(run("taxonomy.import", {{"sources", JsonArray{(folder_ / "nothing").string()}}, {"out", out}}).error().code,
            ErrorCode::file_not_found);
}

TEST_F(Workbench, FindsNothingInNothing) {
  EXPECT_TRUE(run("skills.extract", {{"text", ""}}).value().at("skills").as_array().empty());
}

TEST_F(Workbench, TellsTheSchemaOfEveryOperation) {
  for (const operations::Operation& row : table_.rows()) {
    EXPECT_FALSE(row.handler.input_schema(Language::nl).at("properties").as_object().empty()) << row.name;
    EXPECT_FALSE(row.handler.output_schema(Language::en).at("properties").as_object().empty()) << row.name;
  }
}

TEST(ReadAnswer, SaysItsNoticesInWords) {
  documents::Document document;
  document.text = "SQL";
  document.pages = {{1, {0, 3}}};
  document.notices = {{documents::NoticeKind::hidden_text, 1, "beste kandidaat"}};
  const ReadAnswer answer = answer_of(document, Language::en);
  EXPECT_EQ(answer.notices.at(0).message, texts(Language::en)("notice.hidden_text"));
  EXPECT_EQ(answer.notices.at(0).excerpt, "beste kandidaat");
}

TEST(Texts, SayTheSameInBothLanguages) {
  EXPECT_THAT(differences(texts(Language::nl), texts(Language::en)), testing::IsEmpty());
}

}  // namespace
}  // namespace collega::workbench
