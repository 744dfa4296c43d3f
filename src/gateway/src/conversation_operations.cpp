// Conversations of employees with a language model.

#include "conversations.h"
#include "operation_rows.h"

namespace collega::gateway {
namespace {

using namespace operations;

constexpr std::size_t kTitle = 80;  // bytes, of the first message
// What a model must know to leave placeholders whole.
constexpr Bilingual kTold{
    "Namen en andere persoonsgegevens zijn vervangen door aanduidingen zoals Persoon-A. Neem zulke aanduidingen "
    "letterlijk over.",
    "Names and other personal data were replaced by placeholders such as Person-A. Repeat such placeholders as they "
    "are."};

Result<identity::AccountId> own(const Context& context) {
  if (!context.asker.account.is_set()) return Error{ErrorCode::own_account_needed};
  return context.asker.account;
}

std::string title_of(std::string_view message) {
  std::size_t end = std::min(message.find('\n'), std::min(message.size(), kTitle));
  while (end < message.size() && end > 0 && (static_cast<unsigned char>(message[end]) & 0xC0U) == 0x80U) --end;
  return std::string{message.substr(0, end)};
}

/// The first that can be chatted with.
Result<std::string> usual_model(const Rules& rules) {
  for (const KnownProvider& provider : rules.providers) {
    if (!provider.content.is_on) continue;
    for (const Offered& one : provider.content.models) {
      if (one.kind == ModelKind::chat) return one.name;
    }
  }
  return Error{ErrorCode::no_provider};
}

Result<KeptConversation> begun(const SendMessage& asked, Context& context, const Tools& tools,
                               identity::AccountId account) {
  store::Store& store = context.records->store;
  KeptConversation conversation{{}, {}, privacy::Vault{context.language}};
  if (asked.conversation) {
    store::ReadTransaction read = TRY(store.read());
    conversation = TRY(conversation_of(read, account, *asked.conversation, context.records->clock(), context.language));
  } else {
    conversation.head.title = title_of(asked.message);
    conversation.head.purpose = asked.purpose.empty() ? std::string{kGeneral} : asked.purpose;
  }
  if (!asked.model.empty()) conversation.head.model = asked.model;
  if (conversation.head.model.empty()) conversation.head.model = TRY(usual_model(*TRY(tools->rules.get(store))));
  return conversation;
}

JsonObject request_of(const KeptConversation& conversation) {
  JsonArray messages;
  for (const Message& one : conversation.messages) {
    messages.push_back(JsonObject{{"role", name_of(one.role)}, {"content", one.text}});
  }
  return {{"model", conversation.head.model}, {"messages", std::move(messages)}, {"stream", true}};
}

/// The words of one event of a chat.
std::string words_in(const Json& event) {
  const auto choices = event.at("choices").as_array();
  if (choices.empty()) return {};
  const Json* delta = choices.front().as_object().if_contains("delta");
  const Json* content = delta && delta->is_object() ? delta->get_object().if_contains("content") : nullptr;
  return content && content->is_string() ? std::string{content->get_string()} : std::string{};
}

Result<MessageSent> send(const SendMessage& asked, Context& context, const Tools& tools) {
  const identity::AccountId account = TRY(own(context));
  if (asked.message.empty()) return Error{ErrorCode::missing_member, "message"};
  KeptConversation conversation = TRY(begun(asked, context, tools, account));
  const std::size_t before = conversation.messages.size();
  conversation.messages.push_back({Speaker::user, asked.message, context.records->clock()});
  std::string answer;
  Context inner = context;
  inner.part = [&](const Json& event) {
    const std::string words = words_in(event);
    if (words.empty()) return;
    answer += words;
    context.part(to_json(AnswerPart{words}));
  };
  Passing passing{.purpose = conversation.head.purpose,
                  .request = request_of(conversation),
                  .told = std::string{kTold.in(context.language)}};
  passing.vault = conversation.vault;
  const Passed passed = TRY(pass(*tools, inner, std::move(passing)));
  context.work = inner.work;
  const Moment now = context.records->clock();
  conversation.messages.push_back({Speaker::assistant, answer, now});
  conversation.vault = passed.vault;
  conversation.head.changed_at = now;
  const Policy policy = TRY(TRY(tools->rules.get(context.records->store))->policy_for(conversation.head.purpose));
  conversation.head.ends_at = now + std::chrono::days{policy.keep_days};
  store::WriteTransaction write = TRY(context.records->store.write());
  TRY(keep_conversation(write, account, conversation, before));
  TRY(write.commit());
  context.work.remember("conversation", Json(to_string(conversation.head.id)));
  return MessageSent{conversation.head.id, std::move(answer), passed.data, shown(conversation.vault),
                     conversation.head.ends_at};
}

Result<ListedConversations> list(const ListConversations& asked, Context& context) {
  const identity::AccountId account = TRY(own(context));
  return ListedConversations{
      TRY(conversations_of(context.work.read(), account, asked.before, context.records->clock()))};
}

Result<OpenedConversation> open(const NamedConversation& asked, Context& context) {
  const identity::AccountId account = TRY(own(context));
  KeptConversation kept = TRY(
      conversation_of(context.work.read(), account, asked.conversation, context.records->clock(), context.language));
  context.work.remember("conversation", Json(to_string(asked.conversation)));
  return OpenedConversation{std::move(kept.head), std::move(kept.messages), shown(kept.vault)};
}

Result<ConversationGone> forget(const NamedConversation& asked, Context& context) {
  context.work.remember("conversation", Json(to_string(asked.conversation)));
  TRY(forget_conversation(context.work.write(), TRY(own(context)), asked.conversation));
  return ConversationGone{};
}

Operation owned(Operation row) {
  row.reads = {Data::conversations};
  row.may = everybody_here();
  return row;
}

}  // namespace

void add_conversation_rows(std::vector<Operation>& rows, const Tools& tools) {
  Operation chat = model_row("gateway.send_message", {"Een bericht aan een taalmodel", "A message to a language model"},
                             {"Stuurt een bericht door de privacyschil naar een taalmodel en bewaart het gesprek "
                              "verzegeld tot zijn einddatum.",
                              "Sends a message through the privacy shield to a language model and keeps the "
                              "conversation sealed until its end date."},
                             handler<SendMessage, MessageSent>(send, tools));
  chat.reads.push_back(Data::conversations);
  chat.parts = schema_of<AnswerPart>();
  rows.push_back(std::move(chat));
  rows.push_back(owned(row_of("gateway.conversations", {"Uw gesprekken", "Your conversations"},
                              {"Toont uw gesprekken met een taalmodel, en van niemand anders.",
                               "Shows your conversations with a language model, and nobody else's."},
                              handler<ListConversations, ListedConversations>(list))));
  rows.push_back(owned(row_of("gateway.open_conversation", {"Een gesprek openen", "Open a conversation"},
                              {"Toont de berichten van een eigen gesprek, en wat er is vervangen.",
                               "Shows the messages of a conversation of your own, and what was replaced."},
                              handler<NamedConversation, OpenedConversation>(open))));
  Operation gone = owned(
      row_of("gateway.delete_conversation", {"Een gesprek wissen", "Delete a conversation"},
             {"Wist een eigen gesprek voor zijn einddatum.", "Deletes a conversation of your own before its end date."},
             handler<NamedConversation, ConversationGone>(forget)));
  gone.effect = Effect::acts;
  gone.stored = Stored::writes;
  rows.push_back(std::move(gone));
}

}  // namespace collega::gateway
