#include "rtf_state.h"

#include <algorithm>
#include <array>
#include <map>

namespace collega::documents {
namespace {

template <class Map, class Key>
typename Map::mapped_type value_or_empty(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

bool RtfState::apply_letter_word(std::string_view name, int value) {
  if (name == "plain") {
    const RtfState fresh;
    hidden = bold = underlined = deleted = false;
    half_points = fresh.half_points;
    colour = background = 0;
  } else if (name == "b") {
    bold = value != 0;
  } else if (name == "ul") {
    underlined = value != 0;
  } else if (name == "ulnone") {
    underlined = false;
  } else if (name == "v") {
    hidden = value != 0;
  } else if (name == "deleted") {
    deleted = value != 0;
  } else if (name == "cf") {
    colour = value;
  } else if (name == "cb" || name == "highlight" || name == "chcbpat") {
    background = value;
  } else if (name == "fs") {
    half_points = value;
  } else if (name == "f") {
    font = value;
  } else {
    return false;
  }
  return true;
}

bool RtfState::apply_paragraph_word(std::string_view name, int value) {
  if (name == "pard") {
    const RtfState fresh;
    style = list = list_level = shading = 0;
    outline = fresh.outline;
    in_table = false;
  } else if (name == "s") {
    style = value;
  } else if (name == "outlinelevel") {
    outline = value;
  } else if (name == "ls") {
    list = value;
  } else if (name == "ilvl") {
    list_level = value;
  } else if (name == "cbpat") {
    shading = value;
  } else if (name == "intbl") {
    in_table = true;
  } else {
    return false;
  }
  return true;
}

std::string code_page_of_charset(int charset) {
  static const std::map<int, std::string> kPages = {
      {77, "macintosh"},     {128, "windows-932"},  {129, "windows-949"},  {134, "gbk"},          {136, "big5"},
      {161, "windows-1253"}, {162, "windows-1254"}, {163, "windows-1258"}, {177, "windows-1255"}, {178, "windows-1256"},
      {186, "windows-1257"}, {204, "windows-1251"}, {222, "windows-874"},  {238, "windows-1250"}, {255, "ibm-437"}};
  return value_or_empty(kPages, charset);
}

std::string code_page_named(int number) {
  constexpr int kMac = 10000;
  constexpr int kUtf8 = 65001;
  if (number == kMac) return "macintosh";
  if (number == kUtf8) return "utf-8";
  const bool windows =
      (number >= 1250 && number <= 1258) || number == 874 || number == 932 || number == 936 || number == 949;
  return (windows ? "windows-" : "ibm-") + std::to_string(number);
}

bool is_passed_over_in_rtf(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords = {"pict",       "fldinst",
                                                              "listtext",   "pntext",
                                                              "pntxta",     "pntxtb",
                                                              "object",     "objdata",
                                                              "nonshppict", "sp",
                                                              "xe",         "tc",
                                                              "bkmkstart",  "bkmkend",
                                                              "revtbl",     "listtable",
                                                              "filetbl",    "atnid",
                                                              "atnauthor",  "annotation",
                                                              "template",   "listoverridetable",
                                                              "ftnsep",     "themedata"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_entered_when_starred(std::string_view word) { return word == "shpinst" || word == "shptxt"; }

std::string_view letters_of_word(std::string_view word) {
  static const std::map<std::string_view, std::string_view> kLetters = {
      {"tab", "\t"},        {"line", "\n"},          {"softline", "\n"},      {"nestcell", "\n"},
      {"emdash", "\u2014"}, {"endash", "\u2013"},    {"bullet", "\u2022"},    {"lquote", "\u2018"},
      {"rquote", "\u2019"}, {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"emspace", " "},
      {"enspace", " "}};
  return value_or_empty(kLetters, word);
}

}  // namespace collega::documents
