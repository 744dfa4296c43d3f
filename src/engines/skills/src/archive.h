#pragma once

// Writing values as bytes and reading them back. What a value consists of is said once, in a function `fields` that
// hands each part to an archive; the archive knows whether it writes or reads.

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace collega::skills {

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

/// How an absent number is written.
inline constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

class Writer {
 public:
  template <Plain T>
  void operator()(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void operator()(const bool& flag) { (*this)(static_cast<std::uint8_t>(flag)); }
  void operator()(const std::optional<std::uint32_t>& number) { (*this)(number.value_or(kNoNumber)); }
  void operator()(const std::string& text) { row(text); }
  template <class T>
  void operator()(const std::vector<T>& values) {
    if constexpr (Plain<T>) {
      row(values);
    } else {
      (*this)(static_cast<std::uint64_t>(values.size()));
      for (const T& value : values) (*this)(value);
    }
  }
  template <class T>
  requires(!Plain<T>) void operator()(const T& value) { fields(*this, value); }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <class Row>
  void row(const Row& values) {
    (*this)(static_cast<std::uint64_t>(values.size()));
    if (!values.empty())
      bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof values.front());
  }

  std::string bytes_;
};

/// Never reads past the end: after the first value that is not there, `failed` holds and all further values are empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <Plain T>
  void operator()(T& value) {
    take(&value, sizeof value);
  }
  void operator()(bool& flag) {
    std::uint8_t byte = 0;
    (*this)(byte);
    flag = byte != 0;
  }
  void operator()(std::optional<std::uint32_t>& number) {
    std::uint32_t read = kNoNumber;
    (*this)(read);
    number = read == kNoNumber ? std::nullopt : std::optional{read};
  }
  void operator()(std::string& text) { row(text); }
  template <class T>
  void operator()(std::vector<T>& values) {
    if constexpr (Plain<T>) {
      row(values);
    } else {
      // Each value takes at least a byte, so a count of more is false, and no room is made for it.
      const std::uint64_t count = count_of(1);
      values.clear();
      values.reserve(count);
      for (std::uint64_t i = 0; i < count && !failed_; ++i) (*this)(values.emplace_back());
    }
  }
  template <class T>
  requires(!Plain<T>) void operator()(T& value) { fields(*this, value); }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  void take(void* to, std::size_t size) {
    failed_ = failed_ || size > rest_.size();
    if (failed_ || size == 0) return;
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  [[nodiscard]] std::uint64_t count_of(std::size_t size_of_one) {
    std::uint64_t count = 0;
    (*this)(count);
    if (count > rest_.size() / size_of_one) failed_ = true;
    return failed_ ? 0 : count;
  }
  template <class Row>
  void row(Row& values) {
    values.resize(count_of(sizeof(typename Row::value_type)));
    take(values.data(), values.size() * sizeof(typename Row::value_type));
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace collega::skills
