#include "zip_archive.h"

#include <gtest/gtest.h>

#include "test_office.h"

namespace collega::documents {
namespace {

using test::make_zip;

ErrorCode error_of_opening(std::string_view bytes, const Limits& limits = {}) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
  return archive ? ErrorCode::internal : archive.error().code;
}

TEST(ZipArchive, GivesAMemberByItsName) {
  const std::string zip = make_zip({{"word/document.xml", "<w:document/>"}});
  Result<ZipArchive> archive = ZipArchive::open(zip, {});
  ASSERT_TRUE(archive.ok());
  EXPECT_EQ(archive->read("word/document.xml").value(), "<w:document/>");
  EXPECT_FALSE(archive->has("word/styles.xml"));
}

TEST(ZipArchive, SaysThatAMissingMemberMakesTheFileBroken) {
  const std::string zip = make_zip({{"mimetype", "application/zip"}});
  Result<ZipArchive> archive = ZipArchive::open(zip, {});
  ASSERT_TRUE(archive.ok());
  EXPECT_EQ(archive->read("content.xml").error().code, ErrorCode::document_broken);
}

TEST(ZipArchive, RefusesAFileThatWasCutOff) {
  const std::string zip = make_zip({{"word/document.xml", std::string(1000, 'x')}});
  EXPECT_EQ(error_of_opening(zip.substr(0, zip.size() / 2)), ErrorCode::document_broken);
  EXPECT_EQ(error_of_opening("PK\x03\x04 and then nothing"), ErrorCode::document_broken);
}

TEST(ZipArchive, RefusesMembersThatTogetherUnpackToMoreThanTheLimit) {
  Limits limits;
  limits.unpacked_bytes = 1000;
  const std::string zip = make_zip({{"a.xml", std::string(600, 'a')}, {"b.xml", std::string(600, 'b')}});
  EXPECT_EQ(error_of_opening(zip, limits), ErrorCode::document_bomb);
}

TEST(ZipArchive, RefusesAMemberThatUnpacksToFarMoreThanTextDoes) {
  const std::string zip = make_zip({{"word/document.xml", std::string(30u << 20, ' ')}});
  Result<ZipArchive> archive = ZipArchive::open(zip, {});
  ASSERT_TRUE(archive.ok());
  EXPECT_EQ(archive->read("word/document.xml").error().code, ErrorCode::document_bomb);
}

TEST(ZipArchive, KnowsAnOfficeFileWithAPassword) {
  std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  ole += std::string(600, '\0');
  for (const char c : std::string{"EncryptedPackage"}) (ole += c) += '\0';
  EXPECT_EQ(error_of_opening(ole), ErrorCode::document_encrypted);
}

TEST(ZipArchive, KnowsALockedMember) {
  // Bit 0 of the flags says so, in the header of the member and in the directory.
  std::string zip = make_zip({{"word/document.xml", "<w:document/>"}});
  zip[6] = static_cast<char>(zip[6] | 1);
  const std::size_t directory = zip.find("PK\x01\x02");
  zip[directory + 8] = static_cast<char>(zip[directory + 8] | 1);
  EXPECT_EQ(error_of_opening(zip), ErrorCode::document_encrypted);
}

}  // namespace
}  // namespace collega::documents
