// `traff serve`: the site on 127.0.0.1, made again when the content changes, the page in the browser reloaded,
// mistakes shown on the page.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "disk/file.h"
#include "pipeline/site/build_options.h"
#include "preview/content_watch.h"
#include "preview/editions.h"
#include "preview/web_server.h"

namespace traff {

struct ServeOptions {
  BuildOptions build;  // `out` is not used: the preview has a folder of its own, with drafts
  int port = 8000;     // 0 = any free one
  std::optional<Language> language;
  bool quiet = false;
};

// Runs until interrupted (SIGINT, SIGTERM), then gives 0. Throws Failure when the port is taken or the content cannot
// be read.
int serve(const ServeOptions& options);

// The folder a preview builds in: "preview" in the state folder, or a temporary one when that cannot be written
// or another preview is using it.

class PreviewFolder {
 public:
  // Throws Failure W2 when there is no place at all.
  explicit PreviewFolder(const std::string& state_folder);
  PreviewFolder(const PreviewFolder&) = delete;
  PreviewFolder& operator=(const PreviewFolder&) = delete;
  ~PreviewFolder();

  const std::string& path() const { return path_; }  // for caches
  std::string site() const { return path_ + "/site"; }
  bool is_temporary() const { return is_temporary_; }

  // Thread-safe; does nothing to a folder that is meant to stay.
  void remove_if_temporary() const noexcept;

 private:
  bool take(const std::string& state_folder);

  std::string path_;
  OpenFile lock_;
  bool is_temporary_ = false;
};

// A site that follows its content: built, served, watched, built again.

class Preview {
 public:
  // Takes the port. Throws Failure: the port is taken, the content cannot be found.
  explicit Preview(const ServeOptions& options);
  Preview(const Preview&) = delete;
  Preview& operator=(const Preview&) = delete;
  ~Preview();

  int port() const { return server_.port(); }
  bool is_watched_in_full() const { return watch_.is_complete(); }

  // Throws Failure when the content cannot be read or the site not written; a broken theme is shown in its place.
  Edition build_first();

  // Builds after each change and tells of it, until stop(). A build that fails leaves the site as it was.
  void follow(const std::function<void(const Edition&)>& tell);

  // From any thread, at any time.
  void stop();

  // Removes what is only for this run, in the middle of anything: for a process about to end.
  void abandon() const noexcept { folder_.remove_if_temporary(); }

 private:
  PreviewFolder folder_;
  BuildOptions build_;
  ContentWatch watch_;
  Editions editions_;
  WebServer server_;
};

}  // namespace traff
