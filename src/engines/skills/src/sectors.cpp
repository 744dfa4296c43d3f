#include "sectors.h"

#include <algorithm>
#include <stdexcept>

#include "employers.h"
#include "table.h"

namespace collega::skills {

std::string_view embedded_sectors_tsv();

namespace {

constexpr std::size_t kLongestTitle = 110;  // a longer line tells of the work instead of naming it
// "Zorgvilla" and "Woonzorg": a shorter part stands in too many names.
constexpr std::size_t kShortestPart = 4;

class Sectors {
 public:
  Sectors() {
    const auto table = Table::parse("sectors", embedded_sectors_tsv());
    if (!table) throw std::logic_error("the built-in sectors are broken: " + table.error().where);
    for (std::size_t row = 0; row < table.value().rows(); ++row) {
      const auto domain = static_cast<std::uint32_t>(domains_.size());
      domains_.emplace_back(table.value().cell(row, "id"));
      for (const std::string& name : table.value().list(row, "nl")) add(name, Language::nl, domain);
      for (const std::string_view column : {"en", "other"}) {
        for (const std::string& name : table.value().list(row, column)) add(name, Language::en, domain);
      }
    }
  }

  void find(std::string_view line, std::vector<std::string_view>& domains) const {
    const auto take = [&](std::uint32_t domain) {
      if (std::find(domains.begin(), domains.end(), domains_[domain]) == domains.end())
        domains.emplace_back(domains_[domain]);
    };
    const auto units = units_of(line);
    for (const PhraseHit& hit : names_.find(units)) take(hit.value);
    for (const Unit& unit : units) {
      if (!unit.is_word || !begins_with_capital(line, unit)) continue;
      for (const auto& [part, domain] : parts_) {
        if (unit.folded.starts_with(part) || unit.folded.ends_with(part)) take(domain);
      }
    }
  }

 private:
  void add(const std::string& name, Language language, std::uint32_t domain) {
    const auto units = units_of(name);
    if (language == Language::nl && units.size() == 1 && units[0].folded.size() >= kShortestPart)
      parts_.emplace_back(units[0].folded, domain);
    names_.add(units, language, domain);
  }

  std::vector<std::string> domains_;
  std::vector<std::pair<std::string, std::uint32_t>> parts_;
  PhraseIndex names_;
};

}  // namespace

std::vector<std::string_view> sectors_of(const Stretch& stretch, const ReadPaper& paper) {
  static const Sectors sectors;
  std::vector<std::string_view> domains;
  for (const Piece& piece : paper.pieces) {
    if (!stretch.span.contains(piece.span.begin) || piece.kind == LineKind::item) continue;
    const std::string_view line = piece.span.of(paper.paper->text);
    if (piece.kind == LineKind::row || line.size() <= kLongestTitle) sectors.find(line, domains);
  }
  return domains;
}

}  // namespace collega::skills
