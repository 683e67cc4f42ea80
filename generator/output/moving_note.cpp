#include "output/moving_note.h"

#include <fcntl.h>
#include <unistd.h>

#include "output/durable.h"
#include "output/folder_lock.h"
#include "output/whole_file.h"

namespace traff {

namespace {

// `note` says "refs/heads/webb 0123…\n"; a lock holds nothing yet, or what the branch was to be.
void remove_lock_of_dead_run(const std::string& git_folder, const std::string& note) {
  const std::size_t space = note.find(' ');
  if (space == std::string::npos || !note.starts_with("refs/heads/") || note.find("..") != std::string::npos) return;
  const std::string lock = git_folder + note.substr(0, space) + ".lock";
  const auto held = load_whole_file(AT_FDCWD, lock);
  if (held && (held->bytes.empty() || held->bytes == note.substr(space + 1))) ::unlink(lock.c_str());
}

}  // namespace

MovingNote::MovingNote(const std::string& git_folder, const std::string& reference, const ContentId& commit)
    : path_(git_folder + "traff-moving"), note_(open_regular_file(AT_FDCWD, path_.c_str(), O_RDWR | O_CREAT)) {
  if (!note_.is_open()) return;
  if (!try_lock(note_.descriptor())) {
    note_.close();
    return;
  }
  if (const auto earlier = load_whole_file(AT_FDCWD, path_)) remove_lock_of_dead_run(git_folder, earlier->bytes);
  const std::string text = reference + " " + to_hex(commit) + "\n";
  const bool written = ::ftruncate(note_.descriptor(), 0) == 0 && write_all_at(note_.descriptor(), text, 0) == 0;
  if (written) sync_file(note_.descriptor());
}

MovingNote::~MovingNote() {
  if (note_.is_open()) ::unlink(path_.c_str());
}

}  // namespace traff
