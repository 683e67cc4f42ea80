// The packs of one folder "objects/pack", opened once for all who read them at the same time.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "git/pack_bytes.h"
#include "git/random_file.h"

namespace traff {

// Where each object lies in a pack: the file "pack-….idx", read once, held against its own sum, kept in memory.

class PackIndex {
 public:
  // Throws ObjectDamage when the file is not whole.
  explicit PackIndex(const RandomFile& file);

  std::uint32_t count() const { return starts_[256]; }
  std::string_view pack_sum() const;  // 20 bytes, as they stand at the end of the pack

  // Throws ObjectDamage when the object is there but its place is none.
  std::optional<std::uint64_t> find(const ContentId& id) const;

  // Those whose name begins with the first `digits` of `start`, joined to `found`: no more than two, which says enough.
  void find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const;

 private:
  std::uint32_t number_at(std::size_t offset) const;
  std::string_view name(std::uint32_t position) const;
  std::uint32_t first_not_before(const ContentId& id) const;
  std::uint64_t place(std::uint32_t position) const;
  void read_starts(const RandomFile& file);

  std::string path_;
  std::string bytes_;
  bool is_first_version_ = false;
  std::array<std::uint32_t, 257> starts_{};  // of the names that begin with each byte
};

// Many objects in one file, "pack-….pack" with its index. Every place and size in it is looked at before it is used.

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
