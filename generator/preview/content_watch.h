// Tells when files below some folders have changed and the changing has paused (inotify).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "disk/file.h"

namespace traff {

class ContentWatch {
 public:
  // Absolute paths. Names beginning with '.' are not content; nor is what lies in `ignored`.
  // Without folders nothing ever changes.
  ContentWatch(std::vector<std::string> folders, std::vector<std::string> ignored);

  // True after a change, when nothing more has come for a moment; false when stopped.
  bool wait_for_change();

  // From any thread; wait_for_change() gives false from now on.
  void stop();

  // False when the system watches too few folders: then wait_for_change() also returns every other second.
  bool is_complete() const { return is_complete_; }

 private:
  using Clock = std::chrono::steady_clock;

  void watch_all();
  void add_tree(const std::string& folder);
  bool add_folder(const std::string& folder);
  void forget_tree(const std::string& folder);
  bool is_ignored(std::string_view path) const;
  bool take_events();
  bool concerns_content(int watch, unsigned mask, std::string_view name);

  std::vector<std::string> roots_;
  std::vector<std::string> ignored_;
  OpenFile events_;
  OpenFile stop_;
  std::unordered_map<int, std::string> folders_;  // by watch descriptor
  bool is_complete_ = true;
};

}  // namespace traff
