#include <algorithm>

#include "collega/operations/run.h"
#include "collega/register/algorithm_register.h"
#include "register_show.h"
#include "rows.h"

namespace collega::oversight {
namespace {

using namespace operations;
using ai_register::Use;

Result<const Use*> use_named(const Context& context, std::string_view name) {
  return ai_register::find_use(context.table->uses(), name);
}

Result<UseList> list(const ListUsesRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  const Showing showing{read, context};
  const std::vector<Use>& uses = context.table->uses();
  const std::vector<ai_register::Verdict> verdicts = TRY(ai_register::verdicts(read, uses, context.today));
  UseList list;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Use& use = uses[i];
    const ai_register::Verdict& verdict = verdicts[i];
    if (use.name <= asked.after || (asked.risk && use.risk != *asked.risk)) continue;
    if ((asked.state && verdict.state != *asked.state) || (asked.closed && verdict.may_run())) continue;
    if (list.uses.size() == static_cast<std::size_t>(asked.limit)) {
      list.next = list.uses.back().use;
      break;
    }
    list.uses.push_back(showing.listed(use, verdict));
  }
  return list;
}

Result<ShownUse> show(const UseRequest& asked, Context& context) {
  const Use* use = TRY(use_named(context, asked.use));
  return Showing{context.work.read(), context}.whole(*use);
}

Result<WaitingAnswer> waiting(const WaitingRequest&, Context& context) {
  store::ReadTransaction& read = context.work.read();
  Showing showing{read, context};
  WaitingAnswer answer;
  for (const ai_register::Switch& one : TRY(ai_register::waiting_switches(read, context.records->clock()))) {
    answer.switches.push_back(TRY(showing.shown(one)));
  }
  return answer;
}

Result<ExportAnswer> export_entry(const UseRequest& asked, Context& context) {
  const Use* use = TRY(use_named(context, asked.use));
  return ExportAnswer{
      TRY(ai_register::algorithm_register_entry(context.work.read(), *use, context.today, context.records->clock()))};
}

/// What the ledger keeps of each change of the register.
void remember_use(Context& context, const Use& use) {
  context.work.is_a(ledger::Kind::setting);
  context.work.remember("use", Json(use.name));
}

Result<identity::AccountId> account_with(store::ReadTransaction& read, const std::string& login) {
  const std::optional<identity::AccountId> account = TRY(identity::account_named(read, login));
  if (!account) return Error{ErrorCode::unknown_account, login};
  return *account;
}

Result<ListedUse> complete(const CompleteRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const Use* use = TRY(use_named(context, asked.use));
  ai_register::Proof proof{.condition = asked.condition,
                           .date = asked.date.value_or(context.today),
                           .ends = asked.ends,
                           .account = {},
                           .document = asked.document,
                           .reference = asked.reference.value_or("")};
  if (asked.who) proof.account = TRY(account_with(write, *asked.who));
  TRY(ai_register::complete(write, *use, proof, context.asker, context.records->clock()));
  remember_use(context, *use);
  context.work.remember("condition", Json(name_of(asked.condition)));
  if (asked.document) context.work.remember("document", Json(to_string(*asked.document)));
  return Showing{write, context}.listed(*use);
}

Result<ListedUse> take_back(const TakeBackRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const Use* use = TRY(use_named(context, asked.use));
  TRY(ai_register::take_back(write, *use, asked.condition, asked.reason, context.asker, context.records->clock()));
  remember_use(context, *use);
  context.work.remember("condition", Json(name_of(asked.condition)));
  context.work.remember("taken_back", Json(true));
  return Showing{write, context}.listed(*use);
}

Result<ListedUse> review(const ReviewRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const Use* use = TRY(use_named(context, asked.use));
  TRY(ai_register::set_review(write, *use, asked.day, context.asker));
  remember_use(context, *use);
  return Showing{write, context}.listed(*use);
}

OrganisationAnswer answer_of(const ai_register::Organisation& organisation) {
  return {organisation.name, organisation.contact, organisation.is_public};
}

Result<OrganisationAnswer> show_organisation(const ShowOrganisationRequest&, Context& context) {
  return answer_of(TRY(ai_register::organisation(context.work.read())));
}

Result<OrganisationAnswer> organisation(const OrganisationRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  ai_register::Organisation organisation = TRY(ai_register::organisation(write));
  if (asked.name) organisation.name = *asked.name;
  if (asked.contact) organisation.contact = *asked.contact;
  if (asked.is_public) organisation.is_public = *asked.is_public;
  TRY(ai_register::set_organisation(write, organisation, asked.reason, context.asker, context.records->clock()));
  context.work.is_a(ledger::Kind::setting);
  context.work.remember("public", Json(organisation.is_public));
  return answer_of(organisation);
}

Result<ShownSwitch> remembered(Context& context, const Use& use, const ai_register::Switch& one) {
  remember_use(context, use);
  context.work.remember("switch", Json(to_string(one.id)));
  context.work.remember("to", Json(name_of(one.to)));
  context.work.remember("status", Json(name_of(one.status)));
  return Showing{context.work.write(), context}.shown(one);
}

Result<ShownSwitch> switch_use(const SwitchRequest& asked, Context& context) {
  const Use* use = TRY(use_named(context, asked.use));
  const ai_register::Switch one = TRY(ai_register::switch_use(
      context.work.write(), *use, asked.to, asked.reason, context.asker, context.records->clock(), context.language));
  return remembered(context, *use, one);
}

Result<const Use*> use_of_switch(Context& context, ai_register::SwitchId id) {
  const ai_register::Switch one = TRY(ai_register::switch_by_id(context.work.write(), id, context.records->clock()));
  return use_named(context, one.use);
}

Result<ShownSwitch> confirm(const ConfirmRequest& asked, Context& context) {
  const Use* use = TRY(use_of_switch(context, asked.number));
  const ai_register::Switch one =
      TRY(ai_register::decide_switch(context.work.write(), *use, asked.number, asked.opinion, asked.reason,
                                     context.asker, context.records->clock(), context.language));
  return remembered(context, *use, one);
}

Result<ShownSwitch> withdraw(const WithdrawRequest& asked, Context& context) {
  const Use* use = TRY(use_of_switch(context, asked.number));
  const ai_register::Switch one = TRY(ai_register::withdraw_switch(
      context.work.write(), *use, asked.number, asked.reason, context.asker, context.records->clock()));
  return remembered(context, *use, one);
}

Result<AdviseAnswer> advise(const AdviseRequest& asked, Context& context) {
  const Use* use = TRY(use_named(context, asked.use));
  const ai_register::AdviceId id =
      TRY(ai_register::advise(context.work.write(), *use, asked.text, context.asker, context.records->clock()));
  remember_use(context, *use);
  context.work.remember("advice", Json(to_string(id)));
  return AdviseAnswer{id, context.today};
}

const std::vector<Role> kReaders{Role::privacy_coordinator, Role::data_protection_officer, Role::works_council,
                                 Role::administrator, Role::hr_adviser};

Operation reading(std::string_view name, std::string_view command, Bilingual title, Bilingual purpose,
                  Handler handler) {
  return {.name = name,
          .title = title,
          .purpose = purpose,
          // Who owns and oversees a use, whether they still work here, and what proves its conditions.
          .reads = {Data::accounts, Data::people, Data::contracts, Data::documents},
          .may = kReaders,
          .stored = Stored::reads,
          .command = command,
          .handler = std::move(handler)};
}

/// A switch is worth a proof that its owner sits there.
Operation proved(Operation row) {
  row.step_up = true;
  return row;
}

Operation changing(std::string_view name, std::string_view command, Bilingual title, Bilingual purpose,
                   Handler handler) {
  Operation row = reading(name, command, title, purpose, std::move(handler));
  row.effect = Effect::acts;
  row.may = {Role::privacy_coordinator};
  row.stored = Stored::writes;
  return row;
}

/// With the members that the command takes by place.
Operation given(std::vector<std::string_view> members, Operation row) {
  row.given = std::move(members);
  return row;
}

void add_reading(std::vector<Operation>& rows) {
  rows.push_back(reading("register.list", "register list", {"Het AI-register", "The AI register"},
                         {"Toont elke toepassing met haar risico, haar stand en wat er nog ontbreekt.",
                          "Shows every use with its risk, its state and what is still missing."},
                         handler<ListUsesRequest, UseList>(list)));
  rows.push_back(given({"use"}, reading("register.show", "register show", {"Een toepassing", "A use"},
                                        {"Toont van een toepassing alles wat in het register staat.",
                                         "Shows everything that the register holds of a use."},
                                        handler<UseRequest, ShownUse>(show))));
  rows.push_back(reading("register.waiting", "register waiting", {"Omzettingen die wachten", "Switches that wait"},
                         {"Toont welke omzettingen op een tweede persoon wachten, de oudste eerst.",
                          "Shows which switches wait for a second person, the oldest first."},
                         handler<WaitingRequest, WaitingAnswer>(waiting)));
  rows.push_back(
      given({"use"},
            reading("register.export", "register export", {"Voor het Algoritmeregister", "For the Algorithm Register"},
                    {"Geeft een toepassing in de vorm die het Nederlandse Algoritmeregister aanneemt.",
                     "Gives a use in the form that the Dutch Algorithm Register takes."},
                    handler<UseRequest, ExportAnswer>(export_entry))));
}

void add_organisation(std::vector<Operation>& rows) {
  rows.push_back(reading("register.show_organisation", "register show-organisation",
                         {"De organisatie in het register", "The organisation in the register"},
                         {"Toont hoe de organisatie heet, waar vragen heen gaan en of zij publiek is.",
                          "Shows what the organisation is called, where questions go and whether it is public."},
                         handler<ShowOrganisationRequest, OrganisationAnswer>(show_organisation)));
  rows.push_back(changing("register.organisation", "register organisation", {"De organisatie", "The organisation"},
                          {"Zegt hoe de organisatie heet, waar vragen heen gaan en of zij publiek is.",
                           "Says what the organisation is called, where questions go and whether it is public."},
                          handler<OrganisationRequest, OrganisationAnswer>(organisation)));
}

void add_conditions(std::vector<Operation>& rows) {
  rows.push_back(
      given({"use", "condition"},
            changing("register.complete", "register complete", {"Een voorwaarde vastleggen", "Record a condition"},
                     {"Legt vast dat aan een voorwaarde is voldaan, met de dag en het bewijs.",
                      "Records that a condition is met, with its day and its proof."},
                     handler<CompleteRequest, ListedUse>(complete))));
  rows.push_back(
      given({"use", "condition"},
            changing("register.take_back", "register take-back", {"Een voorwaarde intrekken", "Take a condition back"},
                     {"Laat een voorwaarde niet meer tellen; wat haar nodig heeft, mag daarmee niet meer.",
                      "Makes a condition count no more; what needs it may run no longer."},
                     handler<TakeBackRequest, ListedUse>(take_back))));
  rows.push_back(
      given({"use", "day"},
            changing("register.review", "register review", {"Een dag om opnieuw te kijken", "A day to look again"},
                     {"Zet de dag waarop opnieuw naar een toepassing wordt gekeken, of haalt hem weg.",
                      "Sets the day on which a use is looked at again, or takes it away."},
                     handler<ReviewRequest, ListedUse>(review))));
}

void add_switching(std::vector<Operation>& rows) {
  rows.push_back(given(
      {"use", "to"},
      proved(changing("register.switch", "register switch", {"Een toepassing omzetten", "Switch a use"},
                      {"Zet een toepassing uit, op proef of aan; omhoog bij hoog risico vraagt dit een tweede persoon.",
                       "Puts a use off, in pilot or on; going up with a high risk, this asks a second person."},
                      handler<SwitchRequest, ShownSwitch>(switch_use)))));
  rows.push_back(
      given({"switch", "opinion"}, proved(changing("register.confirm", "register confirm",
                                                   {"Als tweede persoon besluiten", "Decide as the second person"},
                                                   {"Stemt in met een omzetting die een ander vroeg, of weigert haar.",
                                                    "Agrees to a switch that somebody else asked for, or refuses it."},
                                                   handler<ConfirmRequest, ShownSwitch>(confirm)))));
  rows.push_back(given(
      {"switch"},
      changing("register.withdraw", "register withdraw", {"Een omzetting terugnemen", "Take a switch back"},
               {"Neemt een eigen omzetting terug die nog wacht.", "Takes back a switch of one's own that still waits."},
               handler<WithdrawRequest, ShownSwitch>(withdraw))));
  Operation advising =
      changing("register.advise", "register advise", {"Advies van de functionaris", "Advice of the officer"},
               {"Voegt een gedateerd advies van de functionaris gegevensbescherming toe; het besluit niets.",
                "Adds a dated advice of the data protection officer; it decides nothing."},
               handler<AdviseRequest, AdviseAnswer>(advise));
  advising.may = {Role::data_protection_officer};
  rows.push_back(given({"use"}, std::move(advising)));
}

}  // namespace

void add_register_rows(std::vector<Operation>& rows) {
  add_reading(rows);
  add_organisation(rows);
  add_conditions(rows);
  add_switching(rows);
}

}  // namespace collega::oversight
