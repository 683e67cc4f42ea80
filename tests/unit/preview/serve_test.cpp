#include "preview/serve.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "output/child_process.h"
#include "preview/preview_sandbox.h"

using namespace traff;
using namespace traff::testing;
using Catch::Contains;

namespace {

// `traff serve` in a process of its own.
class ServeProcess {
 public:
  explicit ServeProcess(const ServeOptions& options) {
    REQUIRE(::pipe(pipe_) == 0);
    std::fflush(nullptr);
    std::cout.flush();
    child_ = std::make_unique<ChildProcess>([&] {
      ::dup2(pipe_[1], STDOUT_FILENO);
      return serve(options);
    });
    ::close(pipe_[1]);
  }
  ~ServeProcess() { ::close(pipe_[0]); }

  std::string first_line() const {
    std::string line;
    for (char c = 0; ::read(pipe_[0], &c, 1) == 1 && c != '\n';) line += c;
    return line;
  }

  // The exit code after the signal.
  int end(int signal) const {
    ::kill(child_->id(), signal);
    return child_->wait();
  }

 private:
  int pipe_[2] = {};
  std::unique_ptr<ChildProcess> child_;
};

// As browsers keep ready for what may come.
class IdleConnection {
 public:
  explicit IdleConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  ~IdleConnection() { ::close(socket_); }

 private:
  int socket_;
};

ServeOptions quiet_options(const TemporaryFolder& folder) {
  for (const auto& [path, bytes] : small_site) write_test_file(folder.path(path), bytes);
  ServeOptions options;
  options.build.content = folder.path();
  options.port = 0;
  options.quiet = true;
  return options;
}

int port_in(const std::string& line) {
  const std::size_t at = line.find("127.0.0.1:");
  return at == std::string::npos ? 0 : std::stoi(line.substr(at + 10));
}

}  // namespace

TEST_CASE("serve says where the preview is, in the reader's language") {
  const TemporaryFolder folder;
  ServeOptions options = quiet_options(folder);
  const auto language = GENERATE(Language::sv, Language::en);
  options.language = language;
  const ServeProcess process(options);
  const std::string line = process.first_line();
  const std::string address = "http://127.0.0.1:" + std::to_string(port_in(line)) + "/";
  CHECK(line == (language == Language::sv ? "Förhandsvisning på " + address + " – avsluta med Ctrl+C."
                                          : "Preview at " + address + " – end with Ctrl+C."));
  CHECK(process.end(SIGTERM) == 0);
}

TEST_CASE("Ctrl+C ends serve at once while a stream and an idle connection are open") {
  const TemporaryFolder folder;
  const ServeProcess process(quiet_options(folder));
  const int port = port_in(process.first_line());
  httplib::Client client("127.0.0.1", port);
  std::thread stream([&client] { client.Get("/_traff/events", [](const char*, std::size_t) { return true; }); });
  const IdleConnection idle(port);
  CHECK(httplib::Client("127.0.0.1", port).Get("/")->status == 200);
  const auto start = std::chrono::steady_clock::now();
  CHECK(process.end(SIGINT) == 0);
  const auto time = std::chrono::steady_clock::now() - start;
  stream.join();
  CHECK(time < std::chrono::seconds(5));
}

TEST_CASE("a temporary preview folder is gone when serve has ended") {
  const TemporaryFolder folder;
  const TemporaryFolder temporary;
  ServeOptions options = quiet_options(folder);
  write_test_file(folder.path("upptagen"), "a file in the way");
  options.build.state_folder = folder.path("upptagen");
  ::setenv("TMPDIR", temporary.path().c_str(), 1);
  const ServeProcess process(options);
  ::unsetenv("TMPDIR");
  CHECK_THAT(process.first_line(), Contains("http://127.0.0.1:"));
  CHECK_FALSE(std::filesystem::is_empty(temporary.path()));
  CHECK(process.end(SIGTERM) == 0);
  CHECK(std::filesystem::is_empty(temporary.path()));
}
