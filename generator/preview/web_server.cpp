#include "preview/web_server.h"

#include <cerrno>
#include <cstring>
#include <thread>

#include "preview/answers.h"

namespace traff {

namespace {

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
  if (wanted == 0) port = server.bind_to_any_port(host);
  else port = server.bind_to_port(host, wanted) ? wanted : -1;
  const int cause = errno;
  if (port <= 0 && cause == EADDRINUSE) throw Failure("W40", {std::to_string(wanted)});
  if (port <= 0) throw Failure("W41", {std::to_string(wanted), std::strerror(cause)});
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

}  // namespace traff
