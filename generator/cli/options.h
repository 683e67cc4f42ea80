// What was asked for on the command line.
#pragma once

#include <optional>
#include <string>

#include "base/language.h"
#include "pipeline/options.h"
#include "pipeline/new_material.h"
#include "pipeline/pack_site.h"
#include "pipeline/publish_site.h"

namespace traff {

enum class Command { none, build, check, explain, serve, make, publish, pack, changes, index, documents };
enum class CheckFormat { text, json, github, gitlab, sarif };

struct Options {
  Command command = Command::none;
  BuildOptions build;
  CheckFormat format = CheckFormat::text;
  NewRequest wanted;     // new
  PublishRequest publish;
  PackRequest pack;
  std::string since;     // changes: a version or a day
  std::string documents_in;  // index: the file of documents
  std::string file_out;      // index, documents: the file to write
  std::string words_out;     // index: the file for what the documents teach of their words
  bool strict = false;   // check: Varning counts as Fel
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

}  // namespace traff
