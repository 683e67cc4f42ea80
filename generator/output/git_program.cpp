#include "output/git_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/failure.h"
#include "base/text.h"
#include "output/open_file.h"

extern char** environ;

namespace traff {

namespace {

struct GitRun {
  int code = 0;
  std::string output;
};

std::string read_to_end(int descriptor) {
  std::string all;
  char buffer[4096];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return all;
    all.append(buffer, static_cast<std::size_t>(count));
  }
}

// What git says to people goes to the terminal; what it answers comes back.
GitRun run_git(const std::vector<std::string>& arguments) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw Failure("W87", {join(arguments, " "), std::strerror(errno)});
  const OpenFile answers(ends[0]);
  OpenFile git_end(ends[1]);
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, git_end.descriptor(), STDOUT_FILENO);
  pid_t process = 0;
  const int error = ::posix_spawnp(&process, "git", &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  git_end.close();
  if (error != 0) throw Failure("W87", {join(arguments, " "), std::strerror(error)});
  GitRun run;
  run.output = read_to_end(answers.descriptor());
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return run;
}

std::string run_or_fail(const std::vector<std::string>& arguments) {
  GitRun run = run_git(arguments);
  if (run.code != 0) throw Failure("W87", {join(arguments, " "), std::to_string(run.code)});
  return std::move(run.output);
}

}  // namespace

std::optional<ContentId> fetch_branch(const std::string& repository, const std::string& remote, const std::string& branch) {
  const std::string reference = "refs/heads/" + branch;
  const std::string listed = run_or_fail({"git", "--git-dir=" + repository, "ls-remote", "--", remote, reference});
  const auto id = content_id_from_hex(std::string_view(listed).substr(0, std::min<std::size_t>(40, listed.size())));
  if (id) run_or_fail({"git", "--git-dir=" + repository, "fetch", "--quiet", "--no-tags", "--", remote, reference});
  return id;
}

void push_branch(const std::string& repository, const std::string& remote, const std::string& branch) {
  const std::string reference = "refs/heads/" + branch;
  run_or_fail({"git", "--git-dir=" + repository, "push", "--quiet", "--", remote, reference + ":" + reference});
}

}  // namespace traff
