#include "apply.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "journal.h"

namespace collega::administration {
namespace {

using people::Change;

/// Whether the records refuse what a row says, or can do nothing at all.
bool is_of_row(ErrorCode code) {
  switch (code) {
    case ErrorCode::unknown_person:
    case ErrorCode::unknown_contract:
    case ErrorCode::unknown_unit:
    case ErrorCode::unknown_position:
    case ErrorCode::bad_bsn:
    case ErrorCode::bad_iban:
    case ErrorCode::end_before_begin:
    case ErrorCode::contract_overlaps:
    case ErrorCode::role_overlaps:
    case ErrorCode::unit_cycle:
    case ErrorCode::unit_in_use:
    case ErrorCode::out_of_range:
    case ErrorCode::missing_member:
    case ErrorCode::wrong_type:
    case ErrorCode::bad_utf8:
      return true;
    default:
      return false;
  }
}

class Applier {
 public:
  Applier(store::WriteTransaction& write, const Plan& plan, ImportRunId run, Ticker& ticker)
      : write_(write), plan_(plan), run_(run), ticker_(ticker), journal_(write, run) {}

  /// Each part as a step that may be refused; `row_` is what it is about.
  Result<std::optional<Refusal>> all(const std::string& source, std::optional<Date> last_day) {
    for (const auto part : {&Applier::units, &Applier::people, &Applier::managers, &Applier::unit_managers}) {
      const Result<Done> done = (this->*part)();
      if (done) continue;
      if (is_of_row(done.error().code)) return std::optional{Refusal{row_, done.error()}};
      return done.error();
    }
    if (last_day) TRY(end_contracts(*last_day));
    TRY(keep_journal());
    TRY(keep_origins(source));
    return std::optional<Refusal>{};
  }

 private:
  [[nodiscard]] people::UnitId made(people::UnitId id) const { return id.number < 0 ? made_units_.at(id.number) : id; }

  Result<Done> units() {
    for (const UnitStep& step : plan_.units) {
      if (step.change == Change::same) continue;
      row_ = step.row;
      TRY(remember_unit(step.code));
      people::UnitEntry entry{step.code, step.name, {}};
      if (step.parent) {
        entry.parent = TRY(people::unit_coded(write_, *step.parent));
        if (!entry.parent) return Error{ErrorCode::unknown_unit, *step.parent};
      }
      const people::UnitId id = TRY(people::put_unit(write_, entry, step.from)).id;
      if (step.id.number < 0) made_units_.emplace(step.id.number, id);
    }
    return Done{};
  }

  Result<Done> remember_unit(const std::string& code) {
    if (units_before_.contains(code)) return Done{};
    const auto id = TRY(people::unit_coded(write_, code));
    units_before_.emplace(code, id ? TRY(image_of(write_, *id, code)) : UnitImage{});
    order_of_units_.push_back(code);
    return Done{};
  }

  Result<Done> people() {
    ids_.reserve(plan_.people.size());
    before_.resize(plan_.people.size());
    for (std::size_t i = 0; i < plan_.people.size(); ++i) {
      const PersonStep& step = plan_.people[i];
      row_ = step.row;
      if (step.known && !step.changes_nothing()) before_[i] = TRY(image_of(write_, *step.known));
      const bool stays = step.known && step.change == Change::same;
      ids_.push_back(stays ? *step.known : TRY(people::put_person(write_, step.entry)).id);
      for (const ContractStep& one : step.contracts) TRY(contract(ids_.back(), one));
      ticker_.step();
    }
    return Done{};
  }

  Result<Done> contract(people::PersonId person, const ContractStep& step) {
    if (step.change == Change::same) return Done{};
    row_ = step.row;
    people::ContractEntry entry = step.entry;
    entry.person = person;
    people::Terms terms = step.terms;
    terms.unit = made(terms.unit);
    TRY(people::put_contract(write_, entry, terms, step.from));
    return Done{};
  }

  Result<people::PersonId> manager_id(const std::string& personnel_number) {
    if (const auto found = managers_.find(personnel_number); found != managers_.end()) return found->second;
    const auto id = TRY(people::person_numbered(write_, personnel_number));
    if (!id) return Error{ErrorCode::unknown_person, personnel_number};
    managers_.emplace(personnel_number, *id);
    return *id;
  }

  Result<Done> managers() {
    for (std::size_t i = 0; i < plan_.people.size(); ++i) {
      const auto& manager = plan_.people[i].manager;
      if (!manager || manager->change == Change::same) continue;
      row_ = manager->row;
      TRY(people::hand_over_role(write_, {.id = {},
                                          .person = TRY(manager_id(manager->manager)),
                                          .role = people::PersonRole::manager,
                                          .of_person = ids_[i],
                                          .begin = manager->from,
                                          .end = manager->end}));
    }
    return Done{};
  }

  Result<Done> unit_managers() {
    for (const auto& [code, step] : plan_.unit_managers) {
      if (step.change == Change::same) continue;
      row_ = step.row;
      TRY(remember_unit(code));
      TRY(people::hand_over_role(write_, {.id = {},
                                          .person = TRY(manager_id(step.manager)),
                                          .role = people::PersonRole::manager,
                                          .of_unit = TRY(people::unit_coded(write_, code)),
                                          .begin = step.from,
                                          .end = step.end}));
    }
    return Done{};
  }

  Result<Done> end_contracts(Date last_day) {
    for (const Absent& one : plan_.left) {
      const PersonImage before = TRY(image_of(write_, one.person));
      for (const people::Contract& contract : TRY(people::contracts_of(write_, one.person))) {
        const bool runs_on = !contract.entry.end || *contract.entry.end > people::end_after(last_day);
        if (!runs_on || contract.entry.begin > last_day) continue;
        TRY(people::end_contract(write_, contract.id, people::end_after(last_day)));
      }
      TRY(journal_.add(one.person, one.personnel_number, before, TRY(image_of(write_, one.person))));
    }
    return Done{};
  }

  /// A new person is as the plan made them, so that nothing needs to be read back of most of a first import.
  [[nodiscard]] std::optional<PersonImage> foreseen(std::size_t index) {
    const PersonStep& step = plan_.people[index];
    if (step.known) return std::nullopt;
    PersonImage image{.entry = step.entry, .contracts = {}, .managers = {}};
    for (const ContractStep& one : step.contracts) {
      if (one.change != Change::created) return std::nullopt;
      ContractImage& contract = image.contracts.emplace_back(ContractImage{one.entry, {{one.from, one.terms}}});
      contract.entry.person = ids_[index];
      contract.terms.front().terms.unit = made(one.terms.unit);
    }
    std::sort(image.contracts.begin(), image.contracts.end(), [](const ContractImage& a, const ContractImage& b) {
      return std::tie(a.entry.begin, a.entry.employment_number) < std::tie(b.entry.begin, b.entry.employment_number);
    });
    if (const auto& manager = step.manager) {
      image.managers.push_back({managers_.at(manager->manager), manager->from, manager->end});
    }
    return image;
  }

  Result<Done> keep_journal() {
    for (const std::string& code : order_of_units_) {
      const people::UnitId id = *TRY(people::unit_coded(write_, code));
      TRY(journal_.add(id, code, units_before_.at(code), TRY(image_of(write_, id, code))));
    }
    for (std::size_t i = 0; i < plan_.people.size(); ++i) {
      const PersonStep& step = plan_.people[i];
      if (step.changes_nothing()) continue;
      std::optional<PersonImage> after = foreseen(i);
      if (!after) after = TRY(image_of(write_, ids_[i]));
      TRY(journal_.add(ids_[i], step.entry.personnel_number, before_[i], *after));
    }
    return Done{};
  }

  Result<Done> keep_origins(const std::string& source) {
    std::unordered_set<std::int64_t> there;
    {
      store::Rows rows = TRY(write_.query("select person from import_origin where source = ?", source));
      while (TRY(rows.next())) there.insert(rows.get<std::int64_t>(0));
    }
    for (const people::PersonId id : ids_) {
      if (there.contains(id.number)) continue;
      TRY(write_.execute("insert into import_origin (source, person, run) values (?, ?, ?)", source, id, run_));
    }
    return Done{};
  }

  store::WriteTransaction& write_;
  const Plan& plan_;
  ImportRunId run_;
  Ticker& ticker_;
  Journal journal_;
  std::size_t row_ = 0;
  std::map<std::int64_t, people::UnitId> made_units_;
  std::map<std::string, UnitImage> units_before_;
  std::vector<std::string> order_of_units_;
  std::vector<people::PersonId> ids_;
  std::vector<PersonImage> before_;
  std::unordered_map<std::string, people::PersonId> managers_;
};

}  // namespace

Result<std::optional<Refusal>> apply(store::WriteTransaction& write, const Plan& plan, ImportRunId run,
                                     const std::string& source, std::optional<Date> last_day, Ticker& ticker) {
  return Applier{write, plan, run, ticker}.all(source, last_day);
}

}  // namespace collega::administration
