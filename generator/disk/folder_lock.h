// One writer at a time: an advisory lock on an open file or folder, gone by itself when its holder dies.
#pragma once

#include <optional>
#include <string>

namespace traff {

// Holds until every copy of `descriptor` is closed. A file system without locks counts as locked by us:
// better to build unguarded than not at all.
bool try_lock(int descriptor);

struct LockHolder {
  int process = 0;
  std::string command;  // its short name; may be empty
};

// Who holds the lock on what `descriptor` has open, from /proc/locks. Nothing when it cannot be seen.
std::optional<LockHolder> find_lock_holder(int descriptor);

}  // namespace traff
