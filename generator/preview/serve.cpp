#include "preview/serve.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <system_error>
#include <thread>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "disk/file.h"
#include "disk/folder_lock.h"
#include "disk/state.h"
#include "output/own_folder.h"
#include "pipeline/build_site.h"
#include "preview/editions.h"

namespace traff {

namespace {

// Ctrl+C, SIGTERM and a closed terminal as calls of our own, made by a thread that waits for nothing else.

// Holds the signals back in this thread and every thread it starts.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  const sigset_t& signals() const { return signals_; }

 private:
  sigset_t signals_;
  sigset_t earlier_;
};

class StopSignals {
 public:
  // At the first signal: `on_stop`; if this object is still there a moment later, or at the second: `on_late`.
  StopSignals(const HeldSignals& held, std::function<void()> on_stop, std::function<void()> on_late);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  bool wait_for_signal(int milliseconds);
  void follow();

  OpenFile signals_;
  OpenFile end_;
  std::function<void()> on_stop_;
  std::function<void()> on_late_;
  std::thread thread_;
};

constexpr int forever = -1;
constexpr int grace = 200;  // milliseconds

HeldSignals::HeldSignals() {
  ::sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals_, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals_, &earlier_);
}

HeldSignals::~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &earlier_, nullptr); }

StopSignals::StopSignals(const HeldSignals& held, std::function<void()> on_stop, std::function<void()> on_late)
    : signals_(::signalfd(-1, &held.signals(), SFD_CLOEXEC | SFD_NONBLOCK)),
      end_(::eventfd(0, EFD_CLOEXEC)),
      on_stop_(std::move(on_stop)),
      on_late_(std::move(on_late)),
      thread_([this] { follow(); }) {}

StopSignals::~StopSignals() {
  ::eventfd_write(end_.descriptor(), 1);
  thread_.join();
}

void StopSignals::follow() {
  if (!wait_for_signal(forever)) return;
  on_stop_();
  if (wait_for_signal(grace)) on_late_();
}

// False when this object ends first.
bool StopSignals::wait_for_signal(int milliseconds) {
  pollfd waiting[] = {{end_.descriptor(), POLLIN, 0}, {signals_.descriptor(), POLLIN, 0}};
  ::poll(waiting, 2, milliseconds);
  if (waiting[0].revents != 0) return false;
  signalfd_siginfo ignored;
  [[maybe_unused]] const ssize_t size = ::read(signals_.descriptor(), &ignored, sizeof ignored);
  return true;
}

void print_line(std::FILE* stream, const std::string& words) {
  std::fprintf(stream, "%s\n", words.c_str());
  std::fflush(stream);
}

std::string words_of(const Edition& edition) {
  const Language language = edition.language;
  if (edition.failure) return message_of(*edition.failure, language);
  double seconds = 0;
  for (const StageTime& time : edition.report->times) seconds += time.seconds;
  const WriteReport& write = edition.report->write;
  const std::string counts = counts_in_words(count_diagnostics(edition.report->diagnostics), language);
  return sentence::preview_made(language, write.written, write.removed, std::llround(seconds * 1000), counts);
}

}  // namespace

int serve(const ServeOptions& options) {
  const HeldSignals held;
  Preview preview(options);
  const StopSignals signals(
      held, [&preview] { preview.stop(); },
      [&preview] {
        preview.abandon();
        std::_Exit(0);  // a build cannot be interrupted, but it can be left: the next one mends what it began
      });
  const Edition first = preview.build_first();
  print_line(stdout, sentence::preview_ready(first.language, preview.port()));
  if (!preview.is_watched_in_full()) print_line(stderr, sentence::preview_unwatched(first.language));
  if (!options.quiet) print_line(stderr, words_of(first));
  preview.follow([&options](const Edition& edition) {
    if (!options.quiet) print_line(stderr, words_of(edition));
  });
  return 0;
}

namespace {

BuildOptions preview_build(const BuildOptions& asked, const PreviewFolder& folder) {
  BuildOptions build = asked;
  build.out = folder.site();
  build.state_folder = folder.path();
  build.left_out = asked.out;
  build.drafts = true;
  return build;
}

std::vector<std::string> watched_folders(const BuildOptions& build) {
  if (!build.revision.empty()) return {};
  std::vector<std::string> folders;
  const std::string content = load_preview_place(build).content_folder;
  if (!content.empty()) folders.push_back(content);
  if (!build.theme_folder.empty()) folders.push_back(absolute_path(build.theme_folder));
  return folders;
}

std::vector<std::string> unwatched_folders(const BuildOptions& build) {
  std::vector<std::string> folders = {absolute_path(build.state_folder)};
  const std::string content = load_preview_place(build).content_folder;
  if (!path_inside(build.left_out, content).empty()) folders.push_back(absolute_path(build.left_out));
  return folders;
}

}  // namespace

Preview::Preview(const ServeOptions& options)
    : folder_(load_preview_place(options.build).state_folder),
      build_(preview_build(options.build, folder_)),
      watch_(watched_folders(build_), unwatched_folders(build_)),
      editions_(options.language),
      server_(options.port, folder_.site(), editions_) {}

Preview::~Preview() { stop(); }

Edition Preview::build_first() {
  try {
    Edition edition = editions_.publish(build_site(build_));
    build_.fresh = false;
    return edition;
  } catch (const Failure& failure) {
    if (failure.code != code::W30) throw;
    return editions_.publish(failure);
  }
}

void Preview::follow(const std::function<void(const Edition&)>& tell) {
  while (watch_.wait_for_change()) {
    try {
      tell(editions_.publish(build_site(build_)));
    } catch (const Failure& failure) {
      // A file that changed while it was read has a change of its own on the way.
      if (failure.code != code::W17) tell(editions_.publish(failure));
    }
  }
  server_.stop();
}

void Preview::stop() {
  editions_.close();
  watch_.stop();
}

PreviewFolder::PreviewFolder(const std::string& state_folder) {
  if (take(state_folder)) return;
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "traff-preview-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr) throw Failure(code::W2(name, error_text(errno)));
  path_ = name;
  is_temporary_ = true;
}

// Two previews of one content would write over each other, so the folder is held until the end.
bool PreviewFolder::take(const std::string& state_folder) {
  const StateFolder state(state_folder);
  if (!state.is_open()) return false;
  if (::mkdirat(state.descriptor(), "preview", 0777) != 0 && errno != EEXIST) return false;
  OpenFile folder(::openat(state.descriptor(), "preview", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.is_open() || ::faccessat(folder.descriptor(), ".", W_OK | X_OK, AT_EACCESS) != 0) return false;
  if (!try_lock(folder.descriptor())) return false;
  path_ = absolute_path(state_folder) + "/preview";
  lock_ = std::move(folder);
  return true;
}

PreviewFolder::~PreviewFolder() { remove_if_temporary(); }

void PreviewFolder::remove_if_temporary() const noexcept {
  if (!is_temporary_) return;
  // Once more when a build that is still running adds a file meanwhile.
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
    if (!error) return;
  }
}

}  // namespace traff
