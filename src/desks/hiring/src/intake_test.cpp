// What came in and made nobody known, and what of it is told while names are hidden.

#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

constexpr const char* kBroken = "%PDF-1.4 dit is geen pdf";

class IntakeTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    vacancy_ = frozen().at("row").at("vacancy");
  }
  Json add(const std::vector<std::string>& files) {
    return done("hiring.add_candidates", {{"vacancy", vacancy_}, {"files", to_json(files)}});
  }
  Json troubled() { return troubled(recruiter()); }
  Json troubled(const identity::Asker& asker) {
    return done(asker, "hiring.troubled_files", {{"vacancy", vacancy_}}).at("files");
  }
  void show_names() {
    const Json application = applications(vacancy_).front();
    done("hiring.candidate", {{"application", application}});
    done("hiring.decide", {{"application", application}, {"verdict", "invite"}, {"reason", "Ervaring in de wijk."}});
    done("hiring.decide_shortlist", {{"vacancy", vacancy_}, {"version", 3}});
  }

  Json vacancy_;
};
COLLEGA_ON_EVERY_STORE(IntakeTest);

TEST_P(IntakeTest, FilesAreNumberedWhileNamesAreHidden) {
  const Json added = add({file("anna.md", kNurse), file("kapot.pdf", kBroken), file("bilal.md", kNoLicence)});
  EXPECT_EQ(added.at("files").at(0).at("number"), 1);
  EXPECT_FALSE(added.at("files").at(0).as_object().contains("file"));
  EXPECT_THAT(text(added.at("files").at(1), "file"), HasSubstr("kapot.pdf"));
  EXPECT_EQ(added.at("files").at(2).at("number"), 3);
  for (const operations::Progress& one : progress_) EXPECT_EQ(one.current, "");
}

TEST_P(IntakeTest, FilesAreCalledByNameOnceNamesShow) {
  add({file("anna.md", kNurse)});
  show_names();
  const Json added = add({file("bilal.md", kNoLicence)});
  EXPECT_THAT(text(added.at("files").at(0), "file"), HasSubstr("bilal.md"));
}

TEST_P(IntakeTest, WhatCannotBeReadStaysUntilItIsPutAside) {
  add({file("anna.md", kNurse), file("carla.pdf", kBroken)});
  ASSERT_THAT(troubled().as_array(), SizeIs(1));
  EXPECT_EQ(text(troubled().at(0), "outcome"), "unreadable");
  EXPECT_THAT(text(troubled().at(0), "reason"), HasSubstr("beschadigd"));
  add({file("carla.pdf", kBroken)});
  EXPECT_THAT(troubled().as_array(), SizeIs(1));
  add({file("carla.docx", kBroken)});
  ASSERT_THAT(troubled().as_array(), SizeIs(2));
  done("hiring.put_files_aside", {{"vacancy", vacancy_}, {"files", JsonArray{troubled().at(0).at("trouble")}}});
  EXPECT_THAT(troubled().as_array(), SizeIs(1));
  done("hiring.put_files_aside", {{"vacancy", vacancy_}});
  EXPECT_THAT(troubled().as_array(), IsEmpty());
}

TEST_P(IntakeTest, WhatIsHandedOverAgainAndReadLeavesTheList) {
  add({file("anna.md", kNurse), file("carla.md", "")});
  ASSERT_THAT(troubled().as_array(), SizeIs(1));
  add({file("carla.md", kDenied)});
  EXPECT_THAT(troubled().as_array(), IsEmpty());
}

TEST_P(IntakeTest, WhoGaveAFileThatCannotBeReadIsToldWhichAndNobodyElse) {
  add({file("anna.md", kNurse), file("carla.pdf", kBroken)});
  EXPECT_EQ(text(troubled().at(0), "file"), "carla.pdf");
  identity::AccountId rosa;
  {
    store::WriteTransaction write = records_->store.write().value();
    rosa = account(write, "rosa", Role::recruiter);
    ASSERT_TRUE(write.commit());
  }
  const Json seen = troubled(session(rosa, Role::recruiter));
  EXPECT_FALSE(seen.at(0).as_object().contains("file"));
  EXPECT_EQ(text(seen.at(0), "by"), "rita");
}

TEST_P(IntakeTest, ADuplicateIsNamedByCodeAndNotByFile) {
  add({file("anna.md", kNurse), file("kopie.txt", kNurse)});
  add({file("kopie.txt", kNurse)});
  ASSERT_THAT(troubled().as_array(), SizeIs(1));
  const Json duplicate = troubled().at(0);
  EXPECT_EQ(text(duplicate, "outcome"), "duplicate");
  EXPECT_EQ(duplicate.at("application"), applications(vacancy_).front());
  EXPECT_THAT(text(duplicate, "code"), HasSubstr("K-"));
  EXPECT_FALSE(duplicate.as_object().contains("file"));
  show_names();
  EXPECT_EQ(text(troubled().at(0), "file"), "kopie.txt");
}

TEST_P(IntakeTest, TheListGoesWithTheProcedure) {
  add({file("anna.md", kNurse), file("carla.pdf", kBroken)});
  done("hiring.close_vacancy", {{"vacancy", vacancy_}, {"version", 3}});
  EXPECT_THAT(troubled().as_array(), IsEmpty());
}

}  // namespace
}  // namespace collega::hiring
