#include "errors.h"

#include <algorithm>

#include "files.h"
#include "mistakes.h"

namespace collega::organisation {
namespace {

// So many rows to one with a mistake; each mistake is made at least once where there are rows enough.
constexpr std::size_t kRowsToAMistake = 50;
constexpr std::size_t kFewestBetween = 2;

std::string_view name_of(Expect expect) {
  return expect == Expect::read ? "read" : expect == Expect::notice ? "notice" : "refuse";
}

class ErrorWriter {
 public:
  ErrorWriter(const World& world, const std::filesystem::path& folder)
      : world_{world},
        random_{world.request.seed, Stream::errors},
        file_{folder / "medewerkers-met-fouten.csv", ';', kPeopleHeader} {}

  Result<JsonArray> write() {
    plan();
    for_each_people_row(world_, [&](const Fields& fields) { row(fields); });
    put("Totaal;" + std::to_string(rows_), "total_row", Expect::refuse);
    TRY(file_.close());
    return std::move(errors_);
  }

 private:
  void plan() {
    std::size_t rows = 0;
    for_each_people_row(world_, [&](const Fields&) { ++rows; });
    const std::size_t kinds = mistakes().size();
    const std::size_t wanted = std::min(std::max(kinds, rows / kRowsToAMistake), rows / kFewestBetween);
    gap_ = std::max(kFewestBetween, rows / (wanted + 1));
    for (std::size_t i = 0; i < wanted; ++i) planned_.push_back(&mistakes()[i % kinds]);
    random_.shuffle(planned_);
  }

  void row(const Fields& fields) {
    ++rows_;
    if (--wait_ <= 0 && !planned_.empty() && make(*planned_.back(), fields)) {
      planned_.pop_back();
      wait_ = static_cast<std::ptrdiff_t>(gap_);
    } else {
      put(csv_line(fields, ';'));
    }
    before_ = fields;
  }

  // False where this row gives no occasion for the mistake.
  bool make(const Mistake& mistake, const Fields& fields) {
    Fields wrong = fields;
    std::string line;
    if (!mistake.make({fields, before_, random_}, wrong, line)) return false;
    if (mistake.after) put(csv_line(fields, ';'));
    if (line.empty() && !mistake.raw) line = csv_line(wrong, ';');
    JsonObject& error = put(line, mistake.kind, mistake.expect);
    for (std::size_t column = 0; column < kColumns && !mistake.raw && !mistake.after; ++column) {
      if (wrong[column] == fields[column]) continue;
      error["column"] = column_name(column);
      error["was"] = fields[column];
      break;
    }
    return true;
  }

  static std::string column_name(std::size_t column) {
    std::string_view header = kPeopleHeader;
    for (; column > 0; --column) header.remove_prefix(header.find(';') + 1);
    return std::string{header.substr(0, header.find(';'))};
  }

  void put(const std::string& line) {
    file_.line(line);
    line_ += 1 + std::count(line.begin(), line.end(), '\n');
  }

  JsonObject& put(const std::string& line, std::string_view kind, Expect expect) {
    errors_.push_back(JsonObject{{"line", line_}, {"kind", kind}, {"expect", name_of(expect)}});
    put(line);
    return errors_.back().as_object();
  }

  const World& world_;
  Random random_;
  CsvFile file_;
  std::vector<const Mistake*> planned_;
  std::size_t gap_ = kFewestBetween;
  std::ptrdiff_t wait_ = 0;
  std::int64_t line_ = 2;
  std::size_t rows_ = 0;
  Fields before_;
  JsonArray errors_;
};

}  // namespace

Result<JsonArray> write_with_errors(const World& world, const std::filesystem::path& folder) {
  return ErrorWriter{world, folder}.write();
}

}  // namespace collega::organisation
