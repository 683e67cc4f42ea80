#include "output/unfinished_build.h"

#include "output/site_path.h"

namespace traff {

namespace {

constexpr const char* note_name = ".traff-unfinished";

}  // namespace

UnfinishedBuild::UnfinishedBuild(const SiteFiles& files) : open_(files.has_half_written_note()) {
  const auto note = files.read_note(note_name);
  if (!note) return;
  open_ = true;
  std::string_view rest = *note;
  for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    if (is_site_path(rest.substr(0, end))) paths_.emplace(rest.substr(0, end));
  }
}

void UnfinishedBuild::begin(const SiteFiles& files, const std::vector<std::string>& new_paths) {
  paths_.insert(new_paths.begin(), new_paths.end());
  std::string note;
  for (const std::string& path : paths_) note += path + "\n";
  files.write_note(note_name, note);
  open_ = true;
}

void UnfinishedBuild::end(const SiteFiles& files) {
  if (!open_) return;
  files.remove(note_name);
  paths_.clear();
  open_ = false;
}

}  // namespace traff
