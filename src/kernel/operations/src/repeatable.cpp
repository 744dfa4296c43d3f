#include "repeatable.h"

#include "collega/store/seal.h"

namespace collega::operations {
namespace {

constexpr std::string_view kAnswer = "repeatable.answer";

struct RepeatRow;
using RepeatId = Id<RepeatRow>;

/// A line break cannot stand in an operation's name or an id, so no two requests run together.
std::string digest_of(Context& context, const RepeatableRequest& request) {
  std::string whole = context.actor() + '\n' + std::string{request.operation} + '\n' + std::string{request.key};
  return context.work.read().seal().digest("repeatable", whole);
}

std::string input_digest(Context& context, const Json& input) {
  return context.work.read().seal().digest("repeatable.input", to_text(input));
}

}  // namespace

Result<std::optional<Json>> earlier_answer(Context& context, const RepeatableRequest& request) {
  store::ReadTransaction& read = context.work.read();
  store::Rows rows =
      TRY(read.query("select id, input_digest, answer from repeatable where digest = ?", digest_of(context, request)));
  if (!TRY(rows.next())) return std::optional<Json>{};
  if (rows.view(1) != input_digest(context, request.input)) return Error{ErrorCode::idempotency_mismatch};
  const std::string answer = TRY(read.seal().open(rows.view(2), {kAnswer, rows.get<std::int64_t>(0)}));
  return std::optional<Json>{TRY(parse_json(answer))};
}

Result<Done> keep_answer(Context& context, const RepeatableRequest& request, const Json& answer) {
  store::WriteTransaction& write = context.work.write();
  const auto id = write.new_id<RepeatId>();
  const std::string sealed = write.seal().close(to_text(answer), {kAnswer, id.number});
  TRY(write.execute("insert into repeatable (digest, id, input_digest, made_at, answer) values (?, ?, ?, ?, ?)",
                    digest_of(context, request), id, input_digest(context, request.input), context.records->clock(),
                    store::Blob{sealed}));
  return Done{};
}

Result<std::int64_t> forget_old_answers(store::WriteTransaction& write, Moment now) {
  return write.execute("delete from repeatable where made_at < ?", now - kRepeatableLasts);
}

}  // namespace collega::operations
