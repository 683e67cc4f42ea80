#include "disk/blob_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "disk/blob_index.h"
#include "disk/file.h"
#include "disk/folder_lock.h"
#include "disk/state.h"

namespace traff {

namespace {

// A file that grows at its end through one buffer. When the disk refuses, the buffer stays in memory instead,
// so that appending never fails.

class AppendFile {
 public:
  enum class Mode : std::uint8_t { disk, memory };  // memory: the file is read but never written

  // The first `size` bytes of `file` are there already; what follows is overwritten.
  AppendFile(OpenFile file, std::uint64_t size, Mode mode);

  // The offset `bytes` got. Thread-safe.
  std::uint64_t append(std::string_view bytes);

  // Fills `size` bytes at `out`; false when the disk refused or has too few. Thread-safe.
  bool read(std::uint64_t offset, std::size_t size, char* out) const;

  // Whether everything is on disk now. Thread-safe.
  bool flush();

  std::uint64_t size() const;
  int descriptor() const { return file_.descriptor(); }

 private:
  bool flush_locked();

  mutable std::mutex mutex_;
  OpenFile file_;
  std::uint64_t on_disk_;
  std::string buffer_;  // what follows the bytes on disk
  bool writable_;
};

constexpr std::size_t buffer_limit = 1 << 20;

bool read_at(int descriptor, std::uint64_t offset, std::size_t size, char* out) {
  while (size > 0) {
    const ssize_t count = ::pread(descriptor, out, size, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    offset += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
    out += count;
  }
  return true;
}

AppendFile::AppendFile(OpenFile file, std::uint64_t size, Mode mode)
    : file_(std::move(file)), on_disk_(size), writable_(mode == Mode::disk && file_.is_open()) {}

std::uint64_t AppendFile::append(std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  if (buffer_.size() + bytes.size() > buffer_limit) flush_locked();
  const std::uint64_t offset = on_disk_ + buffer_.size();
  buffer_ += bytes;
  return offset;
}

bool AppendFile::read(std::uint64_t offset, std::size_t size, char* out) const {
  {
    const std::lock_guard guard(mutex_);
    if (offset >= on_disk_) {
      const std::uint64_t start = offset - on_disk_;
      if (start > buffer_.size() || size > buffer_.size() - start) return false;
      buffer_.copy(out, size, static_cast<std::size_t>(start));
      return true;
    }
  }
  // What is on disk stays as it is, so that reading it needs no lock.
  return read_at(descriptor(), offset, size, out);
}

bool AppendFile::flush() {
  const std::lock_guard guard(mutex_);
  return flush_locked();
}

bool AppendFile::flush_locked() {
  if (buffer_.empty()) return true;
  if (writable_ && write_all_at(descriptor(), buffer_, on_disk_) != 0) writable_ = false;
  if (!writable_) return false;
  on_disk_ += buffer_.size();
  buffer_.clear();
  return true;
}

std::uint64_t AppendFile::size() const {
  const std::lock_guard guard(mutex_);
  return on_disk_ + buffer_.size();
}

// The beginning of a file as memory: read by the kernel as it is looked at, and no copy of ours.

class MappedFile {
 public:
  MappedFile() = default;

  // The first `size` bytes of an open file, which must have as many. Empty when the kernel refuses.
  MappedFile(int descriptor, std::size_t size);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {start_, size_}; }

  // Gives back the memory of what was looked at; looked at again, it is read again.
  void release() const;

 private:
  const char* start_ = nullptr;
  std::size_t size_ = 0;
};

MappedFile::MappedFile(int descriptor, std::size_t size) {
  if (size == 0) return;
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  if (start == MAP_FAILED) return;
  start_ = static_cast<const char*>(start);
  size_ = size;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(start_, other.start_);
  std::swap(size_, other.size_);
  return *this;
}

void MappedFile::release() const {
  if (start_ != nullptr) ::madvise(const_cast<char*>(start_), size_, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (start_ != nullptr) ::munmap(const_cast<char*>(start_), size_);
}

// The two files of a blob cache, opened or made anew as one: they belong together or are not there.

struct BlobFiles {
  BlobIndex index;
  MappedFile seen;  // what the index points into
  std::unique_ptr<AppendFile> pack;

  // In memory only.
  BlobFiles();
};

std::string pack_name(const std::string& name) { return name + ".pack"; }
std::string index_name(const std::string& name) { return name + ".index"; }

ContentId draw_identity() {
  ContentId identity;
  [[maybe_unused]] const ssize_t count = ::getrandom(identity.bytes.data(), identity.bytes.size(), 0);
  return identity;
}

// Open when it begins with the identity and has at least `size` bytes.
OpenFile open_blob_file(const StateFolder& folder, const std::string& name, const ContentId& identity,
                        std::uint64_t size, AppendFile::Mode mode) {
  const int flags = mode == AppendFile::Mode::disk ? O_RDWR : O_RDONLY;
  OpenFile file = open_regular_file(folder.descriptor(), name.c_str(), flags);
  if (!file.is_open()) return file;
  const std::string wanted = blob_file_start(identity);
  std::string start(wanted.size(), '\0');
  const bool starts_right =
      ::pread(file.descriptor(), start.data(), start.size(), 0) == static_cast<ssize_t>(start.size()) &&
      start == wanted;
  const bool is_whole = ::lseek(file.descriptor(), 0, SEEK_END) >= static_cast<off_t>(size);
  return starts_right && is_whole ? std::move(file) : OpenFile();
}

std::unique_ptr<AppendFile> make_blob_file(const StateFolder& folder, const std::string& name,
                                           const ContentId& identity) {
  const std::string temporary = StateFolder::temporary_name(name);
  ::unlinkat(folder.descriptor(), temporary.c_str(), 0);
  auto file = std::make_unique<AppendFile>(
      open_regular_file(folder.descriptor(), temporary.c_str(), O_RDWR | O_CREAT | O_EXCL), 0, AppendFile::Mode::disk);
  file->append(blob_file_start(identity));
  return file;
}

bool give_final_name(const StateFolder& folder, const std::string& name) {
  const std::string temporary = StateFolder::temporary_name(name);
  return ::renameat(folder.descriptor(), temporary.c_str(), folder.descriptor(), name.c_str()) == 0;
}

void remove_temporary_file(const StateFolder& folder, const std::string& name) {
  ::unlinkat(folder.descriptor(), StateFolder::temporary_name(name).c_str(), 0);
}

// The new offset; nothing when the old bytes cannot be read or are damaged.
std::optional<std::uint64_t> copy_bytes(const AppendFile& from, std::uint64_t offset, std::size_t size,
                                        std::uint64_t check, AppendFile& to) {
  std::string bytes(size, '\0');
  if (!from.read(offset, size, bytes.data()) || check_value(bytes) != check) return std::nullopt;
  return to.append(bytes);
}

void copy_entries(const BlobFiles& old, std::span<const BlobEntry> kept, BlobFiles& files) {
  for (BlobEntry entry : kept) {
    const auto offset = copy_bytes(*old.pack, entry.offset, entry.size, entry.check, *files.pack);
    if (!offset) continue;
    entry.offset = *offset;
    files.index.entries.push_back(entry);
  }
}

// Maps what the index may point into. Afterwards the index is of use.
bool see_blobs(BlobFiles& files) {
  files.seen = MappedFile(files.pack->descriptor(), static_cast<std::size_t>(files.index.pack_size));
  return files.seen.bytes().size() == files.index.pack_size;
}

BlobFiles::BlobFiles() : pack(std::make_unique<AppendFile>(OpenFile(), 0, AppendFile::Mode::memory)) {}

// As the last run left them; nothing when missing, damaged or made by another generator.
std::optional<BlobFiles> load_blob_files(const StateFolder& folder, const std::string& name, const ContentId& generator,
                                         AppendFile::Mode mode) {
  const auto loaded = load_whole_file(folder.descriptor(), index_name(name));
  if (!loaded) return std::nullopt;
  auto index = parse_blob_index(loaded->bytes);
  if (!index || index->generator != generator) return std::nullopt;
  OpenFile pack = open_blob_file(folder, pack_name(name), index->identity, index->pack_size, mode);
  if (!pack.is_open()) return std::nullopt;
  BlobFiles files;
  files.pack = std::make_unique<AppendFile>(std::move(pack), index->pack_size, mode);
  files.index = std::move(*index);
  if (!see_blobs(files)) return std::nullopt;
  return files;
}

// Makes what was appended known to the next run; `entries` sorted by id. False when the disk refuses.
bool write_blob_index(const StateFolder& folder, const std::string& name, const BlobFiles& files,
                      std::vector<BlobEntry> entries) {
  if (!files.pack->flush()) return false;
  const BlobIndex index{files.index.generator, files.index.identity, files.pack->size(), std::move(entries)};
  return folder.write(index_name(name), format_blob_index(index));
}

// New files, holding `kept` of `old`. Other processes go on reading the files they have open. Nothing when the disk
// refuses; if that happens halfway, the files on disk count as missing from then on.
std::optional<BlobFiles> write_blob_files(const StateFolder& folder, const std::string& name,
                                          const ContentId& generator, const BlobFiles& old,
                                          std::span<const BlobEntry> kept) {
  BlobFiles files;
  files.index.generator = generator;
  files.index.identity = draw_identity();
  files.pack = make_blob_file(folder, pack_name(name), files.index.identity);
  copy_entries(old, kept, files);
  const bool written = files.pack->flush() && give_final_name(folder, pack_name(name)) &&
                       write_blob_index(folder, name, files, files.index.entries);
  if (!written) {
    remove_temporary_file(folder, pack_name(name));
    return std::nullopt;
  }
  files.index.pack_size = files.pack->size();
  if (!see_blobs(files)) return std::nullopt;
  return files;
}

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
  BlobFiles files;                      // its index holds the entries of earlier runs
  std::vector<std::atomic<bool>> used;  // one per entry of the index
  std::vector<MappedFile> replaced;     // views of them may still be in use
  std::mutex mutex;                     // of what follows
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
  if (!state_->files.pack->read(entry.offset, entry.size, bytes.data()) || check_value(bytes) != entry.check)
    return std::nullopt;
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
