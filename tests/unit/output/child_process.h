// Work done in a process of its own, to be killed, starved or robbed of its permissions.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <utility>

namespace traff::testing {

class ChildProcess {
 public:
  // Runs `work`, which gives the exit code.
  template <class Work>
  explicit ChildProcess(Work work) : id_(::fork()) {
    assert(id_ >= 0);
    if (id_ != 0) return;
    int code = 99;
    try {
      code = work();
    } catch (...) {
    }
    ::_exit(code);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess() {
    if (id_ <= 0) return;
    kill();
    wait();
  }

  pid_t id() const { return id_; }
  void kill() const { ::kill(id_, SIGKILL); }

  // The exit code; -1 when it was killed.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(id_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t id_;
};

}  // namespace traff::testing
