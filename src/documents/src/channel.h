#pragma once

// What parent and child say to each other over their socket.
//
// The parent sends requests, one at a time: a Request, then a name (of the file when a document is asked for, of the
// sheet when a table is), then the file's bytes. The child answers each with any number of `recognising` headers, when
// it finds that it must read pictures, and one `answer` header with its bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "collega/documents/read.h"

namespace collega::documents {

/// The first argument of a process that is a child, and where it finds its end of the socket.
inline constexpr std::string_view kChildArgument = "--collega-reads-documents";
inline constexpr int kChildSocket = 3;

/// cover: the name is areas (readable_page.h), the file a page image.
enum class Asked : std::uint64_t { document = 1, table = 2, page_image = 3, readable_page = 4, cover = 5 };

struct Request {
  Asked asked;
  std::uint64_t name_bytes;
  std::uint64_t file_bytes;
  Limits limits;             // of a document
  TableLimits table_limits;  // of a table
  int page = 0;              // of a page image or readable page, from 1
  int width = 0;             // likewise
};

enum class Said : std::uint64_t { recognising = 1, answer = 2 };

struct Header {
  Said said;
  std::uint64_t bytes;
};

}  // namespace collega::documents
