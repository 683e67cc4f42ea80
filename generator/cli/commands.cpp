#include "cli/commands.h"

#include <fmt/core.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/messages/catalogue.h"
#include "base/messages/format_diagnostic.h"
#include "base/text.h"
#include "base/web_address.h"
#include "cli/options.h"
#include "disk/new_files.h"
#include "pipeline/build_site.h"
#include "pipeline/commands/changes_report.h"
#include "preview/serve.h"

namespace traff {

namespace {

// Diagnostics for machines: JSON lines for scripts, annotations for GitHub, SARIF for code scanners.

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
};

using json = nlohmann::ordered_json;

std::string_view level_of(const Diagnostic& diagnostic, std::string_view hint) {
  switch (severity_of(diagnostic)) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return hint;
  }
  return {};
}

std::string whole_message(const Diagnostic& diagnostic, Language language) {
  const std::string hint = hint_of(diagnostic, language);
  return message_of(diagnostic, language) + (hint.empty() ? "" : " " + hint);
}

std::string as_json(const BuildReport& report, Language language) {
  json list = json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    list.push_back({{"path", report.shown_prefix + diagnostic.place.path},
                    {"line", diagnostic.place.line},
                    {"column", diagnostic.place.column},
                    {"length", diagnostic.place.length},
                    {"severity", level_of(diagnostic, "hint")},
                    {"code", diagnostic.code.name()},
                    {"message", message_of(diagnostic, language)},
                    {"hint", hint_of(diagnostic, language)}});
  }
  return list.dump(2) + "\n";
}

// GitHub's workflow commands: % and line ends are escaped, in properties ':' and ',' too.
std::string github_escaped(std::string_view text, bool property) {
  std::string out = replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
  return property ? replace_all(replace_all(out, ":", "%3A"), ",", "%2C") : out;
}

std::string as_github(const BuildReport& report, Language language) {
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += "::" + std::string(level_of(diagnostic, "notice")) +
           " file=" + github_escaped(report.shown_prefix + diagnostic.place.path, true);
    if (diagnostic.place.line > 0) out += ",line=" + std::to_string(diagnostic.place.line);
    if (diagnostic.place.column > 0) out += ",col=" + std::to_string(diagnostic.place.column);
    out += ",title=" + github_escaped(diagnostic.code.name(), true) +
           "::" + github_escaped(whole_message(diagnostic, language), false) + "\n";
  }
  return out;
}

// What GitLab reads as a Code Quality report. A fingerprint is to be the same while the finding is, wherever its line
// is.
std::string as_gitlab(const BuildReport& report, Language language) {
  json list = json::array();
  std::map<std::string, int> known;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const std::string path = report.shown_prefix + diagnostic.place.path;
    const std::string message = whole_message(diagnostic, language);
    const std::string finding = path + '\n' + diagnostic.code.name() + '\n' + message;
    const std::string fingerprint = to_hex(content_id(finding + '\n' + std::to_string(known[finding]++)));
    const std::string_view severity = level_of(diagnostic, "info");
    list.push_back(
        {{"description", message},
         {"check_name", diagnostic.code.name()},
         {"fingerprint", fingerprint},
         {"severity", severity == "error"     ? "critical"
                      : severity == "warning" ? "minor"
                                              : "info"},
         {"location", {{"path", path}, {"lines", {{"begin", std::max<std::uint32_t>(1, diagnostic.place.line)}}}}}});
  }
  return list.dump(2) + "\n";
}

json sarif_result(const BuildReport& report, const Diagnostic& diagnostic, Language language) {
  json region = {{"startLine", std::max<std::uint32_t>(1, diagnostic.place.line)}};
  if (diagnostic.place.column > 0) region["startColumn"] = diagnostic.place.column;
  const json location = {
      {"physicalLocation",
       {{"artifactLocation", {{"uri", report.shown_prefix + diagnostic.place.path}}}, {"region", region}}}};
  return {{"ruleId", diagnostic.code.name()},
          {"level", level_of(diagnostic, "note")},
          {"message", {{"text", whole_message(diagnostic, language)}}},
          {"locations", json::array({location})}};
}

std::string as_sarif(const BuildReport& report, Language language) {
  json rules = json::array();
  json results = json::array();
  std::set<std::string> named;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (named.insert(diagnostic.code.name()).second) rules.push_back({{"id", diagnostic.code.name()}});
    results.push_back(sarif_result(report, diagnostic, language));
  }
  const json driver = {{"name", "traff"}, {"version", version}, {"rules", rules}};
  const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  return json({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
               {"version", "2.1.0"},
               {"runs", json::array({run})}})
             .dump(2) +
         "\n";
}

Counts count_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) {
    switch (severity_of(diagnostic)) {
      case Severity::error: ++counts.errors; break;
      case Severity::warning: ++counts.warnings; break;
      case Severity::hint: ++counts.hints; break;
    }
  }
  return counts;
}

std::string format_report(const BuildReport& report, CheckFormat format, Language language) {
  switch (format) {
    case CheckFormat::json: return as_json(report, language);
    case CheckFormat::github: return as_github(report, language);
    case CheckFormat::gitlab: return as_gitlab(report, language);
    case CheckFormat::sarif: return as_sarif(report, language);
    case CheckFormat::text: break;
  }
  return {};
}

// What every command that builds prints of a report: messages, counts, times.

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void print_timings(const Options& options, const BuildReport& report) {
  if (!options.timings) return;
  double whole = 0;
  for (const StageTime& time : report.times) {
    fmt::print(stderr, "{:<16}{:8.1f} ms\n", time.stage, time.seconds * 1000);
    whole += time.seconds;
  }
  fmt::print(stderr, "{:<16}{:8.1f} ms\n", "total", whole * 1000);
}

// On standard error; `hints`: Tips too.
void print_diagnostics(const Options& options, const BuildReport& report, Language language, bool hints) {
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Severity severity = severity_of(diagnostic);
    if (severity == Severity::hint && !hints) continue;
    if (severity != Severity::error && options.quiet) continue;
    fmt::print(stderr, "{}", format_diagnostic(diagnostic, language, report.shown_prefix));
  }
}

// "1 Fel, 2 Varningar, 0 Tips"
std::string summary_of_counts(const Counts& counts, Language language) {
  if (language == Language::sv)
    return fmt::format("{} Fel, {}, {} Tips", counts.errors, counted(counts.warnings, "Varning", "Varningar"),
                       counts.hints);
  return fmt::format("{}, {}, {}", counted(counts.errors, "error", "errors"),
                     counted(counts.warnings, "warning", "warnings"), counted(counts.hints, "hint", "hints"));
}

// For a command that does nothing while a Fel remains; the exit code.
int refuse_errors(const Options& options, const BuildReport& report, Language language) {
  print_diagnostics(options, report, language, false);
  const std::string counts = summary_of_counts(count_diagnostics(report.diagnostics), language);
  fmt::print(stderr,
             fmt::runtime(language == Language::sv
                              ? "{}\nInget är skrivet. Rätta det som är märkt Fel och kör kommandot igen.\n"
                              : "{}\nNothing was written. Mend what is marked Error and run the command again.\n"),
             counts);
  return 1;
}

// `traff pack`.

int verify(const Options& options) {
  const CopyOrigin origin = verify_pack(options.build, options.pack);
  const bool sv = message_language(options) == Language::sv;
  const std::string commit = origin.commit ? to_hex(*origin.commit) : sv ? "ingen version i git" : "no revision of git";
  fmt::print(fmt::runtime(sv ? "{} är hel. Gjord av {}{}.\n" : "{} is whole. Made of {}{}.\n"), options.pack.verify,
             commit, origin.day.empty() ? "" : (sv ? ", från " : ", of ") + origin.day);
  return 0;
}

// The exit code. Throws Failure when the world fails.
int pack(const Options& options) {
  if (!options.pack.verify.empty()) return verify(options);
  const PackReport report = pack_site(options.build, options.pack);
  const Language language = options.language.value_or(report.build.site_language);
  print_timings(options, report.build);
  if (report.refused) return refuse_errors(options, report.build, language);
  if (options.quiet) return 0;
  print_diagnostics(options, report.build, language, options.verbose);
  std::FILE* const told = leads_to_standard_output(report.file) ? stderr : stdout;  // a copy takes no words after it
  fmt::print(told, fmt::runtime(language == Language::sv ? "{}: {} filer, {} kB.\n" : "{}: {} files, {} kB.\n"),
             report.file, report.copy.files, (report.copy.bytes + 999) / 1000);
  return 0;
}

// `traff publish`.

void print_release(const Options& options, const Release& release, Language language) {
  const bool sv = language == Language::sv;
  const std::string& folder = options.publish.folder;
  if (options.publish.roll_back) {
    fmt::print(fmt::runtime(sv ? "{}/current visar nu version {}.\n" : "{}/current now shows release {}.\n"), folder,
               release.name);
  } else if (release.is_new) {
    fmt::print(fmt::runtime(sv ? "Publicerad som version {} i {}/current: {} filer, {} ändrade.\n"
                               : "Published as release {} in {}/current: {} files, {} changed.\n"),
               release.name, folder, release.files, release.changed);
  } else {
    fmt::print(fmt::runtime(sv ? "Inget nytt: version {} i {}/current är samma webbplats.\n"
                               : "Nothing new: release {} in {}/current is the same site.\n"),
               release.name, folder);
  }
}

int print_checked(const Options& options, const std::vector<CheckedRelease>& checked) {
  const bool sv = message_language(options) == Language::sv;
  for (const CheckedRelease& release : checked) {
    if (!release.damaged.empty() || options.quiet) continue;
    fmt::print(fmt::runtime(sv ? "Version {}{} är hel: {} filer.\n" : "Release {}{} is whole: {} files.\n"),
               release.name, release.is_current ? (sv ? ", som visas," : ", which is shown,") : "", release.files);
  }
  refuse_damaged(options.publish.folder, checked);
  return 0;
}

void print_commit(const Options& options, const std::optional<ContentId>& commit, Language language) {
  const bool sv = language == Language::sv;
  const PublishRequest& asked = options.publish;
  if (commit)
    fmt::print(fmt::runtime(sv ? "Publicerad i grenen {}: {}\n" : "Published in the branch {}: {}\n"), asked.branch,
               to_hex(*commit));
  else
    fmt::print(fmt::runtime(sv ? "Inget nytt: grenen {} är samma webbplats.\n"
                               : "Nothing new: the branch {} is the same site.\n"),
               asked.branch);
  if (!asked.remote.empty())
    fmt::print(fmt::runtime(sv ? "Skickad till {}.\n" : "Pushed to {}.\n"), address_without_secrets(asked.remote));
}

// The exit code. Throws Failure when the world fails.
int publish(const Options& options) {
  const PublishReport report = publish_site(options.build, options.publish);
  if (options.publish.verify) return print_checked(options, report.checked);
  const Language language = options.language.value_or(report.build.site_language);
  print_timings(options, report.build);
  if (report.refused) return refuse_errors(options, report.build, language);
  if (options.quiet) return 0;
  print_diagnostics(options, report.build, language, options.verbose);
  if (report.release) print_release(options, *report.release, language);
  if (!options.publish.branch.empty()) print_commit(options, report.commit, language);
  return 0;
}

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
             report.pages, options.build.out, report.write.made, report.write.written, report.write.kept,
             report.write.removed);
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
      case Change::Kind::removed:
        why = sv ? "tas bort, hör inte längre till webbplatsen" : "goes, no longer part of the site";
        break;
      case Change::Kind::file:
        why = sv ? "ändrad eller borttagen på webbplatsen" : "changed or removed in the site";
        break;
      case Change::Kind::asked:
        why = sv ? "görs om för att --fresh gör om allt" : "made again, as --fresh asks for";
        break;
      case Change::Kind::generator:
        why = sv ? "gjord av en annan version av traff" : "made by another version of traff";
        break;
      case Change::Kind::ingredient:
        why = sv ? "ändrat:" : "changed:";
        for (const std::string& name : change.ingredients) why += " " + name;
        break;
    }
    fmt::print("{}: {}\n", change.path, why);
  }
  fmt::print(fmt::runtime(sv ? "{} av {} filer skulle göras om.\n" : "{} of {} files would be made again.\n"),
             explanation.changes.size(), explanation.outputs);
  return 0;
}

int write_new(const Options& options) {
  const NewReport report = write_new_material(options.build, options.wanted);
  const bool sv = options.language.value_or(report.site_language) == Language::sv;
  for (const std::string& file : report.files) fmt::print("{}\n", file);
  if (!report.site_folder.empty()) {
    fmt::print(stderr,
               fmt::runtime(sv ? "Se webbplatsen: cd '{}' && traff serve\nREADME.md säger vad du gör sedan.\n"
                               : "See the site: cd '{}' && traff serve\nREADME.md says what to do next.\n"),
               report.site_folder);
    return 0;
  }
  if (report.is_copy) {
    fmt::print(
        stderr,
        fmt::runtime(
            sv ? "{} filer skrivna. {} hör till det förra läsåret och är märkta; traff check visar var de står.\n"
               : "{} files written. {} belong to last year and are marked; traff check shows where they are.\n"),
        report.files.size(),
        sv ? counted(report.old_dates, "datum", "datum") : counted(report.old_dates, "date", "dates"));
    return 0;
  }
  fmt::print(stderr,
             fmt::runtime(sv ? "Öppna {} och fyll i. Sidan är ett utkast: traff serve visar den, och den publiceras "
                               "när du tar bort raden ”status: utkast”.\n"
                             : "Open {} and fill it in. The page is a draft: traff serve shows it, and it is published "
                               "when you remove the line “status: draft”.\n"),
             report.files.front());
  return 0;
}

int print_changes(const Options& options) {
  fmt::print("{}", load_changes(options.build, {options.since, options.language}));
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
    case Command::make: return write_new(options);
    case Command::publish: return publish(options);
    case Command::pack: return pack(options);
    case Command::changes: return print_changes(options);
    case Command::index: return run_index(options);
    case Command::documents: return run_documents(options);
    case Command::none: break;
  }
  return 2;
}

namespace {

// 10000 → "10 000", with a no-break space.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, "\u00A0");
  return digits;
}

}  // namespace

std::string progress_words(const Progress& progress, Language language) {
  const bool swedish = language == Language::sv;
  std::string words;
  switch (progress.stage.load()) {
    case Progress::Stage::none: return {};
    case Progress::Stage::reading: words = swedish ? "Läser " : "Reading "; break;
    case Progress::Stage::making: words = swedish ? "Gör sida " : "Making page "; break;
  }
  return words + grouped(progress.done) + (swedish ? " av " : " of ") + grouped(progress.total);
}

ProgressLine::ProgressLine(Language language, bool quiet) : language_(language) {
  if (!quiet && ::isatty(STDERR_FILENO) == 1) thread_ = std::thread([this] { show(); });
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void ProgressLine::show() {
  using namespace std::chrono_literals;
  bool shown = false;
  std::unique_lock guard(mutex_);
  const auto has_ended = [this] { return has_ended_; };
  for (auto wait = 500ms; !ended_.wait_for(guard, wait, has_ended); wait = 100ms) {
    const std::string words = progress_words(*progress_, language_);
    if (words.empty()) continue;
    std::fprintf(stderr, "\r\033[K%s", words.c_str());
    shown = true;
  }
  if (shown) std::fputs("\r\033[K", stderr);
}

}  // namespace traff
