#include "collega/library/stored_text.h"

#include <exception>

#include "collega/base/described.h"

namespace collega::library {
namespace {

Json page_json(const std::optional<int>& page) { return page ? Json(*page) : Json(nullptr); }

std::optional<int> page_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return json.to_number<int>();
}

Span span_from(const JsonArray& parts, std::size_t first) {
  return {parts.at(first).to_number<std::size_t>(), parts.at(first + 1).to_number<std::size_t>()};
}

template <described::Enum E>
E enum_from(const Json& json) {
  return described::enum_named<E>(json.as_string()).value();
}

documents::Document parts_from(const Json& head, std::string_view text) {
  documents::Document document;
  document.format = enum_from<documents::Format>(head.at("format"));
  document.title = head.at("title").as_string();
  document.text = text;
  for (const Json& page : head.at("pages").as_array()) {
    const JsonArray& parts = page.as_array();
    document.pages.push_back({page_from(parts.at(0)), span_from(parts, 1)});
  }
  for (const Json& block : head.at("blocks").as_array()) {
    const JsonArray& parts = block.as_array();
    document.blocks.push_back(
        {enum_from<documents::BlockKind>(parts.at(0)), parts.at(1).to_number<int>(), span_from(parts, 2)});
  }
  for (const Json& notice : head.at("notices").as_array()) {
    const JsonArray& parts = notice.as_array();
    document.notices.push_back(
        {enum_from<documents::NoticeKind>(parts.at(0)), page_from(parts.at(1)), std::string{parts.at(2).as_string()}});
  }
  return document;
}

}  // namespace

std::string to_stored(const documents::Document& document) {
  JsonArray pages;
  for (const documents::Page& page : document.pages) {
    pages.push_back(JsonArray{page_json(page.number), page.span.begin, page.span.end});
  }
  JsonArray blocks;
  for (const documents::Block& block : document.blocks) {
    blocks.push_back(JsonArray{name_of(block.kind), block.level, block.span.begin, block.span.end});
  }
  JsonArray notices;
  for (const documents::Notice& notice : document.notices) {
    notices.push_back(JsonArray{name_of(notice.kind), page_json(notice.page), notice.excerpt});
  }
  return to_text(JsonObject{{"format", name_of(document.format)},
                            {"title", document.title},
                            {"pages", std::move(pages)},
                            {"blocks", std::move(blocks)},
                            {"notices", std::move(notices)}}) +
         '\n' + document.text;
}

Result<documents::Document> from_stored(std::string_view stored) {
  const Error broken{ErrorCode::store_broken, "library_version.text_address"};
  const std::size_t line = stored.find('\n');
  if (line == std::string_view::npos) return broken;
  const Result<Json> head = parse_json(stored.substr(0, line));
  if (!head.ok()) return broken;
  try {
    return parts_from(head.value(), stored.substr(line + 1));
  } catch (const std::exception& exception) {
    return Error{broken.code, broken.where, exception.what()};
  }
}

}  // namespace collega::library
