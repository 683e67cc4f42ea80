#include "git/object_store.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "git/random_file.h"

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

namespace {

namespace fs = std::filesystem;

constexpr int deepest_borrowing = 5;  // as in git

// The folders that `objects` borrows from, as "info/alternates" names them.
std::vector<std::string> lenders_of(const std::string& objects) {
  std::vector<std::string> lenders;
  const auto list = RandomFile::open(objects + "/info/alternates");
  if (!list) return lenders;
  const std::string text = list->read_text(0, list->size());
  for (const std::string_view line : split_lines(text)) {
    if (!line.empty() && line.front() != '#') lenders.push_back((fs::path(objects) / line).lexically_normal().string());
  }
  return lenders;
}

void add_folder(ObjectFolders& folders, const std::string& path, int depth) {
  std::error_code error;
  const std::string folder = fs::canonical(path, error).string();
  if (!error && !fs::is_directory(folder, error) && !error) error = make_error_code(std::errc::not_a_directory);
  if (error) {
    folders.lost = {path, error.message()};
    return;
  }
  if (std::find(folders.paths.begin(), folders.paths.end(), folder) != folders.paths.end()) return;
  folders.paths.push_back(folder);
  if (depth == deepest_borrowing) return;
  for (const std::string& lender : lenders_of(folder)) add_folder(folders, lender, depth + 1);
}

}  // namespace

ObjectFolders find_object_folders(const std::string& folder) {
  ObjectFolders folders;
  add_folder(folders, folder, 0);
  return folders;
}

namespace {

// "commit", a space, the size, a zero: far less than this.
constexpr std::size_t most_head = 64;

struct Beginning {
  ObjectHead head;
  std::string body;  // what came along with it
};

std::size_t parse_size(const RandomFile& file, std::string_view digits) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc() || end != digits.data() + digits.size() || !may_inflate_to(file.size(), size)) file.fail();
  return size;
}

Beginning read_beginning(const RandomFile& file, Inflater& inflater) {
  inflater.start(file);
  char bytes[most_head];
  const std::string_view text(bytes, inflater.read(bytes, sizeof bytes));
  const std::size_t end = text.find('\0');
  const std::size_t space = text.find(' ');
  if (end == std::string_view::npos || space > end) file.fail();
  const git_object_t type = git_object_string2type(std::string(text.substr(0, space)).c_str());
  if (git_object_typeisloose(type) == 0) file.fail();
  return {{type, parse_size(file, text.substr(space + 1, end - space - 1))}, std::string(text.substr(end + 1))};
}

}  // namespace

std::string LooseObjects::path_of(const ContentId& id) const {
  const std::string hex = to_hex(id);
  return folder_ + "/" + hex.substr(0, 2) + "/" + hex.substr(2);
}

std::optional<ObjectBytes> LooseObjects::read(const ContentId& id, Inflater& inflater) const {
  const auto file = RandomFile::open(path_of(id));
  if (!file) return std::nullopt;
  const auto [head, body] = read_beginning(*file, inflater);
  if (body.size() > head.size) file->fail();
  ObjectBytes object(head.type, head.size);
  std::copy(body.begin(), body.end(), object.data());
  inflater.read_last(object.data() + body.size(), head.size - body.size());
  if (inflater.end() != file->size()) file->fail();
  return object;
}

std::optional<ObjectHead> LooseObjects::read_head(const ContentId& id, Inflater& inflater) const {
  const auto file = RandomFile::open(path_of(id));
  if (!file) return std::nullopt;
  return read_beginning(*file, inflater).head;
}

void LooseObjects::find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const {
  const std::string hex = to_hex(start);
  const std::string folder = hex.substr(0, 2);
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder_ + "/" + folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = folder + entry->path().filename().string();
    if (name.compare(0, digits, hex, 0, digits) != 0) continue;
    if (const auto id = content_id_from_hex(name)) found.push_back(*id);
  }
  if (error && error != std::errc::no_such_file_or_directory)
    throw ObjectDamage{folder_ + "/" + folder + ": " + error.message()};
}

}  // namespace traff
