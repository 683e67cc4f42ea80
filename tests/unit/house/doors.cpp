#include "house/doors.h"

#include <algorithm>

#include "house/source_code.h"

namespace traff::testing {

namespace {

constexpr std::string_view any_system_call = "::name(";

const std::vector<Door> table{
    // Libraries.
    {"libgit2",
     {"git2.h", "git2/"},
     {"git_"},
     {{"git", "wraps it"},
      {"source", "reads commits and working folders"},
      {"source/history", "walks commits"},
      {"output/site_branch", "writes commits"}}},
    {"cmark-gfm",
     {"cmark-gfm.h", "cmark-gfm-core-extensions.h", "cmark-gfm-extension_api.h"},
     {"cmark_"},
     {{"markdown/parser", "wraps it"},
      {"markdown/html", "renders its tree"},
      {"markdown", "hands its tree from one to the other"}}},
    {"ICU", {"unicode/"}, {"icu::"}, {{"base/unicode", "wraps it"}}},
    {"OpenSSL", {"openssl/"}, {"EVP_"}, {{"base/content_id", "SHA-1"}}},
    {"xxHash", {"xxhash.h"}, {"XXH3_", "XXH64", "XXH128"}, {{"disk/blob_index", "check values of the cache"}}},
    {"zlib",
     {"zlib.h"},
     {"z_stream", "inflate(", "deflate(", "crc32("},
     {{"git", "objects and packs are deflated"},
      {"output/zip_archive", "so are members of a ZIP"},
      {"pages/picture", "sums of a PNG's parts"}}},
    {"nlohmann json",
     {"nlohmann/"},
     {"nlohmann::"},
     {{"base/read_json", "wraps what is read"},
      {"cli/report_formats", "writes --format json"},
      {"course/literature/csl_json", "reads works"},
      {"output/copy_archive", "writes what is in a copy"},
      {"output/manifest", "reads what stands in a site"},
      {"preview/editions", "writes what a preview says"},
      {"search/index_input", "reads documents to index"},
      {"theme/search_assets", "writes words for scripts"},
      {"theme/theme_files", "reads interface strings"}}},
    {"CLI11",
     {"CLI/"},
     {"CLI::"},
     {{"cli/options", "the command line"},
      {"cli/help", "tells of the options it knows"},
      {"cli/mistakes", "tells what it did not understand"}}},
    {"fmt", {"fmt/"}, {"fmt::"}, {{"cli/commands", "what commands say"}}},
    {"httplib", {"httplib.h"}, {"httplib::"}, {{"preview/web_server", "wraps it"}}},
    {"ELF",
     {"elf.h", "link.h"},
     {"dl_iterate_phdr"},
     {{"pipeline/site/parsed_documents", "a cache belongs to one build of the program"}}},

    // The world.
    {"files",
     {"fcntl.h", "dirent.h", "sys/stat.h", "sys/file.h", "sys/mman.h", "sys/types.h", "sys/sysmacros.h", "limits.h",
      "stdlib.h", "filesystem", "fstream"},
     {"std::filesystem", "ifstream", "ofstream", "fstream", "fopen", "freopen", "tmpfile", "mkstemp", "openat(",
      "lstat(", "fstat(", "unlink(", "opendir(", "readdir(", "mkdtemp(", "mmap("},
     {{"disk", "the ground"},
      {"git", "the ground"},
      {"source", "the door in"},
      {"output", "the door out"},
      {"preview/content_watch", "looks at the author's files"},
      {"preview/serve", "has a folder of its own for what it shows"},
      {"preview/web_server", "reads what it serves"}}},
    {"the system's calls",
     {"unistd.h"},
     {any_system_call},
     {{"disk", "the ground"},
      {"git", "the ground"},
      {"source", "the door in"},
      {"output", "the door out"},
      {"preview/content_watch", "looks at the author's files"},
      {"preview/serve", "has a folder of its own for what it shows"},
      {"preview/web_server", "reads what it serves"},
      {"cli/surroundings", "asks whether somebody watches"}}},
    {"other programs",
     {"spawn.h", "sys/wait.h"},
     {"system(", "popen(", "fork(", "vfork(", "execv", "execve", "execvp", "execl", "execlp", "posix_spawn",
      "posix_spawnp", "waitpid"},
     {{"git/program", "runs git"}}},
    {"signals and events",
     {"signal.h", "csignal", "poll.h", "sys/signalfd.h", "sys/eventfd.h", "sys/inotify.h"},
     {"std::signal", "sigaction", "inotify_"},
     {{"git/program", "waits for git"},
      {"disk/state", "asks whether the writer of a half-written file lives"},
      {"preview/content_watch", "waits for a change"},
      {"preview/serve", "waits for Ctrl+C"},
      {"cli/main", "a limit on file sizes is an error like others"}}},
    {"the clock",
     {"time.h", "ctime"},
     {"system_clock", "utc_clock", "file_clock", "high_resolution_clock", "clock_gettime", "gettimeofday", "time(",
      "localtime", "localtime_r", "gmtime", "gmtime_r", "mktime", "timegm", "strftime"},
     {{"disk/file_stamp", "a file as young as its stamp is not trusted"},
      {"cli/options", "which day it is, given to the rest"},
      {"preview/editions", "a name that no earlier edition had"}}},
    {"the stopwatch",
     {},
     {"steady_clock"},
     {{"pipeline/site/build_options", "how long each stage took"},
      {"preview/content_watch", "when the author has paused"}}},
    {"chance",
     {"random", "sys/random.h"},
     {"random_device", "mt19937", "rand(", "srand", "getrandom"},
     {{"disk", "names nobody else has"}}},
    {"the environment",
     {},
     {"getenv", "secure_getenv", "setenv", "unsetenv", "putenv", "environ"},
     {{"git/program", "git gets ours"},
      {"source/content_place", "git's own ceiling"},
      {"output/own_folder", "the home folder is nobody's site"},
      {"cli/surroundings", "the language of messages, and whether they have colour"}}},
    {"the locale",
     {"locale", "clocale", "locale.h"},
     {"std::locale", "setlocale", "newlocale", "uselocale", "imbue"},
     {}},
    {"the terminal",
     {"iostream", "print"},
     {"printf", "fprintf", "vprintf", "puts", "fputs", "putchar", "fwrite", "perror", "std::cout", "std::cerr",
      "std::clog", "std::cin"},
     {{"cli", "speaks to who typed the command"}, {"preview/serve", "so does the local server"}}},
};

const Door lasting{
    "variables that outlive a call and may change",
    {},
    {},
    {{"git/pack", "packs are opened once for all repositories"},
     {"markdown/parser/cmark_tree", "cmark-gfm's own table is changed while it parses, and its memory is a thread's"}}};

}  // namespace

std::span<const Door> doors() { return table; }

// <vector>, <map>: a lower-case word alone. C's headers and those of libraries have a '.' or a '/'.
bool is_standard(std::string_view header) {
  return std::all_of(header.begin(), header.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

const Door& lasting_variables() { return lasting; }

bool has_header(const Door& door, std::string_view header) {
  return std::any_of(door.headers.begin(), door.headers.end(), [&](std::string_view known) {
    return known.ends_with('/') ? header.starts_with(known) : header == known;
  });
}

bool is_used_in(const Door& door, std::string_view code) {
  return std::any_of(door.words.begin(), door.words.end(), [&](std::string_view word) {
    return word == any_system_call ? calls_the_system(code) : has_word(code, word);
  });
}

bool is_user(const DoorUser& user, std::string_view module) {
  return module == user.place || module.substr(0, std::min(module.rfind('/'), module.size())) == user.place;
}

bool may_use(const Door& door, std::string_view module) {
  return std::any_of(door.users.begin(), door.users.end(), [&](const DoorUser& user) { return is_user(user, module); });
}

std::string refusal(const Door& door) {
  if (door.users.empty()) return "nobody may use " + std::string(door.what);
  std::string places;
  for (const DoorUser& user : door.users) places += (places.empty() ? "" : ", ") + std::string(user.place);
  return "only " + places + " may use " + std::string(door.what);
}

}  // namespace traff::testing
