// What was asked for on the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "cli/surroundings.h"
#include "pipeline/commands/new_material.h"
#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "pipeline/site/build_options.h"

namespace traff {

enum class Command { none, build, check, explain, serve, make, publish, pack, changes, index, documents, version };
enum class CheckFormat { text, json, github, gitlab, sarif };

struct Options {
  Command command = Command::none;
  BuildOptions build;
  CheckFormat format = CheckFormat::text;
  NewRequest wanted;  // new
  PublishRequest publish;
  PackRequest pack;
  std::string since;         // changes: a version or a day
  std::string documents_in;  // index: the file of documents
  std::string file_out;      // index, documents: the file to write
  std::string words_out;     // index: the file for what the documents teach of their words
  bool strict = false;       // check: Varning counts as Fel
  bool timings = false;
  bool quiet = false;
  bool verbose = false;  // hints are printed by build too
  int port = 8000;
  std::optional<Language> language;  // --lang
  std::optional<Language> locale;    // the computer's
  ColourWish colour = ColourWish::automatic;
};

// Of what is said: --lang, else the locale's, else `otherwise`. What goes into a file knows nothing of the locale.
Language spoken_language(const Options& options, Language otherwise);

// Prints help, version or what is wrong with the line itself; then `exit_code` says how to end.
struct ParsedOptions {
  Options options;
  std::optional<int> exit_code;
};

ParsedOptions parse_options(int argc, char** argv);

// The day on this computer. Nothing but `traff check` asks: a site never depends on when it was built.

Date today();

// "2019-10-10"; nothing for anything else.
std::optional<Date> parse_iso_date(std::string_view text);

// The program's version; CHANGELOG.md says what each brought.

inline constexpr const char* version = "0.1.0";

// "traff 0.1.0 (3fb1c2d4e5f6)"; without what it was built of when nobody knows.
std::string version_line();

}  // namespace traff
