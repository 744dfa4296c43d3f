#include "header_values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text.h"

namespace collega::http {
namespace {

constexpr int kMostWeight = 1000;

/// "0.8" → 800; what is no weight weighs nothing.
int weight_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  int weight = (text[0] - '0') * kMostWeight;
  if (text.size() > 1 && text[1] != '.') return 0;
  int unit = kMostWeight / 10;
  for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
    if (!is_digit(text[i])) return 0;
    weight += (text[i] - '0') * unit;
  }
  return std::min(weight, kMostWeight);
}

struct Choice {
  std::string_view name;
  int weight = kMostWeight;
};

/// Takes "nl-NL;q=0.8" off a list.
Choice next_choice(std::string_view& list) {
  std::string_view item = next_part(list, ',');
  Choice choice{.name = next_part(item, ';')};
  while (!item.empty()) {
    const std::string_view parameter = next_part(item, ';');
    if (parameter.size() > 2 && lower(parameter[0]) == 'q' && parameter[1] == '=')
      choice.weight = weight_of(parameter.substr(2));
  }
  return choice;
}

std::string_view without_port(std::string_view address) {
  if (address.starts_with('[')) {
    const std::size_t end = address.find(']');
    return end == std::string_view::npos ? std::string_view{} : address.substr(1, end - 1);
  }
  const std::size_t colon = address.find(':');
  return colon != std::string_view::npos && colon == address.rfind(':') ? address.substr(0, colon) : address;
}

bool is_address(std::string_view text) {
  constexpr std::size_t kLongestAddress = 45;  // of IPv6 that holds an IPv4
  return !text.empty() && text.size() <= kLongestAddress && std::ranges::all_of(text, [](char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f') || c == '.' || c == ':';
  });
}

bool holds(std::span<const std::string> list, std::string_view item) {
  return std::ranges::find(list, item) != list.end();
}

}  // namespace

std::optional<Language> language_liked(std::string_view accept_language) {
  std::optional<Language> best;
  int most = 0;
  while (!accept_language.empty()) {
    const Choice choice = next_choice(accept_language);
    if (choice.weight <= most || choice.name.size() < 2 || (choice.name.size() > 2 && choice.name[2] != '-')) continue;
    const char code[] = {lower(choice.name[0]), lower(choice.name[1])};
    if (const auto language = language_named({code, 2})) {
      best = language;
      most = choice.weight;
    }
  }
  return best;
}

Encodings encodings_liked(std::string_view accept_encoding) {
  Encodings liked;
  while (!accept_encoding.empty()) {
    const Choice choice = next_choice(accept_encoding);
    if (is_same_word(choice.name, "gzip")) liked.gzip = choice.weight > 0;
    if (is_same_word(choice.name, "br")) liked.brotli = choice.weight > 0;
  }
  return liked;
}

Cookie cookie_named(std::string_view cookies, std::string_view name) {
  Cookie found;
  bool is_there = false;
  while (!cookies.empty()) {
    const std::string_view pair = next_part(cookies, ';');
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    const std::string_view value = pair.substr(equals + 1);
    if (is_there && value != found.value) found.is_doubtful = true;
    if (!std::exchange(is_there, true)) found.value = value;
  }
  return found;
}

std::string_view bearer_of(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer";
  if (authorization.size() <= kScheme.size() || authorization[kScheme.size()] != ' ') return {};
  if (!is_same_word(authorization.substr(0, kScheme.size()), kScheme)) return {};
  return trimmed(authorization.substr(kScheme.size()));
}

bool is_json(std::string_view content_type) {
  if (!is_same_word(next_part(content_type, ';'), "application/json")) return false;
  while (!content_type.empty()) {
    std::string_view parameter = next_part(content_type, ';');
    const std::string_view name = next_part(parameter, '=');
    if (!is_same_word(name, "charset")) continue;
    if (parameter.size() >= 2 && parameter.front() == '"' && parameter.back() == '"') {
      parameter = parameter.substr(1, parameter.size() - 2);
    }
    if (!is_same_word(parameter, "utf-8")) return false;
  }
  return true;
}

bool prefers_async(std::string_view prefer) {
  while (!prefer.empty()) {
    std::string_view item = next_part(prefer, ',');
    if (is_same_word(next_part(item, ';'), "respond-async")) return true;
  }
  return false;
}

std::optional<std::string_view> idempotency_key_of(std::string_view value) {
  constexpr std::size_t kLongestKey = 200;
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  const auto is_visible = [](char c) { return c > ' ' && c < '\x7f'; };
  if (value.empty() || value.size() > kLongestKey || !std::ranges::all_of(value, is_visible)) return std::nullopt;
  return value;
}

std::optional<ContentRange> content_range_of(std::string_view value) {
  constexpr std::string_view kUnit = "bytes ";
  if (!value.starts_with(kUnit)) return std::nullopt;
  value.remove_prefix(kUnit.size());
  const std::size_t dash = value.find('-');
  const std::size_t slash = value.find('/');
  if (dash == std::string_view::npos || slash == std::string_view::npos || slash < dash) return std::nullopt;
  const auto first = whole_number(value.substr(0, dash));
  const auto last = whole_number(value.substr(dash + 1, slash - dash - 1));
  const auto total = whole_number(value.substr(slash + 1));
  if (!first || !last || !total || *first > *last || *last >= *total) return std::nullopt;
  return ContentRange{*first, *last, *total};
}

std::optional<Part> range_of(std::string_view value, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!value.starts_with(kUnit) || size == 0) return std::nullopt;
  value.remove_prefix(kUnit.size());
  const std::size_t dash = value.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view from = trimmed(value.substr(0, dash));
  const std::string_view to = trimmed(value.substr(dash + 1));
  const auto last = whole_number(to);
  if (!to.empty() && !last) return std::nullopt;
  if (from.empty()) {
    if (!last || *last == 0) return std::nullopt;
    const std::uint64_t length = std::min(*last, size);
    return Part{size - length, length};
  }
  const auto first = whole_number(from);
  if (!first || *first >= size || (last && *last < *first)) return std::nullopt;
  const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
  return Part{*first, end - *first + 1};
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    std::string_view named = next_part(if_none_match, ',');
    if (named == "*") return true;
    if (named.starts_with("W/")) named.remove_prefix(2);
    if (named == tag) return true;
  }
  return false;
}

std::string device_of(std::string_view user_agent) {
  struct Mark {
    std::string_view mark, name;
  };
  // In the order in which they may be told apart: Edge and Opera say Chrome too, Chrome says Safari too.
  constexpr std::array<Mark, 7> kBrowsers = {{{"Edg", "Edge"},
                                              {"OPR/", "Opera"},
                                              {"Firefox/", "Firefox"},
                                              {"FxiOS/", "Firefox"},
                                              {"CriOS/", "Chrome"},
                                              {"Chrome/", "Chrome"},
                                              {"Safari/", "Safari"}}};
  constexpr std::array<Mark, 6> kSystems = {{{"iPhone", "iPhone"},
                                             {"iPad", "iPad"},
                                             {"Android", "Android"},
                                             {"Windows", "Windows"},
                                             {"Mac OS", "macOS"},
                                             {"Linux", "Linux"}}};
  const auto named = [&](const auto& marks) -> std::string_view {
    const auto found = std::ranges::find_if(
        marks, [&](const Mark& mark) { return user_agent.find(mark.mark) != std::string_view::npos; });
    return found == marks.end() ? std::string_view{} : found->name;
  };
  std::string device{named(kBrowsers)};
  const std::string_view system = named(kSystems);
  if (!device.empty() && !system.empty()) device += ", ";
  return device.append(system);
}

std::string_view source_behind(std::string_view peer, std::string_view forwarded_for,
                               std::span<const std::string> proxies) {
  std::string_view source = peer;
  while (holds(proxies, source) && !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const bool is_first = comma == std::string_view::npos;
    const std::string_view before = without_port(trimmed(is_first ? forwarded_for : forwarded_for.substr(comma + 1)));
    if (!is_address(before)) break;
    source = before;
    forwarded_for = is_first ? std::string_view{} : forwarded_for.substr(0, comma);
  }
  return source;
}

std::string attachment_named(std::string_view name) {
  std::string plain;
  for (const char c : name) plain += c >= ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '%' ? c : '_';
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(name);
}

}  // namespace collega::http
