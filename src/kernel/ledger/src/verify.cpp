#include "collega/ledger/verify.h"

#include "about_index.h"
#include "claims.h"
#include "rows.h"
#include "suspects.h"
#include "words.h"

namespace collega::ledger {
namespace {

// When the record of the key does not fit and neither do so many entries, it is the key.
constexpr std::int64_t kEnoughToTell = 100;
constexpr std::int64_t kProgressEvery = 10'000;

/// A chain while it streams by.
struct Chain {
  std::string writer;
  std::int64_t last = 0;  // the number of the entry before
  std::string mac = no_mac();
  CheckedChain checked;
};

class Verifier {
 public:
  Verifier(store::ReadTransaction& read, const VerifyOptions& options)
      : read_(read), options_(options), keys_(read.ledger_key()), findings_(report_), suspects_(keys_, findings_) {}

  Result<Report> run();

 private:
  Result<Done> follow_chains();
  Result<Done> check_entry(const store::Rows& rows);
  Result<Done> hold(const EntryView& entry);
  Result<Done> check_anchor(const EntryView& entry);
  void begin_chain(std::string_view writer);
  void end_chain();
  void check_heads_without_chain();
  Result<Done> check_index();
  void check_key_record();
  [[nodiscard]] bool is_wrong_key() const;
  [[nodiscard]] Report only_wrong_key() const;

  store::ReadTransaction& read_;
  const VerifyOptions& options_;
  const Keys keys_;
  Report report_;
  Findings findings_;
  Suspects suspects_;
  std::map<std::string, Head, std::less<>> heads_;
  std::optional<std::string> key_record_;
  AboutSum about_;
  std::optional<Chain> chain_;
  std::int64_t entries_ = 0;
  std::int64_t held_ = 0;  // entries that were what was written
  std::string buffer_;
};

bool Verifier::is_wrong_key() const {
  return key_record_ && *key_record_ != bytes_of(keys_.check) && held_ == 0 && entries_ > 0;
}

Report Verifier::only_wrong_key() const {
  Report report;
  report.findings.push_back({Fault::wrong_key, "", 0, "this key did not write this ledger; nothing else can be told"});
  return report;
}

void Verifier::begin_chain(std::string_view writer) {
  chain_.emplace();
  chain_->writer = writer;
  chain_->checked.writer = writer;
}

void Verifier::end_chain() {
  if (!chain_) return;
  const Chain& chain = *chain_;
  const auto found = heads_.find(chain.writer);
  if (found == heads_.end()) {
    findings_.add({Fault::head_differs, chain.writer, chain.last, "the head of the chain is gone"});
  } else {
    const Head& head = found->second;
    if (!is_proved(keys_, head)) {
      findings_.add({Fault::head_differs, chain.writer, head.seq, "the row of the head is not what was written"});
    }
    if (head.seq > chain.last) {
      findings_.add(
          {Fault::truncated, chain.writer, chain.last + 1, "gone, up to and including " + std::to_string(head.seq)});
    } else if (head.seq < chain.last || head.mac != chain.mac) {
      findings_.add({Fault::head_differs, chain.writer, head.seq, "the last entry is not the one that the head names"});
    }
    heads_.erase(found);
  }
  report_.chains.push_back(chain.checked);
  chain_.reset();
}

void Verifier::check_heads_without_chain() {
  for (const auto& [writer, head] : heads_) {
    findings_.add(
        {Fault::truncated, writer, 1, "the whole chain is gone, up to and including " + std::to_string(head.seq)});
  }
}

Result<Done> Verifier::check_entry(const store::Rows& rows) {
  const std::string_view writer = rows.view(0);
  if (!chain_ || chain_->writer != writer) {
    end_chain();
    begin_chain(writer);
  }
  ++entries_;
  ++chain_->checked.entries;
  const EntryView entry{.writer = writer,
                        .seq = number_or_0(rows, 1),
                        .at = number_or_0(rows, 2),
                        .kind = rows.view(3),
                        .actor = rows.view(4),
                        .operation = rows.view(5),
                        .about = rows.view(6),
                        .details = rows.view(7)};
  const std::string_view mac = rows.view(8);
  if (entry.seq > chain_->last + 1) {
    suspects_.add_gap(writer, chain_->last + 1, entry.seq - 1, chain_->mac);
  } else if (entry.seq == chain_->last + 1 && holds(keys_, chain_->mac, entry, mac, buffer_)) {
    TRY(hold(entry));
  } else {
    suspects_.add_broken(entry, mac, chain_->mac);
  }
  for (const std::string_view digest : words_of(entry.about)) about_.add(digest, entry.at, writer, entry.seq);
  chain_->last = entry.seq;
  chain_->mac = mac;
  return Done{};
}

Result<Done> Verifier::hold(const EntryView& entry) {
  ++held_;
  return entry.kind == name_of(Kind::anchor) ? check_anchor(entry) : Done{};
}

Result<Done> Verifier::check_anchor(const EntryView& entry) {
  ++chain_->checked.anchors;
  const Json details = TRY(parse_json(entry.details));
  const auto heads = heads_named_in(details);
  if (!heads) return Done{};  // somebody else's entry of this kind
  const std::string said_by = "the anchor at " + chain_->writer + ' ' + std::to_string(entry.seq);
  return check_claims(read_, heads.value(), Fault::anchor_differs, said_by, findings_);
}

Result<Done> Verifier::follow_chains() {
  store::Rows rows = TRY(read_.stream(
      "select writer, seq, at, kind, actor, operation, about, details, mac from ledger_entry order by writer, seq"));
  while (TRY(rows.next())) {
    TRY(check_entry(rows));
    if (options_.progress && entries_ % kProgressEvery == 0) options_.progress(entries_);
    if (entries_ >= kEnoughToTell && is_wrong_key()) return Done{};
  }
  end_chain();
  check_heads_without_chain();
  return Done{};
}

Result<Done> Verifier::check_index() {
  TRY(take_index(read_, about_));
  if (about_.is_zero()) return Done{};
  return find_index_faults(read_, findings_);
}

void Verifier::check_key_record() {
  if (entries_ == 0 || key_record_ == bytes_of(keys_.check)) return;
  findings_.add({Fault::wrong_key, "", 0, "entries fit this key, but the record of the key is not what was written"});
}

Result<Report> Verifier::run() {
  heads_ = TRY(all_heads(read_));
  key_record_ = TRY(read_.first<std::string>("select proof from ledger_check where id = 1"));
  TRY(follow_chains());
  if (is_wrong_key()) return only_wrong_key();
  suspects_.report();
  check_key_record();
  TRY(check_index());
  if (!options_.exported.empty()) {
    report_.exports = TRY(check_exports(read_, keys_, options_.exported, findings_));
  }
  findings_.add_claims();
  report_.whole = report_.findings.empty();
  return std::move(report_);
}

}  // namespace

Result<Report> verify(store::ReadTransaction& read, const VerifyOptions& options) {
  return Verifier{read, options}.run();
}

}  // namespace collega::ledger
