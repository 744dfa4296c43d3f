#pragma once

// A value or an expected failure. Exceptions are for bugs; a Result is for what can be expected to go wrong.

#include <string>
#include <utility>
#include <variant>

namespace collega {

/// Every way in which an operation may be expected to fail; the table is error_codes.def.
enum class ErrorCode {
#define COLLEGA_ERROR(code, exit, http, nl, en) code,
#include "collega/base/error_codes.def"
#undef COLLEGA_ERROR
};

/// What went wrong, and where. `where` is shown to the person (a file, a path into the input); `detail` goes to the log
/// only, because it may hold what a library said.
struct Error {
  ErrorCode code;
  std::string where = {};
  std::string detail = {};

  bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  /// By value, so that it outlives the Result that it is taken from. Not [[nodiscard]]: a TRY by itself drops it.
  T value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

/// The value of a function that has nothing to say but whether it worked.
struct Done {
  bool operator==(const Done&) const = default;
};

}  // namespace collega

/// The value of `expression`, or a return of its error from the enclosing function. Each has a name of its own, so that
/// one may stand within another. Never after another member within the braces of an aggregate or a list: g++ 12 leaks
/// what was made before a return.
#define TRY(expression) COLLEGA_TRY_AS(expression, COLLEGA_JOIN(try_result_, __COUNTER__))
#define COLLEGA_JOIN(a, b) COLLEGA_JOIN_EXPANDED(a, b)
#define COLLEGA_JOIN_EXPANDED(a, b) a##b
// NOLINTBEGIN(bugprone-macro-parentheses): `result` is a name, and a name that is declared takes none.
#define COLLEGA_TRY_AS(expression, result)   \
  __extension__({                            \
    auto result = (expression);              \
    if (!result.ok()) return result.error(); \
    std::move(result).value();               \
  })
// NOLINTEND(bugprone-macro-parentheses)
