#include "cli/publish_command.h"

#include <fmt/core.h>

#include "base/web_address.h"
#include "cli/commands.h"
#include "cli/report_lines.h"

namespace traff {

namespace {

void print_release(const Options& options, const Release& release, Language language) {
  const bool sv = language == Language::sv;
  const std::string& folder = options.publish.folder;
  if (options.publish.roll_back) {
    fmt::print(fmt::runtime(sv ? "{}/current visar nu version {}.\n" : "{}/current now shows release {}.\n"), folder, release.name);
  } else if (release.is_new) {
    fmt::print(fmt::runtime(sv ? "Publicerad som version {} i {}/current: {} filer, {} ändrade.\n" : "Published as release {} in {}/current: {} files, {} changed.\n"),
               release.name, folder, release.files, release.changed);
  } else {
    fmt::print(fmt::runtime(sv ? "Inget nytt: version {} i {}/current är samma webbplats.\n" : "Nothing new: release {} in {}/current is the same site.\n"),
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
  if (commit) fmt::print(fmt::runtime(sv ? "Publicerad i grenen {}: {}\n" : "Published in the branch {}: {}\n"), asked.branch, to_hex(*commit));
  else fmt::print(fmt::runtime(sv ? "Inget nytt: grenen {} är samma webbplats.\n" : "Nothing new: the branch {} is the same site.\n"), asked.branch);
  if (!asked.remote.empty()) fmt::print(fmt::runtime(sv ? "Skickad till {}.\n" : "Pushed to {}.\n"), address_without_secrets(asked.remote));
}

}  // namespace

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

}  // namespace traff
