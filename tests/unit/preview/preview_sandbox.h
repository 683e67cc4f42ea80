// A preview of a small site in a temporary folder, and a browser's end of its stream of editions.
#pragma once

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "output/temporary_folder.h"
#include "preview/serve.h"

namespace traff::testing {

// Every wait ends as soon as there is something; this is only when to give up.
inline constexpr std::chrono::seconds patience{20};

inline const FilesByPath small_site = {
    {"index.md", "---\ntitel: Provet\n---\n\nVälkommen.\n"},
    {"om/sida.md", "# Sidan\n\nEn text.\n"},
    {"om/index.md", "# Om\n\nMer.\n"},
};

class PreviewSandbox {
 public:
  explicit PreviewSandbox(const FilesByPath& files = small_site, ServeOptions options = {}) {
    for (const auto& [path, bytes] : files) write(path, bytes);
    options.build.content = folder_.path("content");
    options.port = 0;
    preview_ = std::make_unique<Preview>(options);
    first_ = preview_->build_first();
    thread_ = std::thread([this] { preview_->follow([](const Edition&) {}); });
  }

  ~PreviewSandbox() {
    preview_->stop();
    thread_.join();
  }

  std::string path(const std::string& below) const { return folder_.path("content/" + below); }
  void write(const std::string& file, const std::string& bytes) const { write_test_file(path(file), bytes); }

  httplib::Client client() const {
    httplib::Client client("127.0.0.1", preview_->port());
    client.set_read_timeout(patience);
    client.set_url_encode(false);
    return client;
  }

  httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) const {
    return client().Get(path, headers);
  }
  std::string body(const std::string& path) const {
    const auto answer = get(path);
    return answer ? answer->body : "no answer";
  }

  Preview& preview() { return *preview_; }
  const Edition& first() const { return first_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Preview> preview_;
  Edition first_;
  std::thread thread_;
};

class EventStream {
 public:
  explicit EventStream(const PreviewSandbox& sandbox, const httplib::Headers& headers = {})
      : client_(sandbox.client()), thread_([this, headers] { listen(headers); }) {}

  ~EventStream() {
    leave();
    thread_.join();
  }

  void leave() {
    leaving_ = true;
    client_.stop();
  }

  // Whether that many editions have been told.
  bool has_told(int editions) {
    return wait([&] { return told() >= editions; });
  }
  bool has_ended() {
    return wait([&] { return ended_; });
  }

  int told() const {
    int count = 0;
    for (std::size_t at = text_.find(event_); at != std::string::npos; at = text_.find(event_, at + 1)) ++count;
    return count;
  }

 private:
  void listen(const httplib::Headers& headers) {
    client_.Get("/_traff/events", headers, [this](const char* bytes, std::size_t size) {
      const std::lock_guard guard(mutex_);
      text_.append(bytes, size);
      changed_.notify_all();
      return !leaving_;
    });
    const std::lock_guard guard(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  template <class Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, condition);
  }

  static constexpr const char* event_ = "event: edition\n";

  std::mutex mutex_;
  std::condition_variable changed_;
  std::string text_;
  bool ended_ = false;
  std::atomic<bool> leaving_ = false;
  httplib::Client client_;
  std::thread thread_;
};

}  // namespace traff::testing
