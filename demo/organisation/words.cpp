#include "words.h"

namespace collega::organisation {

std::string_view embedded_given_names_tsv();
std::string_view embedded_surnames_tsv();
std::string_view embedded_places_tsv();

namespace {

Words split(std::string_view text, char separator) {
  Words parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<Words> rows_of(std::string_view table) {
  std::vector<Words> rows;
  for (const std::string_view line : split(table, '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  }
  return rows;
}

void append(Words& list, const Words& more) { list.insert(list.end(), more.begin(), more.end()); }

void read_given_names(Origin& origin) {
  constexpr std::string_view kGenerations = "omy";
  for (const Words& row : rows_of(embedded_given_names_tsv())) {
    if (row[0] != origin.code) continue;
    for (std::size_t i = 0; i < kGenerations.size(); ++i) {
      if (row[2] == "a" || row[2] == kGenerations.substr(i, 1)) {
        append(row[1] == "v" ? origin.women[i] : origin.men[i], split(row[3], ' '));
      }
    }
  }
}

void read_surnames(Origin& origin) {
  // In the list each surname stands once; in a town most people have no infix, and some names are everybody's.
  constexpr int kWithoutInfix = 2;
  for (const Words& row : rows_of(embedded_surnames_tsv())) {
    if (row[0] != origin.code) continue;
    const bool bare = row[1] == "-";
    for (const std::string_view name : split(row[2], ' ')) {
      for (int i = 0; i < (bare ? kWithoutInfix : 1); ++i) {
        origin.surnames.push_back({bare ? std::string_view{} : row[1], name});
      }
    }
  }
}

}  // namespace

AllWords read_words() {
  AllWords words;
  // About as in a middling Dutch region.
  for (const auto& [code, share] : {std::pair<std::string_view, int>{"nl", 790},
                                    {"tr", 45},
                                    {"ma", 45},
                                    {"sr", 40},
                                    {"pl", 25},
                                    {"id", 20},
                                    {"xx", 35}}) {
    Origin origin{.code = code, .share = share, .women = {}, .men = {}, .surnames = {}};
    read_given_names(origin);
    read_surnames(origin);
    words.origins.push_back(std::move(origin));
  }
  for (const Words& row : rows_of(embedded_places_tsv())) {
    const auto put = [&](std::string_view kind, Words& list) {
      if (row[0] == kind) list = split(row[1], ' ');
    };
    put("towns", words.towns);
    put("streets", words.streets);
    put("street_ends", words.street_ends);
    put("houses", words.houses);
    put("house_ends", words.house_ends);
    put("wards", words.wards);
    put("quarters", words.quarters);
    put("regions", words.regions);
  }
  return words;
}

}  // namespace collega::organisation
