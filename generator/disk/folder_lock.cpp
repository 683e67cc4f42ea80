#include "disk/folder_lock.h"

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace traff {

namespace {

// As /proc/locks names a file: "fe:00:1234", the device in hexadecimal, the inode in decimal.
std::string lock_name(const struct stat& status) {
  char name[64];
  std::snprintf(name, sizeof name, "%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev),
                static_cast<unsigned long long>(status.st_ino));
  return name;
}

std::string command_of(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/comm");
  std::string command;
  std::getline(file, command);
  return command;
}

}  // namespace

bool try_lock(int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK; }

std::optional<LockHolder> find_lock_holder(int descriptor) {
  struct stat status;
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  const std::string wanted = lock_name(status);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    // "1: FLOCK  ADVISORY  WRITE 1234 fe:00:5678 0 EOF"
    std::istringstream words(line);
    std::string number, kind, strength, access, name;
    int process = 0;
    words >> number >> kind >> strength >> access >> process >> name;
    if (kind == "FLOCK" && name == wanted && process > 0) return LockHolder{process, command_of(process)};
  }
  return std::nullopt;
}

}  // namespace traff
