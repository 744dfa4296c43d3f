#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "child.h"
#include "collega/documents/read.h"
#include "collega/documents/write.h"
#include "sandbox.h"
#include "test_pdf.h"

namespace collega::documents {
namespace {

class ReaderTest : public testing::Test {
 protected:
  ReaderTest() { std::filesystem::create_directories(folder_); }
  ~ReaderTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name, std::string_view bytes) {
    std::ofstream{folder_ / name, std::ios::binary} << bytes;
    return folder_ / name;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("collega-reader-" + std::to_string(getpid()));
};

std::string letter() {
  TestPdf pdf;
  pdf.write(60, 60, "Ik heb zes jaar als verpleegkundige gewerkt.");
  return pdf.bytes();
}

TEST_F(ReaderTest, ReadsAPdfInAChild) {
  Reader reader;
  const auto document = reader.read(file("brief.pdf", letter()));
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text, "Ik heb zes jaar als verpleegkundige gewerkt.\n");
  EXPECT_EQ(document->format, Format::pdf);
}

TEST_F(ReaderTest, TellsThatAFileIsNotThere) {
  Reader reader;
  EXPECT_EQ(reader.read(folder_ / "weg.pdf").error(), (Error{ErrorCode::file_not_found, "weg.pdf"}));
}

TEST_F(ReaderTest, TellsThatAFolderCannotBeRead) {
  Reader reader;
  EXPECT_EQ(reader.read(folder_).error().code, ErrorCode::file_unreadable);
}

TEST_F(ReaderTest, TellsThatAFileIsEmpty) {
  Reader reader;
  EXPECT_EQ(reader.read(file("leeg.pdf", "")).error(), (Error{ErrorCode::document_empty, "leeg.pdf"}));
}

TEST_F(ReaderTest, RefusesAFileThatIsTooLargeWithoutReadingIt) {
  Limits limits;
  limits.file_bytes = 100;
  Reader reader{limits};
  EXPECT_EQ(reader.read(file("groot.pdf", letter())).error().code, ErrorCode::document_too_large);
}

// The child of this test program crashes, hangs or babbles on a file of such a name (see main below).
TEST_F(ReaderTest, OutlivesAFileOnWhichTheChildCrashes) {
  Reader reader;
  ASSERT_TRUE(reader.read(file("brief.pdf", letter())).ok());
  EXPECT_EQ(reader.read(file("crash.pdf", letter())).error(), (Error{ErrorCode::document_reader_failed, "crash.pdf"}));
  EXPECT_TRUE(reader.read(file("brief.pdf", letter())).ok());
}

TEST_F(ReaderTest, StopsAFileThatTakesTooLongAndReadsTheNext) {
  Limits limits;
  limits.seconds = 1;
  Reader reader{limits};
  EXPECT_EQ(reader.read(file("hang.pdf", letter())).error().code, ErrorCode::document_took_too_long);
  EXPECT_TRUE(reader.read(file("brief.pdf", letter())).ok());
}

TEST_F(ReaderTest, DoesNotBelieveAnAnswerThatIsNone) {
  Reader reader;
  EXPECT_EQ(reader.read(file("babble.pdf", letter())).error().code, ErrorCode::document_reader_failed);
  EXPECT_TRUE(reader.read(file("brief.pdf", letter())).ok());
}

TEST_F(ReaderTest, ReadsOnAfterADamagedFile) {
  Reader reader;
  EXPECT_EQ(reader.read(file("stuk.pdf", "%PDF-1.7\nniets")).error().code, ErrorCode::document_broken);
  EXPECT_TRUE(reader.read(file("brief.pdf", letter())).ok());
}

TEST_F(ReaderTest, StartsAnotherChildWhenTheThreadOfTheFirstIsGone) {
  const auto path = file("brief.pdf", letter());
  Reader reader;
  std::thread{[&] { EXPECT_TRUE(reader.read(path).ok()); }}.join();
  EXPECT_TRUE(reader.read(path).ok());
}

std::string staff() {
  return write_xlsx({{"Medewerkers", {{{"naam"}, {"uren"}}, {{"Renée de Vries"}, {"", 32}}}, {}}}).value();
}

TEST_F(ReaderTest, ReadsATableFromXlsxInAChildAndFromCsvHere) {
  Reader reader;
  const auto xlsx = reader.read_table(file("medewerkers.xlsx", staff()));
  ASSERT_TRUE(xlsx.ok());
  EXPECT_EQ(xlsx->sheet, "Medewerkers");
  const auto csv = reader.read_table(file("medewerkers.csv", "naam;uren\nRenée de Vries;32\n"));
  ASSERT_TRUE(csv.ok());
  EXPECT_EQ(csv->rows, xlsx->rows);
  EXPECT_TRUE(reader.read(file("brief.pdf", letter())).ok());
}

TEST_F(ReaderTest, TellsWhereATableFailed) {
  Reader reader;
  EXPECT_EQ(reader.parse_table("naam;adres\nJansen;\"Ede\n", "staf.csv").error(),
            (Error{ErrorCode::table_open_quote, "staf.csv:2"}));
  EXPECT_EQ(reader.parse_table(staff(), "staf.xlsx", "Salarissen").error(),
            (Error{ErrorCode::table_unknown_sheet, "staf.xlsx:Salarissen"}));
  EXPECT_EQ(reader.read_table(folder_ / "weg.csv").error(), (Error{ErrorCode::file_not_found, "weg.csv"}));
}

TEST_F(ReaderTest, TakesATableForWhatItsNameSays) {
  Reader reader;
  const auto error_of = [&](const std::string& bytes, std::string_view name) {
    return reader.parse_table(bytes, name).error().code;
  };
  EXPECT_EQ(error_of(staff(), "staf.csv"), ErrorCode::document_wrong_extension);
  EXPECT_EQ(error_of("naam;uren\n", "staf.xlsx"), ErrorCode::document_wrong_extension);
  EXPECT_EQ(error_of(letter(), "staf.pdf"), ErrorCode::document_unknown_format);
}

TEST_F(ReaderTest, BoundsATableInTheChildToo) {
  Reader reader;
  EXPECT_EQ(reader.parse_table(staff(), "staf.xlsx", {}, {.cells = 3}).error().code, ErrorCode::table_too_large);
}

// What a process behind the walls still can do, asked of one.
enum Power : int {
  kSocket = 1,
  kPasswords = 2,
  kWrite = 4,
  kProcess = 8,
  kProgram = 16,
  kThreadMissing = 32,
  kNoWalls = 64
};

// Kernels before 5.13, and those built without Landlock, cannot wall off paths.
bool kernel_has_landlock() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

int powers_in_sandbox() {
  const int powers_left = kernel_has_landlock() ? 0 : kPasswords | kWrite;
  if (!enter_sandbox()) return kNoWalls;
  int powers = 0;
  if (socket(AF_INET, SOCK_STREAM, 0) >= 0) powers |= kSocket;
  if (open("/etc/passwd", O_RDONLY) >= 0) powers |= kPasswords;
  if (open("/tmp/collega-sandbox", O_WRONLY | O_CREAT, 0600) >= 0) powers |= kWrite;
  if (const pid_t pid = fork(); pid == 0) {
    _exit(0);
  } else if (pid > 0) {
    powers |= kProcess;
  }
  bool ran = false;
  try {
    std::thread{[&] { ran = true; }}.join();
  } catch (const std::exception&) {
  }
  if (!ran) powers |= kThreadMissing;
  char program[] = "/usr/bin/true";
  char* const arguments[] = {program, nullptr};
  execv(program, arguments);
  if (errno != EPERM && errno != EACCES) powers |= kProgram;
  return powers & ~powers_left;
}

constexpr std::string_view kAskPowers = "--what-can-you-do";

TEST(Sandbox, LeavesNoNetworkNoFilesAndNoProcessesButThreads) {
  std::string argument{kAskPowers};
  char program[] = "/proc/self/exe";
  char* const arguments[] = {program, argument.data(), nullptr};
  pid_t pid = 0;
  ASSERT_EQ(posix_spawn(&pid, program, nullptr, nullptr, arguments, environ), 0);
  int status = 0;
  ASSERT_EQ(waitpid(pid, &status, 0), pid);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

Result<Document> parse_or_misbehave(std::string_view bytes, std::string_view name, const Limits& limits) {
  if (name == "crash.pdf") std::abort();
  while (name == "hang.pdf") std::this_thread::yield();
  if (name == "babble.pdf") {
    Document document;
    document.text = "\xFF geen UTF-8";
    return document;
  }
  return parse(bytes, name, limits);
}

}  // namespace
}  // namespace collega::documents

int main(int argc, char** argv) {
  using namespace collega::documents;
  if (is_child(argc, argv)) return serve(parse_or_misbehave);
  if (argc == 2 && argv[1] == kAskPowers)
    _exit(powers_in_sandbox());  // at once: no leak checker works behind the walls
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
