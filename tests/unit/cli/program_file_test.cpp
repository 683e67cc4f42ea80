// The program as a file: hardened, and the same wherever it was built.
#include <catch2/catch.hpp>

#include <cstdio>
#include <string>

#include "output/temporary_folder.h"

using traff::testing::read_test_file;
using traff::testing::TemporaryFolder;
using traff::testing::write_test_file;

namespace {

std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) output += static_cast<char>(byte);
  REQUIRE(pclose(pipe) == 0);
  return output;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// Not the sanitized one, which names its sources on purpose.
#ifdef TRAFF_HARDENED
TEST_CASE("the program names no folder of the machine it was built on") {
  CHECK_FALSE(contains(read_test_file(TRAFF_PROGRAM), TRAFF_SOURCE_DIR "/generator/"));
}

TEST_CASE("the program has Debian's hardening") {
  const std::string elf =
      output_of("LC_ALL=C readelf --wide --file-header --program-headers --dynamic --dyn-syms '" TRAFF_PROGRAM "'");
  CHECK(contains(elf, "DYN (Position-Independent Executable file)"));
  CHECK(contains(elf, "GNU_RELRO"));
  CHECK(contains(elf, "BIND_NOW"));
  CHECK(contains(elf, "__stack_chk_fail"));
  CHECK(contains(elf, "_chk@"));  // FORTIFY's doors to libc
}
#endif

TEST_CASE("a file that may not grow is told of, not a sudden death, and nothing is left of it") {
  const TemporaryFolder folder;
  write_test_file(folder.path("kurs/index.md"), "# Start\n");
  const std::string said = output_of("cd '" + folder.path() +
                                     "' && (ulimit -f 8; '" TRAFF_PROGRAM "' pack kurs --out kopia.zip 2>&1; echo $?)");
  CHECK(contains(said, "\n2\n"));
  CHECK(contains(said, "Kan inte skriva"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    CHECK_FALSE(contains(entry.path().filename().string(), ".traff-tmp-"));
  }
}
