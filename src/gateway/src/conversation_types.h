#pragma once

#include "collega/base/moment.h"
#include "shield_types.h"

namespace collega::gateway {

struct Conversation;
using ConversationId = Id<Conversation>;

struct SendMessage {
  std::optional<ConversationId> conversation;
  std::string message;
  std::string model;
  std::string purpose;
};
BOOST_DESCRIBE_STRUCT(SendMessage, (), (conversation, message, model, purpose))

struct AnswerPart {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (text))

struct MessageSent {
  ConversationId conversation;
  std::string answer;
  DataClass data = DataClass::open;
  std::vector<StandsFor> placeholders;
  Moment ends_at{};
};
BOOST_DESCRIBE_STRUCT(MessageSent, (), (conversation, answer, data, placeholders, ends_at))

struct ListConversations {
  std::optional<ConversationId> before;
};
BOOST_DESCRIBE_STRUCT(ListConversations, (), (before))

struct ListedConversation {
  ConversationId id;
  std::string title;
  std::string model;
  std::string purpose;
  Moment changed_at{};
  Moment ends_at{};
};
BOOST_DESCRIBE_STRUCT(ListedConversation, (), (id, title, model, purpose, changed_at, ends_at))

struct ListedConversations {
  std::vector<ListedConversation> conversations;
};
BOOST_DESCRIBE_STRUCT(ListedConversations, (), (conversations))

struct NamedConversation {
  ConversationId conversation;
};
BOOST_DESCRIBE_STRUCT(NamedConversation, (), (conversation))

enum class Speaker { user, assistant };
BOOST_DESCRIBE_ENUM(Speaker, user, assistant)

struct Message {
  Speaker role = Speaker::user;
  std::string text;
  Moment at{};
};
BOOST_DESCRIBE_STRUCT(Message, (), (role, text, at))

struct OpenedConversation {
  ListedConversation conversation;
  std::vector<Message> messages;
  std::vector<StandsFor> placeholders;
};
BOOST_DESCRIBE_STRUCT(OpenedConversation, (), (conversation, messages, placeholders))

struct ConversationGone {
  bool done = true;
};
BOOST_DESCRIBE_STRUCT(ConversationGone, (), (done))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::SendMessage> {
  static constexpr Field rows[] = {
      {.name = "conversation",
       .meaning = {"in welk gesprek; weggelaten: een nieuw", "in which conversation; left out: a new one"}},
      {.name = "message", .meaning = {"wat u vraagt", "what you ask"}, .personal = Personal::special},
      {.name = "model",
       .meaning = {"welk model; leeg: het eerste, of dat van het gesprek",
                   "which model; empty: the first, or that of the conversation"},
       .has_default = true},
      {.name = "purpose",
       .meaning = {"doel; leeg: algemeen, of dat van het gesprek",
                   "purpose; empty: general, or that of the conversation"},
       .has_default = true},
  };
};
template <>
struct FieldTable<gateway::AnswerPart> {
  static constexpr Field rows[] = {{.name = "text",
                                    .meaning = {"het volgende stuk van het antwoord", "the next piece of the answer"},
                                    .personal = Personal::ordinary}};
};
template <>
struct FieldTable<gateway::MessageSent> {
  static constexpr Field rows[] = {
      {.name = "conversation", .meaning = {"het gesprek", "the conversation"}},
      {.name = "answer",
       .meaning = {"het antwoord, teruggezet", "the answer, restored"},
       .personal = Personal::ordinary},
      {.name = "data", .meaning = {"wat het gesprek bevat", "what the conversation holds"}},
      {.name = "placeholders", .meaning = {"wat waarvoor staat", "what stands for what"}},
      {.name = "ends_at", .meaning = {"wanneer het gesprek wordt gewist", "when the conversation is erased"}},
  };
};
template <>
struct FieldTable<gateway::ListConversations> {
  static constexpr Field rows[] = {
      {.name = "before", .meaning = {"vanaf het gesprek voor dit", "from the conversation before this one"}}};
};
template <>
struct FieldTable<gateway::ListedConversation> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"kenmerk", "id"}},
      {.name = "title", .meaning = {"waar het over begon", "what it began about"}, .personal = Personal::ordinary},
      {.name = "model", .meaning = {"welk model", "which model"}},
      {.name = "purpose", .meaning = {"doel", "purpose"}},
      {.name = "changed_at", .meaning = {"laatste bericht", "last message"}},
      {.name = "ends_at", .meaning = {"wanneer het wordt gewist", "when it is erased"}},
  };
};
template <>
struct FieldTable<gateway::ListedConversations> {
  static constexpr Field rows[] = {
      {.name = "conversations", .meaning = {"uw gesprekken, nieuwste eerst", "your conversations, newest first"}}};
};
template <>
struct FieldTable<gateway::NamedConversation> {
  static constexpr Field rows[] = {{.name = "conversation", .meaning = {"welk gesprek", "which conversation"}}};
};
template <>
struct FieldTable<gateway::Message> {
  static constexpr Field rows[] = {
      {.name = "role", .meaning = {"van wie het is", "whose it is"}},
      {.name = "text", .meaning = {"het bericht", "the message"}, .personal = Personal::ordinary},
      {.name = "at", .meaning = {"wanneer", "when"}},
  };
};
template <>
struct FieldTable<gateway::OpenedConversation> {
  static constexpr Field rows[] = {
      {.name = "conversation", .meaning = {"het gesprek", "the conversation"}},
      {.name = "messages", .meaning = {"de berichten, oudste eerst", "the messages, oldest first"}},
      {.name = "placeholders", .meaning = {"wat waarvoor staat", "what stands for what"}},
  };
};
template <>
struct FieldTable<gateway::ConversationGone> {
  static constexpr Field rows[] = {{.name = "done", .meaning = {"gedaan", "done"}}};
};

}  // namespace collega
