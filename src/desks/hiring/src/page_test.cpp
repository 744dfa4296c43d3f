// Pages as pictures: with names hidden only words are left, and not those that say who somebody is.

#include "collega/documents/write.h"
#include "desk_test_support.h"
#include "page_words.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

std::vector<documents::PageWord> line(const std::vector<std::string>& words, double top = 0.1) {
  std::vector<documents::PageWord> all;
  double left = 0.1;
  for (const std::string& word : words) {
    all.push_back({word, {left, top, left + 0.05, top + 0.02}});
    left += 0.06;
  }
  return all;
}

TEST(PageWords, HidesWhatTheTextHides) {
  const Blinder blinder({documents::parse("# Anna de Wit\n\nVerpleegkundige.", "cv.md").value()}, {});
  EXPECT_THAT(hidden_words(line({"Mevrouw", "Wit", "werkt", "graag"}), blinder),
              ElementsAre(false, true, false, false));
  EXPECT_THAT(hidden_words(line({"Kerkstraat", "12,", "werkt"}), blinder), ElementsAre(true, true, false));
}

TEST(PageWords, AnIntroducedLineEndsWithItsLine) {
  std::vector<documents::PageWord> words = line({"Geboren:", "3", "mei", "1988"});
  for (const auto& word : line({"Wondzorg"}, 0.2)) words.push_back(word);
  EXPECT_THAT(hidden_words(words, Blinder({}, {})), ElementsAre(true, true, true, true, false));
}

TEST(PageWords, FindsTheSentenceWhereMostOfItStands) {
  const auto words = line({"Wondzorg.", "Ik", "doe", "wondzorg", "bij", "cliënten"});
  EXPECT_THAT(words_of_quote(words, "Ik doe wondzorg bij cliënten."), ElementsAre(false, true, true, true, true, true));
  EXPECT_THAT(words_of_quote(words, "Ik rijd graag auto door de stad"),
              ElementsAre(false, false, false, false, false, false));
}

class PageTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    const Json vacancy = frozen();
    vacancy_ = vacancy.at("row").at("vacancy");
    const std::string pdf = documents::write_pdf(documents::draft_from_markdown(kNurse)).value();
    const Json added =
        done("hiring.add_candidates",
             {{"vacancy", vacancy_}, {"files", to_json(std::vector<std::string>{file("anna.pdf", pdf)})}});
    application_ = added.at("files").at(0).at("application");
    const Json shown = done("hiring.candidate", {{"application", application_}});
    paper_ = shown.at("papers").at(0).at("paper");
  }
  JsonObject asked(const char* quote = "") {
    return {{"application", application_},
            {"paper", paper_},
            {"page", 1},
            {"width", 700},
            {"quote", quote},
            {"image", (folder() / "page.png").string()}};
  }
  static std::string all_words(const Json& page) {
    std::string all;
    for (const Json& word : page.at("words").as_array()) all += text(word, "text") + " ";
    return all;
  }
  Json vacancy_, application_, paper_;
};
COLLEGA_ON_EVERY_STORE(PageTest);

TEST_P(PageTest, HasWordsAndNotTheName) {
  for (int time = 0; time < 2; ++time) {  // drawn, and as it was kept
    const Json page = done("hiring.page", asked("Ik doe wondzorg bij cliënten thuis."));
    EXPECT_EQ(page.at("covered"), true);
    const std::string words = all_words(page);
    EXPECT_THAT(words, HasSubstr("wondzorg"));
    EXPECT_THAT(words, Not(HasSubstr("Wit")));
    EXPECT_THAT(words, Not(HasSubstr("Kerkstraat")));
    EXPECT_THAT(words, Not(HasSubstr("1988")));
    const JsonArray& shown = page.at("words").as_array();
    EXPECT_GE(std::ranges::count_if(shown, [](const Json& word) { return word.at("marked").as_bool(); }), 5);
    EXPECT_GT(std::filesystem::file_size(folder() / "page.png"), 1000u);
  }
  EXPECT_EQ(entries().front().operation, "hiring.page");
  EXPECT_THAT(entries().front().about, SizeIs(1));
}

TEST_P(PageTest, TheOriginalWaitsForTheShortlist) {
  const JsonObject original{{"application", application_}, {"paper", paper_}, {"file", (folder() / "cv.pdf").string()}};
  EXPECT_EQ(code("hiring.paper", original), ErrorCode::names_hidden);
  done("hiring.decide", {{"application", application_}, {"verdict", "invite"}, {"reason", "Goed."}});
  done("hiring.decide_shortlist", {{"vacancy", vacancy_}, {"version", 3}});
  EXPECT_EQ(text(done("hiring.paper", original), "name"), "anna.pdf");
  const Json page = done("hiring.page", asked());
  EXPECT_EQ(page.at("covered"), false);
  EXPECT_THAT(all_words(page), HasSubstr("Wit"));
}

TEST_P(PageTest, OfAnotherVacancyIsNotThere) {
  EXPECT_EQ(code(other_boss(), "hiring.page", asked()), ErrorCode::unknown_candidate);
  JsonObject behind = asked();
  behind["page"] = 9;
  EXPECT_EQ(code("hiring.page", behind), ErrorCode::document_no_page);
}

}  // namespace
}  // namespace collega::hiring
