#include "pipeline/commands/publish_site.h"

#include <algorithm>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "checks/placeholders.h"
#include "git/program.h"
#include "git/repository.h"
#include "output/own_folder.h"
#include "output/site_branch.h"
#include "pipeline/build_site.h"
#include "pipeline/site_copy.h"
#include "pipeline/whole_build.h"
#include "source/content_place.h"
#include "source/revision.h"
#include "source/revision_tree.h"

namespace traff {

namespace {

std::string state_folder(const BuildOptions& options) {
  return options.state_folder.empty() ? load_content_place(options.content).state_folder : options.state_folder;
}

std::string message_of(const SiteVersion& version, Language language) {
  if (!version.commit) return sentence::commit_of_folder(language);
  const std::string id = to_hex(*version.commit);
  const auto& message = version.is_exact ? sentence::commit_of : sentence::commit_of_edited;
  return message(language, id.substr(0, 12), id);
}

std::optional<ContentId> publish_branch(const BuildOptions& options, const PublishRequest& request,
                                        const SiteVersion& version, Language language) {
  SiteBranch branch(version.repository, request.branch);
  if (!request.remote.empty()) {
    if (const auto tip = fetch_branch(version.repository, request.remote, request.branch)) branch.start_from(*tip);
  }
  const auto commit = branch.commit(options.out, {message_of(version, language), version.seconds}, options.jobs);
  if (!request.remote.empty()) push_branch(version.repository, request.remote, request.branch);
  return commit;
}

// Writes nothing: whoever watches over a server need not be who publishes there.
PublishReport show_status(const BuildOptions& options, const PublishRequest& request) {
  PublishReport report;
  report.shown = ReleaseFolder::published_in(request.folder, ReleaseFolder::Use::look).shown_release();
  if (options.revision.empty()) return report;
  const ContentPlace place = load_content_place(options.content);
  refuse_revision_outside_git(place, options.revision);
  report.wanted = load_commit_id(*open_repository(place.repository), options.revision);
  return report;
}

PublishReport publish_built(const BuildOptions& options, const PublishRequest& request, const SiteVersion& version) {
  PublishReport report;
  report.build = build_site(options);
  refuse_placeholders(report.build.diagnostics);
  report.refused = has_errors(report.build.diagnostics);
  if (report.refused) return report;
  if (!request.folder.empty())
    report.release = ReleaseFolder(request.folder)
                         .publish(options.out, state_folder(options),
                                  {version.commit, version.commit && !version.is_exact}, options.fresh, options.jobs);
  if (!request.branch.empty()) report.commit = publish_branch(options, request, version, report.build.site_language);
  return report;
}

}  // namespace

PublishReport publish_site(const BuildOptions& options, const PublishRequest& request) {
  PublishReport report;
  if (request.verify) {
    report.checked = ReleaseFolder::published_in(request.folder, ReleaseFolder::Use::look).check(options.jobs);
    return report;
  }
  if (request.status) return show_status(options, request);
  if (request.roll_back) {
    refuse_foreign_release_folder(request.folder, {});
    report.release =
        Release{ReleaseFolder::published_in(request.folder, ReleaseFolder::Use::change).roll_back(options.jobs), true};
    return report;
  }
  refuse_unnamed_content(options);
  if (!request.folder.empty())
    refuse_foreign_release_folder(request.folder, load_content_place(options.content).content_folder);
  const SiteVersion version = load_version(options);
  if (!request.branch.empty() && version.repository.empty()) throw Failure(code::W86(request.branch));
  BuildOptions exact = pinned(options, version);
  exact.out = request.build_folder.empty() ? state_folder(options) + "/publish" : request.build_folder;
  return with_whole_build(exact, [&](const BuildOptions& asked) { return publish_built(asked, request, version); });
}

}  // namespace traff
