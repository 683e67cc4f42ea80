// The packs of one folder "objects/pack", opened once for all who read them at the same time.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "git/pack.h"

namespace traff {

using Packs = std::vector<std::shared_ptr<const Pack>>;

struct PacksThere {
  Packs packs;
  std::optional<ObjectDamage> damage;  // of one that cannot be used: what is in no other may be in that
};

class PackFolder {
 public:
  // The same one for the same path, for as long as somebody has it.
  static std::shared_ptr<PackFolder> shared(const std::string& path);

  explicit PackFolder(std::string path) : path_(std::move(path)) {}

  // Thread-safe. Those that were there when the folder was last looked at: the same ones for as long as nothing was
  // seen to change. Throw ObjectDamage when the folder cannot be listed.
  std::shared_ptr<const PacksThere> packs();
  std::shared_ptr<const PacksThere> look_again();

 private:
  std::shared_ptr<const PacksThere> look();
  std::shared_ptr<const Pack> known(const std::string& name) const;
  bool is_as_it_was() const;

  std::string path_;
  std::mutex lock_;
  std::vector<std::string> names_;  // of the packs
  std::int64_t changed_ns_ = 0;  // the folder, when it was looked at; 0 when that was too long ago or too close to tell
  std::shared_ptr<const PacksThere> there_;
};

}  // namespace traff
