#include "disk/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>
#include <system_error>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "disk/file.h"

namespace traff {

void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    ::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);  // the lowest free: this one
  }
}

void finish_results() {
  if (std::fflush(stdout) != 0) throw Failure(code::W25(error_text(errno)));
  if (std::ferror(stdout) != 0) throw Failure(code::W25(phrase::never_arrived));
}

Failure as_failure(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Failure& failure) {
    return failure;
  } catch (const std::bad_alloc&) {
    return code::W26();
  } catch (const std::filesystem::filesystem_error& error) {
    return code::W28(error.path1().string(), error.code().message());
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) return code::W25(error.code().message());
    return code::W27(error.code().message());
  } catch (...) {
    return code::W99();
  }
}

}  // namespace traff
