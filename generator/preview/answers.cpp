#include "preview/answers.h"

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "embedded_files.h"
#include "preview/content_type.h"
#include "preview/diagnostics_json.h"
#include "preview/page_tags.h"
#include "preview/request_path.h"

namespace traff {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view own_folder = "_traff/";
constexpr auto look_for_closed_tabs = 250ms;
constexpr int looks_per_heartbeat = 8;
constexpr std::size_t piece_size = 256 * 1024;

// Through a provider of known length, which the library neither copies nor compresses.
void send(httplib::Response& response, std::string bytes, std::string_view type) {
  if (bytes.empty()) return response.set_content("", std::string(type));
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  response.set_content_provider(kept->size(), std::string(type), [kept](std::size_t offset, std::size_t length, auto& sink) {
    if (offset >= kept->size()) return false;
    return sink.write(kept->data() + offset, std::min(length, kept->size() - offset));
  });
}

void send(httplib::Response& response, StaticFile file) {
  const std::string type(content_type_of(file.path));
  if (file.size == 0) return response.set_content("", type);
  const auto kept = std::make_shared<const StaticFile>(std::move(file));
  response.set_content_provider(kept->size, type, [kept](std::size_t offset, std::size_t length, auto& sink) {
    const std::string bytes = kept->read(offset, std::min(length, piece_size));
    return !bytes.empty() && sink.write(bytes.data(), bytes.size());
  });
}

void refuse(httplib::Response& response, int status) {
  response.status = status;
  response.set_content(std::to_string(status) + "\n", "text/plain; charset=utf-8");
}

bool is_page(std::string_view path) { return path.ends_with(".html"); }

// The library takes ranges as they come. One that begins with nothing ("-500": the last 500 bytes) is -1 there.
bool asks_beyond(const httplib::Request& request, std::size_t size) {
  const auto end = static_cast<ssize_t>(size);
  return std::any_of(request.ranges.begin(), request.ranges.end(), [end](const httplib::Range& range) {
    const bool is_backwards = range.second >= 0 && range.first > range.second;
    return is_backwards || range.first >= end || (range.first >= 0 && range.second >= end);
  });
}

std::string event_of(const Edition& edition) {
  return "event: edition\ndata: {\"site\":\"" + edition.site + "\",\"notes\":\"" + edition.notes + "\"}\n\n";
}

// Stands in until the site has a page of its own for this.
std::string bare_page(const Edition& edition) {
  const bool sv = edition.language == Language::sv;
  return std::string("<!doctype html>\n<html lang=\"") + (sv ? "sv" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>404</title>\n</head>\n<body>\n<h1>" +
         (sv ? "Sidan finns inte" : "There is no such page") + "</h1>\n</body>\n</html>\n";
}

}  // namespace

Answers::Answers(int port, const std::string& site_folder, const Editions& editions)
    : port_(port), files_(site_folder), editions_(editions) {}

// Drafts are for this computer's eyes: no other site may read, embed or frame them.
httplib::Headers Answers::headers() {
  return {{"Cache-Control", "no-store"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "SAMEORIGIN"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Referrer-Policy", "strict-origin-when-cross-origin"}};
}

// A stranger's name that leads to this computer (DNS rebinding) must not open the preview to a stranger's page.
bool Answers::is_for_us(const httplib::Request& request) const {
  if (request.get_header_value_count("Host") != 1) return false;
  const std::string host = to_lower(request.get_header_value("Host"));
  const std::string port = ":" + std::to_string(port_);
  for (const std::string name : {"127.0.0.1", "localhost", "[::1]"}) {
    if (host == name + port || (port_ == 80 && host == name)) return true;
  }
  return false;
}

void Answers::answer(const httplib::Request& request, httplib::Response& response) const {
  if (!is_for_us(request)) return refuse(response, 403);
  if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    return refuse(response, 405);
  }
  const auto path = site_path_of(request.target);
  if (path && path->starts_with(own_folder)) return answer_own(path->substr(own_folder.size()), request, response);
  answer_file(request, response);
}

void Answers::answer_own(const std::string& name, const httplib::Request& request, httplib::Response& response) const {
  if (name == "events") return stream_editions(response);
  if (name == "diagnostics.json") {
    const auto edition = editions_.current();
    if (!edition) return refuse(response, 503);
    const bool has_page = request.has_param("page");
    const auto page = has_page ? std::optional(request.get_param_value("page")) : std::nullopt;
    return send(response, diagnostics_json(*edition, page), content_type_of(name));
  }
  for (const EmbeddedFile& file : embedded_files()) {
    const bool is_ours = name == "preview.js" || name == "preview.css";
    if (is_ours && file.path == "assets/" + name) return send(response, std::string(file.bytes), content_type_of(name));
  }
  refuse(response, 404);
}

void Answers::answer_file(const httplib::Request& request, httplib::Response& response) const {
  const auto edition = editions_.current();
  if (!edition) return refuse(response, 503);
  const auto path = site_path_of(request.target);
  if (!path) return answer_missing(response, *edition);
  auto found = files_.find(*path);
  if (!found && !path->ends_with('/') && files_.is_folder(*path)) {
    const std::size_t query = request.target.find('?');
    const std::string rest = query == std::string::npos ? "" : request.target.substr(query);
    return response.set_redirect("/" + percent_encoded(*path) + "/" + rest);
  }
  if (!found) return answer_missing(response, *edition);
  if (asks_beyond(request, found->size)) return refuse(response, 416);
  if (!is_page(found->path)) return send(response, std::move(*found));
  std::string page = found->read(0, found->size);
  if (page.size() != found->size) return refuse(response, 500);
  send(response, with_preview_tags(std::move(page), found->path, *edition), content_type_of(found->path));
}

void Answers::answer_missing(httplib::Response& response, const Edition& edition) const {
  const auto page = files_.find("404.html");
  response.status = 404;
  std::string html = page ? page->read(0, page->size) : bare_page(edition);
  send(response, with_preview_tags(std::move(html), "404.html", edition), content_type_of("404.html"));
}

// Tells the edition at once, then each newer one. A look at the connection now and then, and a heartbeat, so that
// the thread of a closed page comes free.
void Answers::stream_editions(httplib::Response& response) const {
  struct Listener {
    Edition seen;
    int looks = 0;
  };
  response.set_chunked_content_provider("text/event-stream", [this, listener = std::make_shared<Listener>()](std::size_t, auto& sink) {
    const auto news = editions_.wait_for_newer(listener->seen, look_for_closed_tabs);
    if (news == Editions::News::closed) {
      sink.done();
      return true;
    }
    if (news == Editions::News::none) {
      if (++listener->looks % looks_per_heartbeat != 0) return sink.is_writable();
      return sink.write(":\n\n", 3);
    }
    const auto edition = editions_.current();
    if (!edition) return false;
    listener->seen = *edition;
    const std::string event = event_of(*edition);
    return sink.write(event.data(), event.size());
  });
}

}  // namespace traff
