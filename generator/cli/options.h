// What was asked for on the command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "pipeline/commands/new_material.h"
#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "pipeline/site/build_options.h"

namespace CLI {
class App;
}

namespace traff {

enum class Command { none, build, check, explain, serve, make, publish, pack, changes, index, documents };
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
  std::optional<Language> language;  // of messages; otherwise the site's
};

// Prints help, version or a usage error itself; then `exit_code` says how to end.
struct ParsedOptions {
  Options options;
  std::optional<int> exit_code;
};

ParsedOptions parse_options(int argc, char** argv);

// `traff index` and `traff documents`: the search index outside a site.

// Its options and what they fill in.
void add_index_command(CLI::App& app, Options& options);
void add_file_out(CLI::App& command, Options& options);
int run_index(const Options& options);

inline constexpr const char* documents_do =
    "visa vad sökindexet görs av: en fil för traff index (what the search index is made of: a file for traff index)";
int run_documents(const Options& options);

// The day on this computer. Nothing but `traff check` asks: a site never depends on when it was built.

Date today();

// "2019-10-10"; nothing for anything else.
std::optional<Date> parse_iso_date(std::string_view text);

// The program's version; CHANGELOG.md says what each brought.

inline constexpr const char* version = "0.1.0";

}  // namespace traff
