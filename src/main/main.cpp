// The composition root: the only file that knows every desk.

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <optional>

#include "collega/base/error.h"
#include "collega/cli/run.h"
#include "collega/documents/read.h"
#include "collega/http/description.h"
#include "engines.h"
#include "office.h"
#include "serve.h"
#include "table.h"

namespace collega {
namespace {

// What a page of text is comfortably read at, when nothing tells the width.
constexpr std::size_t kColumns = 100;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The locale as the shell names it. Nothing named: nothing speaks against UTF-8.
bool speaks_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string_view locale = environment(name);
    if (locale.empty()) continue;
    for (const std::string_view utf8 : {"UTF-8", "utf-8", "utf8", "UTF8"}) {
      if (locale.find(utf8) != std::string_view::npos) return true;
    }
    return false;
  }
  return true;
}

std::size_t columns(bool out_is_terminal) {
  winsize size{};
  if (out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view named = environment("COLUMNS");
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(named.data(), named.data() + named.size(), number);
  return failure == std::errc{} && number > 0 ? number : kColumns;
}

Moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

/// What the clock on the wall shows here.
Moment wall_clock(Moment moment) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
  std::tm local{};
  localtime_r(&seconds, &local);
  return moment + std::chrono::seconds{local.tm_gmtoff};
}

Language language() { return language_named(environment("COLLEGA_LANG")).value_or(Language::nl); }

cli::Surroundings surroundings(Engines& engines, Office& office) {
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  return {
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .today = Date{std::chrono::floor<std::chrono::days>(wall_clock(now()))},
      .version = COLLEGA_VERSION,
      .language = language(),
      .columns = columns(out_is_terminal),
      .out_is_terminal = out_is_terminal,
      .err_is_terminal = isatty(STDERR_FILENO) == 1,
      .colours = out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb",
      .utf8 = speaks_utf8(),
      .use_taxonomy = [&engines](const std::filesystem::path& folder) { engines.use_taxonomy(folder); },
      .open_records = [&office](const std::optional<std::string>& folder) { return office.open(folder); },
  };
}

/// A disk that is full is told; a reader such as `head` that had enough is not.
int output_lost(Language language) {
  const Error error{ErrorCode::file_unwritable, "stdout"};
  if (errno != EPIPE) std::cerr << "collega: " << describe(error, language) << '\n';
  return exit_status_of(error.code);
}

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  ::umask(S_IRWXG | S_IRWXO);     // what Collega writes about people is for its owner alone
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is seen on the stream, and a child that died by its parent
  Engines engines;
  if (const auto folder = environment("COLLEGA_TAXONOMY"); !folder.empty()) engines.use_taxonomy(folder);
  const Whereabouts where{std::string{environment("COLLEGA_DATA")}, std::string{environment("COLLEGA_DATABASE")},
                          std::string{environment("COLLEGA_KEY")}};
  Office office{where, now};
  engines.use_own_names(office.own_names());
  const operations::Table table = table_of_operations(engines, where.key, now);
  cli::Surroundings around = surroundings(engines, office);
  around.serve = [&](const cli::ServeArguments& asked) {
    return serve(asked, table, office, wall_clock, around.language, around.version, std::cout, std::cerr);
  };
  around.open_api = [&](Language language) { return http::open_api_document(table, around.version, language); };
  const int status = cli::run(argc, argv, table, around);
  return std::cout.flush() ? status : output_lost(around.language);
}

}  // namespace
}  // namespace collega

int main(int argc, char** argv) {
  using namespace collega;
  try {
    if (const std::optional<int> status = documents::serve_if_child(argc, argv)) return *status;
    return run(argc, argv);
  } catch (const std::exception&) {
    std::cerr << "collega: " << describe({ErrorCode::internal}, language()) << '\n';
    return exit_status_of(ErrorCode::internal);
  }
}
