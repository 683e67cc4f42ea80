#include "preview/preview.h"

#include "output/site_place.h"
#include "pipeline/preview_place.h"
#include "pipeline/build_site.h"

namespace traff {

namespace {

BuildOptions preview_build(const BuildOptions& asked, const PreviewFolder& folder) {
  BuildOptions build = asked;
  build.out = folder.site();
  build.state_folder = folder.path();
  build.left_out = asked.out;
  build.drafts = true;
  return build;
}

std::vector<std::string> watched_folders(const BuildOptions& build) {
  if (!build.revision.empty()) return {};
  std::vector<std::string> folders;
  const std::string content = find_preview_place(build).content_folder;
  if (!content.empty()) folders.push_back(content);
  if (!build.theme_folder.empty()) folders.push_back(absolute_path(build.theme_folder));
  return folders;
}

std::vector<std::string> unwatched_folders(const BuildOptions& build) {
  std::vector<std::string> folders = {absolute_path(build.state_folder)};
  const std::string content = find_preview_place(build).content_folder;
  if (!path_inside(build.left_out, content).empty()) folders.push_back(absolute_path(build.left_out));
  return folders;
}

}  // namespace

Preview::Preview(const ServeOptions& options)
    : folder_(find_preview_place(options.build).state_folder),
      build_(preview_build(options.build, folder_)),
      watch_(watched_folders(build_), unwatched_folders(build_)),
      editions_(options.language),
      server_(options.port, folder_.site(), editions_) {}

Preview::~Preview() { stop(); }

Edition Preview::build_first() {
  try {
    Edition edition = editions_.publish(build_site(build_));
    build_.fresh = false;
    return edition;
  } catch (const Failure& failure) {
    if (failure.code != "W30") throw;
    return editions_.publish(failure);
  }
}

void Preview::follow(const std::function<void(const Edition&)>& tell) {
  while (watch_.wait_for_change()) {
    try {
      tell(editions_.publish(build_site(build_)));
    } catch (const Failure& failure) {
      // A file that changed while it was read has a change of its own on the way.
      if (failure.code != "W17") tell(editions_.publish(failure));
    }
  }
  server_.stop();
}

void Preview::stop() {
  editions_.close();
  watch_.stop();
}

}  // namespace traff
