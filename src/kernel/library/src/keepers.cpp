#include <algorithm>
#include <iterator>

#include "rights.h"

namespace collega::library {
namespace {

Result<bool> is_within(store::ReadTransaction& read, const identity::Asker& asker, identity::Role role,
                       const NewDocument& document, Date date) {
  if (document.person) return identity::may_see(read, asker, role, *document.person, date);
  const identity::Scope scope = TRY(identity::scope_of(read, asker, role, date));
  if (scope.everybody) return true;
  return document.unit && std::find(scope.units.begin(), scope.units.end(), *document.unit) != scope.units.end();
}

}  // namespace

bool keeps_unread(const identity::Asker& asker, bool about_a_person) {
  if (asker.kind == identity::AskerKind::local_operator) return true;
  return !about_a_person && asker.roles.contains(identity::Role::administrator);
}

Result<bool> may_add(store::ReadTransaction& read, const identity::Asker& asker, const NewDocument& document,
                     Date date) {
  if (keeps_unread(asker, document.person.has_value())) return true;
  for (const identity::Role role : kKeepers) {
    if (TRY(is_within(read, asker, role, document, date))) return true;
  }
  return false;
}

Result<bool> may_keep(store::ReadTransaction& read, const identity::Asker& asker, DocumentId document, Date date) {
  const Result<Document> found = library::document(read, document);
  if (!found.ok() && found.error().code == ErrorCode::unknown_document) return false;
  const NewDocument entry = TRY(found).entry;
  if (keeps_unread(asker, entry.person.has_value())) return true;
  return TRY(may_add(read, asker, entry, date)) && TRY(may_read(read, asker, document, date));
}

}  // namespace collega::library
