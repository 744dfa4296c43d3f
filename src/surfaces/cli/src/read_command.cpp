#include <algorithm>
#include <ostream>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "commands.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kOperation = "documents.read";

class DocumentPrinter {
 public:
  explicit DocumentPrinter(Surroundings& around)
      : around_(around), texts_(texts(around.language)), signs_(signs(around.utf8)) {}

  void print(const std::string& file, const Json& document) {
    const std::string text{document.at("text").as_string()};
    const CodePointIndex index{text};
    std::optional<std::int64_t> page;
    for (const Json& block : document.at("blocks").as_array()) {
      const Json& on = block.at("page");
      if (on.is_int64() && page != on.as_int64()) mark_page(*(page = on.as_int64()));
      const Span place{block.at("start").to_number<std::size_t>(), block.at("end").to_number<std::size_t>()};
      print_block(block, printable(index.to_bytes(place).of(text), true));
    }
    for (const Json& notice : document.at("notices").as_array()) print_notice(file, notice);
  }

  void title(const std::string& file) {
    around_.out << painted(std::string{signs_.rule} + ' ' + printable(file) + ' ' + std::string{signs_.rule},
                           Colour::bold, around_.colours)
                << '\n';
  }

 private:
  void mark_page(std::int64_t number) {
    if (number > 1) around_.out << '\n';
    const std::string mark =
        std::string{signs_.rule} + ' ' + texts_("read.page", number) + ' ' + std::string{signs_.rule};
    around_.out << painted(mark, Colour::dim, around_.colours) << '\n';
  }

  void print_block(const Json& block, std::string text) {
    const std::string_view kind = block.at("kind").as_string();
    const auto level = block.at("level").to_number<std::size_t>();
    std::string first;
    if (kind == "heading") {
      around_.out << '\n';
      first = std::string(std::max<std::size_t>(level, 1), '#') + ' ';
    } else if (kind == "list_item") {
      first = std::string(2 * (std::max<std::size_t>(level, 1) - 1), ' ') + std::string{signs_.bullet} + ' ';
    } else if (kind == "table_row") {
      text = cells(text);
    }
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      print_line(begin == 0 ? first : std::string(width_of(first), ' '), text.substr(begin, end - begin), kind);
      begin = end + 1;
    }
  }

  void print_line(const std::string& first, const std::string& text, std::string_view kind) {
    const std::string line = around_.out_is_terminal ? hanging(first, text, around_.columns) : first + text + '\n';
    const bool bold = kind == "heading" && around_.colours;
    around_.out << (bold ? painted(line.substr(0, line.size() - 1), Colour::bold, true) + '\n' : line);
  }

  static std::string cells(const std::string& row) {
    std::string out;
    for (const char c : row) out += c == '\t' ? std::string{" | "} : std::string(1, c);
    return out;
  }

  void print_notice(const std::string& file, const Json& notice) {
    std::string place = file;
    if (notice.at("page").is_int64()) place += ", " + texts_("read.page", notice.at("page").as_int64());
    std::string line = place + ": " + std::string{notice.at("message").as_string()};
    if (const std::string_view excerpt = notice.at("excerpt").as_string(); !excerpt.empty()) {
      line += ' ' + std::string{signs_.open_quote} + std::string{excerpt} + std::string{signs_.close_quote};
    }
    around_.err << printable(line) << '\n';
  }

  Surroundings& around_;
  const Messages& texts_;
  const Signs& signs_;
};

}  // namespace

int read_files(const ReadArguments& asked, const operations::Table& table, Surroundings& around) {
  operations::Context context = context_of(around);
  DocumentPrinter printer{around};
  int status = 0;
  for (const std::string& file : asked.files) {
    const Json input = JsonObject{{"id", repair_utf8(file)}, {"path", file}};
    const Result<Json> document = run_guarded(table, kOperation, input, context);
    if (asked.json) {
      const Json answer = document ? document.value() : Json(error_object(document.error(), around.language, &input));
      around.out << to_text(answer) << '\n';
    } else if (document) {
      if (asked.files.size() > 1) printer.title(file);
      printer.print(file, document.value());
    }
    if (!document)
      status =
          std::max(status, asked.json ? exit_status_of(document.error().code) : complain(document.error(), around));
  }
  return status;
}

}  // namespace collega::cli
