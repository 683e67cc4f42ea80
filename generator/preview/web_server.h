// The preview's web server on 127.0.0.1: the site's files, the mistakes as JSON and the stream of new editions.
#pragma once

#include <memory>
#include <string>

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

}  // namespace traff
