#include "cli/pack_command.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/report_lines.h"
#include "output/named_file.h"

namespace traff {

namespace {

int verify(const Options& options) {
  const CopyOrigin origin = verify_pack(options.build, options.pack);
  const bool sv = message_language(options) == Language::sv;
  const std::string commit = origin.commit ? to_hex(*origin.commit) : sv ? "ingen version i git" : "no revision of git";
  fmt::print(fmt::runtime(sv ? "{} är hel. Gjord av {}{}.\n" : "{} is whole. Made of {}{}.\n"), options.pack.verify, commit,
             origin.day.empty() ? "" : (sv ? ", från " : ", of ") + origin.day);
  return 0;
}

}  // namespace

int pack(const Options& options) {
  if (!options.pack.verify.empty()) return verify(options);
  const PackReport report = pack_site(options.build, options.pack);
  const Language language = options.language.value_or(report.build.site_language);
  print_timings(options, report.build);
  if (report.refused) return refuse_errors(options, report.build, language);
  if (options.quiet) return 0;
  print_diagnostics(options, report.build, language, options.verbose);
  std::FILE* const told = leads_to_standard_output(report.file) ? stderr : stdout;  // a copy takes no words after it
  fmt::print(told, fmt::runtime(language == Language::sv ? "{}: {} filer, {} kB.\n" : "{}: {} files, {} kB.\n"), report.file, report.copy.files,
             (report.copy.bytes + 999) / 1000);
  return 0;
}

}  // namespace traff
