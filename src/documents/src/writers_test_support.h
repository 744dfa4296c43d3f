#pragma once

// A CV to write and read in the tests of the writers.

#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "collega/documents/read.h"
#include "collega/documents/write.h"
#include "zip_archive.h"

namespace collega::documents::testing {

inline constexpr const char* kCv = R"(# Samira Boulahrouz

Kanaalstraat 8, 9999 XX Lindestad
06-00012345

## Profiel

Verzorgende met veertien jaar ervaring in de ouderenzorg en een diploma palliatieve zorg.

## Werk

### Verzorgende IG — De Stuw
maart 2019 – heden

- Medicatie toedienen en wonden verzorgen
- Leerlingen begeleiden

### Helpende — Huize Avondrood
2012 – 2018

- Huishouden en maaltijden

## Opleiding

| Jaar | Opleiding |
|---|---|
| 2019 | Verzorgende IG |
| 2011 | Helpende zorg en welzijn |

## Talen {side}

- Nederlands
- Arabisch
)";

inline Draft cv_in(Layout layout) {
  Draft draft = draft_from_markdown(kCv);
  draft.layout = layout;
  return draft;
}

/// An XML member of an office file.
inline pugi::xml_document part_of(const std::string& bytes, const std::string& member) {
  ZipArchive archive = ZipArchive::open(bytes, {}).value();
  pugi::xml_document xml;
  EXPECT_TRUE(xml.load_string(archive.read(member).value().c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  return xml;
}

inline std::vector<std::string> texts_of(const Document& document, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) texts.emplace_back(block.span.of(document.text));
  }
  return texts;
}

inline bool holds(const Document& document, std::string_view words) {
  return document.text.find(words) != std::string::npos;
}

inline bool tells_of(const Document& document, NoticeKind kind, std::string_view excerpt) {
  return std::any_of(document.notices.begin(), document.notices.end(), [&](const Notice& notice) {
    return notice.kind == kind && notice.excerpt.find(excerpt) != std::string::npos;
  });
}

}  // namespace collega::documents::testing
