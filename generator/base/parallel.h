// Work spread over threads; the result never depends on how many there are.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace traff {

// Calls work(i) once for each i below `count`, on up to `jobs` threads (0 = one per core).
// The first exception is rethrown in the caller after all threads have stopped.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

// The same with the worker's number (0 … jobs-1), for state of one's own per thread.
void for_each_index(std::size_t count, unsigned jobs,
                    const std::function<void(std::size_t index, unsigned worker)>& work);

// `jobs`, or the number of cores when it is 0; never 0.
unsigned job_count(unsigned jobs);

// How far a run has come: written by the threads that work, read by one that shows it.

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
