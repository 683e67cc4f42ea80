#include "output/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "output/open_file.h"

namespace traff {

namespace {

template <class Sync>
int ask(Sync sync) {
  while (sync() != 0) {
    if (errno == EINTR) continue;
    return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
  }
  return 0;
}

}  // namespace

int sync_file(int descriptor) {
  return ask([=] { return ::fsync(descriptor); });
}

int sync_names(const std::string& folder) {
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) return sync_file(opened.descriptor());
  return errno == EACCES ? 0 : errno;
}

int sync_file_system(int descriptor) {
  return ask([=] { return ::syncfs(descriptor); });
}

}  // namespace traff
