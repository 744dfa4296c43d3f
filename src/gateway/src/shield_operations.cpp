// The shield, tried on a text: what would leave, and why. Nothing leaves.

#include <algorithm>

#include "collega/base/utf8.h"
#include "operation_rows.h"
#include "shield_types.h"

namespace collega::gateway {
namespace {

using namespace operations;

Result<Shielded> try_shield(const TryShield& asked, Context& context, const Tools& tools) {
  store::Store& store = context.records->store;
  const Policy policy = TRY(TRY(tools->rules.get(store))->policy_for(asked.purpose));
  const auto people = TRY(tools->people.get(store, context.today));
  const privacy::Policy treatments = treatments_of(policy);
  Shielded answer;
  const CodePointIndex index{asked.text};
  for (const privacy::Finding& one : privacy::find(asked.text, {.language = {}, .people = people.get()})) {
    const Span span = index.to_code_points(one.span);
    const privacy::Treatment treatment = treatments.of(one.kind);
    answer.found.push_back(
        {span.begin, span.end, one.kind, one.score, privacy::reason_of(one, context.language), treatment});
    const bool is_new = std::ranges::find(answer.refused, one.kind) == answer.refused.end();
    if (treatment == privacy::Treatment::refuse && is_new) answer.refused.push_back(one.kind);
  }
  if (!answer.refused.empty()) return answer;
  Shield shield{policy, people.get(), privacy::Vault{context.language}};
  Json text = Json(asked.text);
  shield.add_text(text);
  answer.data = TRY(shield.look());
  TRY(shield.replace(context.today));
  answer.may_leave = true;
  answer.leaves = text.get_string();
  answer.local_only = std::ranges::find(policy.local_only, answer.data) != policy.local_only.end();
  for (const privacy::Vault::Entry& one : shield.vault().entries()) {
    answer.placeholders.push_back({one.placeholder, one.original, one.kind});
  }
  return answer;
}

}  // namespace

void add_shield_rows(std::vector<Operation>& rows, const Tools& tools) {
  Operation row = row_of("gateway.try_shield", {"De privacyschil proberen", "Try the privacy shield"},
                         {"Toont wat er van een tekst naar een taalmodel zou gaan, en waarom. Er gaat niets weg.",
                          "Shows what of a text would go to a language model, and why. Nothing leaves."},
                         handler<TryShield, Shielded>(try_shield, tools));
  row.reads = {Data::given_text, Data::people};
  row.may = everybody_here();
  row.stored = Stored::whole;
  rows.push_back(std::move(row));
}

}  // namespace collega::gateway
