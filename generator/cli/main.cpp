#include <csignal>
#include <cstdio>
#include <exception>

#include "base/format_diagnostic.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
  const traff::ParsedOptions parsed = traff::parse_options(argc, argv);
  if (parsed.exit_code) return *parsed.exit_code;
  std::signal(SIGXFSZ, SIG_IGN);  // so that a limit on the size of files is a message, as a full disk is
  try {
    return traff::run_command(parsed.options);
  } catch (const traff::Failure& failure) {
    std::fprintf(stderr, "traff: %s\n", traff::message_of(failure, traff::message_language(parsed.options)).c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "traff: %s\n", error.what());
  }
  return 2;
}
