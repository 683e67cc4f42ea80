#include "cli/progress_line.h"

#include <chrono>
#include <cstdio>

#include "base/messages/sentences.h"
#include "cli/surroundings.h"

namespace traff {

namespace {

// 10000 → "10 000", with a no-break space.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, "\u00A0");
  return digits;
}

}  // namespace

std::string progress_words(const Progress& progress, Language language) {
  const std::string done = grouped(progress.done);
  const std::string total = grouped(progress.total);
  switch (progress.stage.load()) {
    case Progress::Stage::none: break;
    case Progress::Stage::reading: return sentence::reading(language, done, total);
    case Progress::Stage::making: return sentence::making(language, done, total);
  }
  return {};
}

ProgressLine::ProgressLine(Language language, bool quiet) : language_(language) {
  if (!quiet && is_terminal(stderr)) thread_ = std::thread([this] { show(); });
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void ProgressLine::show() {
  using namespace std::chrono_literals;
  bool shown = false;
  std::unique_lock guard(mutex_);
  const auto has_ended = [this] { return has_ended_; };
  for (auto wait = 500ms; !ended_.wait_for(guard, wait, has_ended); wait = 100ms) {
    const std::string words = progress_words(*progress_, language_);
    if (words.empty()) continue;
    std::fprintf(stderr, "\r\033[K%s", words.c_str());
    shown = true;
  }
  if (shown) std::fputs("\r\033[K", stderr);
}

}  // namespace traff
