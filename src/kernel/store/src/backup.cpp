// A backup is a header, batches of rows table by table, and a summary:
//
//   first frame   {"steps": [[module, number], ...], "tables": [{"name", "columns": [[name, type letter], ...]}, ...]}
//   other frames  number of the table (2 bytes, little end first) and rows
//   last frame    {"rows": n}

#include "collega/store/backup.h"

#include <algorithm>

#include "backup_file.h"
#include "collega/base/json.h"
#include "key_file.h"
#include "migrations.h"
#include "rows_on_file.h"
#include "store_state.h"

namespace collega::store {
namespace {

// Large enough to seal fast, small enough to hold a few in memory.
constexpr std::size_t kFrameBytes = 1UL << 20;
// Steps are made anew by the program that restores.
constexpr std::string_view kNotCopied = "store_step";

struct Table {
  std::string name;
  std::vector<Column> columns;
};

struct Header {
  std::vector<std::pair<std::string, int>> steps;
  std::vector<Table> tables;
};

Key backup_key(const Key& master) {
  Key key;
  key.bytes = keyed_digest(master, "backup");
  return key;
}

std::string names_of(const Table& table) {
  std::string names;
  for (const Column& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
  return names;
}

Result<Header> header_of(Connection& connection) {
  Header header;
  auto steps = TRY(connection.query("select module, number from store_step order by module, number", {}, false));
  while (TRY(steps->next())) header.steps.emplace_back(steps->text(0), static_cast<int>(steps->integer(1)));
  for (const std::string& name : TRY(connection.tables())) {
    if (name == kNotCopied) continue;
    std::vector<Column> columns = TRY(connection.columns(name));
    header.tables.push_back({name, std::move(columns)});
  }
  return header;
}

std::string text_of(const Header& header) {
  JsonArray steps;
  for (const auto& [module, number] : header.steps) steps.push_back(JsonArray{Json(module), Json(number)});
  JsonArray tables;
  for (const Table& table : header.tables) {
    JsonArray columns;
    for (const Column& column : table.columns) {
      columns.push_back(JsonArray{Json(column.name), Json(std::string(1, static_cast<char>(column.holds)))});
    }
    tables.push_back(JsonObject{{"name", table.name}, {"columns", columns}});
  }
  return to_text(JsonObject{{"steps", steps}, {"tables", tables}});
}

/// The header was sealed by us: a shape that does not fit is damage that the seal would have shown, and throws.
Header header_in(const Json& json) {
  Header header;
  for (const Json& step : json.at("steps").as_array()) {
    header.steps.emplace_back(step.at(0).as_string(), static_cast<int>(step.at(1).as_int64()));
  }
  for (const Json& table : json.at("tables").as_array()) {
    Table& added = header.tables.emplace_back(Table{std::string{table.at("name").as_string()}, {}});
    for (const Json& column : table.at("columns").as_array()) {
      added.columns.push_back({std::string{column.at(0).as_string()}, Holds{column.at(1).as_string().front()}});
    }
  }
  return header;
}

std::string frame_start(std::size_t table) {
  return {static_cast<char>(table & 0xff), static_cast<char>(table >> 8 & 0xff)};
}

Result<std::int64_t> write_table(Connection& connection, BackupWriter& out, const Table& table, std::size_t number,
                                 const std::function<void(std::int64_t)>& progress, std::int64_t rows_before) {
  auto rows = TRY(connection.query("select " + names_of(table) + " from " + table.name, {}, true));
  std::string frame = frame_start(number);
  std::int64_t count = 0;
  while (TRY(rows->next())) {
    write_row(frame, *rows, table.columns);
    ++count;
    if (frame.size() < kFrameBytes) continue;
    TRY(out.frame(frame));
    frame = frame_start(number);
    if (progress) progress(rows_before + count);
  }
  TRY(out.frame(frame));
  return count;
}

Result<std::int64_t> read_rows(Connection& connection, std::string_view frame, const Header& header) {
  if (frame.size() < 2) return Error{ErrorCode::backup_broken};
  const auto number =
      static_cast<std::size_t>(static_cast<unsigned char>(frame[0]) | static_cast<unsigned char>(frame[1]) << 8);
  if (number >= header.tables.size()) return Error{ErrorCode::backup_broken};
  const Table& table = header.tables[number];
  std::string places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ", ?";
  const std::string sql = "insert into " + table.name + " (" + names_of(table) + ") values (" + places + ")";
  std::int64_t count = 0;
  for (std::string_view rest = frame.substr(2); !rest.empty(); ++count) {
    TRY(connection.execute(sql, TRY(read_row(rest, table.columns))));
  }
  return count;
}

/// The steps that the backup was made at; one the program does not know is newer than it.
Result<std::vector<Migration>> steps_of(const Header& header, std::span<const Migration> migrations) {
  std::vector<Migration> steps = with_own_steps(migrations);
  std::erase_if(steps, [&](const Migration& step) {
    return std::ranges::find(header.steps, std::pair{std::string{step.module}, step.number}) == header.steps.end();
  });
  if (steps.size() != header.steps.size()) return Error{ErrorCode::store_newer};
  return steps;
}

Result<Done> fill(Connection& connection, BackupReader& in, std::span<const Migration> migrations, const Key& master) {
  const Header header = header_in(TRY(parse_json(TRY(in.frame()))));
  const std::vector<Migration> steps = TRY(steps_of(header, migrations));
  TRY(connection.begin_write());
  if (TRY(connection.has_table(kNotCopied))) return Error{ErrorCode::store_not_empty};
  TRY(bring_up_to_date(connection, steps));
  TRY(connection.defer_constraints());
  std::int64_t count = 0;
  std::string frame = TRY(in.frame());
  for (; !in.is_at_end(); frame = TRY(in.frame())) count += TRY(read_rows(connection, frame, header));
  if (TRY(parse_json(frame)).at("rows").as_int64() != count) return Error{ErrorCode::backup_broken};
  TRY(open_keyring(connection, master));
  return connection.commit();
}

}  // namespace

Result<BackupSummary> back_up(Store& store, const std::filesystem::path& file,
                              const std::function<void(std::int64_t)>& progress) {
  Store::State& state = store.inside();
  const Key master = TRY(load_key(state.options));
  const std::unique_ptr<BackupWriter> out = TRY(BackupWriter::create(file, backup_key(master)));
  const auto transaction = TRY(state.begin(false));
  const Header header = TRY(header_of(*transaction->connection));
  TRY(out->frame(text_of(header)));
  BackupSummary summary;
  for (std::size_t i = 0; i < header.tables.size(); ++i) {
    summary.rows += TRY(write_table(*transaction->connection, *out, header.tables[i], i, progress, summary.rows));
  }
  summary.bytes = TRY(out->finish(to_text(JsonObject{{"rows", summary.rows}})));
  return summary;
}

Result<std::unique_ptr<Store>> restore(const std::filesystem::path& file, const Options& options,
                                       std::span<const Migration> migrations) {
  const Key master = TRY(load_key(options));
  const std::unique_ptr<BackupReader> in = TRY(BackupReader::open(file, backup_key(master)));
  TRY(make_folder(options.folder));
  {
    const std::unique_ptr<Backend> backend = backend_of(options);
    const std::unique_ptr<Connection> connection = TRY(backend->connect(true));
    if (TRY(connection->has_table(kNotCopied))) return Error{ErrorCode::store_not_empty, options.folder.string()};
    const Result<Done> filled = fill(*connection, *in, migrations, master);
    if (!filled) {
      connection->roll_back();
      return filled.error();
    }
  }
  return Store::open(options, migrations);
}

}  // namespace collega::store
