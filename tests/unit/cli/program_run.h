// The program itself, run in a shell.
#pragma once

#include <sys/wait.h>

#include <cassert>
#include <cstdio>
#include <string>

namespace traff::testing {

struct ProgramRun {
  int code = 0;        // as a shell gives it: 128 and more for a signal
  std::string output;  // what it wrote, of both kinds unless `arguments` says otherwise
};

inline ProgramRun run_command(const std::string& command) {
  std::FILE* pipe = ::popen(("{ " + command + "; } 2>&1").c_str(), "r");
  assert(pipe != nullptr);
  ProgramRun run;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) run.output += static_cast<char>(byte);
  const int status = ::pclose(pipe);
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

// `before` stands before the program: "HOME=/a" and the like, or "cd /a &&".
inline ProgramRun run_program(const std::string& arguments, const std::string& before = {}) {
  return run_command(before + " '" TRAFF_PROGRAM "' " + arguments);
}

inline bool says(const ProgramRun& run, const std::string& words) {
  return run.output.find(words) != std::string::npos;
}

}  // namespace traff::testing
