#include "git/pack_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "base/file_stamp.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

// Sorted. A folder that is not there has none.
std::vector<std::string> index_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (name.ends_with(".idx")) names.push_back(std::move(name));
  }
  if (error && error != std::errc::no_such_file_or_directory) throw ObjectDamage{folder + ": " + error.message()};
  std::sort(names.begin(), names.end());
  return names;
}

// 0 when it is not there, or changed so lately that its stamp proves nothing: file systems have coarse clocks.
std::int64_t settled_stamp(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return 0;
  const std::int64_t changed = in_nanoseconds(status.st_mtim);
  return changed < clock_now_ns() - clock_margin_ns ? changed : 0;
}

}  // namespace

std::shared_ptr<PackFolder> PackFolder::shared(const std::string& path) {
  static std::mutex lock;
  static std::unordered_map<std::string, std::weak_ptr<PackFolder>> known;
  const std::lock_guard guard(lock);
  std::weak_ptr<PackFolder>& place = known[path];
  std::shared_ptr<PackFolder> folder = place.lock();
  if (!folder) place = folder = std::make_shared<PackFolder>(path);
  return folder;
}

std::shared_ptr<const PacksThere> PackFolder::packs() {
  const std::lock_guard guard(lock_);
  return there_ ? there_ : look();
}

std::shared_ptr<const PacksThere> PackFolder::look_again() {
  const std::lock_guard guard(lock_);
  return is_as_it_was() ? there_ : look();
}

bool PackFolder::is_as_it_was() const { return there_ && changed_ns_ != 0 && settled_stamp(path_) == changed_ns_; }

std::shared_ptr<const Pack> PackFolder::known(const std::string& name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? nullptr : there_->packs[static_cast<std::size_t>(found - names_.begin())];
}

std::shared_ptr<const PacksThere> PackFolder::look() {
  const std::int64_t changed_ns = settled_stamp(path_);
  std::vector<std::string> names;
  PacksThere there;
  for (const std::string& name : index_names(path_)) {
    try {
      auto pack = known(name);
      if (!pack) pack = Pack::open(path_ + "/" + name);
      if (!pack) continue;
      names.push_back(name);
      there.packs.push_back(std::move(pack));
    } catch (const ObjectDamage& damage) {
      there.damage = damage;
    }
  }
  changed_ns_ = changed_ns;
  if (there_ && names == names_ && there.damage == there_->damage) return there_;
  names_ = std::move(names);
  there_ = std::make_shared<const PacksThere>(std::move(there));
  return there_;
}

}  // namespace traff
