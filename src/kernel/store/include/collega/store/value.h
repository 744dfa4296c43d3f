#pragma once

// What goes into a statement and comes out of a row. A bool is 0 or 1, a Date its ISO text, a Moment its milliseconds,
// an Id and a Money their number, a described enum its name; an empty optional is NULL.

#include <array>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "collega/base/date.h"
#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/base/moment.h"
#include "collega/base/money.h"

namespace collega::store {

/// Bytes that are no text, as an argument.
struct Blob {
  std::string_view bytes;
};

/// An argument of a statement. It refers to the text it was made from: use it within the same expression.
class Argument {
 public:
  using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob, std::array<char, 10>>;

  Argument(std::nullptr_t) {}
  Argument(bool value) : value_(std::int64_t{value}) {}
  template <std::integral T>
  Argument(T value) : value_(static_cast<std::int64_t>(value)) {}
  Argument(double value) : value_(value) {}
  Argument(const char* text) : value_(std::string_view{text}) {}
  Argument(std::string_view text) : value_(text) {}
  Argument(const std::string& text) : value_(std::string_view{text}) {}
  Argument(Blob bytes) : value_(bytes) {}
  Argument(Date date);
  Argument(Moment moment) : value_(std::int64_t{moment.time_since_epoch().count()}) {}
  Argument(Money amount) : value_(amount.cents) {}
  template <class Of>
  Argument(Id<Of> id) : value_(id.number) {}
  template <described::Enum E>
  Argument(E value) : value_(name_of(value)) {}
  template <class T>
  Argument(const std::optional<T>& value) {
    if (value) *this = Argument(*value);
  }

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  [[nodiscard]] const double* real() const { return std::get_if<double>(&value_); }
  [[nodiscard]] const Blob* blob() const { return std::get_if<Blob>(&value_); }
  /// The text of a text or a date.
  [[nodiscard]] std::optional<std::string_view> text() const;

 private:
  Value value_;
};

/// The rows that a statement answers, one at a time. What `text` gives lives until the next row.
class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;
  virtual Result<bool> next() = 0;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual bool is_number(int column) const = 0;  ///< a whole one
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
};

namespace value {

template <class T>
struct IsId : std::false_type {};
template <class Of>
struct IsId<Id<Of>> : std::true_type {};

template <class T>
[[nodiscard]] T known(Result<T> read) {
  if (!read) throw std::logic_error("the store holds a value that its type does not know: " + read.error().where);
  return std::move(read).value();
}

}  // namespace value

class Rows {
 public:
  explicit Rows(std::unique_ptr<RowSource> source) : source_(std::move(source)) {}

  /// Goes to the next row; false behind the last.
  [[nodiscard]] Result<bool> next() { return source_->next(); }
  [[nodiscard]] int columns() const { return source_->columns(); }
  [[nodiscard]] bool is_null(int column) const { return source_->is_null(column); }
  /// The text or bytes of a column, until the next row.
  [[nodiscard]] std::string_view view(int column) const { return source_->text(column); }
  [[nodiscard]] const RowSource& source() const { return *source_; }

  /// A column of this row, from 0. A value of another shape than T is a bug, and throws.
  template <class T>
  [[nodiscard]] T get(int column) const {
    if constexpr (described::IsOptional<T>::value) {
      if (is_null(column)) return std::nullopt;
      return get<typename T::value_type>(column);
    } else if constexpr (std::same_as<T, bool>) {
      return source_->integer(column) != 0;
    } else if constexpr (std::integral<T>) {
      return static_cast<T>(source_->integer(column));
    } else if constexpr (std::same_as<T, double>) {
      return source_->real(column);
    } else if constexpr (std::same_as<T, std::string>) {
      return std::string{source_->text(column)};
    } else if constexpr (std::same_as<T, Date>) {
      return value::known(parse_date(source_->text(column)));
    } else if constexpr (std::same_as<T, Moment>) {
      return Moment{std::chrono::milliseconds{source_->integer(column)}};
    } else if constexpr (std::same_as<T, Money>) {
      return Money{source_->integer(column)};
    } else if constexpr (value::IsId<T>::value) {
      return T{source_->integer(column)};
    } else {
      static_assert(described::Enum<T>, "no column holds this type");
      const std::string_view name = source_->text(column);
      const std::optional<T> found = described::enum_named<T>(name);
      if (!found) throw std::logic_error("the store holds a value that its type does not know: " + std::string{name});
      return *found;
    }
  }

 private:
  std::unique_ptr<RowSource> source_;
};

}  // namespace collega::store
