#pragma once

// The way of one request to a language model and back.

#include <string>
#include <vector>

#include "collega/models/caller.h"
#include "collega/models/fallback.h"
#include "collega/operations/operation.h"
#include "meter.h"
#include "own_people.h"
#include "restoring.h"
#include "shield.h"

namespace collega::gateway {

/// What all requests have in common.
struct Inside {
  models::Caller caller;
  models::RetryBudget retries;
  RulesInForce rules;
  Meter meter;
  OwnPeople people;
};

enum class Interface { chat, responses, embeddings };

struct Passing {
  Interface interface = Interface::chat;
  std::string purpose = {};
  JsonObject request;     ///< as OpenAI's interface has it
  std::string told = {};  ///< to the model beforehand, in words of ours that are not looked through; of a chat
  privacy::Vault vault = privacy::Vault{};
};

struct Passed {
  Json answer;  ///< restored; of a stream, which went part by part: an empty object
  DataClass data = DataClass::open;
  Counts counts{};
  privacy::Vault vault = privacy::Vault{};  ///< with what was added
  Tokens tokens;
};

/// Asker and purpose → policy → what is in it → replaced → forwarded → restored → counted, with what the ledger is to
/// know in `context.work`. A streamed answer is handed to context.part, event by event. Nothing is sent unless every
/// step before went well; what fails is in the ledger too. Errors: those of the rules, shield, meter and caller;
/// missing_member, unknown_model.
[[nodiscard]] Result<Passed> pass(Inside& inside, operations::Context& context, Passing asked);

/// For what failed: run() remembers only what went well.
void remember_failure(operations::Context& context, std::string_view operation, const Error& why, bool was_sent);

/// A name as the ledger takes it.
[[nodiscard]] std::string ledger_word(std::string_view name);

}  // namespace collega::gateway
