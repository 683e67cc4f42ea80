#include "preview/web_server.h"

#include <fcntl.h>
#include <httplib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/message.h"
#include "base/messages/codes.h"
#include "base/messages/explanation.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "disk/file.h"
#include "embedded_files.h"
#include "output/site_path.h"
#include "preview/editions.h"

namespace traff {

// What a message's code means, as a page: what `traff explain` prints.

namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + html_escaped(text) + "</" + std::string(name) + ">\n";
}

// A paragraph of the document, with its `code`.
std::string paragraph_html(std::string_view text) {
  std::string out = "<p>";
  bool is_code = false;
  for (const std::string_view part : split(text, '`')) {
    out += is_code ? "<code>" + html_escaped(part) + "</code>" : html_escaped(part);
    is_code = !is_code;
  }
  return out + "</p>\n";
}

std::string explanation_page(const CodeExplanation& explanation, Language language) {
  const std::string_view word = severity_word(explanation.severity, language);
  const std::string title = explanation.code + " " + std::string(word) + ": " + explanation.message;
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(language_tag(language)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                    element("title", title) +
                    "<link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n</head>\n"
                    "<body class=\"traff-explanation\">\n<main>\n" +
                    element("h1", title);
  out += element("p", "→ " + explanation.cure) + element("h2", sentence::manual_says(language, explanation.title));
  out += "<div lang=\"sv\">\n";
  for (const std::string& paragraph : explanation.paragraphs) out += paragraph_html(paragraph);
  out += "</div>\n";
  for (const CodeExample& example : explanation.examples) {
    const Phrase& heading = example.is_wrong ? sentence::gives_the_message : sentence::is_right;
    out += element("h2", heading.in(language)) + element("pre", example.text);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace

namespace {

// What each request gets. The only header that knows the HTTP library.

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
  void answer_explanation(const std::string& code, httplib::Response& response) const;
  void answer_file(const httplib::Request& request, httplib::Response& response) const;
  void answer_missing(httplib::Response& response, const Edition& edition) const;
  void stream_editions(httplib::Response& response) const;

  int port_;
  StaticFiles files_;
  const Editions& editions_;
};

using namespace std::chrono_literals;

constexpr std::string_view own_folder = "_traff/";
constexpr std::string_view explanations = "explain/";  // below it
constexpr auto look_for_closed_tabs = 250ms;
constexpr int looks_per_heartbeat = 8;
constexpr std::size_t piece_size = 256 * 1024;

// Through a provider of known length, which the library neither copies nor compresses.
void send(httplib::Response& response, std::string bytes, std::string_view type) {
  if (bytes.empty()) return response.set_content("", std::string(type));
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  response.set_content_provider(kept->size(), std::string(type),
                                [kept](std::size_t offset, std::size_t length, auto& sink) {
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
  return "<!doctype html>\n<html lang=\"" + std::string(language_tag(edition.language)) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>404</title>\n</head>\n<body>\n<h1>" +
         sentence::no_such_page(edition.language) + "</h1>\n</body>\n</html>\n";
}

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
  const std::string_view named = host;
  return std::ranges::any_of(std::array<std::string_view, 3>{"127.0.0.1", "localhost", "[::1]"}, [&](auto name) {
    if (!named.starts_with(name)) return false;
    const std::string_view rest = named.substr(name.size());
    return rest == port || (port_ == 80 && rest.empty());
  });
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
  if (name == "preview.js" || name == "preview.css")
    return send(response, std::string(embedded_file("assets/" + name)), content_type_of(name));
  if (name.starts_with(explanations)) return answer_explanation(name.substr(explanations.size()), response);
  refuse(response, 404);
}

void Answers::answer_explanation(const std::string& code, httplib::Response& response) const {
  const auto edition = editions_.current();
  if (!edition) return refuse(response, 503);
  const auto explanation = explain_code(code, edition->language);
  if (!explanation) return refuse(response, 404);
  send(response, explanation_page(*explanation, edition->language), content_type_of("explanation.html"));
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
  response.set_chunked_content_provider(
      "text/event-stream", [this, listener = std::make_shared<Listener>()](std::size_t, auto& sink) {
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

constexpr const char* host = "127.0.0.1";
constexpr std::size_t threads = 64;  // an open page's stream of editions holds one
constexpr int waiting_connections = 128;

}  // namespace

struct WebServer::State {
  void take_port(int wanted);

  httplib::Server server;
  int socket = -1;
  int port = 0;
  std::unique_ptr<Answers> answers;
  std::thread thread;
};

void WebServer::State::take_port(int wanted) {
  server.set_socket_options([this](int made) {
    // The library's own options would let two previews share a port.
    const int yes = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socket = made;
  });
  errno = 0;
  if (wanted == 0)
    port = server.bind_to_any_port(host);
  else
    port = server.bind_to_port(host, wanted) ? wanted : -1;
  const int cause = errno;
  if (port <= 0 && cause == EADDRINUSE) throw Failure(code::W40(wanted));
  if (port <= 0) throw Failure(code::W41(wanted, error_text(cause)));
  ::listen(socket, waiting_connections);  // the library's five would let a sixth wait for a second
}

WebServer::WebServer(int port, const std::string& site_folder, const Editions& editions)
    : state_(std::make_unique<State>()) {
  httplib::Server& server = state_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(1);  // an idle connection would hold a thread
  server.set_keep_alive_timeout(1);
  server.set_default_headers(Answers::headers());
  state_->take_port(port);
  state_->answers = std::make_unique<Answers>(state_->port, site_folder, editions);
  server.set_pre_routing_handler([answers = state_->answers.get()](const auto& request, auto& response) {
    answers->answer(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
  state_->thread = std::thread([&server] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

WebServer::~WebServer() { stop(); }

int WebServer::port() const { return state_->port; }

void WebServer::stop() {
  if (!state_->thread.joinable()) return;
  state_->server.stop();
  state_->thread.join();
}

std::string StaticFile::read(std::size_t offset, std::size_t wanted) const {
  std::string bytes(offset < size ? std::min(wanted, size - offset) : 0, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const auto at = static_cast<off_t>(offset + have);
    const ssize_t count = ::pread(file.descriptor(), bytes.data() + have, bytes.size() - have, at);
    if (count <= 0) break;
    have += static_cast<std::size_t>(count);
  }
  bytes.resize(have);
  return bytes;
}

// One name at a time, so that no link on the way leads elsewhere.
OpenFile StaticFiles::open_folder(const std::string& path) const {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  OpenFile folder(::open(folder_.c_str(), flags));
  for (const std::string_view name : split(path, '/')) {
    if (name.empty() || !folder.is_open()) continue;
    folder = OpenFile(::openat(folder.descriptor(), std::string(name).c_str(), flags | O_NOFOLLOW));
  }
  return folder;
}

std::optional<StaticFile> StaticFiles::find(const std::string& path) const {
  StaticFile found;
  found.path = path.empty() || path.ends_with('/') ? path + "index.html" : path;
  const std::string folder_path(parent_folder(found.path));
  const OpenFile folder = open_folder(folder_path);
  if (!folder.is_open()) return std::nullopt;
  const std::string name = found.path.substr(folder_path.empty() ? 0 : folder_path.size() + 1);
  found.file = open_regular_file(folder.descriptor(), name.c_str(), O_RDONLY);
  struct stat status;
  if (!found.file.is_open() || ::fstat(found.file.descriptor(), &status) != 0) return std::nullopt;
  found.size = static_cast<std::size_t>(status.st_size);
  return found;
}

bool StaticFiles::is_folder(const std::string& path) const { return open_folder(path).is_open(); }

namespace {

struct Row {
  std::string_view ending;
  std::string_view type;
};

constexpr Row rows[] = {
    {"html", "text/html; charset=utf-8"},
    {"htm", "text/html; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
    {"xml", "application/xml; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"md", "text/plain; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"svg", "image/svg+xml; charset=utf-8"},
    {"ics", "text/calendar; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"webmanifest", "application/manifest+json; charset=utf-8"},
    {"pdf", "application/pdf"},
    {"zip", "application/zip"},
    {"epub", "application/epub+zip"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"rtf", "application/rtf"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"ico", "image/vnd.microsoft.icon"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"ttf", "font/ttf"},
    {"otf", "font/otf"},
    {"mp3", "audio/mpeg"},
    {"m4a", "audio/mp4"},
    {"ogg", "audio/ogg"},
    {"wav", "audio/wav"},
    {"mp4", "video/mp4"},
    {"m4v", "video/mp4"},
    {"webm", "video/webm"},
    {"ogv", "video/ogg"},
    {"mov", "video/quicktime"},
};

}  // namespace

std::string_view content_type_of(std::string_view path) {
  const std::string ending = to_lower(path.substr(path.rfind('.') + 1));
  for (const Row& row : rows) {
    if (row.ending == ending) return row.type;
  }
  return "application/octet-stream";
}

namespace {

// Whether each % begins a byte.
bool is_percent_encoded(std::string_view text) {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    if (at + 2 >= text.size() || hex_value(text[at + 1]) < 0 || hex_value(text[at + 2]) < 0) return false;
  }
  return true;
}

bool is_plain_text(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return first_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> site_path_of(std::string_view target) {
  const std::string_view encoded = target.substr(0, target.find_first_of("?#"));
  const std::string path = percent_decoded(encoded);
  if (!is_percent_encoded(encoded) || !path.starts_with('/') || !is_plain_text(path)) return std::nullopt;
  std::vector<std::string> names;
  const std::vector<std::string_view> parts = split(path, '/');
  for (const std::string_view part : parts) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (names.empty()) return std::nullopt;
      names.pop_back();
    } else if (part.front() == '.') {
      return std::nullopt;
    } else {
      names.emplace_back(part);
    }
  }
  const bool is_folder = parts.back().empty() || parts.back() == "." || parts.back() == "..";
  return join(names, "/") + (is_folder && !names.empty() ? "/" : "");
}

namespace {

constexpr std::string_view style_tag = "<link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n";

std::string script_tag(std::string_view address, const Edition& edition) {
  return "<script src=\"/_traff/preview.js\" defer data-page=\"" + html_escaped(address) + "\" data-site=\"" +
         edition.site + "\" data-notes=\"" + edition.notes + "\"></script>\n";
}

}  // namespace

std::string with_preview_tags(std::string html, std::string_view address, const Edition& edition) {
  html.insert(std::min(html.rfind("</body>"), html.size()), script_tag(address, edition));
  html.insert(std::min(html.find("</head>"), html.size()), style_tag);
  return html;
}

}  // namespace traff
