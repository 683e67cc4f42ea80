#include "output/site_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "disk/file.h"
#include "disk/new_files.h"
#include "output/site_path.h"

namespace traff {

namespace {

std::string with_slash(std::string folder) {
  if (!folder.ends_with('/')) folder += '/';
  return folder;
}

std::string half_written_note() { return std::string(temporary_prefix) + "note"; }

std::string temporary_name(std::string_view path, std::size_t number) {
  const std::string_view folder = parent_folder(path);
  std::string name(folder);
  if (!folder.empty()) name += '/';
  return name.append(temporary_prefix) + std::to_string(::getpid()) + "-" + std::to_string(number);
}

}  // namespace

SiteFiles::SiteFiles(const std::string& folder) : shown_folder_(with_slash(folder)) {
  std::error_code error;
  // Not create_directories alone: it refuses a link to a folder that is there.
  if (!std::filesystem::is_directory(folder, error)) std::filesystem::create_directories(folder, error);
  folder_ = OpenFile(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder_.is_open()) throw Failure(code::W2(folder, error ? error.message() : error_text(errno)));
  absolute_ = std::filesystem::canonical(folder, error).string();
  if (error) throw Failure(code::W2(folder, error.message()));
}

SiteFiles::SiteFiles(OpenFile folder, std::string shown)
    : shown_folder_(with_slash(std::move(shown))), folder_(std::move(folder)) {}

void SiteFiles::fail(std::string_view path, int error) const {
  throw Failure(code::W2(shown(path), error_text(error)));
}

std::string SiteFiles::shown(std::string_view path) const { return shown_folder_ + std::string(path); }

Found SiteFiles::look(const std::string& path) const {
  struct stat status;
  if (::fstatat(descriptor(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    fail(path, errno);
  }
  if (S_ISREG(status.st_mode)) return {Standing::file, stamp_of(status)};
  return {S_ISDIR(status.st_mode) ? Standing::folder : Standing::other, {}};
}

std::optional<std::string> SiteFiles::read(const std::string& path) const {
  auto loaded = load_whole_file(descriptor(), path);
  if (!loaded) return std::nullopt;
  return std::move(loaded->bytes);
}

std::optional<std::string> SiteFiles::load_note(const std::string& name) const {
  int error = 0;
  auto loaded = load_whole_file(descriptor(), name, &error);
  if (error != 0) throw Failure(code::W1(shown(name), error_text(error)));
  if (!loaded) return std::nullopt;
  return std::move(loaded->bytes);
}

FileStamp SiteFiles::write(const std::string& path, std::string_view bytes, std::size_t number) const {
  const int error = write_whole_file(descriptor(), path, temporary_name(path, number), bytes);
  if (error != 0) fail(path, error);
  return look(path).stamp;
}

SiteFiles::Streamed SiteFiles::stream(const std::string& path, const ByteProducer& write,
                                      const std::optional<ContentId>& standing, std::size_t number) const {
  const StreamedFile streamed = stream_whole_file(descriptor(), path, temporary_name(path, number), write, standing);
  if (streamed.error != 0) fail(path, streamed.error);
  return {streamed.id, streamed.replaced, look(path).stamp};
}

FileStamp SiteFiles::write_note(const std::string& name, std::string_view bytes) const {
  const int error = write_whole_file(descriptor(), name, half_written_note(), bytes);
  if (error != 0) fail(name, error);
  return look(name).stamp;
}

bool SiteFiles::has_half_written_note() const { return look(half_written_note()).standing == Standing::file; }

bool SiteFiles::remove(const std::string& path) const {
  if (look(path).standing != Standing::file) return false;
  if (::unlinkat(descriptor(), path.c_str(), 0) == 0) return true;
  if (errno != ENOENT) fail(path, errno);
  return false;
}

void SiteFiles::write_folder(const std::string& path) const {
  if (::mkdirat(descriptor(), path.c_str(), 0777) != 0 && errno != EEXIST) fail(path, errno);
}

void SiteFiles::remove_folder_if_empty(const std::string& path) const {
  // Whatever keeps it (a stranger's file, a mount) may keep it: an empty folder harms nobody.
  ::unlinkat(descriptor(), path.c_str(), AT_REMOVEDIR);
}

// Those in a folder that cannot be listed harm nobody.
void SiteFiles::remove_leftovers(const std::string& folder) const {
  const OpenFile opened = open_folder(descriptor(), folder.empty() ? "." : folder);
  if (!opened.is_open()) return;
  for (const std::string& name : load_folder_names(opened.descriptor()).names) {
    if (name.starts_with(temporary_prefix)) ::unlinkat(opened.descriptor(), name.c_str(), 0);
  }
}

}  // namespace traff
