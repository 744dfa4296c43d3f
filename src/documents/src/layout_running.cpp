#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "collega/base/utf8.h"
#include "layout.h"

namespace collega::documents {
namespace {

// Running lines stand in the upper or lower eighth of the page.
constexpr double kEdge = 0.125;
// A line is at the same place when it is within this many points.
constexpr double kSamePlace = 6;

struct Candidate {
  std::size_t page;
  std::size_t segment;
};

// The text with every number made alike, so that "Pagina 1 van 2" and "Pagina 2 van 2" are the same.
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : to_lower(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      shape += c;
    } else if (shape.empty() || shape.back() != '#') {
      shape += '#';
    }
  }
  return shape;
}

bool is_page_number(std::string_view text, std::size_t page, std::size_t pages) {
  static const std::set<std::string, std::less<>> kShapes{
      "pagina # van #", "pagina #",   "pagina #/#",   "pagina # / #", "pag. # van #", "pag. #", "page # of #", "page #",
      "page #/#",       "page # / #", "blad # van #", "blad #",       "# van #",      "# of #", "p. #",        "- # -",
      "– # –",          "# / #",      "#/#",          "p. #/#",       "pagina: #",    "| #",    "# |"};
  const std::string shape = shape_of(text);
  if (shape == "#") {
    const bool short_number = text.size() <= 3;
    const auto number = short_number ? static_cast<std::size_t>(std::stoi(std::string{text})) : 0;
    return short_number && (number == page + 1 || (number >= 1 && number <= pages));
  }
  return kShapes.contains(shape);
}

bool at_edge(const Box& box, double height) { return box.bottom < kEdge * height || box.top > (1 - kEdge) * height; }

// How the person is reached is often said in the foot only: an address or number is kept where it stands first.
bool tells_contact(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return text.find('@') != std::string_view::npos || digits >= 9;
}

using Places = std::map<std::pair<std::string, int>, std::vector<Candidate>>;

Places places_of(const std::vector<std::vector<Segment>>& pages, const std::vector<double>& heights) {
  Places places;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t s = 0; s < pages[p].size(); ++s) {
      const Segment& segment = pages[p][s];
      if (!at_edge(segment.box, heights[p])) continue;
      const int place = static_cast<int>(std::lround(segment.box.top / kSamePlace));
      places[{shape_of(segment.text), place}].push_back({p, s});
    }
  }
  return places;
}

}  // namespace

void drop_running_lines(std::vector<std::vector<Segment>>& pages, const std::vector<double>& heights) {
  std::set<std::pair<std::size_t, std::size_t>> dropped;
  for (const auto& [shape, found] : places_of(pages, heights)) {
    std::set<std::size_t> on;
    for (const Candidate& candidate : found) on.insert(candidate.page);
    // On two pages at least, and on most of them in a document of many.
    if (on.size() < 2 || on.size() * 3 < pages.size()) continue;
    const bool keep_first = tells_contact(pages[found.front().page][found.front().segment].text);
    for (std::size_t i = keep_first ? 1 : 0; i < found.size(); ++i) dropped.insert({found[i].page, found[i].segment});
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<Segment> kept;
    for (std::size_t s = 0; s < pages[p].size(); ++s) {
      Segment& segment = pages[p][s];
      const bool number = at_edge(segment.box, heights[p]) && is_page_number(segment.text, p, pages.size());
      if (!number && !dropped.contains({p, s})) kept.push_back(std::move(segment));
    }
    pages[p] = std::move(kept);
  }
}

}  // namespace collega::documents
