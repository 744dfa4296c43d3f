#pragma once

// Conversations as they are kept: sealed, their owner's alone, and gone at their end date.

#include "collega/identity/accounts.h"
#include "collega/privacy/pseudonyms.h"
#include "collega/store/store.h"
#include "conversation_types.h"

namespace collega::gateway {

struct KeptConversation {
  ListedConversation head;
  std::vector<Message> messages;
  privacy::Vault vault;
};

/// Error: unknown_conversation, also for another's and one that is over.
[[nodiscard]] Result<KeptConversation> conversation_of(store::ReadTransaction& read, identity::AccountId account,
                                                       ConversationId id, Moment now, Language language);
/// Newest first, from the one before `before`.
[[nodiscard]] Result<std::vector<ListedConversation>> conversations_of(store::ReadTransaction& read,
                                                                       identity::AccountId account,
                                                                       std::optional<ConversationId> before,
                                                                       Moment now);
/// With its new messages, from `from` on; one without an id is new and gets it.
Result<Done> keep_conversation(store::WriteTransaction& write, identity::AccountId account,
                               KeptConversation& conversation, std::size_t from);
/// Error: unknown_conversation.
Result<Done> forget_conversation(store::WriteTransaction& write, identity::AccountId account, ConversationId id);
/// Text as it left, where a policy says that it is kept.
Result<Done> keep_sent(store::WriteTransaction& write, identity::AccountId account, std::string_view purpose,
                       std::string_view text, Moment now, Moment ends_at);
/// Those that are over, and texts that were kept as they left; gives how many went.
Result<std::int64_t> forget_over(store::WriteTransaction& write, Moment now);

[[nodiscard]] std::vector<StandsFor> shown(const privacy::Vault& vault);

}  // namespace collega::gateway
