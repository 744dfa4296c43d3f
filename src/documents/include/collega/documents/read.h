#pragma once

// Bytes to a Document.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "collega/base/result.h"
#include "collega/documents/document.h"
#include "collega/documents/readable_page.h"
#include "collega/documents/table.h"

namespace collega::documents {

/// Bounds on one document. They stand far above any paper that an applicant or an HR office hands in, and far below
/// what would fill a machine.
struct Limits {
  std::size_t file_bytes = 50u << 20;
  std::size_t unpacked_bytes = 200u << 20;  ///< of all the members of a DOCX or ODT together
  std::size_t pages = 500;
  std::size_t text_bytes = 8u << 20;
  int seconds = 60;       ///< for one file, OCR aside
  int ocr_seconds = 300;  ///< for one file that has pages to be recognised
};

/// Parses in this process: for text and Markdown, for the child, for tests and fuzz targets.
///
/// `name` is the file's name; its extension must fit the content. Errors: document_empty, document_no_text,
/// document_broken, document_encrypted, document_too_large, document_bomb, document_wrong_extension,
/// document_unknown_format; `name` is the place.
[[nodiscard]] Result<Document> parse(std::string_view bytes, std::string_view name, const Limits& limits = {});

/// Reads files for one job. Anything that is more than plain text or Markdown is parsed in a child process without
/// network, with bounded memory and time, which sees no file but its own bytes and the libraries' data; it is started
/// at the first need and replaced after a failure. Not thread-safe: one Reader a thread.
class Reader {
 public:
  explicit Reader(Limits limits = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// The errors of parse(), and file_not_found, file_unreadable, document_took_too_long, document_reader_failed.
  [[nodiscard]] Result<Document> read(const std::filesystem::path& path);

  /// The table in a .csv, .tsv or .txt file, read in this process, or in an .xlsx or .xlsm file, read in the child.
  /// `sheet` as in read_xlsx(). The errors of read_csv() and read_xlsx(), document_wrong_extension,
  /// document_unknown_format, document_took_too_long, document_reader_failed; `where` is the file's name, and behind a
  /// colon the line of an open quote or the name of an unknown sheet. Also file_not_found and file_unreadable.
  [[nodiscard]] Result<Table> read_table(const std::filesystem::path& path, std::string_view sheet = {},
                                         const TableLimits& limits = {});

  /// The same of the bytes of a file called `name`, as it was uploaded.
  [[nodiscard]] Result<Table> parse_table(std::string_view bytes, std::string_view name, std::string_view sheet = {},
                                          const TableLimits& limits = {});

  /// Page `page` (from 1) of a PDF or a picture called `name`, drawn in the child as a PNG `width` pixels wide (1 to
  /// 2000; narrower where the page is very high). The errors of parse() but document_no_text, and document_no_page (no
  /// such page, or a format that has none), out_of_range (width), document_took_too_long, document_reader_failed;
  /// `name` is the place.
  [[nodiscard]] Result<std::string> page_image(std::string_view bytes, std::string_view name, int page, int width);

  /// The same with its words and where they stand; a scan is recognised, which takes seconds, and set straight.
  [[nodiscard]] Result<ReadablePage> readable_page(std::string_view bytes, std::string_view name, int page, int width);

  /// A picture of a page of which only what stands in `shown` is left, with bars over `covered`; made in the child.
  [[nodiscard]] Result<std::string> cover(std::string_view png, const std::vector<PageArea>& shown,
                                          const std::vector<PageArea>& covered);

 private:
  class Child;
  template <class Ask>
  auto ask_child(const Ask& ask) -> decltype(ask(std::declval<Child&>()));

  Limits limits_;
  std::unique_ptr<Child> child_;
};

/// What `main` calls first: when this process was started as a reader's child, serves until its parent is done and
/// returns the exit status; otherwise returns nothing.
[[nodiscard]] std::optional<int> serve_if_child(int argc, char** argv);

}  // namespace collega::documents
