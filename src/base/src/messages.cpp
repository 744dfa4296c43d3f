#include "collega/base/messages.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace collega {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_placeholder(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}';
}

std::set<char> placeholders(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_placeholder(text, i)) found.insert(text[i + 1]);
  }
  return found;
}

[[noreturn]] void refuse(std::string_view what, std::string_view where) {
  throw std::logic_error("messages: " + std::string{what} + ": " + std::string{where});
}

/// "| text" → "text", "|" → ""
std::string_view line_of_block(std::string_view line) {
  line.remove_prefix(1);
  if (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

}  // namespace

Messages::Messages(std::string_view file) {
  std::string* open = nullptr;  // the text that a line beginning with | goes on with
  bool first = true;            // of a block
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    if (line.starts_with('|')) {
      if (!open) refuse("a block without a key", line);
      if (!first) *open += '\n';
      *open += line_of_block(line);
      first = false;
      continue;
    }
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    const std::size_t equals = line.find('=');
    const std::string key{trimmed(line.substr(0, equals))};
    if (equals == std::string_view::npos || key.empty()) refuse("neither a text nor a comment", line);
    const auto [entry, is_new] = texts_.emplace(key, trimmed(line.substr(equals + 1)));
    if (!is_new) refuse("twice", key);
    open = entry->second.empty() ? &entry->second : nullptr;
    first = true;
  }
}

std::string Messages::filled(std::string_view key, const std::vector<std::string>& arguments) const {
  const auto entry = texts_.find(key);
  if (entry == texts_.end()) refuse("no such key", key);
  const std::string& text = entry->second;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_placeholder(text, i)) {
      out += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[i + 1] - '0');
    if (index >= arguments.size()) refuse("too few arguments", key);
    out += arguments[index];
    i += 2;
  }
  return out;
}

std::vector<std::string> differences(const Messages& nl, const Messages& en) {
  std::vector<std::string> found;
  for (const auto& [key, text] : nl.texts_) {
    const auto other = en.texts_.find(key);
    if (other == en.texts_.end()) {
      found.push_back("en lacks " + key);
    } else if (placeholders(text) != placeholders(other->second)) {
      found.push_back("other placeholders in " + key);
    }
  }
  for (const auto& [key, text] : en.texts_) {
    if (!nl.texts_.contains(key)) found.push_back("nl lacks " + key);
  }
  return found;
}

}  // namespace collega
