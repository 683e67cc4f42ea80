// Ctrl+C, SIGTERM and a closed terminal as calls of our own, made by a thread that waits for nothing else.
#pragma once

#include <signal.h>

#include <functional>
#include <thread>

#include "output/open_file.h"

namespace traff {

// Holds the signals back in this thread and every thread it starts.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  const sigset_t& signals() const { return signals_; }

 private:
  sigset_t signals_;
  sigset_t earlier_;
};

class StopSignals {
 public:
  // At the first signal: `on_stop`; if this object is still there a moment later, or at the second: `on_late`.
  StopSignals(const HeldSignals& held, std::function<void()> on_stop, std::function<void()> on_late);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  bool wait_for_signal(int milliseconds);
  void follow();

  OpenFile signals_;
  OpenFile end_;
  std::function<void()> on_stop_;
  std::function<void()> on_late_;
  std::thread thread_;
};

}  // namespace traff
