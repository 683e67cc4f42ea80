#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace traff {

unsigned job_count(unsigned jobs) {
  if (jobs != 0) return jobs;
  return std::max(1U, std::thread::hardware_concurrency());
}

void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& work) {
  const auto workers = static_cast<unsigned>(std::min<std::size_t>(job_count(jobs), count));
  std::atomic<std::size_t> next{0};
  std::exception_ptr first_error;
  std::mutex error_lock;
  const auto run = [&](unsigned worker) {
    try {
      for (std::size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < count;) work(i, worker);
    } catch (...) {
      const std::lock_guard guard(error_lock);
      if (!first_error) first_error = std::current_exception();
      next.store(count);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
    if (workers > 0) run(0);
  }
  if (first_error) std::rethrow_exception(first_error);
}

void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  for_each_index(count, jobs, [&](std::size_t index, unsigned) { work(index); });
}

}  // namespace traff
