#include "disk/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>
#include <system_error>

#include "disk/file.h"

namespace traff {

namespace {}  // namespace

void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    ::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);  // the lowest free: this one
  }
}

void finish_results() {
  if (std::fflush(stdout) != 0) throw Failure("W25", {error_text(errno), error_text(errno)});
  if (std::ferror(stdout) != 0) throw Failure("W25", {"en del av det kom aldrig fram", "some of it never arrived"});
}

Failure as_failure(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Failure& failure) {
    return failure;
  } catch (const std::bad_alloc&) {
    return {"W26", {}};
  } catch (const std::filesystem::filesystem_error& error) {
    return {"W28", {error.path1().string(), error.code().message()}};
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) return {"W25", {error.code().message(), error.code().message()}};
    return {"W27", {error.code().message()}};
  } catch (...) {
    return {"W99", {}};
  }
}

}  // namespace traff
