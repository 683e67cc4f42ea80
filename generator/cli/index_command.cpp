#include "cli/index_command.h"

#include <CLI/CLI.hpp>

#include "pipeline/documents_file.h"
#include "pipeline/index_file.h"

namespace traff {

namespace {

constexpr const char* index_does = "gör ett sökindex (Lunr) av en fil med dokument (make a Lunr search index of a file of documents)";

}  // namespace

void add_index_command(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("index", index_does);
  command->add_option("INPUT", options.documents_in, "fil med {spec, documents} (file with {spec, documents})")->type_name("FILE")->required();
  add_file_out(*command, options);
  command->add_option("--words", options.words_out, "filen för förkortningar och synonymer i texten (the file for abbreviations and synonyms of the text)")->type_name("FILE");
  command->add_option("--jobs", options.build.jobs, "antal trådar, 0 = en per kärna (threads, 0 = one per core)")->type_name("N")->check(CLI::Range(0, 256));
  command->callback([&options] { options.command = Command::index; });
}

void add_file_out(CLI::App& command, Options& options) {
  command.add_option("--out", options.file_out, "filen som skrivs (the file to write)")->type_name("FILE")->required();
}

int run_index(const Options& options) {
  write_index_file(options.documents_in, options.file_out, options.words_out, options.build.jobs);
  return 0;
}

int run_documents(const Options& options) {
  write_documents_file(options.build, options.file_out);
  return 0;
}

}  // namespace traff
