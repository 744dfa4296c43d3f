#include "postgres_sql.h"

#include <array>
#include <cctype>
#include <utility>

namespace collega::store {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{{
    {"INTEGER", "BIGINT"},
    {"REAL", "DOUBLE PRECISION"},
    {"BLOB", "BYTEA"},
    {"TEXT", "TEXT COLLATE \"C\""},
}};

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string_view in_postgres(std::string_view word) {
  for (const auto& [ours, theirs] : kTypes) {
    if (word == ours) return theirs;
  }
  return word;
}

unsigned char nibble(char digit) { return static_cast<unsigned char>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

std::string postgres_places(std::string_view sql) {
  std::string text;
  bool quoted = false;
  int place = 0;
  for (const char c : sql) {
    if (c == '\'') quoted = !quoted;
    if (c == '?' && !quoted) {
      text += '$' + std::to_string(++place);
    } else {
      text += c;
    }
  }
  return text;
}

std::string postgres_types(std::string_view sql) {
  std::string text;
  for (std::size_t at = 0; at < sql.size();) {
    std::size_t end = at;
    while (end < sql.size() && is_word_letter(sql[end])) ++end;
    if (end == at) {
      text += sql[at++];
    } else {
      text += in_postgres(sql.substr(at, end - at));
      at = end;
    }
  }
  return text;
}

std::string from_hex(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
    bytes += static_cast<char>(nibble(text[at]) << 4 | nibble(text[at + 1]));
  }
  return bytes;
}

}  // namespace collega::store
