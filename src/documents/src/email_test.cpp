#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::outline;
using testing::ElementsAre;

Document read(const std::string& message) { return parse_email(message, {}).value(); }

const std::string kHead =
    "From: Anna <anna@example.org>\nTo: hr@example.org\nSubject: =?utf-8?Q?Sollicitatie_caf=C3=A9?=\nMIME-Version: "
    "1.0\n";

std::string mixed(const std::vector<std::string>& parts) {
  std::string message = kHead + "Content-Type: multipart/mixed; boundary=\"grens\"\n\n";
  for (const std::string& part : parts) message += "--grens\n" + part + "\n";
  return message + "--grens--\n";
}

TEST(Email, ReadsTheSubjectAsTitleAndHeadingAndThenTheLetter) {
  const Document document =
      read(kHead +
           "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGeachte "
           "mevrouw,\n\nIk solliciteer naar de baan in het caf=E9.\n");
  EXPECT_EQ(document.title, "Sollicitatie café");
  EXPECT_THAT(outline(document),
              ElementsAre("H1 Sollicitatie café", "P Geachte mevrouw,", "P Ik solliciteer naar de baan in het café."));
}

TEST(Email, PrefersPlainTextToHtml) {
  const Document document = read(
      kHead +
      "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nGewone tekst.\n--b\n"
      "Content-Type: text/html\n\n<p>Opgemaakte tekst.</p>\n--b--\n");
  EXPECT_THAT(outline(document), ElementsAre("H1 Sollicitatie café", "P Gewone tekst."));
}

TEST(Email, ReadsHtmlWhenThereIsNothingElse) {
  const Document document =
      read(kHead + "Content-Type: text/html; charset=utf-8\n\n<p>Tekst</p><p style='display:none'>Java</p>");
  EXPECT_THAT(outline(document), ElementsAre("H1 Sollicitatie café", "P Tekst"));
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Java");
}

TEST(Email, ReadsAnAttachmentBehindItsName) {
  const Document document = read(mixed({"Content-Type: text/plain\n\nZie mijn cv.",
                                        "Content-Type: text/markdown; name=\"cv.md\"\nContent-Disposition: attachment; "
                                        "filename=\"cv.md\"\nContent-Transfer-Encoding: "
                                        "base64\n\nIyBXZXJrZXJ2YXJpbmcKCi0gSmF2YQo="}));
  EXPECT_THAT(outline(document),
              ElementsAre("H1 Sollicitatie café", "P Zie mijn cv.", "H2 cv.md", "H1 Werkervaring", "L1 Java"));
}

TEST(Email, NamesAnAttachmentThatCannotBeRead) {
  const Document document = read(mixed(
      {"Content-Type: text/plain\n\nZie mijn cv.",
       "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"cv.docx\"\n\nkapot"}));
  EXPECT_EQ(left_out(document, NoticeKind::attachment_failed), "cv.docx");
}

TEST(Email, ReadsAForwardedMessageUpToADepth) {
  std::string message = "Subject: binnenste\n\nDiepste tekst.\n";
  for (int i = 0; i < 6; ++i) message = "Subject: laag\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + message;
  const Document document = read(message);
  EXPECT_EQ(document.text.find("Diepste"), std::string::npos);
  EXPECT_EQ(document.notices.at(0).kind, NoticeKind::attachment_failed);
}

TEST(Email, SurvivesAbsurdNesting) {
  std::string message = "Subject: x\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    message += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  EXPECT_EQ(read(message + "\nDiep.").title, "x");
}

}  // namespace
}  // namespace collega::documents
