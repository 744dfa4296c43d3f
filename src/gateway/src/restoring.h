#pragma once

// From a model's answer back to what its reader knows: whole answers, and those that come in pieces.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/json.h"
#include "collega/privacy/pseudonyms.h"

namespace collega::gateway {

/// A vault, and the same for text within JSON within a text, where a quote or a line end would break what holds it.
class Originals {
 public:
  explicit Originals(const privacy::Vault& vault);

  [[nodiscard]] const privacy::Vault& plain() const { return plain_; }
  [[nodiscard]] const privacy::Vault& escaped() const { return escaped_; }
  [[nodiscard]] bool empty() const { return plain_.entries().empty(); }

  [[nodiscard]] std::string in_text(std::string_view text) const;
  /// Of JSON in a text, which stays as it is written.
  [[nodiscard]] std::string in_arguments(std::string_view text) const;
  /// Every text and name in it, the arguments of tool calls as what they are. Likelihoods of tokens go: they are those
  /// of placeholders.
  void in_answer(Json& tree) const;

 private:
  void in_names(JsonObject& object) const;
  const privacy::Vault& plain_;
  privacy::Vault escaped_;
};

struct Tokens {
  std::int64_t in = 0;
  std::int64_t out = 0;
};

/// An answer that comes in events. Each is restored as far as it can be and handed on at once.
class AnswerStream {
 public:
  AnswerStream(const Originals& originals) : originals_(originals) {}
  AnswerStream(const AnswerStream&) = delete;
  AnswerStream& operator=(const AnswerStream&) = delete;
  virtual ~AnswerStream() = default;

  /// What the asker gets for it. Errors: model_broken for what is no event; model_unreachable for one that tells of a
  /// failure.
  [[nodiscard]] Result<std::vector<Json>> take(std::string_view data);
  /// Whether nothing comes any more, by its own word.
  [[nodiscard]] bool is_over() const { return is_over_; }
  /// Whether what came was all: an answer that broke off is none.
  [[nodiscard]] virtual bool is_whole() const { return is_over_; }
  [[nodiscard]] Tokens tokens() const { return tokens_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }  ///< of text that the model wrote

 protected:
  enum class Within { text, arguments };
  [[nodiscard]] virtual Result<std::vector<Json>> take_event(JsonObject event) = 0;
  /// Replaces a piece of the text that goes on under this name. Error: model_broken when it is no text, or there are
  /// too many.
  [[nodiscard]] Result<Done> piece(const std::string& name, Json& text, Within within);
  /// What was held back of it.
  [[nodiscard]] std::string rest(const std::string& name);
  [[nodiscard]] std::vector<std::string> names_from(const std::string& prefix) const;

  const Originals& originals_;
  bool is_over_ = false;
  Tokens tokens_;

 private:
  std::map<std::string, privacy::StreamRestorer> going_;
  std::size_t bytes_ = 0;
};

/// Of /v1/chat/completions.
class ChatStream final : public AnswerStream {
 public:
  /// `wants_usage`: whoever asks wants to be told how many tokens it were.
  ChatStream(const Originals& originals, bool wants_usage) : AnswerStream(originals), wants_usage_(wants_usage) {}
  [[nodiscard]] bool is_whole() const override;

 private:
  [[nodiscard]] Result<std::vector<Json>> take_event(JsonObject chunk) override;
  [[nodiscard]] Result<bool> take_choice(JsonObject& choice, const JsonObject& chunk, std::vector<Json>& before);
  [[nodiscard]] Result<Done> take_calls(Json& calls, const std::string& name);
  [[nodiscard]] Result<Done> take_call(JsonObject& call, const std::string& name);
  void flush(JsonObject& choice, const std::string& name, const JsonObject& chunk, std::vector<Json>& before);

  bool wants_usage_;
  std::map<std::int64_t, bool> finished_;  ///< by choice
};

/// Of /v1/responses.
class ResponseStream final : public AnswerStream {
 public:
  using AnswerStream::AnswerStream;

 private:
  [[nodiscard]] Result<std::vector<Json>> take_event(JsonObject event) override;
  void number(JsonObject& event);
  std::int64_t sequence_ = 0;
};

/// What a whole answer says that it cost, in the words of either interface.
[[nodiscard]] Tokens tokens_of(const JsonObject& answer);

}  // namespace collega::gateway
