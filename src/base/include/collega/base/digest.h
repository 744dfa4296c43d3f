#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace collega {

/// SHA-256 of what is added, piece by piece.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  /// The length of each piece counts, so that "ab" + "c" and "a" + "bc" differ.
  void add(std::string_view piece);
  /// 64 hexadecimal digits; nothing may be added after it.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega
