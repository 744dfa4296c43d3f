#pragma once

#include <chrono>
#include <csignal>

namespace collega::cli {

/// For as long as it exists, Ctrl-C does not end the program but is asked after. Threads that were there before still
/// end it, unless they keep the signal from themselves.
class CtrlC {
 public:
  CtrlC();
  ~CtrlC();
  CtrlC(const CtrlC&) = delete;
  CtrlC& operator=(const CtrlC&) = delete;

  /// Since the last forget().
  [[nodiscard]] bool was_pressed() { return is_pressed_within(std::chrono::milliseconds{0}); }
  /// Waits for it, and for no longer than this.
  [[nodiscard]] bool is_pressed_within(std::chrono::milliseconds time);
  void forget() { pressed_ = false; }

 private:
  sigset_t signal_{};
  sigset_t before_{};
  bool pressed_ = false;
};

}  // namespace collega::cli
