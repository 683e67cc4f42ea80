#include "pipeline/commands/new_material.h"

#include <algorithm>
#include <set>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/new_files.h"
#include "git/program.h"
#include "output/own_folder.h"
#include "pipeline/site/loaded_site.h"
#include "skeleton/make_skeleton.h"
#include "skeleton/next_year.h"
#include "source/path_rules.h"

namespace traff {

namespace {

// `traff new site`: a git repository with the content of a small network and what publishes it when somebody saves.

struct SitePlace {
  std::string folder;
  std::string title;
};

bool is_path(std::string_view name) {
  return name == "." || name.starts_with('/') || name.starts_with("./") || name.starts_with("../");
}

std::string one_line(std::string_view name) {
  std::string line;
  for (const char c : name) line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return std::string(trim(line));
}

SitePlace place_of(const NewRequest& request) {
  const std::string name = one_line(request.name);
  if (is_path(name)) return {name, std::string(last_part(absolute_path(name)))};
  const std::string folder = slug(name);
  if (folder.empty()) throw Failure(code::W58());
  const std::string parent =
      request.folder.empty() || request.folder.ends_with('/') ? request.folder : request.folder + "/";
  return {parent + folder, name};
}

// The folder is named after the site and lies in `request.folder`, else in the current folder; a name that begins with
// "./", "../" or "/" is the folder itself. Throws Failure W58 without a name, W51 when there is something already.
NewReport write_new_site(const NewRequest& request) {
  const SitePlace place = place_of(request);
  const Language language = request.language.value_or(Language::sv);
  if (!is_unused(place.folder)) throw Failure(code::W51(place.folder));
  NewReport report;
  report.site_language = language;
  report.site_folder = place.folder;
  std::vector<NewFile> files;
  for (SiteSkeletonFile& file : make_site_skeleton({place.title, school_year_for(request.today), language})) {
    report.files.push_back(place.folder + "/" + file.path);
    files.push_back({std::move(file.path), std::move(file.bytes), file.is_program});
  }
  make_repository(place.folder);
  write_new_files(place.folder, files);
  report.lacks_identity = !has_identity(place.folder);
  return report;
}

class NewMaterial {
 public:
  NewMaterial(const LoadedSite& site, const NewRequest& request) : site_(site), request_(request) {}

  NewReport run(const SkeletonKind& kind) {
    if (site_.place().content_folder.empty()) throw Failure(code::W55(site_.place().repository));
    report_.site_language = site_.course().site.language;
    if (kind.thing == SkeletonKind::Thing::year)
      copy_network(wanted_network());
    else
      write_skeleton(kind);
    return std::move(report_);
  }

 private:
  const Course& course() const { return site_.course(); }

  // As a path of the content: "content/kalmar" → "kalmar/".
  std::string asked_folder() const {
    const std::string folder = plain_folder(request_.folder);
    const std::string shown = plain_folder(site_.place().shown_prefix);
    const std::string inside = folder.starts_with(shown) ? folder.substr(shown.size()) : folder;
    if (inside.find("../") != std::string::npos) throw Failure(code::W53(request_.folder, network_names()));
    return inside;
  }

  // "./a//b" → "a/b/"
  static std::string plain_folder(std::string_view path) {
    std::string folder;
    for (const std::string_view part : split(path, '/')) {
      if (!part.empty() && part != ".") folder += std::string(part) + "/";
    }
    return folder;
  }

  std::string network_names() const {
    std::string names;
    for (const Network& network : course().networks)
      names += (names.empty() ? "" : ", ") + shown_folder(network.folder);
    return names;
  }

  Words content_in_words() const {
    const std::string& prefix = site_.place().shown_prefix;
    return prefix.empty() ? Words("mappen du står i", "the current folder")
                          : Words(prefix.substr(0, prefix.size() - 1));
  }

  std::string shown_folder(const std::string& folder) const {
    if (folder.empty()) return site_.place().shown_prefix.empty() ? "." : site_.place().shown_prefix;
    return site_.place().shown_prefix + folder.substr(0, folder.size() - 1);
  }

  NetworkIndex find_network(const std::string& folder) const {
    const auto& networks = course().networks;
    const auto found = std::find_if(networks.begin(), networks.end(),
                                    [&](const Network& network) { return network.folder == folder; });
    return found == networks.end() ? no_index : static_cast<NetworkIndex>(found - networks.begin());
  }

  NetworkIndex wanted_network() const {
    const auto& networks = course().networks;
    if (networks.empty()) throw Failure(code::W54(content_in_words()));
    if (request_.folder.empty() && networks.size() == 1) return 0;
    if (request_.folder.empty()) throw Failure(code::W52(network_names(), shown_folder(networks.back().folder)));
    const NetworkIndex found = find_network(asked_folder());
    if (found == no_index) throw Failure(code::W53(request_.folder, network_names()));
    return found;
  }

  bool exists(const std::string& path) const { return is_taken(site_.place().content_folder, path); }

  void write_skeleton(SkeletonKind kind) {
    SkeletonRequest wanted{kind, join_lines(request_.name), no_index, {}};
    const bool of_no_network = kind.is(PageKind::network) || kind.thing == SkeletonKind::Thing::statement ||
                               (kind.is(PageKind::page) && course().networks.size() != 1);
    if (kind.is(PageKind::page) && !request_.folder.empty()) {
      wanted.folder = asked_folder();
    } else if (!of_no_network) {
      wanted.network = wanted_network();
    }
    const TakenNames taken{site_.documents(), course(), [this](const std::string& path) { return exists(path); }};
    std::vector<NewFile> files;
    for (SkeletonFile& file : make_skeleton(wanted, taken))
      files.push_back({std::move(file.path), std::move(file.bytes)});
    write(files);
  }

  static std::string join_lines(std::string_view name) {
    std::string line;
    for (const char c : name) line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return std::string(trim(line));
  }

  void write(const std::vector<NewFile>& files) {
    write_new_files(site_.place().content_folder, files);
    for (const NewFile& file : files) report_.files.push_back(site_.place().shown_prefix + file.path);
  }

  // ---- another year

  void copy_network(NetworkIndex index) {
    const Network& network = course().networks[index];
    if (network.folder.empty()) throw Failure(code::W57(shown_folder({})));
    const YearStep step = year_step(network);
    const std::string_view open = std::string_view(network.folder).substr(0, network.folder.size() - 1);
    const std::size_t last = open.rfind('/') + 1;
    const std::string folder = std::string(open.substr(0, last)) + later_folder(open.substr(last), step) + "/";
    if (exists(folder)) throw Failure(code::W51(shown_folder(folder)));
    report_.is_copy = true;
    std::vector<NewFile> files = copied_pages(network.folder, folder, step);
    for (const LoadedSite::OtherFile& file : site_.files()) {
      if (file.path.starts_with(network.folder))
        files.push_back({folder + file.path.substr(network.folder.size()), site_.read(file)});
    }
    write(files);
  }

  YearStep year_step(const Network& network) const {
    const auto wanted = parse_term(request_.name);
    const bool is_year = request_.name.empty() || wanted;
    if (!network.term || !is_year)
      throw Failure(code::W56(shown_folder(network.folder), is_year ? network.term_text : request_.name));
    const int years =
        wanted ? static_cast<int>(wanted->first.year()) - static_cast<int>(network.term->first.year()) : 1;
    return {*network.term, network.term_text, years, report_.site_language};
  }

  std::vector<NewFile> copied_pages(const std::string& from, const std::string& to, const YearStep& step) {
    std::vector<NewFile> files;
    for (DocumentIndex i = 0; i < site_.documents().size(); ++i) {
      const std::string& path = site_.documents()[i].path;
      if (!path.starts_with(from)) continue;
      LaterText later = later_text(site_.source(path), course().pages[i].kind == PageKind::literature, step);
      report_.old_dates += later.marked;
      files.push_back({to + path.substr(from.size()), std::move(later.text)});
    }
    const auto index =
        std::find_if(files.begin(), files.end(), [&](const NewFile& file) { return file.path == to + "index.md"; });
    if (index != files.end()) std::rotate(files.begin(), index, index + 1);
    return files;
  }

  const LoadedSite& site_;
  const NewRequest& request_;
  NewReport report_;
};

}  // namespace

NewReport write_new_material(const BuildOptions& options, const NewRequest& request) {
  const auto kind = parse_skeleton_kind(request.kind);
  if (!kind) throw Failure(code::W50(request.kind));
  if (kind == SkeletonKind{SkeletonKind::Thing::site}) return write_new_site(request);
  BuildOptions with_drafts = options;
  with_drafts.drafts = true;  // a network that is a draft still has a next träff
  StageClock clock;
  LoadedSite site(with_drafts, clock);
  return NewMaterial(site, request).run(*kind);
}

}  // namespace traff
