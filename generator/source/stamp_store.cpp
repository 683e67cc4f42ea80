#include "source/stamp_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "source/disk_file.h"
#include "source/state_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

std::string stamp_path(const std::string& state_folder) { return state_folder + "/source.stamps"; }

void set_modified(const std::string& path, std::int64_t nanoseconds) {
  timespec time{};
  time.tv_sec = nanoseconds / 1'000'000'000;
  time.tv_nsec = nanoseconds % 1'000'000'000;
  const timespec both[] = {time, time};
  ::utimensat(AT_FDCWD, path.c_str(), both, 0);
}

}  // namespace

StampTable load_stamps(const std::string& state_folder) {
  const DiskRead read = read_disk_file(stamp_path(state_folder));
  return read.error == 0 ? StampTable(read.bytes, read.stamp.modified_ns) : StampTable();
}

void write_stamps(const std::string& state_folder, const StampTable& stamps, std::int64_t seen_ns) {
  if (!make_state_folder(state_folder)) return;
  const std::string unfinished = stamp_path(state_folder) + "." + std::to_string(::getpid());
  std::error_code error;
  fs::remove(unfinished, error);
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << stamps.format();
    if (!out.flush()) {
      fs::remove(unfinished, error);
      return;
    }
  }
  set_modified(unfinished, seen_ns);
  fs::rename(unfinished, stamp_path(state_folder), error);
}

}  // namespace traff
