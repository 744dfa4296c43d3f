// The first byte chooses: 't' is followed by the eight tables of a taxonomy with a form feed between them, anything
// else by a paper, which is read as a CV and as a vacancy with the seed taxonomy.

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "collega/base/utf8.h"
#include "collega/skills/mentions.h"
#include "collega/skills/requirements.h"
#include "table.h"

namespace {

using namespace collega::skills;

void demand(bool holds) {
  if (!holds) std::abort();
}

void read_tables(std::string_view text) {
  std::array<std::string_view, 8> parts;
  for (auto& part : parts) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (const auto table = Table::parse("skills", parts[0])) {
    for (std::size_t row = 0; row < table->rows(); ++row) (void)table->list(row, "also_nl");
  }
  const auto taxonomy =
      Taxonomy::from_tables({parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]});
  if (!taxonomy) return;
  for (ConceptRef ref = 0; ref < taxonomy->size(); ++ref) {
    demand(taxonomy->find(taxonomy->at(ref).kind, taxonomy->at(ref).id) == ref);
    for (const ConceptRef broader : taxonomy->at(ref).broader) demand(taxonomy->implies(ref, broader));
  }
}

const MentionFinder& seed_finder() {
  static const auto kTaxonomy = seed_taxonomy();
  static const MentionFinder kFinder{kTaxonomy.value()};
  return kFinder;
}

void read_paper(std::string_view bytes) {
  const Paper paper = paper_from_text(collega::repair_utf8(bytes));
  const Reading reading = seed_finder().read(paper);
  const auto lies_within = [&](collega::Span span) { return span.begin <= span.end && span.end <= paper.text.size(); };
  for (const Mention& mention : reading.mentions) {
    demand(lies_within(mention.span) && lies_within(mention.sentence) && !mention.span.empty());
    demand(mention.score > 0 && mention.score <= 1);
    demand(collega::is_valid_utf8(mention.span.of(paper.text)));
  }
  for (const collega::Language language : {collega::Language::nl, collega::Language::en}) {
    const VacancyReading vacancy = read_vacancy(paper, seed_finder(), language);
    for (const Requirement& requirement : vacancy.requirements) demand(lies_within(requirement.source));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  if (data[0] == 't') {
    read_tables(rest);
  } else {
    read_paper(rest);
  }
  return 0;
}
