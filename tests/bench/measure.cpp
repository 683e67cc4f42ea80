// Runs one command and writes what it cost: traff-measure RESULT.json COMMAND [ARGUMENT...]
// Wall from the monotonic clock; processor time of the command and all it waited for, and the peak memory of the
// largest of these processes, from the kernel. A small parent matters: the peak of a child counts from its fork.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

constexpr int could_not_run = 127;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// As a shell tells it: 128 and the signal for a killed command.
int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

bool write_result(const char* path, double wall, const rusage& usage, int status) {
  std::FILE* file = std::fopen(path, "w");
  if (file == nullptr) return false;
  std::fprintf(file, "{\"wall\": %.6f, \"user\": %.6f, \"sys\": %.6f, \"peak_kib\": %ld, \"exit\": %d}\n", wall,
               seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss, exit_code(status));
  return std::fclose(file) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: traff-measure RESULT.json COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    std::perror(argv[2]);
    _exit(could_not_run);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) {
    std::perror("traff-measure");
    return 2;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  if (!write_result(argv[1], wall.count(), usage, status)) {
    std::perror(argv[1]);
    return 2;
  }
  return 0;
}
