#include "progress_line.h"

#include <ostream>

#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kClear = "\r\033[K";

}  // namespace

ProgressLine::~ProgressLine() {
  if (shown_) around_.err << kClear << std::flush;
}

void ProgressLine::show(const operations::Progress& progress) {
  if (!around_.err_is_terminal || around_.columns < 2) return;
  const std::string text =
      texts(around_.language)("match.progress", progress.done, progress.total, printable(progress.current));
  around_.err << kClear << shortened(text, around_.columns - 1, signs(around_.utf8).ellipsis) << std::flush;
  shown_ = true;
}

}  // namespace collega::cli
