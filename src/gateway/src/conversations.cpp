#include "conversations.h"

#include "collega/gateway/gateway.h"
#include "collega/store/seal.h"

namespace collega::gateway {
namespace {

constexpr int kPage = 100;
constexpr std::string_view kHead =
    "select id, title, model, purpose, changed_at, ends_at from gateway_conversation where ";
constexpr std::string_view kTitle = "gateway_conversation.title";
constexpr std::string_view kVault = "gateway_conversation.vault";
constexpr std::string_view kContent = "gateway_conversation_message.content";
constexpr std::string_view kSent = "gateway_conversation_sent.content";

Result<ListedConversation> head_in(const store::ReadTransaction& read, const store::Rows& rows) {
  ListedConversation head{.id = rows.get<ConversationId>(0),
                          .title = {},
                          .model = rows.get<std::string>(2),
                          .purpose = rows.get<std::string>(3),
                          .changed_at = rows.get<Moment>(4),
                          .ends_at = rows.get<Moment>(5)};
  head.title = TRY(read.seal().open(rows.view(1), {kTitle, head.id.number}));
  return head;
}

Result<std::vector<Message>> messages_of(store::ReadTransaction& read, ConversationId id) {
  store::Rows rows = TRY(read.query(
      "select id, role, content, at from gateway_conversation_message where conversation = ? order by id", id));
  std::vector<Message> messages;
  while (TRY(rows.next())) {
    Message one{.role = rows.get<Speaker>(1), .text = {}, .at = rows.get<Moment>(3)};
    one.text = TRY(read.seal().open(rows.view(2), {kContent, rows.get<std::int64_t>(0)}));
    messages.push_back(std::move(one));
  }
  return messages;
}

Result<privacy::Vault> vault_in(std::string_view json, Language language) {
  std::vector<privacy::Vault::Entry> entries;
  for (StandsFor& one : TRY(from_json<std::vector<StandsFor>>(TRY(parse_json(json))))) {
    entries.push_back({std::move(one.placeholder), std::move(one.original), one.kind});
  }
  return privacy::Vault::of(std::move(entries), language);
}

Result<Done> forget_where(store::WriteTransaction& write, std::string_view condition, std::int64_t number,
                          std::int64_t& gone) {
  const std::string which = "(select id from gateway_conversation where " + std::string{condition} + ")";
  TRY(write.execute("delete from gateway_conversation_message where conversation in " + which, number));
  gone += TRY(write.execute("delete from gateway_conversation where " + std::string{condition}, number));
  return Done{};
}

Result<JsonArray> show(store::ReadTransaction& read, people::PersonId person) {
  JsonArray shown;
  const std::optional<identity::AccountId> account = TRY(identity::account_of(read, person));
  if (!account) return shown;
  store::Rows rows = TRY(read.query(std::string{kHead} + "account = ? order by id", *account));
  while (TRY(rows.next())) {
    const ListedConversation head = TRY(head_in(read, rows));
    shown.push_back({{"conversation", to_json(head)}, {"messages", to_json(TRY(messages_of(read, head.id)))}});
  }
  store::Rows sent = TRY(read.query(
      "select id, content, at, ends_at from gateway_conversation_sent where account = ? order by id", *account));
  while (TRY(sent.next())) {
    const std::string content = TRY(read.seal().open(sent.view(1), {kSent, sent.get<std::int64_t>(0)}));
    shown.push_back(
        {{"sent", content}, {"at", to_string(sent.get<Moment>(2))}, {"ends_at", to_string(sent.get<Moment>(3))}});
  }
  return shown;
}

Result<std::int64_t> erase(store::WriteTransaction& write, people::PersonId person) {
  std::int64_t gone = 0;
  const std::optional<identity::AccountId> account = TRY(identity::account_of(write, person));
  if (!account) return gone;
  TRY(forget_where(write, "account = ?", account->number, gone));
  gone += TRY(write.execute("delete from gateway_conversation_sent where account = ?", *account));
  // What was used stays as a number of the whole; whose it was goes.
  TRY(write.execute("delete from gateway_use where account = ?", *account));
  return gone;
}

}  // namespace

std::vector<people::Holding> holdings() {
  return {{.kind = "gateway.conversation",
           .title = {"Gesprekken met een taalmodel", "Conversations with a language model"},
           .clock = "account",
           .show = show,
           .erase = erase}};
}

Result<KeptConversation> conversation_of(store::ReadTransaction& read, identity::AccountId account, ConversationId id,
                                         Moment now, Language language) {
  store::Rows rows = TRY(read.query(std::string{kHead} + "id = ? and account = ? and ends_at > ?", id, account, now));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_conversation, to_string(id)};
  KeptConversation kept{TRY(head_in(read, rows)), {}, privacy::Vault{language}};
  const auto sealed = TRY(read.first<std::string>("select vault from gateway_conversation where id = ?", id));
  const std::string vault = TRY(read.seal().open(sealed.value_or(""), {kVault, id.number}));
  kept.vault = TRY(vault_in(vault, language));
  kept.messages = TRY(messages_of(read, id));
  return kept;
}

Result<std::vector<ListedConversation>> conversations_of(store::ReadTransaction& read, identity::AccountId account,
                                                         std::optional<ConversationId> before, Moment now) {
  const std::int64_t below = before ? before->number : std::numeric_limits<std::int64_t>::max();
  store::Rows rows =
      TRY(read.query(std::string{kHead} + "account = ? and id < ? and ends_at > ? order by id desc limit ?", account,
                     below, now, kPage));
  std::vector<ListedConversation> all;
  while (TRY(rows.next())) all.push_back(TRY(head_in(read, rows)));
  return all;
}

Result<Done> keep_conversation(store::WriteTransaction& write, identity::AccountId account,
                               KeptConversation& conversation, std::size_t from) {
  ListedConversation& head = conversation.head;
  const bool is_new = !head.id.is_set();
  if (is_new) head.id = write.new_id<ConversationId>();
  const std::string vault = write.seal().close(to_text(to_json(shown(conversation.vault))), {kVault, head.id.number});
  if (is_new) {
    const std::string title = write.seal().close(head.title, {kTitle, head.id.number});
    TRY(write.execute(
        "insert into gateway_conversation (id, account, purpose, model, title, vault, made_at, changed_at, ends_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        head.id, account, head.purpose, head.model, store::Blob{title}, store::Blob{vault}, head.changed_at,
        head.changed_at, head.ends_at));
  } else {
    const std::int64_t changed =
        TRY(write.execute("update gateway_conversation set vault = ?, model = ?, changed_at = ?, ends_at = ? where id "
                          "= ? and account = ?",
                          store::Blob{vault}, head.model, head.changed_at, head.ends_at, head.id, account));
    if (changed == 0)
      return Error{ErrorCode::unknown_conversation, to_string(head.id)};  // deleted while the model wrote
  }
  for (std::size_t i = from; i < conversation.messages.size(); ++i) {
    const Message& one = conversation.messages[i];
    const auto id = write.new_id<Id<Message>>();
    const std::string content = write.seal().close(one.text, {kContent, id.number});
    TRY(write.execute(
        "insert into gateway_conversation_message (id, conversation, role, content, at) values (?, ?, ?, ?, ?)", id,
        head.id, one.role, store::Blob{content}, one.at));
  }
  return Done{};
}

Result<Done> forget_conversation(store::WriteTransaction& write, identity::AccountId account, ConversationId id) {
  std::int64_t gone = 0;
  const auto owner = TRY(write.first<std::int64_t>("select account from gateway_conversation where id = ?", id));
  if (owner == account.number) TRY(forget_where(write, "id = ?", id.number, gone));
  if (gone == 0) return Error{ErrorCode::unknown_conversation, to_string(id)};
  return Done{};
}

Result<Done> keep_sent(store::WriteTransaction& write, identity::AccountId account, std::string_view purpose,
                       std::string_view text, Moment now, Moment ends_at) {
  const auto id = write.new_id<Id<Conversation>>();
  const std::string sealed = write.seal().close(text, {kSent, id.number});
  TRY(write.execute(
      "insert into gateway_conversation_sent (id, account, purpose, content, at, ends_at) values (?, ?, ?, ?, ?, ?)",
      id, account, purpose, store::Blob{sealed}, now, ends_at));
  return Done{};
}

Result<std::int64_t> forget_over(store::WriteTransaction& write, Moment now) {
  std::int64_t gone = 0;
  TRY(forget_where(write, "ends_at <= ?", now.time_since_epoch().count(), gone));
  gone += TRY(write.execute("delete from gateway_conversation_sent where ends_at <= ?", now));
  return gone;
}

std::vector<StandsFor> shown(const privacy::Vault& vault) {
  std::vector<StandsFor> all;
  for (const privacy::Vault::Entry& one : vault.entries()) all.push_back({one.placeholder, one.original, one.kind});
  return all;
}

}  // namespace collega::gateway
