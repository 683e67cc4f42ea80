// Objects in a file each, "objects/0a/1b2c…".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "git/inflater.h"
#include "git/object_bytes.h"

namespace traff {

class LooseObjects {
 public:
  explicit LooseObjects(std::string folder) : folder_(std::move(folder)) {}

  // These answer nothing only when there is no such file. Throw ObjectDamage when it is not whole: its
  // size is not the one it declares, or something follows it.
  std::optional<ObjectBytes> read(const ContentId& id, Inflater& inflater) const;
  std::optional<ObjectHead> read_head(const ContentId& id, Inflater& inflater) const;

  // Those whose name begins with the first `digits` of `start`, two or more, joined to `found`.
  void find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const;

 private:
  std::string path_of(const ContentId& id) const;

  std::string folder_;
};

}  // namespace traff
