// What a library keeps, and that it keeps it sealed and once.

#include "collega/library/documents.h"

#include "collega/people/retention.h"
#include "library_test_support.h"

namespace collega::library {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class DocumentsTest : public LibraryTest {
 protected:
  ErrorCode refusal(const NewDocument& document) {
    const auto added = written([&](store::WriteTransaction& write) { return add_document(write, document, kNow); });
    return added.ok() ? ErrorCode::internal : added.error().code;
  }
  void remove(DocumentId document) {
    ASSERT_TRUE(written([&](store::WriteTransaction& write) { return remove_document(write, document); }));
  }
};
COLLEGA_ON_EVERY_STORE(DocumentsTest);

TEST_P(DocumentsTest, AreGivenBackAsTheyWereAdded) {
  const Organisation o = settle();
  const NewDocument entry{"Verlofregeling", DocumentKind::policy, "nl", "payroll", o.zorg};
  const DocumentId id = add(entry);
  const auto found = read([&](auto& reading) { return document(reading, id); });
  EXPECT_EQ(found.value(), (Document{id, entry, kNow}));
}

TEST_P(DocumentsTest, AreUnknownByAnotherNumber) {
  const auto found = read([&](auto& reading) { return document(reading, DocumentId{7}); });
  EXPECT_EQ(found.error().code, ErrorCode::unknown_document);
}

TEST_P(DocumentsTest, NeedATitleALanguageAndAKnownUnit) {
  EXPECT_EQ(refusal({"", DocumentKind::policy, "nl"}), ErrorCode::missing_member);
  EXPECT_EQ(refusal({"Reis\nkosten", DocumentKind::policy, "nl"}), ErrorCode::wrong_type);
  EXPECT_EQ(refusal({"Reiskosten", DocumentKind::policy, "Dutch"}), ErrorCode::unknown_value);
  EXPECT_EQ(refusal({"Reiskosten", DocumentKind::policy, "nl", {}, people::UnitId{12}}), ErrorCode::unknown_unit);
  EXPECT_EQ(refusal({"Reiskosten", DocumentKind::policy, "nl", "eternity"}), ErrorCode::unknown_value);
}

TEST_P(DocumentsTest, AboutAPersonSayWhomAndHowLong) {
  const Organisation o = settle();
  NewDocument paper{"Diploma", DocumentKind::personnel, "nl"};
  EXPECT_EQ(refusal(paper), ErrorCode::missing_member);
  paper.person = o.anna;
  EXPECT_EQ(refusal(paper), ErrorCode::missing_member);
  paper.clock = "reintegration";  // begins on another day than that of leaving, and has no holding here
  EXPECT_EQ(refusal(paper), ErrorCode::unknown_value);
  paper.clock = "personnel_file";
  paper.person = people::PersonId{3};
  EXPECT_EQ(refusal(paper), ErrorCode::unknown_person);
}

TEST_P(DocumentsTest, HaveClocksOfPapersThatAreRowsOfTheTableOfRetention) {
  const auto rules = read([](auto& reading) { return people::retention_rules(reading); }).value();
  for (const std::string_view clock : clocks_of_papers()) {
    const auto same = [&](const people::RetentionRule& rule) { return rule.clock == clock; };
    const auto rule = std::find_if(rules.begin(), rules.end(), same);
    ASSERT_NE(rule, rules.end()) << clock;
    EXPECT_EQ(rule->event_nl, "einde van het dienstverband");
  }
}

TEST_P(DocumentsTest, GiveTheFileAndItsTextBack) {
  const DocumentId handbook = add_handbook("Handboek");
  const documents::Document text = text_of_pages({"Hoofdstuk 1: Verlof", "Hoofdstuk 2: Ziekte"});
  const std::string file{"%PDF-1.7\0 binnenkant", 20};
  const VersionId id = try_version(handbook, kToday, {}, file, &text).value();
  EXPECT_EQ(read([&](auto& reading) { return content_of(reading, id); }).value(), file);
  const auto kept = read([&](auto& reading) { return text_of(reading, id); }).value();
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->text, text.text);
  EXPECT_EQ(documents::page_at(*kept, kept->text.find("Ziekte")), 2);
  const Version found = read([&](auto& reading) { return version(reading, id); }).value();
  EXPECT_EQ(found.pages, 2);
  EXPECT_EQ(found.bytes, 20);
  EXPECT_TRUE(found.has_text);
  EXPECT_EQ(found.file_name, "regeling.pdf");
}

TEST_P(DocumentsTest, MayHaveNoTextAtAll) {
  const VersionId id = add_from(add_handbook("Plattegrond"), kToday);
  EXPECT_EQ(read([&](auto& reading) { return text_of(reading, id); }).value(), std::nullopt);
}

TEST_P(DocumentsTest, StandNowhereInTheFilesInTheClear) {
  const DocumentId handbook = add_handbook("Handboek");
  const documents::Document text = text_of_pages({"Mevrouw Quispel kreeg een waarschuwing"});
  ASSERT_TRUE(try_version(handbook, kToday, {}, "%PDF geheime-inhoud-van-het-bestand", &text));
  EXPECT_THAT(files_with("Handboek"), Not(IsEmpty()));  // a title is searched, so it is in the clear
  EXPECT_THAT(files_with("geheime-inhoud-van-het-bestand"), IsEmpty());
  EXPECT_THAT(files_with("Quispel"), IsEmpty());
  EXPECT_THAT(files_with("regeling.pdf"), IsEmpty());
}

TEST_P(DocumentsTest, KeepTheSameContentOnceAndAsLongAsOneUsesIt) {
  const DocumentId first = add_handbook("Huisregels");
  const DocumentId second = add_handbook("Huisregels voor bezoekers");
  add_from(first, kToday, {}, "Niet roken");
  const VersionId other = add_from(second, kToday, {}, "Niet roken");
  EXPECT_EQ(count("blob"), 1);
  remove(first);
  EXPECT_EQ(read([&](auto& reading) { return content_of(reading, other); }).value(), "Niet roken");
  remove(second);
  EXPECT_EQ(count("blob"), 0);
}

TEST_P(DocumentsTest, GoWithAllThatHangsOnThem) {
  const Organisation o = settle();
  const DocumentId paper = add_contract_of(o.anna);
  const documents::Document text = text_of_pages({"Anna de Wit werkt 24 uur"});
  ASSERT_TRUE(try_version(paper, kStart, {}, "contract 2020", &text));
  add_from(paper, kToday, {}, "contract 2026");
  let_read(paper, {who_has(identity::Role::hr_adviser), only(o.bram)});
  remove(paper);
  for (const char* table : {"library_document", "library_version", "library_reader", "library_page_image", "blob"}) {
    EXPECT_EQ(count(table), 0) << table;
  }
  const auto again = written([&](store::WriteTransaction& write) { return remove_document(write, paper); });
  EXPECT_EQ(again.error().code, ErrorCode::unknown_document);
}

TEST_P(DocumentsTest, RefuseFilesThatAreNone) {
  const DocumentId handbook = add_handbook("Handboek");
  const auto refused = [&](std::string_view file_name, std::string_view media_type, std::string_view content) {
    return written([&](store::WriteTransaction& write) {
             return add_version(write,
                                {.document = handbook,
                                 .begin = kToday,
                                 .file_name = file_name,
                                 .media_type = media_type,
                                 .content = content},
                                kNow);
           })
        .error();
  };
  EXPECT_EQ(refused("../key", "application/pdf", "x"), (Error{ErrorCode::wrong_type, "file_name"}));
  EXPECT_EQ(refused("", "application/pdf", "x"), (Error{ErrorCode::missing_member, "file_name"}));
  EXPECT_EQ(refused("a.pdf", "text/html; charset=utf-8", "x"), (Error{ErrorCode::wrong_type, "media_type"}));
  EXPECT_EQ(refused("a.pdf", "application/pdf", "").code, ErrorCode::document_empty);
}

}  // namespace
}  // namespace collega::library
