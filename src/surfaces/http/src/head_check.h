#pragma once

// The head of a request, byte for byte, before any parser reads it. Two readers that understand a head differently are
// how one request is smuggled within another, so whatever RFC 9112 allows to be read in two ways is refused here: also
// what Beast 1.81 lets pass (two equal lengths, "Transfer-Encoding: identity", folded lines, two hosts).
//
//   head  = line CRLF *( field CRLF ) CRLF
//   line  = method SP target SP ( "HTTP/1.0" / "HTTP/1.1" )
//   field = name ":" value                       name without spaces, value without control characters

#include <cstddef>
#include <optional>
#include <string_view>

namespace collega::http {

/// More would be an attack: a browser sends some 20.
constexpr std::size_t kMostFields = 100;

/// Where the head at the start of `bytes` ends, its empty line included; 0 when it goes on.
struct HeadEnd {
  std::size_t end = 0;
  bool is_broken = false;  ///< what is there already can be no head
};

/// Looks at `bytes` from `seen` on; what stands before was looked at.
[[nodiscard]] HeadEnd find_head_end(std::string_view bytes, std::size_t seen);

/// What is wrong with a whole head, for the log and the `where` of the answer; nothing when it is sound.
[[nodiscard]] std::optional<std::string_view> fault_in_head(std::string_view head);

}  // namespace collega::http
