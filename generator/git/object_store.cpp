#include "git/object_store.h"

#include <algorithm>
#include <utility>

#include "git/object_folders.h"

namespace traff {

ObjectStore::ObjectStore(const std::string& folder) {
  ObjectFolders found = find_object_folders(folder);
  if (found.lost) lost_ = ObjectDamage{found.lost->path + ": " + found.lost->cause};
  for (const std::string& path : found.paths)
    folders_.push_back({LooseObjects(path), PackFolder::shared(path + "/pack"), nullptr});
}

void ObjectStore::look() {
  bool is_new = false;
  for (Folder& folder : folders_) {
    auto found = folder.seen ? folder.packs->look_again() : folder.packs->packs();
    is_new = is_new || found != folder.seen;
    folder.seen = std::move(found);
  }
  has_looked_ = true;
  if (!is_new) return;
  packs_.clear();
  for (const Folder& folder : folders_)
    packs_.insert(packs_.end(), folder.seen->packs.begin(), folder.seen->packs.end());
  reader_.bases = {};  // they know packs that may be gone
  reader_.blocks = {};
}

void ObjectStore::require_no_damage() const {
  if (lost_) throw ObjectDamage(*lost_);
  for (const Folder& folder : folders_) {
    if (folder.seen->damage) throw ObjectDamage(*folder.seen->damage);
  }
}

// What it reads, or nothing and the damage that was first met with.
template <class Object, class Read>
std::optional<Object> ObjectStore::attempt(std::optional<ObjectDamage>& damage, Read read) {
  try {
    return read();
  } catch (const ObjectDamage& met) {
    if (!damage) damage = met;
    return std::nullopt;
  }
}

template <class Object, class FromPack, class FromFile>
std::optional<Object> ObjectStore::find_once(const ContentId& id, std::optional<ObjectDamage>& damage,
                                             FromPack from_pack, FromFile from_file) {
  for (auto pack = packs_.begin(); pack != packs_.end(); ++pack) {
    auto object = attempt<Object>(damage, [&]() -> std::optional<Object> {
      const auto offset = (*pack)->index().find(id);
      return offset ? std::optional<Object>(from_pack(**pack, *offset)) : std::nullopt;
    });
    if (!object) continue;
    std::iter_swap(packs_.begin(), pack);
    return object;
  }
  for (const Folder& folder : folders_) {
    if (auto object = attempt<Object>(damage, [&] { return from_file(folder.loose); })) return object;
  }
  return std::nullopt;
}

template <class Object, class FromPack, class FromFile>
std::optional<Object> ObjectStore::find_twice(const ContentId& id, FromPack from_pack, FromFile from_file) {
  std::optional<ObjectDamage> damage;  // of one copy: there may be another
  if (!has_looked_) look();
  for (const bool is_last : {false, true}) {
    if (auto object = find_once<Object>(id, damage, from_pack, from_file)) return object;
    if (!is_last) look();
  }
  if (damage) throw ObjectDamage(*damage);
  require_no_damage();
  return std::nullopt;
}

std::optional<ObjectBytes> ObjectStore::read(const ContentId& id) {
  return find_twice<ObjectBytes>(
      id, [&](const Pack& pack, std::uint64_t offset) { return pack.read(offset, reader_); },
      [&](const LooseObjects& loose) { return loose.read(id, reader_.inflater); });
}

std::optional<ObjectHead> ObjectStore::read_head(const ContentId& id) {
  return find_twice<ObjectHead>(
      id, [&](const Pack& pack, std::uint64_t offset) { return pack.read_head(offset, reader_); },
      [&](const LooseObjects& loose) { return loose.read_head(id, reader_.inflater); });
}

std::vector<ContentId> ObjectStore::find(const ContentId& start, std::size_t digits) {
  if (!has_looked_) look();
  std::vector<ContentId> found;
  for (const auto& pack : packs_) pack->index().find(start, digits, found);
  for (const Folder& folder : folders_) folder.loose.find(start, digits, found);
  if (found.empty()) require_no_damage();
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace traff
