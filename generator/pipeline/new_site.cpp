#include "pipeline/new_site.h"

#include "base/failure.h"
#include "base/slug.h"
#include "base/text.h"
#include "output/new_files.h"
#include "output/new_repository.h"
#include "output/site_place.h"
#include "skeleton/site_skeleton.h"
#include "source/path_rules.h"

namespace traff {

namespace {

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
  if (folder.empty()) throw Failure("W58", {});
  const std::string parent = request.folder.empty() || request.folder.ends_with('/') ? request.folder : request.folder + "/";
  return {parent + folder, name};
}

}  // namespace

NewReport make_new_site(const NewRequest& request) {
  const SitePlace place = place_of(request);
  const Language language = request.language.value_or(Language::sv);
  if (!is_unused(place.folder)) throw Failure("W51", {place.folder});
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
  return report;
}

}  // namespace traff
