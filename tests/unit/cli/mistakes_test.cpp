// Mistakes at the command line: what is typed → the exit code and the first line of what is said (mistakes.txt).
#include <catch2/catch.hpp>

#include <cstdlib>

#include "base/text.h"
#include "cli/program_run.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string table_file = TRAFF_SOURCE_DIR "/tests/unit/cli/mistakes.txt";

// What the lines of the table may call beside traff.
const std::string shell = R"(traff() { ')" TRAFF_PROGRAM R"(' "$@"; }
content() { mkdir -p "$1" && printf '# Start\n\nText.\n' > "$1/index.md"; }
repository() { content content && git init -q -b main && git config user.name A && git config user.email a@b && git add . && git commit -q -m a; }
)";

struct MistakenLine {
  std::string typed;
  std::string said;  // "2 traff: …"
};

std::vector<MistakenLine> read_table(const std::string& text) {
  std::vector<MistakenLine> lines;
  for (const std::string_view line : split_lines(text)) {
    if (line.starts_with("$ ")) lines.push_back({std::string(line.substr(2)), {}});
    if (!line.starts_with("$ ") && !line.starts_with("#") && !line.empty()) lines.back().said = line;
  }
  return lines;
}

ProgramRun run_line(const std::string& typed, const TemporaryFolder& folder) {
  write_test_file(folder.path("home/.line"), shell + typed + "\n");
  const std::string here = folder.path();
  std::filesystem::create_directory(folder.path("here"));
  return run_command("cd '" + folder.path("here") + "' && HOME='" + folder.path("home") +
                     "' GIT_CONFIG_GLOBAL=/dev/null sh ../home/.line");
}

std::string said_of(const ProgramRun& run, const TemporaryFolder& folder) {
  const std::string first = run.output.substr(0, run.output.find('\n'));
  return std::to_string(run.code) + " " + replace_all(first, folder.path(), "TMP");
}

// With what is said now in place of what was.
std::string updated(const std::string& table, const std::vector<MistakenLine>& now) {
  std::string text;
  std::size_t next = 0;
  for (const std::string_view line : split_lines(table)) {
    if (!line.starts_with("$ ") && !line.starts_with("#") && !line.empty()) continue;
    text += std::string(line) + "\n";
    if (line.starts_with("$ ")) text += now[next++].said + "\n";
  }
  return text;
}

}  // namespace

// UPDATE_EXPECTED=1 rewrites what is said; read the diff aloud.
TEST_CASE("a mistake at the command line is told with what was typed and what to write") {
  const std::string table = read_test_file(table_file);
  std::vector<MistakenLine> now = read_table(table);
  REQUIRE(now.size() >= 200);
  for (MistakenLine& line : now) {
    const TemporaryFolder folder;
    const ProgramRun run = run_line(line.typed, folder);
    INFO(line.typed << "\n" << run.output);
    CHECK(run.code < 126);
    CHECK(run.output.find('\0') == std::string::npos);
    for (const std::string library : {"The following arg", "Run with --help", "is required", "t Most", "At least",
                                      "Expected ", "not in range", "value in {", "ubcommand", "CLI::"})
      CHECK_FALSE(says(run, library));
    const std::string wanted = line.said;
    line.said = said_of(run, folder);
    CHECK((std::getenv("UPDATE_EXPECTED") != nullptr || line.said == wanted));
  }
  if (std::getenv("UPDATE_EXPECTED") != nullptr) write_test_file(table_file, updated(table, now));
}
