#include "pages/addresses/published_files.h"

#include <algorithm>
#include <optional>

#include "base/messages/codes.h"
#include "base/page_references.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "pages/addresses/logo.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

bool ends_as(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() && to_lower(path.substr(path.size() - ending.size())) == ending;
}

// Most links lead to pages and other sites, and need no look at the files.
bool may_be_file(std::string_view target) {
  return !target.starts_with('#') && !has_scheme(target) && !ends_as(target.substr(0, target.find('#')), ".md");
}

// `*` stands for any number of letters of one name. Cost: at most the product of the sizes.
bool matches(std::string_view path, std::string_view pattern) {
  std::size_t at = 0, wanted = 0, star = std::string_view::npos, after_star = 0;
  while (at < path.size()) {
    if (wanted < pattern.size() && pattern[wanted] == '*') {
      star = wanted++;
      after_star = at;
    } else if (wanted < pattern.size() && pattern[wanted] == path[at]) {
      ++at, ++wanted;
    } else if (star != std::string_view::npos && path[after_star] != '/') {
      at = ++after_star;
      wanted = star + 1;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', wanted) == std::string_view::npos;
}

std::string as_path(std::string_view item) {
  while (item.starts_with("./")) item.remove_prefix(2);
  while (item.starts_with('/')) item.remove_prefix(1);
  while (item.ends_with('/')) item.remove_suffix(1);
  return to_nfc(item);
}

std::optional<std::string> path_from(std::string_view folder, std::string_view address) {
  if (address.empty() || has_scheme(address)) return std::nullopt;
  auto path = path_of_reference(folder, address);
  return path ? std::optional(to_nfc(*path)) : std::nullopt;
}

}  // namespace

bool may_refer_to_files(std::string_view path) {
  return ends_as(path, ".html") || ends_as(path, ".htm") || ends_as(path, ".css");
}

PublishedFiles::PublishedFiles(std::span<const Document> documents, const Course& course,
                               std::span<const std::string> files)
    : documents_(documents),
      course_(course),
      files_(files),
      index_(documents, course, files),
      reasons_(files.size(), Reason::none) {}

void PublishedFiles::take(std::string_view path, Reason reason, std::vector<std::size_t>& found) {
  const auto at = std::lower_bound(files_.begin(), files_.end(), path);
  if (at == files_.end() || *at != path) return;
  Reason& known = reasons_[static_cast<std::size_t>(at - files_.begin())];
  const bool is_new = known < Reason::named && reason >= Reason::named;
  if (is_new) found.push_back(static_cast<std::size_t>(at - files_.begin()));
  known = std::max(known, reason);
}

std::vector<std::size_t> PublishedFiles::of_pages() {
  std::vector<std::size_t> found;
  if (files_.empty()) return found;
  for (DocumentIndex i = 0; i < documents_.size(); ++i) {
    const Reason reason = course_.pages[i].published ? Reason::referred_to : Reason::of_draft;
    for (const Slot& slot : documents_[i].slots) {
      const bool leads_somewhere = slot.kind == SlotKind::link || slot.kind == SlotKind::image;
      if (!leads_somewhere || !may_be_file(slot.target)) continue;
      const LinkTarget target = index_.find(documents_[i], slot.target);
      if (target.kind == LinkTarget::Kind::file) take(target.path, reason, found);
    }
  }
  if (const FoundLogo logo = find_logo(documents_, course_, index_); logo.logo)
    take(logo.logo->path, Reason::referred_to, found);
  return found;
}

std::vector<std::size_t> PublishedFiles::of_setting(std::vector<Diagnostic>& diagnostics) {
  std::vector<std::size_t> found;
  if (course_.site.document == no_index) return found;
  const Document& index = documents_[course_.site.document];
  const Field* const field = index.front_matter.find(Key::publish);
  if (field == nullptr) return found;
  for (const std::string& item : field->items) {
    const std::string wanted = as_path(item);
    bool is_there = false;
    for (const std::string& file : files_) {
      const bool is_inside = file.size() > wanted.size() && file[wanted.size()] == '/' && file.starts_with(wanted);
      if (wanted.empty() || (!is_inside && !matches(file, wanted))) continue;
      is_there = true;
      take(file, Reason::named, found);
    }
    if (!is_there) diagnostics.push_back(at_value(code::F59(item), index, *field));
  }
  return found;
}

std::vector<std::size_t> PublishedFiles::of_file(std::string_view path, std::string_view bytes) {
  std::vector<std::size_t> found;
  const auto references = ends_as(path, ".css") ? find_style_references(bytes) : find_page_references(bytes);
  for (const PageReference& reference : references) {
    if (const auto target = path_from(folder_of(path), reference.address)) take(*target, Reason::referred_to, found);
  }
  return found;
}

// By its address: a template is written from the site's root, `{{root}}filer/a.png`, and a style sheet lies in assets/.
void PublishedFiles::take_address(const std::string& address, std::vector<std::size_t>& found) {
  for (const std::string& file : files_) {
    if (file == address || file_address(file) == address) take(file, Reason::referred_to, found);
  }
}

std::vector<std::size_t> PublishedFiles::of_theme(std::string_view name, std::string_view bytes) {
  std::vector<std::size_t> found;
  const bool is_style = ends_as(name, ".css");
  for (const PageReference& reference : is_style ? find_style_references(bytes) : find_page_references(bytes)) {
    std::string_view address = reference.address;
    if (!is_style) {
      if (address.starts_with("{{root}}") || address.starts_with("{{&root}}"))
        address.remove_prefix(address.find("}}") + 2);
      if (address.find("{{") != std::string_view::npos) continue;
    }
    if (const auto target = path_from(is_style ? "assets" : "", address)) take_address(*target, found);
  }
  return found;
}

}  // namespace traff
