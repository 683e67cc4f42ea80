#include "cli/commands.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "base/messages/explanation.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/text.h"
#include "base/web_address.h"
#include "cli/help.h"
#include "cli/help_texts.h"
#include "cli/mistakes.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/report_formats.h"
#include "disk/new_files.h"
#include "pipeline/build_site.h"
#include "pipeline/commands/changes_report.h"
#include "pipeline/commands/index_files.h"
#include "preview/serve.h"

namespace traff {

namespace {

// What every command that builds prints of a report: messages, counts, times.

void print_line(std::FILE* stream, const std::string& words) { fmt::print(stream, "{}\n", words); }

void print_timings(const Options& options, const BuildReport& report) {
  if (!options.timings) return;
  double whole = 0;
  for (const StageTime& time : report.times) {
    fmt::print(stderr, "{:<16}{:8.1f} ms\n", time.stage, time.seconds * 1000);
    whole += time.seconds;
  }
  fmt::print(stderr, "{:<16}{:8.1f} ms\n", "total", whole * 1000);
}

// `hints`: Tips too.
void print_diagnostics(std::FILE* stream, const Options& options, const BuildReport& report, Language language,
                       bool hints) {
  const auto& format = shows_colour(stream, options.colour) ? coloured_diagnostic : format_diagnostic;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Severity severity = severity_of(diagnostic);
    if (severity == Severity::hint && !hints) continue;
    if (severity != Severity::error && options.quiet) continue;
    fmt::print(stream, "{}", format(diagnostic, language, report.shown_prefix));
  }
}

// For a command that does nothing while a Fel remains; the exit code.
int refuse_errors(const Options& options, const BuildReport& report, Language language) {
  print_diagnostics(stderr, options, report, language, false);
  print_line(stderr, counts_in_words(count_diagnostics(report.diagnostics), language));
  print_line(stderr, sentence::refused(language));
  return 1;
}

// `traff pack`.

int verify(const Options& options) {
  const CopyOrigin origin = verify_pack(options.build, options.pack);
  const Language language = message_language(options);
  const std::string& copy = options.pack.verify;
  const std::string commit = origin.commit ? to_hex(*origin.commit) : sentence::no_revision(language);
  print_line(stdout, origin.day.empty() ? sentence::copy_is_whole(language, copy, commit)
                                        : sentence::copy_is_whole_since(language, copy, commit, origin.day));
  return 0;
}

// The exit code. Throws Failure when the world fails.
int pack(const Options& options) {
  if (!options.pack.verify.empty()) return verify(options);
  const PackReport report = pack_site(options.build, options.pack);
  const Language language = spoken_language(options, report.build.site_language);
  print_timings(options, report.build);
  if (report.refused) return refuse_errors(options, report.build, language);
  if (options.quiet) return 0;
  print_diagnostics(stderr, options, report.build, language, options.verbose);
  std::FILE* const told = leads_to_standard_output(report.file) ? stderr : stdout;  // a copy takes no words after it
  const std::size_t kilobytes = (report.copy.bytes + 999) / 1000;
  print_line(told, sentence::packed(language, report.file, report.copy.files, kilobytes));
  return 0;
}

// `traff publish`.

void print_release(const Options& options, const Release& release, Language language) {
  const std::string& folder = options.publish.folder;
  if (options.publish.roll_back)
    print_line(stdout, sentence::release_shown(language, release.name, folder));
  else if (release.is_new)
    print_line(stdout, sentence::release_published(language, release.name, folder, release.files, release.changed));
  else
    print_line(stdout, sentence::release_unchanged(language, release.name, folder));
}

int print_checked(const Options& options, const std::vector<CheckedRelease>& checked) {
  const Language language = message_language(options);
  for (const CheckedRelease& release : checked) {
    if (!release.damaged.empty() || options.quiet) continue;
    const auto& is_whole = release.is_current ? sentence::shown_release_is_whole : sentence::release_is_whole;
    print_line(stdout, is_whole(language, release.name, release.files));
  }
  refuse_damaged(options.publish.folder, checked);
  return 0;
}

std::string origin_in_words(const ReleaseOrigin& origin, Language language) {
  if (!origin.commit) return sentence::no_revision(language);
  const std::string commit = to_hex(*origin.commit).substr(0, 12);
  return origin.is_edited ? sentence::edited_revision(language, commit) : commit;
}

// The exit code: 1 when it is not of the revision asked for.
int print_shown(const Options& options, const PublishReport& report) {
  const Language language = message_language(options);
  const ShownRelease& shown = *report.shown;
  const std::string origin = origin_in_words(shown.origin, language);
  const std::string since = fmt::format("{:%FT%TZ}", std::chrono::sys_seconds(std::chrono::seconds(shown.since)));
  if (!options.quiet) {
    print_line(stdout,
               sentence::release_status(language, shown.name, options.publish.folder, since, origin, shown.files));
    if (!shown.newest.empty()) print_line(stdout, sentence::release_rolled_back(language, shown.newest));
  }
  const bool is_wanted = !report.wanted || (shown.origin.commit == report.wanted && !shown.origin.is_edited);
  if (!is_wanted)
    print_line(stderr, sentence::release_of_another(language, to_hex(*report.wanted).substr(0, 12), origin));
  return is_wanted ? 0 : 1;
}

void print_commit(const Options& options, const std::optional<ContentId>& commit, Language language) {
  const PublishRequest& asked = options.publish;
  print_line(stdout, commit ? sentence::branch_published(language, asked.branch, to_hex(*commit))
                            : sentence::branch_unchanged(language, asked.branch));
  if (!asked.remote.empty()) print_line(stdout, sentence::pushed(language, address_without_secrets(asked.remote)));
}

// The exit code. Throws Failure when the world fails.
int publish(const Options& options) {
  const PublishReport report = publish_site(options.build, options.publish);
  if (options.publish.verify) return print_checked(options, report.checked);
  if (report.shown) return print_shown(options, report);
  const Language language = spoken_language(options, report.build.site_language);
  print_timings(options, report.build);
  if (report.refused) return refuse_errors(options, report.build, language);
  if (options.quiet) return 0;
  print_diagnostics(stderr, options, report.build, language, options.verbose);
  if (report.release) print_release(options, *report.release, language);
  if (!options.publish.branch.empty()) print_commit(options, report.commit, language);
  return 0;
}

BuildReport run_with_progress(const Options& options, BuildReport (*run)(const BuildOptions&), BuildOptions asked) {
  const ProgressLine line(message_language(options), options.quiet);
  asked.progress = line.progress();
  return run(asked);
}

// " 'mina texter'": the folder that was given, as a shell takes it.
std::string content_given(const Options& options) {
  const std::string& content = options.build.content;
  if (content.empty()) return {};
  const bool is_plain = std::all_of(content.begin(), content.end(), [](char c) {
    return is_ascii_alphanumeric(c) || std::string_view("/._-").find(c) != std::string_view::npos;
  });
  return is_plain ? " " + content : " '" + replace_all(content, "'", "'\\''") + "'";
}

std::string joined(const std::string& folder, std::string_view file) {
  return folder + (folder.ends_with('/') ? "" : "/") + std::string(file);
}

int build(const Options& options) {
  const BuildReport report = run_with_progress(options, build_site, options.build);
  const Language language = spoken_language(options, report.site_language);
  print_diagnostics(stderr, options, report, language, options.verbose);
  print_timings(options, report);
  if (options.quiet) return 0;
  const DiagnosticCounts counts = count_diagnostics(report.diagnostics);
  if (counts.errors + counts.warnings > 0) print_line(stderr, counts_in_words(counts, language));
  const std::string& out = options.build.out;
  print_line(stdout, sentence::built(language, report.pages, out, report.write.made, report.write.written,
                                     report.write.kept, report.write.removed) +
                         sentence::see_site(language, joined(out, "index.html"), content_given(options)));
  return 0;
}

// Nothing when there are none.
void print_drafts(const Options& options, const BuildReport& report, Language language) {
  if (report.drafts == 0) return;
  const std::string drafts = counted(report.drafts, sentence::one_draft, sentence::many_drafts, language);
  print_line(stdout, options.build.drafts ? sentence::drafts_checked(language, drafts)
                                          : sentence::drafts_not_checked(language, drafts));
}

// What `traff check` found, for people.
void print_findings(const Options& options, const BuildReport& report, const DiagnosticCounts& counts) {
  const Language language = spoken_language(options, report.site_language);
  print_diagnostics(stdout, options, report, language, true);
  if (options.quiet) return;
  const bool none = counts.errors + counts.warnings + counts.hints == 0;
  print_line(stdout, none ? sentence::nothing_found(language) : counts_in_words(counts, language));
  print_drafts(options, report, language);
  if (counts.errors == 0) return;
  const auto first = std::find_if(report.diagnostics.begin(), report.diagnostics.end(),
                                  [](const Diagnostic& found) { return severity_of(found) == Severity::error; });
  print_line(stdout, sentence::after_check(language, first->code.name()));
}

int check(const Options& options) {
  BuildOptions asked = options.build;
  if (!asked.today) asked.today = today();
  const BuildReport report = run_with_progress(options, check_site, asked);
  const DiagnosticCounts counts = count_diagnostics(report.diagnostics);
  if (options.format == CheckFormat::text)
    print_findings(options, report, counts);
  else  // the same for every reader: the computer's locale has no say
    fmt::print("{}", format_report(report, options.format, options.language.value_or(report.site_language)));
  print_timings(options, report);
  return counts.errors > 0 || (options.strict && counts.warnings > 0) ? 1 : 0;
}

// `traff explain F1`; a folder of that name is content.
bool asks_for_code(const Options& options) {
  const std::string& asked = options.build.content;
  return looks_like_code(asked) && !is_taken(".", asked);
}

// Of the family, if there is one: " Där finns F1 till F62."
std::string codes_there_are(const std::string& asked, Language language) {
  const std::string letter(1, static_cast<char>(asked[0] & ~0x20));
  std::vector<std::string> family;
  std::vector<std::string> letters;
  for (const std::string& name : code_names()) {
    if (letters.empty() || name[0] != letters.back()[0]) letters.push_back(name.substr(0, 1));
    if (name.starts_with(letter)) family.push_back(name);
  }
  return family.empty() ? mistake::families(language, join(letters, ", "))
                        : mistake::codes_of_family(language, family.front(), family.back());
}

int print_code(const std::string& asked, Language language) {
  if (const auto explanation = explain_code(asked, language)) {
    fmt::print("{}", explanation_in_words(*explanation, language));
    return 0;
  }
  throw Mistake{mistake::no_such_code(language, asked, codes_there_are(asked, language))};
}

std::string why_made_again(const Change& change, Language language) {
  switch (change.kind) {
    case Change::Kind::added: return sentence::is_added(language);
    case Change::Kind::removed: return sentence::is_removed(language);
    case Change::Kind::file: return sentence::is_not_as_written(language);
    case Change::Kind::asked: return sentence::is_asked_for(language);
    case Change::Kind::generator: return sentence::is_of_another_version(language);
    case Change::Kind::ingredient: break;
  }
  std::string names;
  for (const std::string& name : change.ingredients) names += " " + name;
  return sentence::has_changed(language, names);
}

int explain(const Options& options) {
  const Language language = message_language(options);
  if (asks_for_code(options)) return print_code(options.build.content, language);
  const Explanation explanation = explain_output(options.build);
  for (const Change& change : explanation.changes)
    print_line(stdout, change.path + ": " + why_made_again(change, language));
  print_line(stdout, sentence::would_be_made(language, explanation.changes.size(), explanation.outputs));
  return 0;
}

std::string what_to_do_next(const NewReport& report, Language language) {
  if (!report.site_folder.empty()) return sentence::site_begun(language, report.site_folder);
  if (!report.is_copy) return sentence::page_begun(language, report.files.front());
  const std::string old_dates = counted(report.old_dates, sentence::one_date, sentence::many_dates, language);
  return sentence::year_copied(language, report.files.size(), old_dates);
}

int write_new(const Options& options) {
  const NewReport report = write_new_material(options.build, options.wanted);
  for (const std::string& file : report.files) print_line(stdout, file);
  const Language language = spoken_language(options, report.site_language);
  print_line(stderr, what_to_do_next(report, language));
  if (report.lacks_identity) print_line(stderr, sentence::unknown_to_git(language));
  return 0;
}

int run_preview(const Options& options) {
  const std::optional<Language> language = options.language ? options.language : options.locale;
  return serve({options.build, options.port, language, options.quiet});
}

int write_index(const Options& options) {
  write_index_file(options.documents_in, options.file_out, options.words_out, options.build.jobs);
  return 0;
}

int write_documents(const Options& options) {
  write_documents_file(options.build, options.file_out);
  return 0;
}

int print_version() {
  print_line(stdout, version_line());
  return 0;
}

int print_changes(const Options& options) {
  fmt::print("{}", load_changes(options.build, {options.since, options.language}));
  return 0;
}

}  // namespace

Language message_language(const Options& options) { return spoken_language(options, Language::sv); }

int run_command(const Options& options) {
  switch (options.command) {
    case Command::build: return build(options);
    case Command::check: return check(options);
    case Command::explain: return explain(options);
    case Command::serve: return run_preview(options);
    case Command::make: return write_new(options);
    case Command::publish: return publish(options);
    case Command::pack: return pack(options);
    case Command::changes: return print_changes(options);
    case Command::index: return write_index(options);
    case Command::documents: return write_documents(options);
    case Command::version: return print_version();
    case Command::none: break;
  }
  return 2;
}

}  // namespace traff
