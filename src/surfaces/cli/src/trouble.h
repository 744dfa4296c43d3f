#pragma once

// What went wrong elsewhere. A server may be newer than this program: its errors that we have no row for keep its
// words.

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "collega/base/json.h"
#include "collega/base/result.h"

namespace collega::cli {

struct Trouble {
  Trouble(Error known) : error(std::move(known)) {}

  Error error;                            ///< internal for a code that is none of ours
  std::string code = {};                  ///< such a code, by the server's name for it
  std::string message = {};               ///< and its words
  std::vector<std::string> missing = {};  ///< what the register still asks
};

/// What a problem document (RFC 9457) says.
[[nodiscard]] Trouble trouble_of(const JsonObject& problem);

/// A value, or what went wrong elsewhere. TRY takes it within a function that gives one.
template <class T>
class [[nodiscard]] Told {
 public:
  Told(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Told(Trouble trouble) : state_(std::in_place_index<1>, std::move(trouble)) {}
  Told(Error error) : Told(Trouble{std::move(error)}) {}
  Told(Result<T> result) : Told(result ? Told{std::move(result).value()} : Told{result.error()}) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  T value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Trouble& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Trouble> state_;
};

}  // namespace collega::cli
