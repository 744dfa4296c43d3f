#include "words.h"

#include <algorithm>
#include <array>
#include <limits>

#include "collega/ledger/ledger.h"

namespace collega::ledger {
namespace {

// Longer than any id, digest (64) or name of an operation, shorter than a text about someone.
constexpr std::size_t kLongestWord = 128;

constexpr std::array<bool, 256> word_letters() {
  std::array<bool, 256> letters{};
  for (const char c : std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/+="}) {
    letters[static_cast<unsigned char>(c)] = true;
  }
  return letters;
}
constexpr std::array<bool, 256> kWordLetters = word_letters();

Result<Done> write_value(std::string& out, const Json& value, const std::string& path);

void write_word(std::string& out, std::string_view word) {
  out += '"';
  out += word;
  out += '"';
}

Result<Done> write_object(std::string& out, const JsonObject& object, const std::string& path) {
  std::vector<const boost::json::key_value_pair*> members;
  members.reserve(object.size());
  for (const auto& member : object) members.push_back(&member);
  std::ranges::sort(members, {}, [](const auto* member) { return std::string_view{member->key()}; });
  out += '{';
  for (const auto* member : members) {
    const std::string_view key = member->key();
    const std::string where = path + '.' + std::string{key};
    if (!is_word(key)) return Error{ErrorCode::wrong_type, where};
    if (out.back() != '{') out += ',';
    write_word(out, key);
    out += ':';
    TRY(write_value(out, member->value(), where));
  }
  out += '}';
  return Done{};
}

Result<Done> write_list(std::string& out, const JsonArray& list, const std::string& path) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    TRY(write_value(out, list[i], path + '[' + std::to_string(i) + ']'));
  }
  out += ']';
  return Done{};
}

Result<Done> write_value(std::string& out, const Json& value, const std::string& path) {
  if (const JsonObject* object = value.if_object()) return write_object(out, *object, path);
  if (const JsonArray* list = value.if_array()) return write_list(out, *list, path);
  if (const auto* text = value.if_string(); text && is_word(*text)) {
    write_word(out, *text);
  } else if (const std::int64_t* number = value.if_int64()) {
    out += std::to_string(*number);
  } else if (const std::uint64_t* large = value.if_uint64();
             large && *large <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
    out += std::to_string(*large);
  } else if (const bool* flag = value.if_bool()) {
    out += *flag ? "true" : "false";
  } else {
    return Error{ErrorCode::wrong_type, path};
  }
  return Done{};
}

}  // namespace

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= kLongestWord &&
         std::ranges::all_of(text, [](char c) { return kWordLetters[static_cast<unsigned char>(c)]; });
}

bool is_actor(std::string_view text) { return is_word(text) || text == kLocalOperator; }

Result<std::string> canonical(const JsonObject& object, const std::string& path) {
  std::string text;
  TRY(write_object(text, object, path));
  return text;
}

std::string canonical_list(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& word : words) {
    if (text.size() > 1) text += ',';
    write_word(text, word);
  }
  return text + ']';
}

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  if (list == "[]" || list.size() < 2 || list.front() != '[' || list.back() != ']') return words;
  list = list.substr(1, list.size() - 2);
  while (true) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view item = list.substr(0, end);
    if (item.size() < 3 || item.front() != '"' || item.back() != '"') return {};
    words.push_back(item.substr(1, item.size() - 2));
    if (!is_word(words.back())) return {};
    if (end == list.size()) return words;
    list.remove_prefix(end + 1);
  }
}

}  // namespace collega::ledger
