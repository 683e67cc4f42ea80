#include "output/blob_files.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "output/whole_file.h"

namespace traff {

namespace {

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

}  // namespace

BlobFiles::BlobFiles() : pack(std::make_unique<AppendFile>(OpenFile(), 0, AppendFile::Mode::memory)) {}

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

bool write_blob_index(const StateFolder& folder, const std::string& name, const BlobFiles& files,
                      std::vector<BlobEntry> entries) {
  if (!files.pack->flush()) return false;
  const BlobIndex index{files.index.generator, files.index.identity, files.pack->size(), std::move(entries)};
  return folder.write(index_name(name), format_blob_index(index));
}

}  // namespace traff
