// The first byte chooses: 'x' is followed by a line of the export file, 'l' by a list of digests as a row of the ledger
// holds it, anything else by JSON that is to be the details of an entry.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "export_line.h"
#include "words.h"

namespace {

using namespace collega;
using namespace collega::ledger;

void demand(bool holds) {
  if (!holds) std::abort();
}

const Keys& keys() {
  static const Keys kKeys{store::Key{}};
  return kKeys;
}

/// A line is what was written, byte for byte, or it is refused.
void read_line(std::string_view line) {
  const auto read = read_export_line(keys(), line);
  if (!read) return;
  JsonArray heads;
  for (const NamedHead& head : read->heads) heads.push_back(to_json(head));
  demand(export_line(keys(), heads, read->at) == line);
}

void read_list(std::string_view list) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of(list)) words.emplace_back(word);
  demand(words.empty() || canonical_list(words) == list);
}

void write_details(std::string_view text) {
  const auto value = parse_json(text);
  if (!value || !value->is_object()) return;
  (void)heads_named_in(value.value());
  const auto written = canonical(value->as_object(), "details");
  if (!written) return;
  const auto again = parse_json(written.value());
  demand(again.ok() && canonical(again->as_object(), "details").value() == written.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  switch (data[0]) {
    case 'x':
      read_line(rest);
      break;
    case 'l':
      read_list(rest);
      break;
    default:
      write_details({reinterpret_cast<const char*>(data), size});
  }
  return 0;
}
