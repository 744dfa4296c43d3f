#include <algorithm>

#include "charset.h"
#include "formats.h"
#include "lines.h"

namespace collega::documents {
namespace {

void normalise_line_ends(std::string& text) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[out++] = '\n';
    } else {
      text[out++] = text[i];
    }
  }
  text.resize(out);
}

}  // namespace

Result<Document> parse_text(std::string_view bytes, const Limits& limits) {
  std::string text = decode_unknown(bytes);
  normalise_line_ends(text);
  DocumentBuilder builder{Format::text, limits};
  const bool has_pages = text.find('\f') != std::string::npos;
  int page = 1;
  for (std::size_t begin = 0; begin <= text.size() && !builder.full();) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    const bool is_end = begin == end && end == text.size();
    if (has_pages && !is_end) builder.start_page(page++);
    Flow flow;
    append_lines(flow, std::string_view{text}.substr(begin, end - begin));
    for (const FlowBlock& block : flow) builder.add(block.kind, block.level, block.text);
    begin = end + 1;
  }
  return std::move(builder).build();
}

}  // namespace collega::documents
