// The preview's web server on 127.0.0.1: the site's files, the mistakes as JSON and the stream of new editions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "disk/file.h"
#include "preview/editions.h"

namespace traff {

class WebServer {
 public:
  // Takes the port (0 = any free one) and answers at once; requests wait for the first edition.
  // `editions` must outlive the server. Throws Failure W40, W41.
  WebServer(int port, const std::string& site_folder, const Editions& editions);
  ~WebServer();

  int port() const;

  // No new requests, then waits for those under way; close the editions first. Idle connections may hold it a second.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Files of one folder as a web server sees them: nothing outside it, through a link or with a name beginning with
// '.' can be reached.

struct StaticFile {
  std::string path;  // in the folder: "a/index.html"
  OpenFile file;
  std::size_t size = 0;

  // Up to `size` bytes; fewer when the disk refuses. Thread-safe.
  std::string read(std::size_t offset, std::size_t size) const;
};

class StaticFiles {
 public:
  explicit StaticFiles(std::string folder) : folder_(std::move(folder)) {}

  // `path` as site_path_of() gives it; one that is empty or ends with '/' means the folder's index.html.
  std::optional<StaticFile> find(const std::string& path) const;

  bool is_folder(const std::string& path) const;

 private:
  OpenFile open_folder(const std::string& path) const;

  std::string folder_;
};

// What a file is, told by its name, as a web server says it.

// "a/b.html" → "text/html; charset=utf-8"; "application/octet-stream" for what is not known.
std::string_view content_type_of(std::string_view path);

// What a request's target means inside the site.

// "/a%20b/../c/?q" → "c/": without the query, percent-decoded, "." and ".." worked out, no '/' at the beginning; one
// at the end stays. Nothing for a path that leaves the site, has a name beginning with '.', or is not
// well-formed UTF-8 without control characters.
std::optional<std::string> site_path_of(std::string_view target);

// The two lines a served page has and its file has not: what reloads it and shows mistakes on it.

// `address` of the page in the site. The edition must be from before the page was read.
std::string with_preview_tags(std::string html, std::string_view address, const Edition& edition);

}  // namespace traff
