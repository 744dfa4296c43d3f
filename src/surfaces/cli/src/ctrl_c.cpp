#include "ctrl_c.h"

#include <cerrno>

namespace collega::cli {

CtrlC::CtrlC() {
  sigemptyset(&signal_);
  sigaddset(&signal_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signal_, &before_);
}

CtrlC::~CtrlC() {
  static_cast<void>(was_pressed());  // what is left would end the program when it is let through
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool CtrlC::is_pressed_within(std::chrono::milliseconds time) {
  if (pressed_) return true;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const timespec until{.tv_sec = seconds.count(), .tv_nsec = std::chrono::nanoseconds{time - seconds}.count()};
  int got = 0;
  do {
    got = sigtimedwait(&signal_, nullptr, &until);
  } while (got < 0 && errno == EINTR);
  pressed_ = got == SIGINT;
  return pressed_;
}

}  // namespace collega::cli
