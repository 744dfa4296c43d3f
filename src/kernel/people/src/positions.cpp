#include "check_text.h"
#include "collega/people/units.h"
#include "days.h"

namespace collega::people {
namespace {

constexpr std::string_view kColumns = "select id, code, title, unit_id, begins, ends, scale from position where ";

Position position_at(const store::Rows& rows) {
  return {.id = rows.get<PositionId>(0),
          .code = rows.get<std::string>(1),
          .title = rows.get<std::string>(2),
          .unit = rows.get<UnitId>(3),
          .begin = rows.get<Date>(4),
          .end = end_of(rows.get<Date>(5)),
          .scale = rows.get<std::string>(6)};
}

Result<std::optional<Position>> known_position(store::ReadTransaction& read, std::string_view code) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "code = ?", code));
  if (!TRY(rows.next())) return std::optional<Position>{};
  return std::optional{position_at(rows)};
}

}  // namespace

Result<Put<PositionId>> put_position(store::WriteTransaction& write, const Position& position) {
  TRY(check_needed(position.code, "code"));
  TRY(check_needed(position.title, "title"));
  TRY(check_text(position.scale, "scale"));
  TRY(check_days(position.begin, position.end));
  if (!TRY(write.first<int>("select 1 from unit where id = ?", position.unit))) {
    return Error{ErrorCode::unknown_unit, "unit: " + to_string(position.unit)};
  }
  const auto known = TRY(known_position(write, position.code));
  Position next = position;
  next.id = known ? known->id : write.new_id<PositionId>();
  if (known == next) return Put<PositionId>{next.id, Change::same};
  const std::string_view sql =
      known ? "update position set code = ?, title = ?, unit_id = ?, begins = ?, ends = ?, scale = ? where id = ?"
            : "insert into position (code, title, unit_id, begins, ends, scale, id) values (?, ?, ?, ?, ?, ?, ?)";
  TRY(write.execute(sql, next.code, next.title, next.unit, next.begin, stored_end(next.end), next.scale, next.id));
  return Put<PositionId>{next.id, known ? Change::changed : Change::created};
}

Result<std::optional<PositionId>> position_coded(store::ReadTransaction& read, std::string_view code) {
  return read.first<PositionId>("select id from position where code = ?", code);
}

Result<std::vector<Position>> positions_in(store::ReadTransaction& read, UnitId unit, Date day) {
  store::Rows rows = TRY(read.query(
      std::string{kColumns} + "unit_id = ? and begins <= ? and ends > ? order by title, code", unit, day, day));
  std::vector<Position> positions;
  while (TRY(rows.next())) positions.push_back(position_at(rows));
  return positions;
}

Result<std::vector<Position>> positions_after(store::ReadTransaction& read, std::optional<PositionId> after, int most) {
  store::Rows rows =
      TRY(read.query(std::string{kColumns} + "id > ? order by id limit ?", after.value_or(PositionId{}), most));
  std::vector<Position> positions;
  while (TRY(rows.next())) positions.push_back(position_at(rows));
  return positions;
}

}  // namespace collega::people
