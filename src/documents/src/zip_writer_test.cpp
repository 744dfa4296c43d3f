#include "zip_writer.h"

#include <gtest/gtest.h>

#include "zip_archive.h"

namespace collega::documents {
namespace {

const std::vector<ZipMember> kMembers = {{"mimetype", "application/vnd.oasis.opendocument.text", true},
                                         {"content.xml", std::string(5000, 'a')}};

TEST(ZipWriter, WritesWhatCanBeReadAgain) {
  const std::string bytes = write_zip(kMembers).value();
  ZipArchive archive = ZipArchive::open(bytes, {}).value();
  for (const ZipMember& member : kMembers) EXPECT_EQ(archive.read(member.name).value(), member.bytes);
}

TEST(ZipWriter, PutsTheFirstMemberUncompressedAtTheFront) {
  const std::string bytes = write_zip(kMembers).value();
  EXPECT_EQ(bytes.substr(30, 8 + 39), "mimetypeapplication/vnd.oasis.opendocument.text");  // as ODF 1.2 part 3 asks
}

TEST(ZipWriter, WritesTheSameBytesForTheSameMembers) {
  EXPECT_EQ(write_zip(kMembers).value(), write_zip(kMembers).value());
}

TEST(ZipWriter, WritesAnEmptyMember) {
  const std::string bytes = write_zip({{"leeg.xml", ""}, {"vol.xml", "x"}}).value();
  ZipArchive archive = ZipArchive::open(bytes, {}).value();
  EXPECT_EQ(archive.read("leeg.xml").value(), "");
}

}  // namespace
}  // namespace collega::documents
