#include "git/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "base/web_address.h"
#include "disk/file.h"
#include "git/repository.h"

extern char** environ;

namespace traff {

namespace {

struct GitRun {
  int code = 0;
  std::string output;
};

struct Pipe {
  OpenFile ours;
  OpenFile gits;
};

// What cannot be read now is no answer.
Pipe open_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return {OpenFile(ends[0]), OpenFile(ends[1])};
}

// Adds what is there to `all`. Whether more may come.
bool read_more(const OpenFile& file, std::string& all) {
  char buffer[4096];
  for (;;) {
    const ssize_t count = ::read(file.descriptor(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    if (count == 0) return false;
    all.append(buffer, static_cast<std::size_t>(count));
  }
}

// Git itself hides passwords but no queries.
void tell_whole_lines(std::string& words, const std::string& remote) {
  const std::size_t end = words.find_last_of("\r\n") + 1;  // npos + 1 is 0
  const std::string lines = without_secrets(replace_all(words.substr(0, end), remote, address_without_secrets(remote)));
  write_all(STDERR_FILENO, lines);
  words.erase(0, end);
}

// One run of git, with `remote` among its arguments. What it says to people goes to the terminal; what it answers comes
// back.
class GitProcess {
 public:
  GitProcess(const std::vector<std::string>& arguments, std::string remote)
      : remote_(std::move(remote)), answers_(open_pipe()), words_(open_pipe()) {
    if (!words_.gits.is_open() || !answers_.gits.is_open()) fail(arguments, errno);
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, answers_.gits.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, words_.gits.descriptor(), STDERR_FILENO);
    const int error = ::posix_spawnp(&process_, "git", &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail(arguments, error);
    answers_.gits.close();
    words_.gits.close();
  }

  // Ends with git itself: what it leaves running, such as a shared connection, may hold its pipes open for long.
  GitRun run() {
    constexpr int look_for_the_end = 50;  // ms
    GitRun run;
    std::string words;
    int status = 0;
    for (bool answers = true, talks = true, ended = false; !ended;) {
      pollfd ends[] = {{answers ? answers_.ours.descriptor() : -1, POLLIN, 0},
                       {talks ? words_.ours.descriptor() : -1, POLLIN, 0}};
      ::poll(ends, 2, look_for_the_end);
      const pid_t found = ::waitpid(process_, &status, answers || talks ? WNOHANG : 0);
      if (found < 0 && errno != EINTR) return {128, std::move(run.output)};  // how it ended is not to be known
      ended = found == process_;
      answers = answers && read_more(answers_.ours, run.output);
      talks = talks && read_more(words_.ours, words);
      if (ended && !words.empty()) words += '\n';
      tell_whole_lines(words, remote_);
    }
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return run;
  }

 private:
  [[noreturn]] static void fail(const std::vector<std::string>& arguments, int error) {
    throw Failure(code::W87(join(arguments, " "), error_text(error)));
  }

  std::string remote_;
  Pipe answers_;
  Pipe words_;
  pid_t process_ = 0;
};

std::string run_or_fail(const std::vector<std::string>& arguments, const std::string& remote) {
  GitRun run = GitProcess(arguments, remote).run();
  if (run.code != 0)
    throw Failure(code::W87(replace_all(join(arguments, " "), remote, address_without_secrets(remote)), run.code));
  return std::move(run.output);
}

bool has_setting(git_config& config, const char* name) {
  git_buf value{};
  const int error = git_config_get_string_buf(&value, &config, name);
  const bool is_empty = error == 0 && value.size == 0;
  git_buf_dispose(&value);
  return error != GIT_ENOTFOUND && !is_empty;
}

}  // namespace

std::optional<ContentId> fetch_branch(const std::string& repository, const std::string& remote,
                                      const std::string& branch) {
  const std::string reference = "refs/heads/" + branch;
  const std::string listed =
      run_or_fail({"git", "--git-dir=" + repository, "ls-remote", "--", remote, reference}, remote);
  const auto id = content_id_from_hex(std::string_view(listed).substr(0, std::min<std::size_t>(40, listed.size())));
  if (id)
    run_or_fail({"git", "--git-dir=" + repository, "fetch", "--quiet", "--no-tags", "--", remote, reference}, remote);
  return id;
}

void push_branch(const std::string& repository, const std::string& remote, const std::string& branch) {
  const std::string reference = "refs/heads/" + branch;
  run_or_fail({"git", "--git-dir=" + repository, "push", "--quiet", "--", remote, reference + ":" + reference}, remote);
}

void make_repository(const std::string& folder) {
  struct stat status;
  if (::stat((folder + "/.git").c_str(), &status) == 0) return;
  if (errno != ENOENT) throw Failure(code::W2(folder, error_text(errno)));
  start_git();
  git_repository_init_options options{};
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  git_repository* made = nullptr;
  if (git_repository_init_ext(&made, folder.c_str(), &options) < 0) throw Failure(code::W2(folder, git_cause()));
  git_repository_free(made);
}

bool has_identity(const std::string& path) {
  try {
    const GitRepository repository = open_repository(path);
    git_config* read = nullptr;
    if (git_repository_config(&read, repository.get()) < 0) return true;
    const GitConfig config(read);
    return has_setting(*config, "user.name") && has_setting(*config, "user.email");
  } catch (const Failure&) {
    return true;
  }
}

}  // namespace traff
