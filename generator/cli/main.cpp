#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

#include "base/messages/format_diagnostic.h"
#include "cli/commands.h"
#include "cli/mistakes.h"
#include "disk/standard_streams.h"

int main(int argc, char** argv) {
  traff::keep_standard_streams();
  std::signal(SIGXFSZ, SIG_IGN);  // so that a limit on the size of files is a message, as a full disk is
  std::signal(SIGCHLD, SIG_DFL);  // who started us may ignore how its children end; we ask how git ended
  traff::ParsedOptions parsed;
  try {
    parsed = traff::parse_options(argc, argv);
    const int code = parsed.exit_code ? *parsed.exit_code : traff::run_command(parsed.options);
    traff::finish_results();
    return code;
  } catch (const traff::Mistake& mistake) {
    std::fprintf(stderr, "traff: %s\n", mistake.words.c_str());
  } catch (...) {
    const traff::Failure failure = traff::as_failure(std::current_exception());
    const std::string words = traff::message_of(failure, traff::message_language(parsed.options));
    std::fprintf(stderr, "traff: %s\n", traff::printable(words).c_str());
  }
  return 2;
}
