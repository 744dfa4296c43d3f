// E-mail addresses, addresses of the web and of machines.

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// A name of a host has no more parts than this in any text that people write.
constexpr std::size_t kMostLabels = 16;
constexpr double kCertain = 1.0;
constexpr double kBareDomain = 0.8;

bool is_local(char byte) {
  return is_alnum(byte) || byte == '.' || byte == '_' || byte == '-' || byte == '+' || byte == '%' || byte == '\'' ||
         static_cast<unsigned char>(byte) >= 0x80;
}
bool is_host(char byte) {
  return is_alnum(byte) || byte == '-' || byte == '.' || static_cast<unsigned char>(byte) >= 0x80;
}

/// Ends of host names that are written without "www". Of these alone a bare "naam.nl" is taken for an address.
constexpr std::array<std::string_view, 35> kEnds{
    "example", "nl",  "be",  "com", "org",  "net", "eu",     "de",  "fr",  "uk",        "co", "io",
    "info",    "gov", "edu", "nu",  "shop", "biz", "es",     "it",  "ch",  "at",        "dk", "se",
    "no",      "pl",  "tr",  "ca",  "us",   "au",  "online", "app", "dev", "amsterdam", "frl"};

bool is_end(std::string_view word) {
  return std::ranges::any_of(kEnds, [&](std::string_view end) {
    return end.size() == word.size() && std::ranges::equal(end, word, [](char a, char b) { return a == lower_of(b); });
  });
}

/// Where the host that begins at `at` ends: its labels, without a full stop that closes the sentence.
std::size_t host_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_host(text[at])) ++at;
  while (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-')) --at;
  return at;
}

std::size_t path_end(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ':' && at + 1 < text.size() && is_digit(text[at + 1])) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  if (at >= text.size() || (text[at] != '/' && text[at] != '?' && text[at] != '#')) return at;
  while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at])) && text[at] != '"' &&
         text[at] != '<' && text[at] != '>')
    ++at;
  while (at > 0 && std::string_view(".,;:!?)]}'*").find(text[at - 1]) != std::string_view::npos) --at;
  return at;
}

void find_mail(Sheet& sheet) {
  const std::string_view text = sheet.text();
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_local(text[begin - 1])) --begin;
    while (begin < at && (text[begin] == '.' || text[begin] == '\'' || text[begin] == '-')) ++begin;
    const std::size_t end = host_end(text, at + 1);
    const std::string_view host = text.substr(at + 1, end - at - 1);
    const std::size_t dot = host.rfind('.');
    if (begin == at || dot == std::string_view::npos || dot == 0 || host.size() - dot < 3 || !is_alpha(host.back()))
      continue;
    sheet.add(begin, end, Kind::EMAIL, kCertain, "email");
  }
}

void find_links(Sheet& sheet) {
  const std::string_view text = sheet.text();
  std::size_t end = 0;  // of what was looked at: a link within the path of another is part of that one
  for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", end)) {
    end = at + 3;
    std::size_t begin = at;
    while (begin > 0 && is_alpha(text[begin - 1])) --begin;
    const std::size_t host = host_end(text, at + 3);
    if (begin == at || host <= at + 3) continue;
    end = std::max(end, path_end(text, host));
    sheet.add(begin, end, Kind::URL, kCertain, "url");
  }
}

/// Whether word `at` is the last of a host that begins with "www".
bool after_www(const Sheet& sheet, std::size_t at) {
  const auto& words = sheet.words();
  const auto dotted = [&](std::size_t i) {
    return words[i - 1].end + 1 == words[i].begin && sheet.text()[words[i - 1].end] == '.';
  };
  if (at + 1 < words.size() && dotted(at + 1)) return false;
  for (std::size_t i = at; i > 0 && at - i < kMostLabels && dotted(i); --i)
    if (lower_of(sheet.of(words[i - 1])[0]) == 'w' && sheet.of(words[i - 1]).size() == 3 &&
        sheet.of(words[i - 1])[2] == sheet.of(words[i - 1])[1])
      return at - i >= 1;
  return false;
}

/// "voorbeeld.nl", "www.voorbeeld.nl/pad": words joined by full stops, the last one a known end.
void find_hosts(Sheet& sheet) {
  const std::string_view text = sheet.text();
  const auto& words = sheet.words();
  std::size_t end = 0;  // of the last one: its path may hold what looks like another
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Word& last = words[i];
    if (last.begin < end || last.begin == 0 || text[last.begin - 1] != '.' || words[i - 1].end + 1 != last.begin)
      continue;
    if (!is_end(sheet.of(last)) && !after_www(sheet, i)) continue;
    if (i + 1 < words.size() && words[i + 1].begin == last.end + 1 && text[last.end] == '.' &&
        words[i + 1].lines == 0 && is_end(sheet.of(words[i + 1])))
      continue;  // "co.uk" ends with its last word
    std::size_t first = i - 1;
    while (first > 0 && i - first < kMostLabels && text[words[first].begin - 1] == '.' &&
           words[first - 1].end + 1 == words[first].begin)
      --first;
    const Word& name = words[i - 1];
    const bool www = sheet.of(words[first]) == "www" || sheet.of(words[first]) == "WWW";
    const char before = words[first].begin > 0 ? text[words[first].begin - 1] : ' ';
    if (before == '@' || before == '/' || name.end - name.begin < 2) continue;
    // A full stop without its space between two sentences: "klaar.De", "werk.It".
    if (!www && (last.capital != name.all_capitals && last.capital)) continue;
    if (!www && name.all_capitals && !last.all_capitals) continue;  // "ASP.net"
    end = path_end(text, last.end);
    sheet.add(words[first].begin, end, Kind::URL, www ? kCertain : kBareDomain, "url");
  }
}

bool is_hex(char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F'); }

/// Groups of hexadecimal digits between colons: eight of them, or fewer around one "::".
void find_ip6(Sheet& sheet) {
  const std::string_view text = sheet.text();
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    std::size_t begin = at, end = at;
    while (begin > 0 && is_hex(text[begin - 1])) --begin;
    if (at - begin > 4 || (begin > 0 && is_alnum(text[begin - 1]))) continue;
    std::size_t groups = begin < at ? 1 : 0, colons = 0, gaps = 0, digits = 0, group = 0;
    bool good = true;
    for (end = at; end < text.size() && (text[end] == ':' || is_hex(text[end])); ++end) {
      if (text[end] == ':') {
        ++colons;
        gaps += end + 1 < text.size() && text[end + 1] == ':';
        group = 0;
      } else {
        groups += group == 0;
        good &= ++group <= 4;
      }
      digits += is_digit(text[end]);
    }
    for (std::size_t i = begin; i < at; ++i) digits += is_digit(text[i]);
    if (good && digits > 0 && groups >= 2 && gaps <= 1 && (gaps == 1 || (groups == 8 && colons == 7)) && groups <= 8 &&
        (end >= text.size() || !is_alnum(text[end])))
      sheet.add(begin, end, Kind::IP, kCertain, "ip");
    at = std::max(at, end == at ? at : end - 1);
  }
}

}  // namespace

void find_contacts(Sheet& sheet) {
  find_mail(sheet);
  find_links(sheet);
  find_hosts(sheet);
  find_ip6(sheet);
}

}  // namespace collega::privacy
