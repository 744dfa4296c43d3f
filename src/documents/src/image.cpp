#include <leptonica/allheaders.h>

#include <algorithm>
#include <chrono>

#include "formats.h"
#include "ocr.h"
#include "pages.h"

namespace collega::documents {
namespace {

// A3 at 600 dpi is 70 million pixels; beyond this a picture is meant to fill the memory.
constexpr long kMostPixels = 100'000'000;

struct Size {
  int width = 0;
  int height = 0;
};

// From the header alone: nothing is unpacked.
Result<Size> size_of(std::string_view bytes) {
  Size size;
  int format = 0, bits = 0, samples = 0, mapped = 0;
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  if (pixReadHeaderMem(data, bytes.size(), &format, &size.width, &size.height, &bits, &samples, &mapped) != 0) {
    return Error{ErrorCode::document_broken};
  }
  if (size.width <= 0 || size.height <= 0) return Error{ErrorCode::document_broken};
  if (static_cast<long>(size.width) * size.height > kMostPixels) return Error{ErrorCode::document_bomb};
  return size;
}

bool is_tiff(std::string_view bytes) { return bytes.starts_with("II") || bytes.starts_with("MM"); }

struct Pages {
  std::vector<PageText> texts;
  std::vector<std::vector<Notice>> notices;

  void add(Result<PageText> page) {
    notices.emplace_back();
    if (page.ok()) {
      if (!page.value().words.empty()) notices.back().push_back({NoticeKind::scanned, {}, {}});
      texts.push_back(std::move(page).value());
    } else {
      notices.back().push_back({NoticeKind::page_failed, {}, {}});
      texts.emplace_back();
    }
  }
};

Result<Pages> read_tiff(std::string_view bytes, const Limits& limits, std::chrono::steady_clock::time_point until) {
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  Pages pages;
  std::size_t offset = 0;
  do {
    if (pages.texts.size() == limits.pages) {
      pages.notices.back().push_back({NoticeKind::cut_off, {}, {}});
      break;
    }
    const std::size_t before = offset;
    const Picture picture{pixReadMemFromMultipageTiff(data, bytes.size(), &offset)};
    if (!picture) break;
    const long pixels = static_cast<long>(pixGetWidth(picture.get())) * pixGetHeight(picture.get());
    if (pixels > kMostPixels) return Error{ErrorCode::document_bomb};
    pages.add(recognise(picture.get(), pixGetXRes(picture.get()), until));
    if (offset <= before) break;  // a directory that points back goes round for ever
  } while (offset != 0);
  if (pages.texts.empty()) return Error{ErrorCode::document_broken};
  return pages;
}

Result<Pages> read_picture(std::string_view bytes, std::chrono::steady_clock::time_point until) {
  const Picture picture{pixReadMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size())};
  if (!picture) return Error{ErrorCode::document_broken};
  Pages pages;
  pages.add(TRY(recognise(picture.get(), pixGetXRes(picture.get()), until)));
  return pages;
}

}  // namespace

Result<Document> parse_image(std::string_view bytes, const Limits& limits) {
  setMsgSeverity(L_SEVERITY_NONE);
  TRY(size_of(bytes));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{limits.ocr_seconds};
  Pages pages = TRY(is_tiff(bytes) ? read_tiff(bytes, limits, until) : read_picture(bytes, until));
  DocumentBuilder builder{Format::image, limits};
  add_pages(pages.texts, pages.notices, builder);
  return std::move(builder).build();
}

}  // namespace collega::documents
