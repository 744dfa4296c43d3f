#include "media_type.h"

#include "collega/base/utf8.h"

namespace collega::administration {
namespace {

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

// As the IANA register of media types has them, seen on 2026-11-22.
constexpr MediaType kTypes[] = {
    {"csv", "text/csv"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"eml", "message/rfc822"},
    {"htm", "text/html"},
    {"html", "text/html"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"md", "text/markdown"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"rtf", "application/rtf"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"txt", "text/plain"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};
constexpr std::string_view kBytes = "application/octet-stream";

}  // namespace

std::string_view media_type_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return kBytes;
  const std::string extension = to_lower(file_name.substr(dot + 1));
  for (const MediaType& one : kTypes) {
    if (one.extension == extension) return one.type;
  }
  return kBytes;
}

}  // namespace collega::administration
