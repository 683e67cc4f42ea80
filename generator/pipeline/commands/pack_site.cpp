#include "pipeline/commands/pack_site.h"

#include <algorithm>
#include <memory>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/phrases.h"
#include "markdown/lines/comments.h"
#include "markdown/parse_document.h"
#include "output/own_folder.h"
#include "pages/picture.h"
#include "pipeline/make_site.h"
#include "pipeline/site_copy.h"
#include "pipeline/whole_build.h"
#include "source/content_place.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

namespace traff {

namespace {

// What is said of things that do not come along would bring them along.
bool is_for_authors_alone(const Diagnostic& found) {
  return found.code == code::F58 || found.code == code::S43 || found.code.name().starts_with('U');
}

std::string report_text(const BuildReport& report) {
  std::string text;
  for (Diagnostic found : report.diagnostics) {
    if (is_for_authors_alone(found)) continue;
    if (hide_comments(found.line) || found.line.find("-->") != std::string::npos) found.line.clear();
    text += format_diagnostic(found, report.site_language, "texter/");
  }
  return text;
}

// As it may be read by all: a text without its authors' comments, a picture without its camera's.
std::string public_bytes(const std::string& path, std::string bytes) {
  if (is_markdown(path)) {
    auto free = hide_comments(bytes);
    return free ? std::move(free->text) : bytes;
  }
  auto clean = clean_picture(bytes);
  return clean ? std::move(clean->bytes) : bytes;
}

std::vector<CopyFile> archive_files(const BuildOptions& options, const BuildReport& report) {
  const ContentPlace place = load_content_place(options.content);
  const std::shared_ptr<const SourceTree> tree = options.revision.empty()
                                                     ? load_working_tree(place, options.jobs)
                                                     : load_revision(place, options.revision, options.jobs);
  std::vector<CopyFile> files;
  for (std::size_t i = 0; i < tree->files().size(); ++i) {
    if (std::ranges::binary_search(report.unpublished, tree->files()[i].path)) continue;
    files.push_back(
        {"texter/" + tree->files()[i].path, [tree, i] { return public_bytes(tree->files()[i].path, tree->read(i)); }});
  }
  files.push_back({"meddelanden.txt", [&report] { return report_text(report); }});
  return files;
}

PackReport pack_built(const BuildOptions& exact, const PackRequest& request, const SiteVersion& version) {
  PackReport report;
  report.build = make_site(exact);
  report.refused = has_errors(report.build.diagnostics);
  if (report.refused) return report;
  const std::string top = copy_folder(report.build.site_title) + (request.archive ? "-arkiv" : "");
  report.file = request.file.empty() ? top + ".zip" : request.file;
  CopyMaker copy({report.file, top, origin_of_copy(version, report.build.site_address), version.seconds, exact.jobs});
  copy.add(files_of_copy(exact.out, request.archive ? "webbplats/" : ""));
  if (request.archive) copy.add(archive_files(exact, report.build));
  report.copy = copy.write();
  return report;
}

}  // namespace

PackReport pack_site(const BuildOptions& options, const PackRequest& request) {
  refuse_unnamed_content(options);
  refuse_file_of_git(request.file);
  const SiteVersion version = load_version(options);
  return with_whole_build(options_of_copy(options, version),
                          [&](const BuildOptions& exact) { return pack_built(exact, request, version); });
}

CopyOrigin verify_pack(const BuildOptions& options, const PackRequest& request) {
  CopyOrigin origin = verify_copy(request.verify);
  if (options.revision.empty()) return origin;
  const auto wanted = load_version(options).commit;
  if (!wanted) throw Failure(code::W13(options.revision, "", ""));
  if (origin.commit == wanted) return origin;
  const Words made_of = origin.commit ? Words(to_hex(*origin.commit)) : Words(phrase::texts_not_committed);
  throw Failure(code::W92(request.verify, made_of, to_hex(*wanted)));
}

}  // namespace traff
