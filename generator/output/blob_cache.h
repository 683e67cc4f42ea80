// Bytes by content id, kept between runs in the state folder: the parse cache. May be deleted at any time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"

namespace traff {

class BlobCache {
 public:
  // `name` is the file's stem inside the state folder; entries made by another generator are ignored.
  // `fresh` starts empty. A missing, broken or unwritable folder gives a cache that works for this run only.
  BlobCache(const std::string& state_folder, const std::string& name, const ContentId& generator, bool fresh);
  ~BlobCache();

  // Whether an entry from an earlier run is there. Thread-safe.
  bool contains(const ContentId& id) const;

  // The first `head_size` bytes given to put(), from an earlier run; valid until the cache is destroyed.
  std::optional<std::string_view> find_head(const ContentId& id) const;

  // The rest of the entry, read from disk on demand (not kept in memory); works for entries put in this
  // run too. Asserts that the entry exists. Thread-safe. Throws Failure W6 when the disk gives other bytes than
  // it was given; the cache then starts empty the next time.
  std::string read_body(const ContentId& id) const;

  // Thread-safe. The body goes to disk at once where it can, so that it need not stay in memory.
  void put(const ContentId& id, std::string_view head, std::string_view body);

  // For the next run, atomically; cheap when little changed. Entries not used (found or put) in this run go when
  // they weigh more than half. Does nothing while another process has the cache.
  void save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
