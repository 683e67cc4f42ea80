#include "output/blob_cache.h"

#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <limits>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "output/blob_files.h"
#include "output/folder_lock.h"
#include "output/state_folder.h"

namespace traff {

namespace {

std::uint64_t weight_of(const std::vector<BlobEntry>& entries) {
  std::uint64_t weight = 0;
  for (const BlobEntry& entry : entries) weight += entry.size;
  return weight;
}

}  // namespace

struct BlobCache::State {
  State(const std::string& state_folder, const std::string& name_, const ContentId& generator_, bool fresh);

  const BlobEntry* find_earlier(const ContentId& id);
  std::vector<BlobEntry> entries(bool used_only) const;
  void rewrite(const std::vector<BlobEntry>& kept);

  const std::string folder_path;
  const std::string name;
  const ContentId generator;
  const StateFolder folder;
  OpenFile lock;  // its holder alone writes the files
  bool may_write = false;
  BlobFiles files;                         // its index holds the entries of earlier runs
  std::vector<std::atomic<bool>> used;     // one per entry of the index
  std::vector<MappedFile> replaced;        // views of them may still be in use
  std::mutex mutex;                        // of what follows
  std::unordered_map<ContentId, BlobEntry> added;
  bool changed = false;  // since the index was written
};

BlobCache::State::State(const std::string& state_folder, const std::string& name_, const ContentId& generator_,
                        bool fresh)
    : folder_path(state_folder), name(name_), generator(generator_), folder(state_folder) {
  if (!folder.is_open()) return;
  lock = open_regular_file(folder.descriptor(), (name + ".lock").c_str(), O_RDWR | O_CREAT);
  may_write = lock.is_open() && try_lock(lock.descriptor());
  const auto mode = may_write ? AppendFile::Mode::disk : AppendFile::Mode::memory;
  auto opened = fresh ? std::nullopt : load_blob_files(folder, name, generator, mode);
  if (!opened && may_write) opened = write_blob_files(folder, name, generator, BlobFiles(), {});
  if (opened) files = std::move(*opened);
  used = std::vector<std::atomic<bool>>(files.index.entries.size());
}

const BlobEntry* BlobCache::State::find_earlier(const ContentId& id) {
  const BlobEntry* const entry = files.index.find(id);
  if (entry == nullptr) return nullptr;
  used[static_cast<std::size_t>(entry - files.index.entries.data())].store(true, std::memory_order_relaxed);
  return entry;
}

std::vector<BlobEntry> BlobCache::State::entries(bool used_only) const {
  std::vector<BlobEntry> entries;
  for (const auto& [id, entry] : added) entries.push_back(entry);
  for (std::size_t i = 0; i < used.size(); ++i) {
    const BlobEntry& entry = files.index.entries[i];
    if ((used[i] || !used_only) && !added.contains(entry.id)) entries.push_back(entry);
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return entries;
}

void BlobCache::State::rewrite(const std::vector<BlobEntry>& kept) {
  auto rewritten = write_blob_files(folder, name, generator, files, kept);
  may_write = rewritten.has_value();
  if (!rewritten) return;
  replaced.push_back(std::move(files.seen));
  files = std::move(*rewritten);
  used = std::vector<std::atomic<bool>>(files.index.entries.size());
  for (auto& is_used : used) is_used = true;
  added.clear();
}

BlobCache::BlobCache(const std::string& state_folder, const std::string& name, const ContentId& generator, bool fresh)
    : state_(std::make_unique<State>(state_folder, name, generator, fresh)) {}

BlobCache::~BlobCache() = default;

bool BlobCache::contains(const ContentId& id) const { return state_->find_earlier(id) != nullptr; }

std::optional<std::string_view> BlobCache::find(const ContentId& id) const {
  const BlobEntry* const entry = state_->find_earlier(id);
  if (entry == nullptr) return std::nullopt;
  const auto bytes = state_->files.seen.bytes().substr(entry->offset, entry->size);
  if (check_value(bytes) != entry->check) return std::nullopt;
  return bytes;
}

void BlobCache::release() const { state_->files.seen.release(); }

std::optional<std::string> BlobCache::load(const ContentId& id) const {
  BlobEntry entry;
  {
    const std::lock_guard guard(state_->mutex);
    const auto added = state_->added.find(id);
    if (added == state_->added.end()) {
      const auto earlier = find(id);
      return earlier ? std::optional<std::string>(*earlier) : std::nullopt;
    }
    entry = added->second;
  }
  std::string bytes(entry.size, '\0');
  if (!state_->files.pack->read(entry.offset, entry.size, bytes.data()) || check_value(bytes) != entry.check) return std::nullopt;
  return bytes;
}

void BlobCache::put(const ContentId& id, std::string_view bytes) {
  {
    const std::lock_guard guard(state_->mutex);
    if (state_->added.contains(id)) return;
  }
  assert(bytes.size() <= std::numeric_limits<std::uint32_t>::max());
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const BlobEntry entry{id, size, state_->files.pack->append(bytes), check_value(bytes)};
  const std::lock_guard guard(state_->mutex);
  state_->added.emplace(id, entry);
  state_->changed = true;
}

bool BlobCache::has_news() const {
  const std::lock_guard guard(state_->mutex);
  return state_->changed;
}

void BlobCache::save() {
  State& state = *state_;
  if (!state.may_write) return;
  const std::vector<BlobEntry> used = state.entries(true);
  const std::uint64_t total = state.files.pack->size() - blob_file_start({}).size();
  if (weight_of(used) * 2 < total) {
    state.rewrite(used);
  } else if (state.changed) {
    state.may_write = write_blob_index(state.folder, state.name, state.files, state.entries(false));
  }
  state.changed = false;
}

}  // namespace traff
