// "Läser 3 400 av 10 000": one line on a terminal that is rewritten while a long run goes on, and gone afterwards.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/message.h"
#include "base/parallel.h"

namespace traff {

// Empty before anything is counted.
std::string progress_words(const Progress& progress, Language language);

class ProgressLine {
 public:
  // Shows nothing during the first half second, nor when standard error is no terminal.
  explicit ProgressLine(Language language, bool quiet);
  ~ProgressLine();

  const std::shared_ptr<Progress>& progress() const { return progress_; }

 private:
  void show();

  std::shared_ptr<Progress> progress_ = std::make_shared<Progress>();
  Language language_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::thread thread_;
};

}  // namespace traff
