// Whether a set of files works opened from a disk, without a server and without a network.
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace traff {

class OfflineProof {
 public:
  // A file of the set. Thread-safe.
  void add(const std::string& path, std::string_view bytes);

  // What would not work, a sentence each, in both languages: a link from the server's root, something fetched from
  // another host, a link or picture that is not there. Sorted.
  std::vector<Words> flaws() const;

 private:
  struct Reference {
    std::string page;
    std::string address;
    bool is_fetched;
  };

  mutable std::mutex mutex_;
  std::set<std::string, std::less<>> paths_;
  std::vector<Reference> references_;  // all but those that are sure to work
};

}  // namespace traff
