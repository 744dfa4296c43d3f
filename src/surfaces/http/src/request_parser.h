#pragma once

// One request as Beast reads it, piece by piece. The only header of this module behind which Beast stands; it takes
// half a minute to compile.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace collega::http {

class RequestParser {
 public:
  RequestParser();
  ~RequestParser();
  RequestParser(RequestParser&&) noexcept;
  RequestParser& operator=(RequestParser&&) noexcept;

  /// A whole head, its empty line included, in which head_check.h found no fault. False: Beast found one.
  [[nodiscard]] bool read_head(std::string_view head);

  // What the head says; views last as long as the parser.
  [[nodiscard]] std::string_view method() const;
  [[nodiscard]] std::string_view target() const;
  [[nodiscard]] std::string_view field(std::string_view name) const;  ///< the first; empty when there is none
  [[nodiscard]] bool is_http_1_0() const;
  [[nodiscard]] bool keeps_alive() const;
  [[nodiscard]] bool is_chunked() const;
  [[nodiscard]] std::uint64_t content_length() const;  ///< 0 when it is chunked, or there is no body

  /// Whether the body was read to its end.
  [[nodiscard]] bool is_done() const;

  struct Progress {
    std::size_t consumed = 0;  ///< bytes of `in`
    std::size_t produced = 0;  ///< bytes in `out`
    bool is_broken = false;    ///< this is no body
  };
  /// Takes from `in` what it can, and puts what that holds of the body in `out`. Nothing consumed: it needs more.
  [[nodiscard]] Progress read_body(std::string_view in, std::span<char> out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega::http
