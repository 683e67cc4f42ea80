// Wall-clock time per stage, for --timings.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "pipeline/build_site.h"

namespace traff {

class StageClock {
 public:
  void end(std::string stage) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({std::move(stage), std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }
  const std::vector<StageTime>& times() const { return times_; }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::vector<StageTime> times_;
};

}  // namespace traff
