// How far a run has come: written by the threads that work, read by one that shows it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace traff {

struct Progress {
  enum class Stage : std::uint8_t { none, reading, making };
  std::atomic<Stage> stage = Stage::none;
  std::atomic<std::size_t> done = 0;
  std::atomic<std::size_t> total = 0;

  void begin(Stage next, std::size_t count) {
    done = 0;
    total = count;
    stage = next;
  }
};

}  // namespace traff
