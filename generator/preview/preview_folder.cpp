#include "preview/preview_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "output/folder_lock.h"
#include "output/site_place.h"
#include "output/state_folder.h"

namespace traff {

PreviewFolder::PreviewFolder(const std::string& state_folder) {
  if (take(state_folder)) return;
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "traff-preview-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr) throw Failure("W2", {name, std::strerror(errno)});
  path_ = name;
  is_temporary_ = true;
}

// Two previews of one content would write over each other, so the folder is held until the end.
bool PreviewFolder::take(const std::string& state_folder) {
  const StateFolder state(state_folder);
  if (!state.is_open()) return false;
  if (::mkdirat(state.descriptor(), "preview", 0777) != 0 && errno != EEXIST) return false;
  OpenFile folder(::openat(state.descriptor(), "preview", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.is_open() || ::faccessat(folder.descriptor(), ".", W_OK | X_OK, AT_EACCESS) != 0) return false;
  if (!try_lock(folder.descriptor())) return false;
  path_ = absolute_path(state_folder) + "/preview";
  lock_ = std::move(folder);
  return true;
}

PreviewFolder::~PreviewFolder() { remove_if_temporary(); }

void PreviewFolder::remove_if_temporary() const noexcept {
  if (!is_temporary_) return;
  // Once more when a build that is still running adds a file meanwhile.
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
    if (!error) return;
  }
}

}  // namespace traff
