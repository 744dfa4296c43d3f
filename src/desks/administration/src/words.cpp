#include "words.h"

#include <map>

#include "collega/base/utf8.h"
#include "embedded.h"
#include "tsv.h"

namespace collega::administration {
namespace {

using Words = std::map<std::string, std::string_view, std::less<>>;

std::map<FieldShape, Words> read_words() {
  std::map<FieldShape, Words> all;
  for (const auto& row : tsv_rows(embedded_words_tsv())) {
    const FieldShape shape = described::enum_named<FieldShape>(row.at(0)).value();
    for (const std::string_view text : split(row.at(2), '|')) all[shape].emplace(plain_name(text), row.at(1));
  }
  return all;
}

}  // namespace

std::string plain_name(std::string_view text) {
  std::string plain;
  for (const char c : fold(text)) {
    const bool is_sign = static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    if (!is_sign) plain += c;
  }
  return plain;
}

std::optional<std::string_view> word_value(FieldShape shape, std::string_view text) {
  static const std::map<FieldShape, Words> all = read_words();
  const auto words = all.find(shape);
  if (words == all.end()) return std::nullopt;
  const auto found = words->second.find(plain_name(text));
  if (found == words->second.end()) return std::nullopt;
  return found->second;
}

}  // namespace collega::administration
