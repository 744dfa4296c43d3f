#pragma once

// What the organisation adds to a use (use.h), and keeps: on which conditions, proven by what, it may be used here.
//
//   entry      state and review date of a use; without one, the use stands as it is shipped
//   condition  the newest record of each kind counts; those before it are kept
//   advice     of the data protection officer, only ever added; decides nothing
//
// Who may do what stands in the rows of the operations that call this. An account of 0 (the local operator, a schedule)
// is recorded as nobody's.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/base/moment.h"
#include "collega/identity/asker.h"
#include "collega/library/documents.h"
#include "collega/people/holdings.h"
#include "collega/register/use.h"
#include "collega/store/store.h"

namespace collega::ai_register {

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

/// Another one for every change of what this module keeps, and greater than those before; one row is read. What a
/// verdict (gate.h) rests on outside this module (an account disabled, a contract ended, a document withdrawn) does not
/// show here.
[[nodiscard]] Result<std::int64_t> register_version(store::ReadTransaction& read);

enum class State { off, pilot, on };
BOOST_DESCRIBE_ENUM(State, off, pilot, on)

/// owner: answers for the use. notice: to the people concerned. overseer: looks at what it does, and may stop it.
enum class Condition {
  owner,
  data_protection_assessment,
  works_council_consent,
  notice,
  overseer,
  fundamental_rights_assessment
};
BOOST_DESCRIBE_ENUM(Condition, owner, data_protection_assessment, works_council_consent, notice, overseer,
                    fundamental_rights_assessment)

/// Owner and overseer name somebody; the others do not.
[[nodiscard]] bool names_somebody(Condition condition);

/// What is said of a condition, and what proves it: a document of the library, a reference to where it stands, or both.
struct Proof {
  Condition condition = Condition::owner;
  Date date;                                        ///< when it was agreed, signed or sent
  std::optional<Date> ends = {};                    ///< first day it no longer counts: an end, or a review that is due
  std::optional<identity::AccountId> account = {};  ///< who, of an owner or overseer
  std::optional<library::DocumentId> document = {};
  std::string reference = {};  ///< at most kLongestReference bytes
};
constexpr std::size_t kLongestReference = 500;
/// Of a reason or an advice, in bytes: some four pages.
constexpr std::size_t kLongestText = 10'000;

struct Recorded {
  Proof proof;
  bool taken_back = false;
  std::string reason;                     ///< why it was taken back
  std::optional<identity::AccountId> by;  ///< nobody's: the local operator, or somebody who was erased
  Moment at{};
};

struct Entry {
  State state = State::off;          ///< as it was switched; whether it may run is a question for gate.h
  std::optional<Date> review;        ///< when the organisation looks at the whole entry again
  std::vector<Recorded> conditions;  ///< the newest of each kind that was ever recorded, in the order of Condition
};

/// As shipped where nothing was recorded. A use that was switched under a lighter risk class is off: nobody weighed
/// what it has become.
[[nodiscard]] Result<Entry> entry_of(store::ReadTransaction& read, const Use& use);

/// Records a condition in place of what was recorded of it before. Errors, with the member as place: missing_member
/// (neither document nor reference; account of an owner or overseer), wrong_type (an account where nobody is named; a
/// control character), out_of_range (a date after the asker's today; a reference too long), end_before_begin (ends,
/// also when it has passed), bad_utf8, unknown_account (also one that is disabled, not yet used, or a program's),
/// unknown_document (also one that the asker may not read, or that is not in force today).
Result<Done> complete(store::WriteTransaction& write, const Use& use, const Proof& proof, const identity::Asker& asker,
                      Moment now);

/// A condition that was recorded counts no more: the works council takes its consent back. The gate closes with it.
/// Errors: unknown_value with the condition when there is none that counts; reason_missing; bad_utf8, out_of_range and
/// wrong_type of the reason.
Result<Done> take_back(store::WriteTransaction& write, const Use& use, Condition condition, const std::string& reason,
                       const identity::Asker& asker, Moment now);

/// All that was ever recorded of a use, newest first.
[[nodiscard]] Result<std::vector<Recorded>> records_of(store::ReadTransaction& read, const Use& use);

/// A day on which to look at the entry again; absent takes it away. It reminds, and closes nothing. Error: out_of_range
/// for a day before the asker's today.
Result<Done> set_review(store::WriteTransaction& write, const Use& use, std::optional<Date> day,
                        const identity::Asker& asker);

struct Advice;
using AdviceId = Id<Advice>;

struct Advice {
  AdviceId id;
  std::string use;
  Date date;
  std::string text;
  std::optional<identity::AccountId> by;  ///< nobody's: somebody who was erased
};

/// Adds a dated advice of the data protection officer. Errors: own_account_needed; not_allowed without that role;
/// missing_member, bad_utf8, out_of_range and wrong_type of the text.
Result<AdviceId> advise(store::WriteTransaction& write, const Use& use, const std::string& text,
                        const identity::Asker& asker, Moment now);
/// Newest first.
[[nodiscard]] Result<std::vector<Advice>> advice_on(store::ReadTransaction& read, const Use& use);

/// What holds for all uses. Until somebody says otherwise the organisation is public, so that nothing is forgotten.
struct Organisation {
  std::string name = {};     ///< in full, at most 100 code points: what the algorithm register takes
  std::string contact = {};  ///< an e-mail address or page for questions, at most 500 code points
  bool is_public = true;     ///< a public body, or one that performs a public service (AI Act art. 27)
};

[[nodiscard]] Result<Organisation> organisation(store::ReadTransaction& read);
/// What was said before is kept. Errors: reason_missing when `is_public` changes and no reason is given; bad_utf8,
/// out_of_range and wrong_type with the member.
Result<Done> set_organisation(store::WriteTransaction& write, const Organisation& organisation,
                              const std::string& reason, const identity::Asker& asker, Moment now);

/// Where a person stands in the register: shown to them, and their account's number taken out on erasure. A use whose
/// owner or overseer is erased lacks that condition.
[[nodiscard]] std::vector<people::Holding> holdings();

}  // namespace collega::ai_register
