#include "format.h"

#include <algorithm>
#include <array>
#include <string>

namespace collega::documents {
namespace {

using namespace std::string_view_literals;

// What the first bytes say. `words` is anything a person could have typed: text, Markdown, HTML and mail look alike.
enum class Content { pdf, zip, odt, rtf, image, old_office, locked_office, words, unknown };

struct Extension {
  std::string_view name;
  Format format;
};

constexpr std::array kExtensions{
    Extension{"pdf", Format::pdf},     Extension{"docx", Format::docx},         Extension{"odt", Format::odt},
    Extension{"rtf", Format::rtf},     Extension{"html", Format::html},         Extension{"htm", Format::html},
    Extension{"md", Format::markdown}, Extension{"markdown", Format::markdown}, Extension{"txt", Format::text},
    Extension{"text", Format::text},   Extension{"eml", Format::email},         Extension{"png", Format::image},
    Extension{"jpg", Format::image},   Extension{"jpeg", Format::image},        Extension{"tif", Format::image},
    Extension{"tiff", Format::image},
};

// Readers accept a PDF whose header stands behind some rubbish, and mail programs do add it; 1024 is Acrobat's bound.
constexpr std::size_t kPdfHeaderWithin = 1024;
// So much of a file is looked at to tell words from other bytes.
constexpr std::size_t kWordsSample = 64u << 10;
// Old text files hold a form feed or an escape here and there; more than this share of control characters is no text.
constexpr double kMostControlCharacters = 0.02;

bool looks_like_words(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;  // UTF-16 with its mark
  const std::string_view sample = bytes.substr(0, kWordsSample);
  if (bytes.find('\0') != std::string_view::npos) return false;
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return static_cast<double>(controls) <= kMostControlCharacters * static_cast<double>(sample.size());
}

bool is_image(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1A\n"sv) || bytes.starts_with("\xFF\xD8\xFF"sv) ||
         bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv);
}

// A text that speaks of "%PDF-1.4" is no PDF: with rubbish before its header a PDF must at least not be words.
bool is_pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return true;
  return bytes.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos && !looks_like_words(bytes);
}

Content content_of(std::string_view bytes) {
  if (is_pdf(bytes)) return Content::pdf;
  if (bytes.starts_with("PK\x03\x04"sv)) {
    const bool odt =
        bytes.substr(0, 256).find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos;
    return odt ? Content::odt : Content::zip;
  }
  if (bytes.starts_with("{\\rtf")) return Content::rtf;
  if (is_image(bytes)) return Content::image;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    constexpr auto kLocked = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    return bytes.find(kLocked) != std::string_view::npos ? Content::locked_office : Content::old_office;
  }
  return looks_like_words(bytes) ? Content::words : Content::unknown;
}

Content content_for(Format format) {
  switch (format) {
    case Format::pdf:
      return Content::pdf;
    case Format::docx:
      return Content::zip;
    case Format::odt:
      return Content::odt;
    case Format::rtf:
      return Content::rtf;
    case Format::image:
      return Content::image;
    case Format::html:
    case Format::markdown:
    case Format::text:
    case Format::email:
      break;
  }
  return Content::words;
}

// A file without an extension is taken for what its bytes say when they say it plainly.
std::optional<Format> format_for(Content content) {
  switch (content) {
    case Content::pdf:
      return Format::pdf;
    case Content::odt:
      return Format::odt;
    case Content::rtf:
      return Format::rtf;
    case Content::image:
      return Format::image;
    case Content::zip:
    case Content::words:
    case Content::old_office:
    case Content::locked_office:
    case Content::unknown:
      break;
  }
  return std::nullopt;
}

std::string extension_of(std::string_view name) {
  const std::size_t slash = name.find_last_of('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension{name.substr(dot + 1)};
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

// Of a file that we can do something with.
Result<Content> readable_content_of(std::string_view bytes) {
  const Content content = content_of(bytes);
  if (content == Content::locked_office) return Error{ErrorCode::document_encrypted};
  if (content == Content::old_office) return Error{ErrorCode::document_unknown_format};
  return content;
}

}  // namespace

Result<Format> detect(std::string_view bytes, std::string_view name) {
  const Content content = TRY(readable_content_of(bytes));
  const std::string extension = extension_of(name);
  const auto known =
      std::find_if(kExtensions.begin(), kExtensions.end(), [&](const Extension& row) { return row.name == extension; });
  if (known != kExtensions.end()) {
    if (content != content_for(known->format)) return Error{ErrorCode::document_wrong_extension};
    return known->format;
  }
  const auto format = format_for(content);
  if (!format) return Error{ErrorCode::document_unknown_format};
  if (!extension.empty()) return Error{ErrorCode::document_wrong_extension};
  return *format;
}

Result<TableFormat> detect_table(std::string_view bytes, std::string_view name) {
  const Content content = TRY(readable_content_of(bytes));
  const std::string extension = extension_of(name);
  const bool csv = extension == "csv" || extension == "tsv" || extension == "txt";
  const bool xlsx = extension == "xlsx" || extension == "xlsm";
  if (!csv && !xlsx) return Error{ErrorCode::document_unknown_format};
  // UTF-16 without its mark has zero bytes and looks like nothing; read_csv() knows it, and what is no text.
  const bool fits = csv ? content == Content::words || content == Content::unknown : content == Content::zip;
  if (!fits) return Error{ErrorCode::document_wrong_extension};
  return csv ? TableFormat::csv : TableFormat::xlsx;
}

}  // namespace collega::documents
