#pragma once

// The unit of work: everything Collega can do is a row in the table of operations. Surfaces are derived from the table;
// an operation is described nowhere else.

#include <boost/describe.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/described.h"
#include "collega/base/language.h"
#include "collega/base/result.h"
#include "collega/identity/asker.h"
#include "collega/operations/proposal.h"
#include "collega/operations/records.h"
#include "collega/register/use.h"

namespace collega::operations {

enum class Effect { reads, proposes, acts };
BOOST_DESCRIBE_ENUM(Effect, reads, proposes, acts)

using ai_register::Risk;

/// A risk class and the ground in law for it: {Risk::high, "AI Act, Annex III 4(a)"}.
struct RiskClass {
  Risk level = Risk::minimal;
  std::string_view ground;
};

/// Kinds of personal data that an operation reads.
enum class Data {
  given_text,
  given_files,
  candidate_papers,
  people,
  contracts,
  accounts,
  ledger,
  documents,
  proposals,
  conversations,
  everything
};
BOOST_DESCRIBE_ENUM(Data, given_text, given_files, candidate_papers, people, contracts, accounts, ledger, documents,
                    proposals, conversations, everything)

/// What an operation needs of what is kept.
///   reads, writes  the runner opens the transaction and, with its entry in the ledger, closes it
///   whole          the operation works on the store itself (a backup); its entry follows when it is done
enum class Stored { nothing, reads, writes, whole };
BOOST_DESCRIBE_ENUM(Stored, nothing, reads, writes, whole)

using identity::Role;

/// What a person must do before a proposal has any effect.
enum class Oversight { none, decide_each_with_reason };
BOOST_DESCRIBE_ENUM(Oversight, none, decide_each_with_reason)

/// Whether somebody waits for the answer.
enum class Pace { at_once, job };
BOOST_DESCRIBE_ENUM(Pace, at_once, job)

/// How far a long operation is: `done` of `total` things, and which one now.
struct Progress {
  std::size_t done = 0;
  std::size_t total = 0;
  std::string current;
};

class Table;

/// What a handler is told of its surroundings; engines get "today" from here and never from a clock.
struct Context {
  Language language = Language::nl;
  Date today;
  identity::Asker asker = identity::local_operator({});
  std::function<void(const Progress&)> progress = [](const Progress&) {};
  std::function<bool()> stop_asked = [] { return false; };  ///< whoever asked wants it no more; a long handler looks
  /// A part of the answer that is ready, for who watches the job: of the type that the row names (Operation::parts).
  std::function<void(const Json&)> part = [](const Json&) {};
  Records* records = nullptr;    ///< where what is kept is kept; nothing without --data
  Work work = {};                ///< for an operation on what is kept: filled in by whoever runs it
  const Table* table = nullptr;  ///< every operation there is, for those that show or decide about others
  /// Runs an operation of another desk for the same asker, with an entry of its own: in the same transaction, or in one
  /// of its own where this operation has none (Stored::whole). Errors: those of run() in run.h.
  std::function<Result<Json>(std::string_view operation, const Json& input)> ask = {};
  /// Tells what happened, in the transaction in which it did (Stored::whole: in one of its own). Each operation that
  /// hears it (Operation::hears) then runs as a job of its own, after the commit and after a crash. Nobody hears it:
  /// nothing happens.
  std::function<Result<Done>(std::string_view event, const Json& content)> tell = {};
  bool has_told = false;  ///< filled in: jobs may wait

  /// How the ledger names who asks.
  [[nodiscard]] std::string actor() const;
  /// Whether the asker may see this person, in one of the roles by which they ask, as they were on `day` (none: today).
  [[nodiscard]] Result<bool> sees(people::PersonId person, std::optional<Date> day = {});
  [[nodiscard]] Result<bool> sees_as(const std::vector<Role>& roles, people::PersonId person,
                                     std::optional<Date> day = {});
  /// Everybody whom sees() would show, for a list.
  [[nodiscard]] Result<identity::Scope> scope(std::optional<Date> day = {});
  /// Those of the asker's roles by which they may ask this: filled in by whoever runs it.
  std::vector<Role> asking_as = {};
};

/// A handler with its types taken off: JSON in, JSON out, and the schemas of both.
struct Handler {
  std::function<Result<Json>(const Json&, Context&)> run;
  std::function<Json(Language)> input_schema;
  std::function<Json(Language)> output_schema;
};

/// From a function `Result<Out>(const In&, Context&)`. Give it `In` and `Out`: handler<In, Out>(function).
template <class In, class Out, class Function>
[[nodiscard]] Handler handler(Function function) {
  return {
      [function = std::move(function)](const Json& input, Context& context) -> Result<Json> {
        const In in = TRY(from_json<In>(input));
        return to_json<Out>(TRY(function(in, context)));
      },
      [](Language language) { return json_schema<In>(language); },
      [](Language language) { return json_schema<Out>(language); },
  };
}

/// From a function that also takes what its desk was handed: handler(function, tools).
template <class In, class Out, class Tools>
[[nodiscard]] Handler handler(Result<Out> (*function)(const In&, Context&, const Tools&), Tools tools) {
  return handler<In, Out>(
      [function, tools = std::move(tools)](const In& in, Context& context) { return function(in, context, tools); });
}

/// A decision that was just taken, for what follows from it.
struct Decided {
  ProposalId proposal;
  Outcome outcome = Outcome::accepted;
  Json amended;  ///< what the person made of it, where they amended it
};

/// The schema of a type, for Operation::parts.
template <class T>
[[nodiscard]] std::function<Json(Language)> schema_of() {
  return [](Language language) { return json_schema<T>(language); };
}

struct KeptProposal;

struct Operation {
  std::string_view name;  ///< "hiring.match_files": desk and verb
  Bilingual title = {};
  Bilingual purpose = {};  ///< one line
  Effect effect = Effect::reads;
  RiskClass risk = {};
  std::vector<Data> reads = {};
  std::vector<Role> may = {};
  Oversight oversight = Oversight::none;
  Bilingual limits = {};  ///< what it does not look at and cannot know; never empty for a high risk
  Stored stored = Stored::nothing;
  Pace pace = Pace::at_once;
  bool by_link = false;            ///< also for nobody in particular: the handler looks at the token in the input
  bool step_up = false;            ///< asks that the owner of the session has just proved to sit there
  std::vector<Role> decides = {};  ///< who decides on its proposals; none: whoever may ask
  std::chrono::days open_for{30};  ///< how long its proposals wait for a decision
  /// Whether the asker may see a proposal about somebody whom the desk itself keeps (Work::is_about). Left out: whoever
  /// sees the people whom it concerns.
  std::function<Result<bool>(const KeptProposal&, Context&)> shows = {};
  /// Whether what a person would make of it is what the proposal points to; nothing where it points nowhere. What has
  /// this can be in the blind sample. Left out: an accepted proposal agrees, a declined one does not.
  std::function<Result<std::optional<bool>>(const KeptProposal&, const Json& made_of_it, Context&)> agrees = {};
  /// What a decision to accept or amend sets in motion, in the transaction of the decision; an error undoes both.
  std::function<Result<Done>(const Decided&, Context&)> then = {};
  /// Events after which it runs by itself, with what they tell as its input, in its roles and nobody's name.
  std::vector<std::string_view> hears = {};
  std::function<Json(Language)> parts = {};  ///< of what it hands over part by part (Context::part); none: nothing
  std::string_view command = {};             ///< on the command line: "people list"; without one: `collega run` alone
  std::vector<std::string_view> given = {};  ///< members that the command takes by place, without their name
  Handler handler = {};
};

/// For what concerns nobody but the asker: their own jobs, their own proposals.
[[nodiscard]] const std::vector<Role>& every_role();

}  // namespace collega::operations
