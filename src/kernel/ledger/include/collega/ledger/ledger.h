#pragma once

// What was done, by whom, about whom and when: entries that are only ever added. Each writer (a server process, the
// command line) has a chain of its own, in which every entry's keyed code covers the entry and the code before it, so
// that whoever has no key cannot change, remove or reorder one unseen (verify.h).
//
//   entry  =  {"writer","seq","at","kind","actor","operation","about":[digests],"details":{...}}   one line, in this
//   order mac    =  BLAKE2b-256 under a key made from the store's ledger key, of the mac before it (32 zero bytes
//   before the first)
//             and the entry
//
// No personal data stands in it: a person is a digest under a key of that person's own, which goes when the person is
// erased. Every text is one word of at most 128 letters, digits and -_.:/+=, so that a sentence or an address is
// refused; the number of a person does not belong in the details either.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/moment.h"
#include "collega/store/store.h"

namespace collega::ledger {

[[nodiscard]] std::vector<store::Migration> migrations();

enum class Kind {
  read,      ///< personal data was shown or handed out
  proposal,  ///< the system proposed something
  decision,  ///< a person decided on a proposal
  act,       ///< something was changed, sent or paid
  access,    ///< signed in, signed out, a password or role changed
  refusal,   ///< asked for what may not be
  setting,   ///< of the register, a rule or the system itself
  erasure,   ///< a person was forgotten
  anchor     ///< the ledger's own: the heads of the other chains
};
BOOST_DESCRIBE_ENUM(Kind, read, proposal, decision, act, access, refusal, setting, erasure, anchor)

/// The actor at their own terminal, and the only one with a space.
inline constexpr std::string_view kLocalOperator = "local operator";

/// What is to be remembered.
struct Entry {
  Kind kind = Kind::read;
  std::string actor = {};                ///< an account's id, a system actor's name, or kLocalOperator
  std::string operation = {};            ///< "hiring.match"
  std::vector<std::int64_t> about = {};  ///< the numbers of the people concerned; kept as digests
  JsonObject details = {};  ///< ids, digests, whole numbers, true and false, and lists and objects of these
};

/// Adds to the chain of `writer` within the caller's transaction, on disk when that is committed; gives the entry's
/// number in its chain. An entry is never earlier than the one before it: it gets that one's time then. When the clock
/// was set back (by more than the minute that a writer may have waited for its turn), the first such entry says so,
/// with "clock_set_back_ms" in its details. Threads and processes may share a writer. Errors: wrong_type with the path
/// of what is no word or whole number; store_broken when the head of the chain is not what was written (after looking
/// into it, go on under another writer's name); key_wrong; those of the store.
Result<std::int64_t> append(store::WriteTransaction& write, std::string_view writer, const Entry& entry, Moment now);

/// Adds an entry that names the head of every other chain, so that one cut short is missed in another. Nothing to do,
/// and 0, when there is no other.
Result<std::int64_t> anchor(store::WriteTransaction& write, std::string_view writer, Moment now);

/// Destroys the person's key and adds `erasure`, which is about nobody. The chains stay whole; nothing leads from the
/// person to their entries any more. Flush a ReadRecorder first, or what it still holds makes the person known anew.
Result<std::int64_t> forget(store::WriteTransaction& write, std::int64_t person, std::string_view writer,
                            const Entry& erasure, Moment now);

/// An entry as it was kept.
struct Recorded {
  std::string writer;
  std::int64_t seq = 0;
  Moment at;
  Kind kind = Kind::read;
  std::string actor;
  std::string operation;
  std::vector<std::string> about;
  Json details;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (writer, seq, at, kind, actor, operation, about, details))

struct Filter {
  std::optional<std::int64_t> person = {};
  std::optional<Kind> kind = {};
  std::string operation = {};  ///< empty: all
  std::string actor = {};      ///< empty: all
  std::optional<Moment> from = {};
  std::optional<Moment> before = {};
};

struct Page {
  std::vector<Recorded> entries;    ///< newest first
  std::optional<std::string> next;  ///< where the next page begins; nothing on the last
};
BOOST_DESCRIBE_STRUCT(Page, (), (entries, next))

/// At most `most` entries, of all chains together, from where `cursor` says (empty: the newest). Of a person who was
/// forgotten there is nothing to be found. Cost: linear in the entries that person, kind or operation leave.
/// Errors: unknown_value for a cursor that is none; store_broken with the entry's place when one cannot be read.
[[nodiscard]] Result<Page> page(store::ReadTransaction& read, const Filter& filter, std::string_view cursor, int most);

}  // namespace collega::ledger

template <>
struct collega::FieldTable<collega::ledger::Recorded> {
  static constexpr Field rows[] = {
      {.name = "writer", .meaning = {"de keten waarin de regel staat", "the chain the entry stands in"}},
      {.name = "seq", .meaning = {"nummer in die keten", "number in that chain"}, .min = 1},
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "kind", .meaning = {"soort", "kind"}},
      {.name = "actor", .meaning = {"wie het deed", "who did it"}, .personal = Personal::ordinary},
      {.name = "operation", .meaning = {"welke bewerking", "which operation"}},
      {.name = "about", .meaning = {"over wie, als versleutelde kenmerken", "about whom, as keyed digests"}},
      {.name = "details",
       .meaning = {"nummers en kenmerken van wat erbij hoort", "ids and digests of what belongs to it"}},
  };
};
template <>
struct collega::FieldTable<collega::ledger::Page> {
  static constexpr Field rows[] = {
      {.name = "entries", .meaning = {"regels van het logboek, nieuwste eerst", "entries of the ledger, newest first"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};
