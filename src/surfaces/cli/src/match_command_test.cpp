#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "fake_office.h"
#include "match_text.h"
#include "terminal.h"

namespace collega::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Json requirement(std::string_view label, std::string_view kind, std::string_view met) {
  return JsonObject{{"label", label},
                    {"kind", kind},
                    {"met", met},
                    {"why", met == "unknown" ? "Staat er niet in." : "De papieren noemen het."}};
}

Json candidate(std::string_view name, std::string_view group, std::string_view licence, std::string_view skill) {
  Json wound_care = requirement("Wondzorg", "wish", skill);
  wound_care.as_object()["evidence"] = JsonArray{{{"document", "cvs/" + std::string{name} + ".pdf"},
                                                  {"page", 2},
                                                  {"quote", "Ik deed wondzorg."},
                                                  {"start", 100},
                                                  {"end", 117},
                                                  {"mark_start", 108},
                                                  {"mark_end", 116}}};
  return JsonObject{{"candidate", name},
                    {"name", name},
                    {"documents", {"cvs/" + std::string{name} + ".pdf"}},
                    {"score", 0.525},
                    {"group", group},
                    {"requirements", {requirement("BIG-registratie verpleegkundige", "must", licence), wound_care}},
                    {"notices", JsonArray{}}};
}

Json answer(JsonArray ranking) {
  return JsonObject{
      {"vacancy_title", "Verpleegkundige wijk"},
      {"criteria",
       {{{"label", "BIG-registratie verpleegkundige"}, {"kind", "must"}}, {{"label", "Wondzorg"}, {"kind", "wish"}}}},
      {"ranking", std::move(ranking)},
      {"limits", {"Karakter leest Collega niet uit papieren."}},
      {"refused", JsonArray{}}};
}

Json three() {
  return answer({candidate("jansen", "all_musts_shown", "yes", "partly"),
                 candidate("bakker", "something_unknown", "unknown", "yes"),
                 candidate("smit", "contradicted", "no", "no")});
}

std::string text_of(const Json& json, std::size_t columns = 80, Language language = Language::nl) {
  return match_text(read_match_report(json), {.language = language, .columns = columns});
}

TEST(MatchText, BeginsWithTheSentence) {
  EXPECT_THAT(
      text_of(three(), 200),
      HasSubstr("3 kandidaten naast 2 criteria: 1 toont alle harde eisen, bij 1 staat iets er niet in of maar deels, "
                "bij 1 spreken de papieren een harde eis tegen.\n"));
}

TEST(MatchText, SetsTheGroupsApart) {
  const std::string text = text_of(three());
  EXPECT_LT(text.find("Alle harde eisen staan in de papieren (1)"),
            text.find("Iets staat er niet in of maar deels (1)"));
  EXPECT_THAT(text, HasSubstr("                                         jansen\n"
                              "  eis   BIG-registratie verpleegkundige    ✔\n"
                              "  wens  Wondzorg                           ◐\n"));
}

TEST(MatchText, GivesEachReasonWithItsQuoteAndPlace) {
  EXPECT_THAT(text_of(three()), HasSubstr("   ◐ Wondzorg (wens)\n"
                                          "     De papieren noemen het.\n"
                                          "     “Ik deed wondzorg.” – jansen.pdf, bladzijde 2\n"));
}

TEST(MatchText, MarksTheWordsThatCount) {
  const std::string text = match_text(read_match_report(three()), {.columns = 80, .colours = true});
  EXPECT_THAT(text, HasSubstr("“Ik deed \033[1mwondzorg\033[0m.”"));
}

TEST(MatchText, SaysWhatThePapersDoNotAndWhoDecides) {
  const std::string text = text_of(three(), 80, Language::en);
  EXPECT_THAT(text, AllOf(HasSubstr("What the papers do not say\n  • Karakter leest Collega niet"),
                          HasSubstr("This is a proposal. A person reads the papers and decides.\n")));
}

TEST(MatchText, StaysWithinItsWidthWithAHundredCandidates) {
  JsonArray ranking;
  for (int i = 1; i <= 120; ++i) {
    ranking.push_back(candidate("k" + std::to_string(i) + "-van-der-heijden", "something_unknown", "unknown", "yes"));
  }
  std::istringstream lines{text_of(answer(ranking))};
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, width_of(line));
  EXPECT_LE(widest, 80u);
}

TEST(MatchText, NumbersTheColumnsWhereNamesDoNotFit) {
  const std::string text = text_of(answer({candidate("k001-van-der-heijden", "something_unknown", "yes", "yes")}));
  EXPECT_THAT(text, HasSubstr("  1 = k001-van-der-heijden\n"));
}

TEST(MatchText, SaysPlainlyThatAVacancyAsksNothing) {
  Json nothing = answer({});
  nothing.as_object()["criteria"] = JsonArray{};
  JsonObject someone = candidate("jansen", "all_musts_shown", "yes", "yes").as_object();
  someone["requirements"] = JsonArray{};
  nothing.as_object()["ranking"] = JsonArray{someone};
  EXPECT_THAT(text_of(nothing),
              AllOf(HasSubstr("In deze vacature staan geen eisen"), HasSubstr("Niet vergeleken: 1 kandidaat."),
                    Not(HasSubstr("Score")), Not(HasSubstr("Alle harde eisen"))));
}

TEST(MatchText, DoesNotPraiseForMustsThatAreNotAsked) {
  Json wishes = answer({candidate("jansen", "all_musts_shown", "yes", "yes")});
  wishes.as_object()["criteria"] =
      JsonArray{{{"label", "BIG"}, {"kind", "wish"}}, {{"label", "Wondzorg"}, {"kind", "wish"}}};
  EXPECT_THAT(text_of(wishes),
              AllOf(HasSubstr("1 kandidaat naast 2 criteria.\n"), HasSubstr("Er zijn geen harde eisen (1)")));
}

TEST(MatchText, DoesWithoutUnicodeSigns) {
  const std::string text = match_text(read_match_report(three()), {.columns = 80, .utf8 = false});
  EXPECT_THAT(text, AllOf(HasSubstr("  + staat in de papieren  ~ deels  x de papieren zeggen nee  ? staat er niet in"),
                          HasSubstr("\"Ik deed wondzorg.\" - jansen.pdf"), Not(HasSubstr("✔"))));
}

TEST(MatchText, DoesNotLetADocumentSteerTheTerminal) {
  Json report = three();
  report.at("ranking").at(0).at("requirements").at(1).at("evidence").at(0).at("quote") = "a\033[2Jb";
  EXPECT_THAT(text_of(report), Not(HasSubstr("\033")));
}

class MatchCommand : public testing::Test {
 protected:
  MatchCommand() {
    office_.add("hiring.match_files",
                [this](const Json& input, operations::Context& context) -> Result<Json> {
                  input_ = input;
                  context.progress({3, 12, "cvs/jansen.pdf"});
                  return answer_;
                },
                {"vacancy", "candidates", "criteria", "blind", "blind_key", "xlsx", "language", "on"});
  }

  FakeOffice office_;
  Json input_;
  Json answer_ = three();
};

TEST_F(MatchCommand, HandsOverWhatIsAsked) {
  EXPECT_EQ(office_.call({"match", "v.md", "cvs", "extra.pdf", "--blind", "--xlsx", "o.xlsx", "--on", "2026-01-31",
                          "--lang", "en"}),
            0);
  EXPECT_EQ(input_, parse_json(R"({"vacancy":"v.md","candidates":["cvs","extra.pdf"],"blind":true,"xlsx":"o.xlsx",
                                   "on":"2026-01-31","language":"en"})")
                        .value());
  EXPECT_THAT(office_.out(), HasSubstr("Spreadsheet: o.xlsx\n"));
}

TEST_F(MatchCommand, ReadsTheCriteriaFile) {
  const auto path = (std::filesystem::path{testing::TempDir()} / "eisen.yaml").string();
  std::ofstream{path} << "- {label: SQL, kind: must, threshold: 3}\n";
  EXPECT_EQ(office_.call({"match", "v.md", "cvs", "--criteria", path.c_str()}), 0);
  EXPECT_EQ(input_.at("criteria"), parse_json(R"([{"label":"SQL","kind":"must","threshold":"3"}])").value());
}

TEST_F(MatchCommand, DoesNotMatchWithoutTheCriteriaItWasGiven) {
  EXPECT_EQ(office_.call({"match", "v.md", "cvs", "--criteria", "weg.yaml", "--json"}), 1);
  EXPECT_EQ(parse_json(office_.out()).value().at("error").at("code").as_string(), "file_not_found");
  EXPECT_TRUE(input_.is_null());
}

TEST_F(MatchCommand, GivesTheWholeProposalAsJson) {
  EXPECT_EQ(office_.call({"match", "v.md", "cvs", "--json"}), 0);
  EXPECT_EQ(parse_json(office_.out()).value().at("ranking"), answer_.at("ranking"));
}

TEST_F(MatchCommand, NamesRefusedFilesAndFails) {
  answer_.at("refused") =
      JsonArray{{{"path", "cvs/leeg.pdf"},
                 {"error", {{"code", "document_empty"}, {"message", "Dit bestand is leeg."}, {"where", "leeg.pdf"}}}}};
  EXPECT_EQ(office_.call({"match", "v.md", "cvs"}), 1);
  EXPECT_THAT(office_.out(), HasSubstr("Niet gelezen\n  • cvs/leeg.pdf: Dit bestand is leeg.\n"));
}

TEST_F(MatchCommand, ShowsProgressOnATerminalAndClearsIt) {
  office_.err_is_terminal = true;
  office_.call({"match", "v.md", "cvs"});
  EXPECT_EQ(office_.err(), "\r\033[K3 van 12  cvs/jansen.pdf\r\033[K");
}

TEST_F(MatchCommand, ShowsNoProgressInAFile) {
  office_.call({"match", "v.md", "cvs"});
  EXPECT_EQ(office_.err(), "");
}

}  // namespace
}  // namespace collega::cli
