#include "markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "collega/base/utf8.h"
#include "css.h"

namespace collega::documents {
namespace {

// Elements inside a hidden element; what lies deeper counts as part of the deepest.
constexpr std::size_t kDeepest = 100;

constexpr std::array<std::string_view, 16> kVoid = {"br",  "hr",    "img",    "input", "link", "meta",  "area", "base",
                                                    "col", "embed", "source", "track", "wbr",  "param", "!",    "?"};
constexpr std::array<std::string_view, 12> kBlocks = {"br", "p",  "div", "li", "tr", "table",
                                                      "ul", "ol", "h1",  "h2", "h3", "hr"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string name_of_tag(std::string_view tag) {
  std::string name;
  for (const char c : tag) {
    if (!is_name(c)) break;
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

// The value of attribute `name` in a start tag; where it stands without a value, its name.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    if (at == 0 || is_name(tag[at - 1]) || tag[at - 1] == '-') continue;
    std::string_view rest = tag.substr(at + name.size());
    if (rest.empty() || rest.front() == ' ' || rest.front() == '/') return name;
    if (rest.front() != '=') continue;
    rest.remove_prefix(1);
    if (rest.empty()) return {};
    const char quote = rest.front();
    if (quote != '"' && quote != '\'') return rest.substr(0, rest.find_first_of(" \t\n/"));
    return rest.substr(1, rest.find(quote, 1) - 1);
  }
  return {};
}

Sight sight_of_tag(std::string_view tag) {
  const CssLook look = css_look(attribute(tag, "style"));
  if (look.hidden || look.shown == false || attribute(tag, "hidden") == "hidden") return Sight::hidden;
  if (look.points && *look.points < kSmallestReadablePoints) return *look.points == 0 ? Sight::hidden : Sight::tiny;
  const bool on_white = !look.background_unknown;
  if (look.colour && on_white && vanishes(*look.colour, look.background.value_or(kWhite))) return Sight::hidden;
  return Sight::visible;
}

}  // namespace

std::string letters_of_entity(std::string_view entity) {
  static constexpr struct {
    std::string_view name;
    std::string_view letters;
  } kNamed[] = {{"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", "\u00A0"},
                {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"euml", "ë"},   {"iuml", "ï"},   {"ouml", "ö"},
                {"uuml", "ü"},   {"auml", "ä"},   {"aacute", "á"}, {"agrave", "à"}, {"ccedil", "ç"}, {"ntilde", "ñ"},
                {"oacute", "ó"}, {"ocirc", "ô"},  {"szlig", "ß"},  {"oslash", "ø"}, {"aring", "å"},  {"aelig", "æ"},
                {"bull", "•"},   {"middot", "·"}, {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"euro", "€"},
                {"copy", "©"},   {"reg", "®"},    {"trade", "™"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},
                {"rdquo", "”"},  {"laquo", "«"},  {"raquo", "»"},  {"deg", "°"},    {"shy", ""},     {"times", "×"}};
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return std::string{entity};
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() == '#') {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    const bool valid = error == std::errc{} && end == name.data() + name.size() && value > 0 && value <= 0x10FFFF &&
                       (value < 0xD800 || value > 0xDFFF);
    std::string letters;
    append_code_point(letters, valid ? value : U'\uFFFD');
    return letters;
  }
  for (const auto& row : kNamed) {
    if (row.name == name) return std::string{row.letters};
  }
  return std::string{entity};
}

std::string MarkupFilter::feed_markup(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const std::size_t tag = std::min(html.find('<'), html.size());
    if (const std::string_view text = html.substr(0, tag); !text.empty() && feed_text(text)) out += text;
    html.remove_prefix(tag);
    if (html.starts_with("<!--")) {
      const std::size_t end = std::min(html.find("-->", 4), html.size());
      left_out_.gap();
      left_out_.keep(Sight::hidden, html.substr(4, end - 4));
      html.remove_prefix(std::min(end + 3, html.size()));
    } else if (!html.empty()) {
      const std::size_t end = std::min(html.find('>'), html.size() - 1);
      feed_tag(html.substr(1, end > 0 ? end - 1 : 0), out);
      html.remove_prefix(end + 1);
    }
  }
  return out;
}

bool MarkupFilter::feed_text(std::string_view text) {
  if (open_.empty()) return true;
  if (!open_.front().says_nothing) left_out_.keep(open_.front().sight, text);
  return false;
}

void MarkupFilter::feed_tag(std::string_view tag, std::string& out) {
  const bool closes = tag.starts_with('/');
  const std::string name = name_of_tag(closes ? tag.substr(1) : tag);
  if (contains(kBlocks, name)) out += '\n';
  if (name == "td" || name == "th") out += ' ';
  if (closes) {
    close(name);
  } else if (!name.empty() && !contains(kVoid, name) && !tag.ends_with('/')) {
    open(name, tag);
  }
}

void MarkupFilter::open(std::string name, std::string_view tag) {
  const bool says_nothing = name == "script" || name == "style";
  const Sight sight = says_nothing || name == "template" ? Sight::hidden : sight_of_tag(tag);
  if (open_.empty() && sight == Sight::visible) return;
  if (open_.empty()) left_out_.gap();
  if (open_.size() < kDeepest) open_.push_back({std::move(name), sight, says_nothing});
}

void MarkupFilter::close(const std::string& name) {
  const auto match =
      std::find_if(open_.rbegin(), open_.rend(), [&](const Open& element) { return element.name == name; });
  if (match != open_.rend()) open_.erase(match.base() - 1, open_.end());
}

}  // namespace collega::documents
