#pragma once

// How the organisation's own names are kept: what stands now, and every change with who made it.

#include <optional>
#include <vector>

#include "collega/identity/accounts.h"
#include "collega/skills/extension.h"
#include "collega/store/store.h"
#include "own_types.h"

namespace collega::skills_desk {

struct KeptName {
  OwnNameId id;
  OwnEntry content;
};

/// By number: in the order in which they came.
[[nodiscard]] Result<std::vector<KeptName>> kept_names(store::ReadTransaction& read);

/// Who changes what, when; `run` and `undoes` where it is part of an import or takes a change back.
struct Changing {
  identity::AccountId account;
  Moment at;
  std::optional<std::int64_t> run = {};
  std::optional<ChangeId> undoes = {};
};

/// Nothing as content: it goes. Nothing happens where it stood so already. Gives its number; a new one where `id` is
/// none.
Result<OwnNameId> change_name(store::WriteTransaction& write, std::optional<OwnNameId> id,
                              const std::optional<OwnEntry>& content, const Changing& how);

struct KeptChange {
  ChangeId id;
  OwnNameId entry;
  Moment at;
  identity::AccountId account;
  std::optional<OwnEntry> before, after;
  std::optional<std::int64_t> run;
  bool takes_back = false;
  bool taken_back = false;
};

/// Newest first, from behind `after`.
[[nodiscard]] Result<std::vector<KeptChange>> kept_changes(store::ReadTransaction& read, std::optional<ChangeId> after,
                                                           int most);
/// Error: unknown_value.
[[nodiscard]] Result<KeptChange> kept_change(store::ReadTransaction& read, ChangeId change);
/// Newest first.
[[nodiscard]] Result<std::vector<KeptChange>> changes_of_run(store::ReadTransaction& read, std::int64_t run);

/// As the engine takes them; concepts and synonyms in their order.
[[nodiscard]] skills::Extension extension_of(const std::vector<KeptName>& names);

/// What is wrong with each, beside the others: one list a name. Where two cannot go together it is the later one.
[[nodiscard]] std::vector<std::vector<skills::ExtensionTrouble>> troubles_of(const skills::Taxonomy& taxonomy,
                                                                             const std::vector<KeptName>& names);

/// "skill/own-wijkregie", made of a name; another when one of `names` or the taxonomy has it.
[[nodiscard]] std::string new_concept_name(const OwnEntry& entry, const std::vector<KeptName>& names);

}  // namespace collega::skills_desk
