#include "office.h"

#include "collega/administration/import.h"
#include "collega/administration/undo.h"
#include "collega/gateway/gateway.h"
#include "collega/hiring/hiring.h"
#include "collega/identity/accounts.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/proposals.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/skills_desk/skills_desk.h"

namespace collega {
namespace {

// The chain of the ledger that the command line writes.
constexpr const char* kWriter = "local";

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::vector<store::Migration> all_migrations() {
  std::vector<store::Migration> all = ledger::migrations();
  append(all, people::migrations());
  append(all, identity::migrations());
  append(all, library::migrations());
  append(all, ai_register::migrations());
  append(all, operations::migrations());
  append(all, gateway::migrations());
  append(all, administration::migrations());
  append(all, hiring::migrations());
  append(all, skills_desk::migrations());
  return all;
}

std::vector<people::Holding> all_holdings() {
  std::vector<people::Holding> all = administration::holdings();
  append(all, hiring::holdings());
  append(all, skills_desk::holdings());
  append(all, gateway::holdings());
  append(all, operations::holdings());
  append(all, ai_register::holdings());
  append(all, library::holdings());
  append(all, identity::holdings());
  append(all, people::holdings());
  return all;
}

Result<operations::Records*> Office::open(const std::optional<std::string>& folder) {
  if (records_) return &*records_;
  const std::string place = folder.value_or(where_.folder);
  if (place.empty()) return Error{ErrorCode::needs_data};
  const store::Options options{.folder = place, .postgres = where_.postgres, .key = where_.key};
  const std::vector<store::Migration> steps = all_migrations();
  store_ = TRY(store::Store::open(options, steps));
  records_.emplace(*store_, kWriter, clock_);
  return &*records_;
}

OwnNames Office::own_names() {
  return {.revision = [this]() -> Result<std::int64_t> {
            if (!store_) return 0;
            store::ReadTransaction read = TRY(store_->read());
            return skills_desk::own_names_revision(read);
          },
          .names = [this]() -> Result<skills::Extension> {
            store::ReadTransaction read = TRY(store_->read());
            return skills_desk::own_names(read);
          }};
}

}  // namespace collega
