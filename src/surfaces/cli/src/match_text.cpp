#include "match_text.h"

#include <cstdio>

#include "match_table.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

// Where the reasons of a requirement begin: under its label.
constexpr std::size_t kReasonIndent = 5;

std::string number_text(double number, Language language) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2f", number);
  std::string text{digits};
  if (language == Language::nl) {
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
  }
  return text;
}

std::string_view key_of(Group group) {
  switch (group) {
    case Group::all_musts_shown:
      return "all_musts_shown";
    case Group::something_unknown:
      return "something_unknown";
    case Group::contradicted:
      return "contradicted";
  }
  return {};
}

class TextWriter {
 public:
  TextWriter(const MatchReport& report, const Look& look)
      : report_(report), look_(look), texts_(texts(look.language)), signs_(signs(look.utf8)) {}

  std::string write() {
    sentence();
    if (!report_.criteria.empty() && !report_.ranking.empty()) {
      for (const Group group : kGroups) table_of(group);
      legend();
      heading(texts_("match.per_candidate"));
      for (const Group group : kGroups) {
        for (const Candidate* candidate : report_.in(group)) reasons_of(*candidate);
      }
    }
    list(texts_("match.limits"), report_.limits);
    refused();
    out_ += '\n' + hanging("", texts_("match.person_decides"), look_.columns);
    return std::move(out_);
  }

 private:
  void sentence() {
    if (!report_.vacancy.empty()) out_ += painted(report_.vacancy, Colour::bold, look_.colours) + "\n\n";
    std::string text = texts_.counted("match.candidates", report_.ranking.size());
    if (report_.criteria.empty()) {
      text = texts_("match.no_criteria") + ' ' + texts_("match.not_compared", text);
    } else {
      text =
          texts_("match.beside", text, texts_.counted("match.criteria", report_.criteria.size())) + how_many_a_group();
    }
    out_ += hanging("", text, look_.columns);
  }

  /// ": 3 tonen alle harde eisen, bij 5 ontbreekt iets."
  std::string how_many_a_group() {
    std::string text;
    for (const Group group : kGroups) {
      const std::size_t count = report_.in(group).size();
      if (count == 0 || !report_.asks_musts()) continue;
      text += text.empty() ? ": " : ", ";
      text += texts_.counted("match.sentence." + std::string{key_of(group)}, count);
    }
    return text + '.';
  }

  void heading(const std::string& text) { out_ += '\n' + painted(text, Colour::bold, look_.colours) + '\n'; }

  void table_of(Group group) {
    const auto candidates = report_.in(group);
    if (candidates.empty()) return;
    const std::string key = report_.asks_musts() ? std::string{key_of(group)} : "no_musts";
    heading(texts_("match.group." + key) + " (" + std::to_string(candidates.size()) + ')');
    out_ += match_table(report_, candidates, look_);
  }

  void legend() {
    static constexpr std::pair<Met, std::string_view> kWords[] = {{Met::yes, "match.legend.yes"},
                                                                  {Met::partly, "match.legend.partly"},
                                                                  {Met::no, "match.legend.no"},
                                                                  {Met::unknown, "match.legend.unknown"}};
    std::string on_one_line;
    std::string on_lines;
    for (const auto& [met, word] : kWords) {
      const std::string entry = "  " + sign_of(met, look_) + ' ' + texts_(word);
      on_one_line += entry;
      on_lines += entry + '\n';
    }
    out_ += '\n' + (width_of(on_one_line) <= look_.columns ? on_one_line + '\n' : on_lines);
  }

  void reasons_of(const Candidate& candidate) {
    out_ += '\n' + painted(std::to_string(candidate.place) + ". " + candidate.name, Colour::bold, look_.colours) + '\n';
    std::string papers;
    for (const std::string& document : candidate.documents) papers += (papers.empty() ? "" : ", ") + document;
    if (!papers.empty()) out_ += hanging("   ", texts_("match.papers", papers), look_.columns);
    for (const Judged& judged : candidate.judged) reason(judged);
    for (const std::string& notice : candidate.notices) out_ += hanging("   ! ", notice, look_.columns);
    out_ += hanging("   ", texts_("match.score", number_text(candidate.score, look_.language)), look_.columns);
  }

  void reason(const Judged& judged) {
    const std::string kind = texts_(judged.must ? "kind.must" : "kind.wish");
    out_ += hanging("   " + sign_of(judged.met, look_) + ' ', judged.label + " (" + kind + ")", look_.columns);
    const std::string indent(kReasonIndent, ' ');
    if (!judged.why.empty()) out_ += hanging(indent, judged.why, look_.columns);
    for (const Quote& quote : judged.quotes) out_ += hanging(indent, quoted(quote), look_.columns);
  }

  [[nodiscard]] std::string quoted(const Quote& quote) const {
    const std::string_view text = quote.text;
    std::string out{signs_.open_quote};
    out += text.substr(0, quote.mark_begin);
    if (quote.mark_end > quote.mark_begin) {
      out += painted(text.substr(quote.mark_begin, quote.mark_end - quote.mark_begin), Colour::bold, look_.colours);
    }
    out += text.substr(quote.mark_end);
    out += signs_.close_quote;
    out += ' ' + std::string{signs_.dash} + ' ' + quote.document;
    if (quote.page) out += ", " + texts_("read.page", *quote.page);
    return out;
  }

  void list(const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    heading(title);
    for (const std::string& item : items) out_ += hanging("  " + std::string{signs_.bullet} + ' ', item, look_.columns);
  }

  void refused() {
    std::vector<std::string> items;
    for (const Refused& file : report_.refused) {
      std::string item = file.path + ": " + file.message;
      if (file.where != file.path && !file.path.ends_with('/' + file.where)) item += " (" + file.where + ')';
      items.push_back(std::move(item));
    }
    list(texts_("match.refused"), items);
  }

  const MatchReport& report_;
  const Look& look_;
  const Messages& texts_;
  const Signs& signs_;
  std::string out_;
};

}  // namespace

std::string match_text(const MatchReport& report, const Look& look) { return TextWriter{report, look}.write(); }

}  // namespace collega::cli
