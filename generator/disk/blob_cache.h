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

  // The bytes an earlier run put; valid until the cache is destroyed. Thread-safe.
  std::optional<std::string_view> find(const ContentId& id) const;

  // Gives back the memory of what was found. It stays valid.
  void release() const;

  // A copy of the bytes that were put, in this run or an earlier one. Thread-safe.
  std::optional<std::string> load(const ContentId& id) const;

  // For the next run. Thread-safe.
  void put(const ContentId& id, std::string_view bytes);

  // Whether anything was put since the last save. Thread-safe.
  bool has_news() const;

  // For the next run, atomically; cheap when little changed. Entries not used (found or put) in this run go when
  // they weigh more than half. Does nothing while another process has the cache.
  void save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
