#pragma once

// A text that must not stay in memory longer than it is used: a token, a code, a password. Wiped when it goes.

#include <string>
#include <string_view>
#include <utility>

namespace collega::identity {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { wipe(); }

  [[nodiscard]] std::string_view view() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

 private:
  void wipe() noexcept;
  std::string text_;
};

/// Whether both are the same, in a time that tells nothing but their lengths.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace collega::identity
