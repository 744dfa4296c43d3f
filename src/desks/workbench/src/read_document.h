#pragma once

// documents.read: a document as Collega reads it.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/documents/document.h"
#include "collega/operations/operation.h"

namespace collega::workbench {

struct ReadRequest {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(ReadRequest, (), (path))

struct PageText {
  std::optional<int> number;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PageText, (), (number, text))

struct BlockPlace {
  documents::BlockKind kind = documents::BlockKind::paragraph;
  int level = 0;
  std::optional<int> page;
  std::size_t start = 0;
  std::size_t end = 0;
};
BOOST_DESCRIBE_STRUCT(BlockPlace, (), (kind, level, page, start, end))

struct NoticeText {
  documents::NoticeKind kind = documents::NoticeKind::hidden_text;
  std::optional<int> page;
  std::string excerpt;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(NoticeText, (), (kind, page, excerpt, message))

struct ReadAnswer {
  std::string text;
  std::vector<PageText> pages;
  std::string title;
  std::string language;
  documents::Format format = documents::Format::text;
  std::vector<BlockPlace> blocks;
  std::vector<NoticeText> notices;
};
BOOST_DESCRIBE_STRUCT(ReadAnswer, (), (text, pages, title, language, format, blocks, notices))

/// The document with its places in code points and its notices in words.
[[nodiscard]] ReadAnswer answer_of(const documents::Document& document, Language language);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::ReadRequest> {
  static constexpr Field rows[] = {
      {.name = "path", .meaning = {"het bestand", "the file"}, .paper = Paper::given},
  };
};

template <>
struct FieldTable<workbench::PageText> {
  static constexpr Field rows[] = {
      {.name = "number",
       .meaning = {"bladzijde; null waar het formaat er geen heeft", "page; null where the format has none"},
       .min = 1,
       .null_when_absent = true},
      {.name = "text",
       .meaning = {"de tekst van de bladzijde", "the text of the page"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<workbench::BlockPlace> {
  static constexpr Field rows[] = {
      {.name = "kind",
       .meaning = {"alinea, kop, lijstpunt of tabelregel", "paragraph, heading, list item or table row"}},
      {.name = "level",
       .meaning = {"van een kop 1 tot 6, van een lijstpunt de diepte, anders 0",
                   "of a heading 1 to 6, of a list item its depth, else 0"},
       .min = 0},
      {.name = "page",
       .meaning = {"bladzijde waarop het begint; null waar het formaat er geen heeft",
                   "page on which it starts; null where the format has none"},
       .min = 1,
       .null_when_absent = true},
      {.name = "start", .meaning = {"begin in de tekst", "start in the text"}, .unit = "code points"},
      {.name = "end",
       .meaning = {"einde in de tekst, zelf niet meegerekend", "end in the text, itself excluded"},
       .unit = "code points"},
  };
};

template <>
struct FieldTable<workbench::NoticeText> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort melding", "kind of notice"}},
      {.name = "page",
       .meaning = {"bladzijde; null waar het formaat er geen heeft", "page; null where the format has none"},
       .min = 1,
       .null_when_absent = true},
      {.name = "excerpt",
       .meaning = {"waar het om gaat, hooguit 300 bytes", "what it is about, at most 300 bytes"},
       .personal = Personal::ordinary},
      {.name = "message", .meaning = {"de melding in woorden", "the notice in words"}},
  };
};

template <>
struct FieldTable<workbench::ReadAnswer> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"de hele tekst in leesvolgorde", "the whole text in reading order"},
       .personal = Personal::ordinary},
      {.name = "pages", .meaning = {"de tekst per bladzijde", "the text of each page"}},
      {.name = "title", .meaning = {"titel, of leeg", "title, or empty"}, .personal = Personal::ordinary},
      {.name = "language",
       .meaning = {"taal van de tekst (ISO 639-1), of und als de tekst te weinig zegt",
                   "language of the text (ISO 639-1), or und when the text says too little"}},
      {.name = "format", .meaning = {"soort bestand", "kind of file"}},
      {.name = "blocks",
       .meaning = {"waar alinea's, koppen, lijstpunten en tabelregels staan",
                   "where paragraphs, headings, list items and table rows stand"}},
      {.name = "notices", .meaning = {"wat bij het lezen opviel", "what was seen while reading"}},
  };
};

}  // namespace collega
