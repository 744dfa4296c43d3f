#include "chain.h"

#include <algorithm>
#include <charconv>

#include "rows.h"

namespace collega::ledger {
namespace {

store::Key key_for(const store::Key& ledger, std::string_view use) {
  store::Key key;
  key.bytes = store::keyed_digest(ledger, use);
  return key;
}

void add(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void add_canonical(std::string& out, const EntryView& entry) {
  out += R"({"writer":")";
  out += entry.writer;
  out += R"(","seq":)";
  add(out, entry.seq);
  out += R"(,"at":)";
  add(out, entry.at);
  out += R"(,"kind":")";
  out += entry.kind;
  out += R"(","actor":")";
  out += entry.actor;
  out += R"(","operation":")";
  out += entry.operation;
  out += R"(","about":)";
  out += entry.about;
  out += R"(,"details":)";
  out += entry.details;
  out += '}';
}

Head head_in(const store::Rows& rows) {
  return {.writer = rows.get<std::string>(0),
          .seq = number_or_0(rows, 1),
          .mac = rows.get<std::string>(2),
          .at = number_or_0(rows, 3),
          .set_back = number_or_0(rows, 4) != 0,
          .proof = rows.get<std::string>(5)};
}

}  // namespace

Keys::Keys(const store::Key& ledger)
    : entry(key_for(ledger, "ledger entry")),
      head(key_for(ledger, "ledger head")),
      exported(key_for(ledger, "ledger export")),
      check(store::keyed_digest(ledger, "ledger check")) {}

const std::string& no_mac() {
  static const std::string kZeros(Mac{}.size(), '\0');
  return kZeros;
}

Mac mac_of(const Keys& keys, std::string_view previous, const EntryView& entry, std::string& buffer) {
  buffer.assign(previous);
  add_canonical(buffer, entry);
  return store::keyed_digest(keys.entry, buffer);
}

Mac proof_of(const Keys& keys, const Head& head) {
  std::string text = head.writer + '\n' + std::to_string(head.seq) + '\n' + std::to_string(head.at) + '\n';
  text += head.set_back ? '1' : '0';
  return store::keyed_digest(keys.head, text + head.mac);
}

bool is_proved(const Keys& keys, const Head& head) { return head.proof == bytes_of(proof_of(keys, head)); }

Result<std::optional<Head>> head_of(store::ReadTransaction& read, std::string_view writer) {
  store::Rows rows =
      TRY(read.query("select writer, seq, mac, at, set_back, proof from ledger_head where writer = ?", writer));
  if (!TRY(rows.next())) return std::optional<Head>{};
  return std::optional<Head>{head_in(rows)};
}

Result<std::map<std::string, Head, std::less<>>> all_heads(store::ReadTransaction& read) {
  std::map<std::string, Head, std::less<>> heads;
  store::Rows rows = TRY(read.stream("select writer, seq, mac, at, set_back, proof from ledger_head"));
  while (TRY(rows.next())) heads.emplace(rows.get<std::string>(0), head_in(rows));
  return heads;
}

JsonArray named(const Keys& keys, const std::map<std::string, Head, std::less<>>& heads, std::string_view except) {
  JsonArray list;
  for (const auto& [writer, head] : heads) {
    if (writer == except || !is_proved(keys, head)) continue;
    list.push_back(to_json(NamedHead{writer, head.seq, store::to_hex(head.mac)}));
  }
  return list;
}

Result<std::vector<NamedHead>> heads_named_in(const Json& object) {
  const JsonObject* members = object.if_object();
  const Json* heads = members ? members->if_contains("heads") : nullptr;
  if (!heads) return Error{ErrorCode::missing_member, "heads"};
  return from_json<std::vector<NamedHead>>(*heads, "heads");
}

}  // namespace collega::ledger
