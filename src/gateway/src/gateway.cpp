#include "collega/gateway/gateway.h"

#include "operation_rows.h"

namespace collega::gateway {

using namespace operations;

std::string_view embedded_gateway_1_sql();

std::vector<store::Migration> migrations() { return {{"gateway", 1, embedded_gateway_1_sql()}}; }

const std::vector<Role>& everybody_here() {
  static const std::vector<Role> all = [] {
    std::vector<Role> roles = every_role();
    std::erase(roles, Role::candidate);
    return roles;
  }();
  return all;
}

Operation row_of(std::string_view name, Bilingual title, Bilingual purpose, Handler handler) {
  return {.name = name, .title = title, .purpose = purpose, .stored = Stored::reads, .handler = std::move(handler)};
}

Operation model_row(std::string_view name, Bilingual title, Bilingual purpose, Handler handler) {
  Operation row = row_of(name, title, purpose, std::move(handler));
  row.effect = Effect::acts;
  row.risk = {Risk::limited, "AI Act, art. 50"};
  row.reads = {Data::given_text, Data::people};
  row.may = everybody_here();
  row.limits = {
      "Wat het schild niet herkent, gaat ongewijzigd mee. Vervangen tekst blijft een persoonsgegeven: wie de context "
      "kent, kan een persoon "
      "herkennen. Een model kan onwaarheden schrijven; wat het antwoordt, is niet nagegaan.",
      "What the shield does not recognise leaves as it is. Text with names replaced stays personal data: who knows the "
      "context may "
      "recognise a person. A model can write untruths; nobody has checked what it answers."};
  row.stored = Stored::whole;
  return row;
}

std::vector<Operation> operations() {
  const auto tools = std::make_shared<Inside>();
  std::vector<Operation> rows;
  add_model_rows(rows, tools);
  add_rule_rows(rows, tools);
  add_shield_rows(rows, tools);
  add_conversation_rows(rows, tools);
  add_usage_rows(rows, tools);
  return rows;
}

}  // namespace collega::gateway
