// Many objects in one file, "pack-….pack" with its index. Every place and size in it is looked at before it is used.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "git/inflater.h"
#include "git/object_bytes.h"
#include "git/pack_blocks.h"
#include "git/pack_index.h"

namespace traff {

class Pack;

// Objects that others are told as, kept for the next one that is: neighbours in a history share most of theirs.
class BaseCache {
 public:
  using Object = std::shared_ptr<const ObjectBytes>;

  Object find(const Pack& pack, std::uint64_t offset) const;
  void keep(const Pack& pack, std::uint64_t offset, Object object);

 private:
  std::map<std::pair<const Pack*, std::uint64_t>, Object> objects_;
  std::size_t size_ = 0;
};

// What one thread reads packs with.
struct PackReader {
  Inflater inflater;
  PackBlocks blocks;
  BaseCache bases;
};

class Pack {
 public:
  // `path` ends in ".idx". Null when either file was taken away, as git does when it packs anew.
  // Throws ObjectDamage when one of them is damaged, or they do not belong together.
  static std::shared_ptr<const Pack> open(const std::string& path);

  Pack(PackIndex index, RandomFile file);

  const PackIndex& index() const { return index_; }

  // What lies at `offset`. Throw ObjectDamage.
  ObjectBytes read(std::uint64_t offset, PackReader& reader) const;
  ObjectHead read_head(std::uint64_t offset, PackReader& reader) const;

 private:
  struct Entry {
    unsigned kind = 0;
    std::size_t size = 0;               // inflated: of the object, or of the delta
    std::uint64_t data = 0;             // where it is packed
    std::optional<std::uint64_t> base;  // of a delta
  };

  std::string beginning(std::uint64_t offset, PackBlocks& blocks) const;
  Entry entry_at(std::uint64_t offset, PackBlocks& blocks) const;
  std::uint64_t base_before(std::uint64_t offset, std::string_view bytes, std::size_t& used) const;
  std::uint64_t base_named(std::string_view name) const;
  ObjectBytes inflate(const Entry& entry, PackReader& reader) const;
  ObjectBytes changed(const ObjectBytes& base, const Entry& entry, PackReader& reader) const;

  PackIndex index_;
  RandomFile file_;
  std::uint64_t end_;  // of the objects
};

}  // namespace traff
