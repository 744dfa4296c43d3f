// Whatever the bytes, the language module ends, and every span lies inside the text, is not empty and comes after the
// one before.

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "collega/language/time.h"
#include "collega/language/tokens.h"

namespace {

using namespace collega;

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

Span span_of(Span span) { return span; }
template <class Mention>
Span span_of(const Mention& mention) {
  return mention.span;
}

template <class Mentions>
void require_ascending(std::string_view text, const Mentions& mentions) {
  std::size_t passed = 0;
  for (const auto& mention : mentions) {
    const Span span = span_of(mention);
    require(passed <= span.begin && span.begin < span.end && span.end <= text.size());
    require(starts_character(text, span.begin) && starts_character(text, span.end));
    passed = span.end;
  }
}

void require_words(const std::vector<language::Token>& tokens) {
  static const language::CompoundSplitter splitter{{"zorg", "werk", "leider", "project", "aaa", "aab"}};
  for (const language::Token& token : tokens) {
    require(token.kind == language::TokenKind::word || !token.folded.empty());
    (void)language::stem(token.folded, Language::nl);
    (void)language::stem(token.folded, Language::en);
    std::size_t letters = 0;
    for (const std::string& part : splitter.split(token.folded)) letters += part.size();
    require(letters <= token.folded.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono_literals;
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  const Date today{2026y / 11 / 22};

  const auto tokens = language::tokenize(text);
  require_ascending(text, tokens);
  require_words(tokens);
  require_ascending(text, language::sentences(text));

  const auto periods = language::find_periods(text, today);
  require_ascending(text, periods);
  for (const auto& period : periods) {
    require(period.days.begin <= period.days.end);
    require(!period.ongoing || period.days.end == today);
  }
  const auto durations = language::find_durations(text);
  require_ascending(text, durations);
  for (const auto& duration : durations) require(std::isfinite(duration.months) && duration.months > 0);
  require_ascending(text, language::find_dates(text));

  const auto guess = language::identify(text);
  require(guess.confidence >= 0 && guess.confidence <= 1 && !guess.code.empty());
  return 0;
}
