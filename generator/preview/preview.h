// A site that follows its content: built, served, watched, built again.
#pragma once

#include <functional>

#include "preview/content_watch.h"
#include "preview/editions.h"
#include "preview/preview_folder.h"
#include "preview/serve.h"
#include "preview/web_server.h"

namespace traff {

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
