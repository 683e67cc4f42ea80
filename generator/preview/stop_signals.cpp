#include "preview/stop_signals.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace traff {

namespace {

constexpr int forever = -1;
constexpr int grace = 200;  // milliseconds

}  // namespace

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

}  // namespace traff
