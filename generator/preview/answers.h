// What each request gets. The only header that knows the HTTP library.
#pragma once

#include <httplib.h>

#include <string>

#include "preview/editions.h"
#include "preview/static_files.h"

namespace traff {

class Answers {
 public:
  Answers(int port, const std::string& site_folder, const Editions& editions);

  // Safe from several threads.
  void answer(const httplib::Request& request, httplib::Response& response) const;

  // On every answer.
  static httplib::Headers headers();

 private:
  bool is_for_us(const httplib::Request& request) const;
  void answer_own(const std::string& name, const httplib::Request& request, httplib::Response& response) const;
  void answer_file(const httplib::Request& request, httplib::Response& response) const;
  void answer_missing(httplib::Response& response, const Edition& edition) const;
  void stream_editions(httplib::Response& response) const;

  int port_;
  StaticFiles files_;
  const Editions& editions_;
};

}  // namespace traff
