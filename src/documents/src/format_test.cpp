#include "format.h"

#include <gtest/gtest.h>

#include "collega/documents/read.h"

namespace collega::documents {
namespace {

using namespace std::string_view_literals;

TEST(Format, IsWhatTheBytesSayWhenTheNameAgrees) {
  EXPECT_EQ(detect("%PDF-1.7\n", "cv.pdf").value(), Format::pdf);
  EXPECT_EQ(detect("PK\x03\x04....", "CV.DOCX").value(), Format::docx);
  EXPECT_EQ(detect("{\\rtf1\\ansi}", "brief.rtf").value(), Format::rtf);
  EXPECT_EQ(detect("\x89PNG\r\n\x1A\n", "scan.png").value(), Format::image);
  EXPECT_EQ(detect("# Vacature\n", "vacature.md").value(), Format::markdown);
  EXPECT_EQ(detect("From: p.bakker@voorbeeld.example\n\nHoi", "mail.eml").value(), Format::email);
}

TEST(Format, RefusesAPdfThatIsCalledDocx) {
  EXPECT_EQ(detect("%PDF-1.7\n", "cv.docx").error().code, ErrorCode::document_wrong_extension);
}

TEST(Format, RefusesATextWithZeroBytes) {
  EXPECT_EQ(detect("Beste\0\0\0\1\2"sv, "brief.txt").error().code, ErrorCode::document_wrong_extension);
}

TEST(Format, DoesNotKnowAnOldWordFile) {
  EXPECT_EQ(detect("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "cv.doc").error().code, ErrorCode::document_unknown_format);
}

TEST(Format, SaysThatAnOfficeFileWithAPasswordIsLocked) {
  const auto bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  EXPECT_EQ(detect(bytes, "cv.docx").error().code, ErrorCode::document_encrypted);
}

TEST(Format, KnowsAPdfWithoutAnExtension) { EXPECT_EQ(detect("%PDF-1.7\n", "bijlage").value(), Format::pdf); }

TEST(Format, DoesNotGuessAtTextWithoutAnExtension) {
  EXPECT_EQ(detect("zomaar wat", "bijlage").error().code, ErrorCode::document_unknown_format);
}

TEST(Format, TakesATextThatSpeaksOfPdfForText) {
  EXPECT_EQ(detect("De kop van een PDF is %PDF-1.7.", "uitleg.txt").value(), Format::text);
}

TEST(Parse, NamesTheFileInItsError) {
  EXPECT_EQ(parse("", "leeg.pdf").error(), (Error{ErrorCode::document_empty, "leeg.pdf"}));
}

TEST(Parse, RefusesWhatIsTooLarge) {
  Limits limits;
  limits.file_bytes = 3;
  EXPECT_EQ(parse("abcd", "a.txt", limits).error().code, ErrorCode::document_too_large);
}

}  // namespace
}  // namespace collega::documents
