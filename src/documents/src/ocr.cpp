#include "ocr.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

using Clock = std::chrono::steady_clock;

// A photograph gives words that Tesseract itself does not believe; scanned text stands far above this (of 100).
constexpr float kLeastConfidence = 35;
// A resolution that a file claims and no scanner has is not believed.
constexpr int kLeastResolution = 70;
constexpr int kMostResolution = 1200;
// A4 at 300 dpi is 2480 pixels wide; a picture this narrow, of unknown resolution, is enlarged to be read.
constexpr int kNarrowPicture = 1400;

// What a font's size is to the height that Tesseract measures from the foot of a "p" to the top of a "d".
constexpr double kSizeOfRow = 1.05;

struct Engine {
  std::mutex mutex;
  std::unique_ptr<tesseract::TessBaseAPI> api;
  std::function<void()> tell;
};

// One a process: starting it takes a quarter of a second and most of a child's memory.
Engine& engine() {
  static Engine engine;
  return engine;
}

bool start(Engine& engine) {
  if (engine.api) return true;
  auto api = std::make_unique<tesseract::TessBaseAPI>();
  if (api->Init(nullptr, "nld+eng", tesseract::OEM_LSTM_ONLY) != 0) return false;
  api->SetVariable("debug_file", "/dev/null");
  api->SetPageSegMode(tesseract::PSM_AUTO);
  engine.api = std::move(api);
  return true;
}

Picture straightened(Pix* picture, int& resolution) {
  Picture grey{pixConvertTo8(picture, 0)};
  if (!grey) return nullptr;
  const bool believed = resolution >= kLeastResolution && resolution <= kMostResolution;
  const int width = pixGetWidth(grey.get());
  if (!believed) resolution = std::max(kLeastResolution, static_cast<int>(width / 8.27));  // as if it were an A4
  if (width < kNarrowPicture) {
    const auto factor = static_cast<float>(std::min(3.0, 2480.0 / width));
    grey.reset(pixScale(grey.get(), factor, factor));
    resolution = static_cast<int>(std::lround(static_cast<float>(resolution) * factor));
    if (!grey) return nullptr;
  }
  Picture straight{pixDeskew(grey.get(), 0)};
  return straight ? std::move(straight) : std::move(grey);
}

// The rules of a table are read as letters ("|", "l") and tie cells together: what is black and thin and long becomes
// white. The length is far beyond any letter's.
void erase_rules(Pix* grey, int resolution) {
  const int length = resolution / 2;     // half an inch
  constexpr int kDarkerThanPaper = 200;  // rules are often grey
  const Picture black{pixConvertTo1(grey, kDarkerThanPaper)};
  if (!black) return;
  for (const bool lying : {true, false}) {
    // Thickened first, so that noise and a last bit of slant do not break it.
    const Picture thick{pixDilateBrick(nullptr, black.get(), lying ? 1 : 3, lying ? 3 : 1)};
    if (!thick) continue;
    Picture rules{pixOpenBrick(nullptr, thick.get(), lying ? length : 1, lying ? 1 : length)};
    if (!rules) continue;
    // Large dark areas hold long lines too; a rule is thin.
    constexpr int kThickest = 14;
    const Picture areas{pixOpenBrick(nullptr, rules.get(), kThickest, kThickest)};
    if (areas) pixSubtract(rules.get(), rules.get(), areas.get());
    const Picture wide{pixDilateBrick(nullptr, rules.get(), lying ? 1 : 5, lying ? 5 : 1)};
    if (wide) pixPaintThroughMask(grey, wide.get(), 0, 0, 255);
  }
}

// The dots of a list come out as one of these, or as something in which Tesseract has no faith.
bool is_misread_bullet(std::string_view text, double height, double row_height) {
  constexpr std::array<std::string_view, 9> kMisread{"¢", "«", "©", "°", "e", "*", "»", "®", "·"};
  return std::find(kMisread.begin(), kMisread.end(), text) != kMisread.end() ||
         (count_code_points(text) == 1 && height < 0.5 * row_height);
}

Word word_at(const tesseract::ResultIterator& at, double points) {
  Word word;
  const std::unique_ptr<char[]> text{at.GetUTF8Text(tesseract::RIL_WORD)};
  if (!text) return word;
  int left = 0, top = 0, right = 0, bottom = 0;
  at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  float height = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&height, &descenders, &ascenders);
  double baseline = bottom;
  if (at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) && x2 > x1) {
    baseline = y1 + (y2 - y1) * (0.5 * (left + right) - x1) / (x2 - x1);
  }
  // All words of a line get one height, whether they hold a "p" or not.
  word.box = {left * points, (baseline - (height + ascenders)) * points, right * points,
              (baseline - descenders) * points};
  if (word.box.height() <= 0) word.box = {left * points, top * points, right * points, bottom * points};
  word.size = std::round(word.box.height() * kSizeOfRow);
  word.text = is_valid_utf8(text.get()) ? std::string{text.get()} : repair_utf8(text.get());
  if (at.IsAtBeginningOf(tesseract::RIL_TEXTLINE) &&
      is_misread_bullet(word.text, bottom - top, word.box.height() / points)) {
    word.text = "•";
  } else if (at.Confidence(tesseract::RIL_WORD) < kLeastConfidence) {
    word.text.clear();
  }
  return word;
}

PageText words_of(tesseract::TessBaseAPI& api, double points) {
  PageText page;
  page.recognised = true;
  const std::unique_ptr<tesseract::ResultIterator> at{api.GetIterator()};
  if (!at) return page;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    Word word = word_at(*at, points);
    if (!word.text.empty()) page.words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  return page;
}

}  // namespace

void DropPix::operator()(Pix* picture) const { pixDestroy(&picture); }

void when_recognising(std::function<void()> tell) {
  Engine& shared = engine();
  const std::lock_guard lock{shared.mutex};
  shared.tell = std::move(tell);
}

Result<PageText> recognise(Pix* picture, int resolution, Clock::time_point until, Picture* shown) {
  Engine& shared = engine();
  const std::lock_guard lock{shared.mutex};
  if (shared.tell) shared.tell();
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  if (left <= 0) return Error{ErrorCode::document_took_too_long};
  setMsgSeverity(L_SEVERITY_NONE);
  if (!start(shared)) return Error{ErrorCode::document_reader_failed, {}, "Tesseract or its data is missing"};
  const Picture straight = straightened(picture, resolution);
  if (!straight) return Error{ErrorCode::document_broken};
  if (shown) shown->reset(pixCopy(nullptr, straight.get()));
  erase_rules(straight.get(), resolution);

  shared.api->SetImage(straight.get());
  shared.api->SetSourceResolution(resolution);
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(static_cast<int>(std::min<long>(left, INT32_MAX)));
  const bool recognised = shared.api->Recognize(&monitor) == 0 && Clock::now() < until;
  const double points = 72.0 / resolution;
  PageText page = recognised ? words_of(*shared.api, points) : PageText{};
  page.width = pixGetWidth(straight.get()) * points;
  page.height = pixGetHeight(straight.get()) * points;
  shared.api->Clear();
  if (!recognised) return Error{ErrorCode::document_took_too_long};
  return page;
}

}  // namespace collega::documents
