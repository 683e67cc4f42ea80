// One system call that always fails, as on a bad disk, for work done in a process of its own.
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <string>

#include "source/git_sandbox.h"

namespace traff {

inline bool let_call_fail(long call, int error) {
  sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(error)),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{sizeof rules / sizeof rules[0], rules};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// The code of the Failure that `action` throws when the call fails, "" when it throws none; "?" where the system lets
// no call fail.
template <class Action>
std::string failure_code_when(long call, int error, Action action) {
  int ends[2];
  if (::pipe(ends) != 0) return "?";
  const pid_t child = ::fork();
  if (child == 0) {
    std::string code = "!";
    try {
      code = let_call_fail(call, error) ? failure_code(action) : "?";
    } catch (...) {
    }
    const ssize_t written = ::write(ends[1], code.data(), code.size());
    ::_exit(written < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  char code[16];
  const ssize_t size = ::read(ends[0], code, sizeof code);
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return size < 0 ? "!" : std::string(code, static_cast<std::size_t>(size));
}

}  // namespace traff
