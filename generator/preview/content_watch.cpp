#include "preview/content_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>

namespace traff {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// An editor that saves writes, renames and touches several files within a few milliseconds.
constexpr auto calm = 30ms;
constexpr auto longest_wait = 1s;
constexpr auto slow_look = 2s;

constexpr std::uint32_t wanted_events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                        IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW;

bool is_inside(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

// A file that was just made: its writer's close is what counts. Links are whole at once.
bool is_being_written(const std::string& path) {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1;
}

}  // namespace

ContentWatch::ContentWatch(std::vector<std::string> folders, std::vector<std::string> ignored)
    : roots_(std::move(folders)),
      ignored_(std::move(ignored)),
      events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  watch_all();
}

void ContentWatch::stop() { ::eventfd_write(stop_.descriptor(), 1); }

void ContentWatch::watch_all() {
  is_complete_ = roots_.empty() || events_.is_open();
  if (!is_complete_) return;
  for (const std::string& root : roots_) add_tree(root);
}

// The folder is watched before it is read, so that nothing made meanwhile is missed.
void ContentWatch::add_tree(const std::string& folder) {
  if (!add_folder(folder)) return;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code gone;
    if (!fs::is_directory(entry->symlink_status(gone))) continue;
    const std::string path = entry->path().string();
    const bool is_content = !entry->path().filename().string().starts_with('.') && !is_ignored(path);
    if (!is_content || !add_folder(path)) entry.disable_recursion_pending();
  }
  if (error) is_complete_ = false;
}

bool ContentWatch::add_folder(const std::string& folder) {
  const int watch = ::inotify_add_watch(events_.descriptor(), folder.c_str(), wanted_events);
  if (watch >= 0) folders_[watch] = folder;
  const bool is_root = std::find(roots_.begin(), roots_.end(), folder) != roots_.end();
  if (watch < 0 && (is_root || errno == ENOSPC || errno == ENOMEM)) is_complete_ = false;
  return watch >= 0;
}

void ContentWatch::forget_tree(const std::string& folder) {
  std::erase_if(folders_, [&](const auto& entry) {
    if (!is_inside(entry.second, folder)) return false;
    ::inotify_rm_watch(events_.descriptor(), entry.first);
    return true;
  });
}

bool ContentWatch::is_ignored(std::string_view path) const {
  return std::any_of(ignored_.begin(), ignored_.end(), [&](const auto& folder) { return is_inside(path, folder); });
}

bool ContentWatch::wait_for_change() {
  std::optional<Clock::time_point> first_change;
  std::optional<Clock::time_point> last_change;
  while (true) {
    const auto now = Clock::now();
    const bool is_calm = last_change && (now - *last_change >= calm || now - *first_change >= longest_wait);
    if (is_calm) return true;
    int timeout = -1;
    if (last_change)
      timeout = static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(*last_change + calm - now).count());
    else if (!is_complete_)
      timeout = static_cast<int>(std::chrono::milliseconds(slow_look).count());
    pollfd waiting[] = {{stop_.descriptor(), POLLIN, 0}, {events_.descriptor(), POLLIN, 0}};
    const int count = ::poll(waiting, 2, timeout);
    if (waiting[0].revents != 0) return false;
    if (count == 0 && !last_change) {
      watch_all();
      return true;
    }
    if (count > 0 && take_events()) {
      last_change = Clock::now();
      if (!first_change) first_change = last_change;
    }
  }
}

bool ContentWatch::take_events() {
  alignas(inotify_event) char buffer[64 * 1024];
  bool changed = false;
  while (true) {
    const ssize_t size = ::read(events_.descriptor(), buffer, sizeof buffer);
    if (size <= 0) return changed;
    for (const char* at = buffer; at < buffer + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const char* const name = at + sizeof event;
      changed |= concerns_content(event.wd, event.mask, event.len == 0 ? std::string_view() : std::string_view(name));
      at = name + event.len;
    }
  }
}

bool ContentWatch::concerns_content(int watch, unsigned mask, std::string_view name) {
  if ((mask & IN_Q_OVERFLOW) != 0) {
    watch_all();
    return true;
  }
  const auto found = folders_.find(watch);
  if (found == folders_.end()) return false;
  const std::string folder = found->second;
  if ((mask & IN_IGNORED) != 0) {
    folders_.erase(found);
    return false;
  }
  if ((mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
    // A folder inside is told of by the one above it; one that is watched for itself may come back.
    const bool is_root = std::find(roots_.begin(), roots_.end(), folder) != roots_.end();
    if (is_root) is_complete_ = false;
    return is_root;
  }
  if (name.empty() || name.front() == '.') return false;
  const std::string path = folder + "/" + std::string(name);
  if (is_ignored(path)) return false;
  if ((mask & IN_ISDIR) == 0) return (mask & IN_CREATE) == 0 || !is_being_written(path);
  if ((mask & IN_MOVED_FROM) != 0) forget_tree(path);
  if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_tree(path);
  return true;
}

}  // namespace traff
