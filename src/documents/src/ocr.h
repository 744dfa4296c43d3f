#pragma once

// Pictures of text to words with their places, with Tesseract in Dutch and English.

#include <chrono>
#include <functional>
#include <memory>

#include "collega/base/result.h"
#include "layout.h"

struct Pix;

namespace collega::documents {

struct DropPix {
  void operator()(Pix* picture) const;
};
using Picture = std::unique_ptr<Pix, DropPix>;

/// Pictures are recognised best at this resolution, in dots per inch.
inline constexpr int kOcrResolution = 300;

/// Calls `tell` whenever a picture is about to be recognised: a reader then allows more time.
void when_recognising(std::function<void()> tell);

/// What stands on `picture` (any depth; `resolution` in dots per inch, 0 when it is not known). It is set straight when
/// it is askew. A page without words when there is nothing to read. Errors: document_took_too_long past `until`,
/// document_reader_failed when Tesseract or its data is missing.
[[nodiscard]] Result<PageText> recognise(Pix* picture, int resolution, std::chrono::steady_clock::time_point until,
                                         Picture* shown = nullptr);

}  // namespace collega::documents
