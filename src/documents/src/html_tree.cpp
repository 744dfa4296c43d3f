#include "html_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

namespace collega::documents {
namespace {

constexpr std::size_t kChunkBytes = 256 << 10;

// Mail programs nest tables some thirty deep. Gumbo looks through all open elements at every tag, so depth costs time
// too.
constexpr std::size_t kDeepest = 200;

// Elements without content, and those that the next of their kind closes: they cannot nest by themselves.
constexpr std::array<std::string_view, 27> kFlat = {
    "area", "base",   "br", "col",   "dd",     "dt",    "embed", "head",  "hr", "html",  "img", "input", "li", "link",
    "meta", "option", "p",  "param", "source", "tbody", "td",    "tfoot", "th", "thead", "tr",  "track", "wbr"};

bool is_flat(std::string_view name) { return std::find(kFlat.begin(), kFlat.end(), name) != kFlat.end(); }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string name_at(std::string_view html, std::size_t at) {
  constexpr std::size_t kLongestName = 24;
  std::string name;
  while (at < html.size() && name.size() < kLongestName && html[at] != '>' && html[at] != '/' && html[at] != ' ' &&
         html[at] != '\n' && html[at] != '\t' && html[at] != '\r' && html[at] != '\f') {
    const char c = html[at++];
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

// The end of a tag, past its ">", which does not count between quotes.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

// Leaves out the tags of elements that would be nested too deep. What is open is followed by name, which is close
// enough to what Gumbo does: it only has to keep the depth within bounds.
class Flattener {
 public:
  std::string flatten(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t tag = std::min(html.find('<', at), html.size());
      out.append(html, at, tag - at);
      if (tag == html.size()) break;
      const std::size_t end = end_of_markup(html, tag);
      if (keep(html, tag)) out.append(html, tag, end - tag);
      at = end;
    }
    return out;
  }

  [[nodiscard]] bool flattened() const { return flattened_; }

 private:
  static std::size_t end_of_markup(std::string_view html, std::size_t tag) {
    const std::string_view rest = html.substr(tag);
    if (rest.starts_with("<!--")) {
      const std::size_t end = html.find("-->", tag + 4);
      return end == std::string_view::npos ? html.size() : end + 3;
    }
    const bool is_tag = rest.size() > 1 && (is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?');
    return is_tag ? end_of_tag(html, tag + 1) : tag + 1;
  }

  bool keep(std::string_view html, std::size_t tag) {
    const bool closes = tag + 1 < html.size() && html[tag + 1] == '/';
    const std::size_t name_begin = tag + (closes ? 2 : 1);
    if (name_begin >= html.size() || !is_letter(html[name_begin])) return true;
    const std::string name = name_at(html, name_begin);
    if (is_flat(name)) return true;
    if (closes) {
      close(name);
      return true;
    }
    if (open_.size() >= kDeepest) {
      flattened_ = true;
      return false;
    }
    open_.push_back(name);
    ++count_[name];
    return true;
  }

  void close(const std::string& name) {
    const auto counted = count_.find(name);
    if (counted == count_.end() || counted->second == 0) return;
    while (true) {
      const std::string last = std::move(open_.back());
      open_.pop_back();
      --count_[last];
      if (last == name) return;
    }
  }

  std::vector<std::string> open_;
  std::map<std::string, std::size_t> count_;
  bool flattened_ = false;
};

}  // namespace

void* Arena::allocate(std::size_t bytes) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  const std::size_t needed = (bytes + kAlign - 1) / kAlign * kAlign;
  if (used_ + needed > size_) {
    size_ = std::max(needed, kChunkBytes);
    used_ = 0;
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
  }
  void* place = chunks_.back().get() + used_;
  used_ += needed;
  return place;
}

HtmlTree::HtmlTree(std::string_view html) {
  Flattener flattener;
  html_ = flattener.flatten(html);
  flattened_ = flattener.flattened();
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->allocate(bytes); };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena_;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html_.data(), html_.size());
}

}  // namespace collega::documents
