#include "cli/commands.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "base/format_diagnostic.h"
#include "cli/check_report.h"
#include "cli/pack_command.h"
#include "cli/publish_command.h"
#include "cli/report_lines.h"
#include "cli/index_command.h"
#include "cli/progress_line.h"
#include "cli/today.h"
#include "pipeline/changes_report.h"
#include "preview/serve.h"
#include "pipeline/build_site.h"

namespace traff {

namespace {

BuildReport run_with_progress(const Options& options, BuildReport (*run)(const BuildOptions&), BuildOptions asked) {
  const ProgressLine line(options.language.value_or(Language::sv), options.quiet);
  asked.progress = line.progress();
  return run(asked);
}

int build(const Options& options) {
  const BuildReport report = run_with_progress(options, build_site, options.build);
  const Language language = options.language.value_or(report.site_language);
  print_diagnostics(options, report, language, options.verbose);
  print_timings(options, report);
  if (options.quiet) return 0;
  const bool sv = language == Language::sv;
  const Counts counts = count_diagnostics(report.diagnostics);
  if (counts.errors + counts.warnings > 0) fmt::print(stderr, "{}\n", summary_of_counts(counts, language));
  fmt::print(fmt::runtime(sv ? "{} sidor i {}: {} gjorda, {} skrivna, {} oförändrade, {} borttagna.\n"
                             : "{} pages in {}: {} made, {} written, {} unchanged, {} removed.\n"),
             report.pages, options.build.out, report.write.made, report.write.written, report.write.kept, report.write.removed);
  return 0;
}

int check(const Options& options) {
  BuildOptions asked = options.build;
  if (!asked.today) asked.today = today();
  const BuildReport report = run_with_progress(options, check_site, asked);
  const Language language = options.language.value_or(report.site_language);
  const Counts counts = count_diagnostics(report.diagnostics);
  if (options.format == CheckFormat::text) {
    print_diagnostics(options, report, language, true);
    if (!options.quiet) {
      const bool none = counts.errors + counts.warnings + counts.hints == 0;
      const bool sv = language == Language::sv;
      const std::string clean = sv ? "Inga fel hittades av det som kan kontrolleras automatiskt."
                                   : "No errors found among the things that can be checked automatically.";
      fmt::print("{}\n", none ? clean : summary_of_counts(counts, language));
    }
  } else {
    fmt::print("{}", format_report(report, options.format, language));
  }
  print_timings(options, report);
  return counts.errors > 0 || (options.strict && counts.warnings > 0) ? 1 : 0;
}

int explain(const Options& options) {
  const Explanation explanation = explain_output(options.build);
  const bool sv = message_language(options) == Language::sv;
  for (const Change& change : explanation.changes) {
    std::string why;
    switch (change.kind) {
      case Change::Kind::added: why = sv ? "finns inte än" : "does not exist yet"; break;
      case Change::Kind::removed: why = sv ? "tas bort, hör inte längre till webbplatsen" : "goes, no longer part of the site"; break;
      case Change::Kind::file: why = sv ? "ändrad eller borttagen på webbplatsen" : "changed or removed in the site"; break;
      case Change::Kind::generator: why = sv ? "gjord av en annan version av traff" : "made by another version of traff"; break;
      case Change::Kind::ingredient:
        why = sv ? "ändrat:" : "changed:";
        for (const std::string& name : change.ingredients) why += " " + name;
        break;
    }
    fmt::print("{}: {}\n", change.path, why);
  }
  fmt::print(fmt::runtime(sv ? "{} av {} filer skulle göras om.\n" : "{} of {} files would be made again.\n"), explanation.changes.size(), explanation.outputs);
  return 0;
}

int make_new(const Options& options) {
  const NewReport report = make_new_material(options.build, options.wanted);
  const bool sv = options.language.value_or(report.site_language) == Language::sv;
  for (const std::string& file : report.files) fmt::print("{}\n", file);
  if (!report.site_folder.empty()) {
    fmt::print(stderr, fmt::runtime(sv ? "Se webbplatsen: cd '{}' && traff serve\nREADME.md säger vad du gör sedan.\n"
                                       : "See the site: cd '{}' && traff serve\nREADME.md says what to do next.\n"),
               report.site_folder);
    return 0;
  }
  if (report.is_copy) {
    fmt::print(stderr, fmt::runtime(sv ? "{} filer skrivna. {} hör till det förra läsåret och är märkta; traff check visar var de står.\n"
                                       : "{} files written. {} belong to last year and are marked; traff check shows where they are.\n"),
               report.files.size(), sv ? counted(report.old_dates, "datum", "datum") : counted(report.old_dates, "date", "dates"));
    return 0;
  }
  fmt::print(stderr, fmt::runtime(sv ? "Öppna {} och fyll i. Sidan är ett utkast: traff serve visar den, och den publiceras när du tar bort raden ”status: utkast”.\n"
                                     : "Open {} and fill it in. The page is a draft: traff serve shows it, and it is published when you remove the line “status: draft”.\n"),
             report.files.front());
  return 0;
}

int print_changes(const Options& options) {
  fmt::print("{}", find_changes(options.build, {options.since, options.language}));
  return 0;
}

}  // namespace

Language message_language(const Options& options) { return options.language.value_or(Language::sv); }

int run_command(const Options& options) {
  switch (options.command) {
    case Command::build: return build(options);
    case Command::check: return check(options);
    case Command::explain: return explain(options);
    case Command::serve: return serve({options.build, options.port, options.language, options.quiet});
    case Command::make: return make_new(options);
    case Command::publish: return publish(options);
    case Command::pack: return pack(options);
    case Command::changes: return print_changes(options);
    case Command::index: return run_index(options);
    case Command::documents: return run_documents(options);
    case Command::none: break;
  }
  return 2;
}

}  // namespace traff
