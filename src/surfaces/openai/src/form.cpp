#include "form.h"

#include <algorithm>

namespace collega::openai {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMostParts = 64;

/// The value of a parameter: name="value", or without quotes.
std::string_view parameter(std::string_view field, std::string_view name) {
  for (std::size_t at = field.find(';'); at < field.size(); at = field.find(';', at + 1)) {
    std::string_view rest = field.substr(at + 1);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (!rest.starts_with(name) || !rest.substr(name.size()).starts_with('=')) continue;
    rest.remove_prefix(name.size() + 1);
    if (!rest.starts_with('"')) return rest.substr(0, std::min(rest.find(';'), rest.size()));
    rest.remove_prefix(1);
    return rest.substr(0, std::min(rest.find('"'), rest.size()));
  }
  return {};
}

bool is_field(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':') return false;
  return std::ranges::equal(line.substr(0, name.size()), name,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

std::optional<FormPart> part_of(std::string_view text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  FormPart part{.name = {}, .file_name = {}, .content = text.substr(end + 4)};
  std::string_view head = text.substr(0, end);
  while (!head.empty()) {
    const std::string_view line = head.substr(0, std::min(head.find(kLineEnd), head.size()));
    if (is_field(line, "content-disposition")) {
      part.name = parameter(line, "name");
      part.file_name = parameter(line, "filename");
    }
    head.remove_prefix(std::min(line.size() + kLineEnd.size(), head.size()));
  }
  return part.name.empty() ? std::nullopt : std::optional{part};
}

}  // namespace

std::optional<std::vector<FormPart>> parse_form(std::string_view content_type, std::string_view body) {
  const std::string_view boundary = parameter(content_type, "boundary");
  if (!content_type.starts_with("multipart/form-data") || boundary.empty()) return std::nullopt;
  const std::string first = "--" + std::string{boundary};
  const std::string next = "\r\n" + first;
  if (!body.starts_with(first)) return std::nullopt;
  body.remove_prefix(first.size());
  std::vector<FormPart> parts;
  while (body.starts_with(kLineEnd)) {
    body.remove_prefix(kLineEnd.size());
    const std::size_t end = body.find(next);
    if (end == std::string_view::npos || parts.size() >= kMostParts) return std::nullopt;
    const std::optional<FormPart> part = part_of(body.substr(0, end));
    if (!part) return std::nullopt;
    parts.push_back(*part);
    body.remove_prefix(end + next.size());
  }
  return body.starts_with("--") ? std::optional{parts} : std::nullopt;
}

}  // namespace collega::openai
