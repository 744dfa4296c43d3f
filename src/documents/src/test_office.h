#pragma once

// Small office files and their readable outline, for tests.

#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "collega/documents/document.h"

namespace collega::documents::test {

using Members = std::vector<std::pair<std::string, std::string>>;

inline std::string make_zip(const Members& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error{zip_error_strerror(&error)};
  zip_source_keep(target);
  for (const auto& [name, content] : members) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
  }
  if (zip_close(archive) != 0) throw std::runtime_error{"the zip file could not be made"};
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

/// One line a block: "H1 Werkervaring", "L2 Kafka", "R Java | 5 jaar", "P Ik werk graag."
inline std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string text;
    for (const char c : block.span.of(document.text)) text += c == '\t' ? " | " : c == '\n' ? " / " : std::string(1, c);
    switch (block.kind) {
      case BlockKind::paragraph:
        lines.push_back("P " + text);
        break;
      case BlockKind::heading:
        lines.push_back("H" + std::to_string(block.level) + ' ' + text);
        break;
      case BlockKind::list_item:
        lines.push_back("L" + std::to_string(block.level) + ' ' + text);
        break;
      case BlockKind::table_row:
        lines.push_back("R " + text);
        break;
    }
  }
  return lines;
}

/// What was left out for `kind`; empty when there is no such notice.
inline std::string left_out(const Document& document, NoticeKind kind) {
  for (const Notice& notice : document.notices) {
    if (notice.kind == kind) return notice.excerpt;
  }
  return {};
}

}  // namespace collega::documents::test
