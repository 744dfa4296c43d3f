// From papers that come in to a decision.

#include <algorithm>

#include "collega/documents/write.h"
#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class CandidatesTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    switch_on("hiring.candidate_vacancies");
  }

  Json add(const Json& vacancy, const std::vector<std::string>& files) {
    return done("hiring.add_candidates", {{"vacancy", vacancy.at("row").at("vacancy")}, {"files", to_json(files)}});
  }
  /// Three candidates: all musts shown, a must unknown, a must denied.
  Json three() {
    const Json vacancy = frozen();
    add(vacancy, {file("anna-de-wit.md", kNurse), file("bilal.md", kNoLicence), file("carla.md", kDenied)});
    return vacancy.at("row").at("vacancy");
  }
  Json matrix(const Json& vacancy, JsonObject input = {}) {
    input["vacancy"] = vacancy;
    return done("hiring.matrix", input);
  }
  /// The application of whoever stands in this group; there is one in each.
  Json in_group(const Json& vacancy, const char* group) {
    const Json shown = matrix(vacancy);
    for (const Json& row : shown.at("rows").as_array()) {
      if (row.at("group") == group) return row.at("application");
    }
    throw std::runtime_error(group);
  }
  Json open(const Json& application) { return done("hiring.candidate", {{"application", application}}); }
  static JsonObject verdict(const Json& application, const char* verdict, const char* reason = "Past bij het team.") {
    return {{"application", application}, {"verdict", verdict}, {"reason", reason}};
  }
  static std::vector<std::string> outcomes(const Json& added) {
    std::vector<std::string> all;
    for (const Json& one : added.at("files").as_array()) all.push_back(text(one, "outcome"));
    return all;
  }
};
COLLEGA_ON_EVERY_STORE(CandidatesTest);

TEST_P(CandidatesTest, EachFileHasItsOwnOutcome) {
  const Json vacancy = frozen();
  const std::string cv = file("anna.md", kNurse);
  const Json added =
      add(vacancy, {cv, file("kopie.txt", kNurse), file("kapot.pdf", "%PDF-1.4 dit is geen pdf"),
                    file("bilal_cv.md", kNoLicence), file("bilal_brief.md", "Ik kom graag bij u werken.")});
  EXPECT_THAT(outcomes(added), ElementsAre("read", "duplicate", "unreadable", "read", "added"));
  EXPECT_THAT(text(added.at("files").at(2), "reason"), HasSubstr("beschadigd"));
  EXPECT_EQ(added.at("candidates"), 2);
  const Json again = add(vacancy, {cv});
  EXPECT_THAT(outcomes(again), ElementsAre("duplicate"));
  EXPECT_EQ(again.at("files").at(0).at("application"), applications(vacancy.at("row").at("vacancy")).front());
  EXPECT_EQ(progress_.back().done, progress_.back().total);
}

TEST_P(CandidatesTest, FilesThatSayOnlyWhatTheyAreStandApart) {
  const Json added = add(frozen(), {file("a/cv.md", kNurse), file("b/cv.md", kNoLicence)});
  EXPECT_EQ(added.at("candidates"), 2);
}

TEST_P(CandidatesTest, TheNameOfAFileTellsNobodyWhoseCodeItIs) {
  const Json vacancy = frozen();
  std::vector<std::string> files;
  for (int i = 0; i < 9; ++i)
    files.push_back(file("naam" + std::to_string(i) + ".md", std::string{kNurse} + "\nCliënten: " + std::to_string(i)));
  const Json added = add(vacancy, files);
  for (const Json& one : added.at("files").as_array()) {
    EXPECT_FALSE(one.as_object().contains("code"));
    EXPECT_FALSE(one.as_object().contains("application"));
  }
  const Json id = vacancy.at("row").at("vacancy");
  std::vector<std::string> codes;
  for (const Json& application : applications(id)) codes.push_back(text(open(application), "code"));
  EXPECT_FALSE(std::ranges::is_sorted(codes));
  const Json shown = matrix(id);
  for (const Json& row : shown.at("rows").as_array()) EXPECT_EQ(text(row, "arrived_at"), "2026-11-23T00:00:00.000Z");
}

TEST_P(CandidatesTest, TwoPeopleMayWriteTheSameLetter) {
  const char* letter = "Ik solliciteer met plezier op deze functie, want ik werk graag in een team.";
  const Json added = add(frozen(), {file("anna_brief.txt", letter), file("anna_cv.md", kNurse),
                                    file("bilal_brief.md", letter), file("bilal_cv.md", kNoLicence)});
  EXPECT_EQ(added.at("candidates"), 2);
  EXPECT_THAT(outcomes(added), ElementsAre("read", "added", "read", "added"));
}

TEST_P(CandidatesTest, AJobThatWasCutOffGoesOnWhereItWas) {
  const Json vacancy = frozen();
  const std::string cv = file("anna.md", kNurse);
  add(vacancy, {cv});
  {
    store::WriteTransaction write = records_->store.write().value();
    ASSERT_TRUE(write.execute("update hiring_application set round = null"));  // kept, and not matched yet
    ASSERT_TRUE(write.commit());
  }
  EXPECT_THAT(outcomes(add(vacancy, {cv})), ElementsAre("duplicate"));
  EXPECT_EQ(matrix(vacancy.at("row").at("vacancy")).at("rows").at(0).at("group"), "all_musts_shown");
}

TEST_P(CandidatesTest, StandInThreeGroups) {
  const Json shown = matrix(three());
  ASSERT_THAT(shown.at("rows").as_array(), SizeIs(3));
  EXPECT_EQ(shown.at("rows").at(0).at("group"), "all_musts_shown");
  EXPECT_EQ(shown.at("rows").at(1).at("group"), "something_unknown");
  EXPECT_EQ(shown.at("rows").at(2).at("group"), "contradicted");
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(shown.at("groups").at(i).at("count"), 1);
  EXPECT_THAT(shown.at("rows").at(0).at("met").as_array(), SizeIs(4));
  EXPECT_FALSE(shown.at("rows").at(0).as_object().contains("name"));
  EXPECT_THAT(shown.at("limits").as_array(), Not(IsEmpty()));
}

TEST_P(CandidatesTest, AreFilteredAndPaged) {
  const Json vacancy = three();
  const Json columns = matrix(vacancy).at("requirements");
  const auto licence = std::ranges::find_if(columns.as_array(), [](const Json& column) {
    return text(column, "label").find("ijbewijs") != std::string::npos;
  });
  ASSERT_NE(licence, columns.as_array().end());
  const Json without = matrix(vacancy, {{"requirement", licence->at("requirement")}, {"met", "no"}});
  ASSERT_THAT(without.at("rows").as_array(), SizeIs(1));
  EXPECT_EQ(without.at("rows").at(0).at("group"), "contradicted");
  const Json first = matrix(vacancy, {{"limit", 2}});
  const Json rest = matrix(vacancy, {{"limit", 2}, {"after", first.at("next")}});
  ASSERT_THAT(rest.at("rows").as_array(), SizeIs(1));
  EXPECT_FALSE(rest.as_object().contains("next"));
  EXPECT_THAT(matrix(vacancy, {{"text", "k-"}}).at("rows").as_array(), SizeIs(3));
  EXPECT_THAT(matrix(vacancy, {{"text", "Anna"}}).at("rows").as_array(), IsEmpty());  // names do not search either
}

TEST_P(CandidatesTest, ShuffleTheSameWayEachTime) {
  const Json vacancy = frozen();
  std::vector<std::string> files;
  for (int i = 0; i < 12; ++i)
    files.push_back(file("nr" + std::to_string(i) + ".md", std::string{kNurse} + "\nCliënten: " + std::to_string(i)));
  add(vacancy, files);
  const auto codes = [&] {
    std::vector<std::string> all;
    const Json shown = matrix(vacancy.at("row").at("vacancy"));
    for (const Json& row : shown.at("rows").as_array()) all.push_back(text(row, "code"));
    return all;
  };
  const std::vector<std::string> shuffled = codes();
  ASSERT_THAT(shuffled, SizeIs(12));
  EXPECT_EQ(codes(), shuffled);
  EXPECT_FALSE(std::ranges::is_sorted(shuffled));  // one time in 479 million it would be
}

TEST_P(CandidatesTest, OpenWithTheSentenceMarkedAndTheNameCovered) {
  const Json shown = open(in_group(three(), "all_musts_shown"));
  EXPECT_FALSE(shown.as_object().contains("name"));
  const std::string whole = text(shown.at("papers").at(0), "text");
  EXPECT_THAT(whole, Not(HasSubstr("Wit")));
  EXPECT_THAT(whole, Not(HasSubstr("Kerkstraat")));
  EXPECT_THAT(whole, Not(HasSubstr("1988")));
  EXPECT_THAT(whole, Not(HasSubstr("Nederlandse")));
  EXPECT_THAT(text(shown.at("papers").at(0), "name"), Not(HasSubstr("anna")));
  const CodePointIndex places(whole);
  int quoted = 0;
  for (const Json& reason : shown.at("reasons").as_array()) {
    for (const Json& evidence : reason.at("evidence").as_array()) {
      const Span span =
          places.to_bytes({evidence.at("start").to_number<std::size_t>(), evidence.at("end").to_number<std::size_t>()});
      EXPECT_EQ(span.of(whole), text(evidence, "quote"));
      ++quoted;
    }
  }
  EXPECT_GE(quoted, 3);
}

TEST_P(CandidatesTest, ContributionsAddUpToTheScore) {
  const Json shown = open(in_group(three(), "something_unknown"));
  double sum = 0;
  for (const Json& reason : shown.at("reasons").as_array()) sum += reason.at("contribution").to_number<double>();
  EXPECT_NEAR(sum, shown.at("score").to_number<double>(), 1e-9);
}

TEST_P(CandidatesTest, StayClosedUntilTheRequirementsAreFrozen) {
  const Json vacancy = drafted();
  const Json added = add(vacancy, {file("anna.md", kNurse)});
  const Json application = added.at("files").at(0).at("application");
  EXPECT_EQ(code("hiring.candidate", {{"application", application}}), ErrorCode::requirements_not_frozen);
  EXPECT_EQ(code("hiring.match", {{"application", application}}), ErrorCode::requirements_not_frozen);
  const Json id = vacancy.at("row").at("vacancy");
  done("hiring.freeze_requirements", {{"vacancy", id}, {"version", 2}});
  EXPECT_EQ(done("hiring.rematch", {{"vacancy", id}}).at("matched"), 1);
  EXPECT_EQ(matrix(id).at("rows").at(0).at("group"), "all_musts_shown");
}

TEST_P(CandidatesTest, AreMatchedAnewWhenRequirementsChange) {
  const Json id = three();
  Json vacancy = done("hiring.vacancy", {{"vacancy", id}});
  const Json before = open(in_group(id, "all_musts_shown"));
  JsonArray changed = vacancy.at("requirements").as_array();
  changed.push_back(JsonObject{{"label", "Duits"}, {"kind", "must"}, {"type", "language"}});
  vacancy =
      done("hiring.set_requirements",
           {{"vacancy", id}, {"version", vacancy.at("version")}, {"requirements", changed}, {"reason", "grensstreek"}});
  EXPECT_EQ(vacancy.at("stale"), 3);
  EXPECT_EQ(matrix(id).at("rows").at(0).at("group"), "unmatched");
  EXPECT_EQ(done("hiring.rematch", {{"vacancy", id}}).at("matched"), 3);
  EXPECT_EQ(done("hiring.rematch", {{"vacancy", id}}).at("matched"), 0);
  EXPECT_EQ(matrix(id).at("groups").at(0).at("count"), 0);
  const Json old = done("proposals.show", {{"proposal", before.at("proposal")}});
  EXPECT_EQ(old.at("proposal").at("status"), "expired");
}

TEST_P(CandidatesTest, ANewPaperIsMatchedAlone) {
  const Json id = three();
  const std::size_t before = entries().size();
  add(done("hiring.vacancy", {{"vacancy", id}}), {file("dirk.md", "# Dirk Kok\n\nIk heb een rijbewijs B.")});
  std::size_t matches = 0;
  const auto all = entries();
  for (std::size_t i = 0; i < all.size() - before; ++i) matches += all[i].operation == "hiring.match" ? 1 : 0;
  EXPECT_EQ(matches, 1u);
}

TEST_P(CandidatesTest, ComeInAlsoWhereMatchingIsOff) {
  {
    store::WriteTransaction write = records_->store.write().value();
    ASSERT_TRUE(write.execute("delete from register_entry"));
    ASSERT_TRUE(write.commit());
  }
  const Json added = add(frozen(), {file("anna.md", kNurse)});
  EXPECT_EQ(added.at("candidates"), 1);
  EXPECT_THAT(text(added, "not_matched"), HasSubstr("AI-register"));
}

TEST_P(CandidatesTest, AreDecidedOnByWhoOpenedThem) {
  const Json application = in_group(three(), "all_musts_shown");
  EXPECT_EQ(code("hiring.decide", verdict(application, "invite")), ErrorCode::candidate_not_opened);
  EXPECT_EQ(open(application).at("may_decide"), true);
  EXPECT_EQ(code("hiring.decide", verdict(application, "invite", "  ")), ErrorCode::reason_missing);
  const Json held = done("hiring.decide", verdict(application, "hold", "Nog even wachten."));
  EXPECT_EQ(held.at("stage"), "received");
  const Json invited = done("hiring.decide", verdict(application, "invite"));
  EXPECT_EQ(invited.at("stage"), "invited");
  ASSERT_THAT(invited.at("decisions").as_array(), SizeIs(2));
  EXPECT_EQ(text(invited.at("decisions").at(1), "reason"), "Past bij het team.");
  EXPECT_EQ(code("hiring.decide", verdict(application, "turn_down")), ErrorCode::proposal_decided);
  const auto newest = entries();
  EXPECT_EQ(newest[0].operation, "hiring.decide");
  EXPECT_EQ(newest[1].kind, ledger::Kind::decision);
  EXPECT_EQ(newest[0].about, newest[1].about);
}

TEST_P(CandidatesTest, AnUnknownMustIsAskedBeforeAnybodyIsTurnedDown) {
  const Json application = in_group(three(), "something_unknown");
  EXPECT_THAT(open(application).at("questions_first").as_array(), SizeIs(1));
  EXPECT_EQ(code("hiring.decide", verdict(application, "turn_down")), ErrorCode::question_first);
  const Json drafts = done("hiring.draft_questions", {{"application", application}});
  ASSERT_THAT(drafts.at("questions").as_array(), SizeIs(1));
  EXPECT_THAT(text(drafts.at("questions").at(0), "text"), HasSubstr("ijbewijs"));
  EXPECT_THAT(done("hiring.draft_questions", {{"application", application}}).at("questions").as_array(), SizeIs(1));
  const Json question = drafts.at("questions").at(0).at("question");
  EXPECT_EQ(code("hiring.change_question", {{"question", question}, {"answer", "Ja."}}), ErrorCode::unknown_question);
  done("hiring.change_question", {{"question", question}, {"text", "Hebt u een rijbewijs B?"}, {"state", "sent"}});
  EXPECT_EQ(open(application).at("stage"), "question");
  EXPECT_EQ(code("hiring.decide", verdict(application, "turn_down")), ErrorCode::question_first);
  done("hiring.change_question", {{"question", question}, {"answer", "Nee, ik fiets."}});
  EXPECT_EQ(done("hiring.decide", verdict(application, "turn_down", "Zonder rijbewijs gaat het niet.")).at("stage"),
            "turned_down");
}

TEST_P(CandidatesTest, SilenceCountsAfterThreeDays) {
  const Json application = in_group(three(), "something_unknown");
  open(application);
  const Json question =
      done("hiring.draft_questions", {{"application", application}}).at("questions").at(0).at("question");
  done("hiring.change_question", {{"question", question}, {"state", "sent"}});
  now_ += 73h;
  EXPECT_EQ(done("hiring.decide", verdict(application, "turn_down")).at("verdict"), "turn_down");
}

TEST_P(CandidatesTest, OfTheBlindSampleOnesOwnViewComesFirst) {
  records_->blind_one_in = 1;
  const Json vacancy = three();
  const Json shown = matrix(vacancy);
  for (const Json& row : shown.at("rows").as_array()) {
    EXPECT_EQ(row.at("group"), "own_view_first");
    EXPECT_THAT(row.at("met").as_array(), IsEmpty());
  }
  const Json application = shown.at("rows").at(0).at("application");
  EXPECT_THAT(open(application).at("reasons").as_array(), IsEmpty());
  EXPECT_EQ(code("hiring.decide", verdict(application, "invite")), ErrorCode::own_view_first);
  EXPECT_EQ(code("hiring.draft_questions", {{"application", application}}), ErrorCode::own_view_first);
  EXPECT_EQ(code("hiring.candidate_vacancies", {{"application", application}}), ErrorCode::own_view_first);

  done("hiring.give_view", verdict(application, "invite"));
  EXPECT_THAT(open(application).at("reasons").as_array(), Not(IsEmpty()));
  for (const Json& row : shown.at("rows").as_array()) {
    open(row.at("application"));
    done("hiring.give_view", verdict(row.at("application"), "invite"));
  }
  EXPECT_EQ(matrix(vacancy).at("groups").at(4).at("count"), 0);
  const Json blind = done("proposals.follow", {{"operation", "hiring.match"}}).at("own").at("blind");
  EXPECT_EQ(blind.at("agreed"), 1);     // all musts shown
  EXPECT_EQ(blind.at("disagreed"), 1);  // a must denied; where something is unknown a match points nowhere
}

TEST_P(CandidatesTest, TheTrayDecidesByTheSameRules) {
  const Json application = in_group(three(), "all_musts_shown");
  const Json tray = done("proposals.list", {});
  ASSERT_THAT(tray.at("proposals").as_array(), SizeIs(3));
  EXPECT_THAT(done(tech_recruiter(), "proposals.list", {}).at("proposals").as_array(), IsEmpty());
  EXPECT_THAT(done(boss(), "proposals.list", {}).at("proposals").as_array(), IsEmpty());
  const Json proposal = open(application).at("proposal");
  const JsonObject bare{{"proposal", proposal}, {"outcome", "accepted"}, {"reason", "Goed."}};
  EXPECT_EQ(code("proposals.decide", bare), ErrorCode::missing_member);
  done("proposals.decide", {{"proposal", proposal},
                            {"outcome", "amended"},
                            {"reason", "Goed."},
                            {"amended", JsonObject{{"verdict", "invite"}}}});
  EXPECT_EQ(open(application).at("stage"), "invited");
}

TEST_P(CandidatesTest, NamesAppearWithTheShortlist) {
  const Json id = three();
  const Json application = in_group(id, "all_musts_shown");
  open(application);
  const JsonObject step{{"vacancy", id}, {"version", 3}};
  EXPECT_EQ(code("hiring.decide_shortlist", step), ErrorCode::shortlist_empty);
  done("hiring.decide", verdict(application, "invite"));
  EXPECT_EQ(text(done("hiring.decide_shortlist", step).at("row"), "state"), "shortlisted");
  const Json shown = open(application);
  EXPECT_EQ(text(shown, "name"), "Anna de Wit");
  EXPECT_THAT(text(shown.at("papers").at(0), "text"), HasSubstr("Anna de Wit"));
  EXPECT_EQ(text(matrix(id, {{"text", "anna"}}).at("rows").at(0), "name"), "Anna de Wit");
}

TEST_P(CandidatesTest, TheManagerLooksBeforeTheyAreTold) {
  const Json application = in_group(three(), "all_musts_shown");
  open(application);
  done("hiring.decide", verdict(application, "hold", "Twijfel over de uren."));
  done("hiring.annotate", {{"application", application}, {"text", "Belt morgen terug."}});
  Json seen = done(boss(), "hiring.candidate", {{"application", application}});
  EXPECT_EQ(seen.at("views_hidden"), true);
  EXPECT_THAT(seen.at("decisions").as_array(), IsEmpty());
  EXPECT_THAT(seen.at("notes").as_array(), IsEmpty());
  EXPECT_FALSE(seen.as_object().contains("verdict"));
  done(boss(), "hiring.give_view", verdict(application, "invite", "Precies wat we zoeken."));
  seen = done(boss(), "hiring.candidate", {{"application", application}});
  EXPECT_EQ(seen.at("views_hidden"), false);
  EXPECT_EQ(text(seen.at("decisions").at(0), "reason"), "Twijfel over de uren.");
  EXPECT_EQ(open(application).at("views").at(0).at("role"), "manager");
  EXPECT_EQ(code(other_boss(), "hiring.candidate", {{"application", application}}), ErrorCode::unknown_candidate);
}

TEST_P(CandidatesTest, MoveAlongTheStagesThatNeedNoDecision) {
  const Json application = in_group(three(), "all_musts_shown");
  open(application);
  EXPECT_EQ(code("hiring.move", {{"application", application}, {"stage", "invited"}}), ErrorCode::stage_no_step);
  done("hiring.decide", verdict(application, "invite"));
  done("hiring.move", {{"application", application}, {"stage", "interview"}});
  const Json hired = done("hiring.move", {{"application", application}, {"stage", "hired"}});
  EXPECT_THAT(hired.at("history").as_array(), SizeIs(4));
  const Json gone = done("hiring.move", {{"application", application}, {"stage", "withdrawn"}});
  EXPECT_EQ(gone.at("stage"), "withdrawn");
}

TEST_P(CandidatesTest, StandBesideOtherVacanciesToo) {
  const Json application = in_group(three(), "all_musts_shown");
  const Json other = done("hiring.add_vacancy", {{"title", "Chauffeur"}, {"text", "## Wij vragen\n- Rijbewijs B\n"}});
  const Json id = other.at("row").at("vacancy");
  const Json proposed = done("hiring.propose_requirements", {{"vacancy", id}});
  done("hiring.set_requirements", {{"vacancy", id}, {"version", 1}, {"requirements", proposed.at("requirements")}});
  done("hiring.freeze_requirements", {{"vacancy", id}, {"version", 2}});
  const Json all = done("hiring.candidate_vacancies", {{"application", application}});
  ASSERT_THAT(all.at("vacancies").as_array(), SizeIs(2));
  EXPECT_EQ(all.at("vacancies").at(0).at("applied"), false);
  EXPECT_EQ(all.at("vacancies").at(0).at("group"), "all_musts_shown");
}

TEST_P(CandidatesTest, EachReadingStandsInTheLedgerAboutThem) {
  const Json application = in_group(three(), "all_musts_shown");
  open(application);
  const ledger::Recorded newest = entries().front();
  EXPECT_EQ(newest.operation, "hiring.candidate");
  EXPECT_EQ(newest.kind, ledger::Kind::read);
  EXPECT_THAT(newest.about, SizeIs(1));
}

TEST_P(CandidatesTest, NotesAreOnesOwnToRemove) {
  const Json application = in_group(three(), "all_musts_shown");
  const Json notes = done("hiring.annotate", {{"application", application}, {"text", "Belt terug."}});
  const Json note = notes.at("notes").at(0).at("note");
  EXPECT_EQ(code(boss(), "hiring.remove_note", {{"note", note}}), ErrorCode::unknown_question);
  EXPECT_THAT(done("hiring.remove_note", {{"note", note}}).at("notes").as_array(), IsEmpty());
}

}  // namespace
}  // namespace collega::hiring
