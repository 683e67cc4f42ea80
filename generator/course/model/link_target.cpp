#include "course/model/link_target.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "course/model/page_kind.h"
#include "markdown/document/document.h"

namespace traff {

namespace {

// Looked through one by one; a page with more has them in a table.
constexpr std::size_t few_headings = 100;

// "a/b/" and "../c.md" → "a/c.md". Nothing when it climbs out of the content.
std::optional<std::string> joined(std::string_view folder, std::string_view relative) {
  std::vector<std::string_view> parts;
  if (relative.starts_with('/')) {
    relative.remove_prefix(1);
  } else {
    for (const std::string_view part : split(folder, '/')) {
      if (!part.empty()) parts.push_back(part);
    }
  }
  for (const std::string_view part : split(relative, '/')) {
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string path;
  for (const std::string_view part : parts) path += (path.empty() ? "" : "/") + std::string(part);
  const bool is_folder = relative.empty() || relative.ends_with('/') || relative.ends_with("..") || relative == ".";
  if (is_folder && !path.empty()) path += '/';
  return path;
}

}  // namespace

std::string meetings_folder(const Network& network, const Course& course, std::span<const Document> documents) {
  if (network.meetings.empty()) return {};
  const std::string_view folder = folder_of(documents[course.meetings[network.meetings.front()].document].path);
  return folder == network.folder ? network.folder + "traffar/" : std::string(folder);
}

ContentIndex::ContentIndex(std::span<const Document> documents, const Course& course,
                           std::span<const std::string> files, std::span<const std::string> left_out)
    : documents_(documents), course_(course), file_list_(files), left_out_(left_out.begin(), left_out.end()) {
  pages_.reserve(documents.size() * 2);
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    pages_.emplace(documents[i].path, i);
    if (documents[i].headings.size() <= few_headings) continue;
    for (const Heading& heading : documents[i].headings) headings_[i].emplace(heading.id, &heading);
  }
  for (const std::string& file : files) files_.insert(file);
  made_folders_.insert("");
  for (const Network& network : course.networks) {
    made_folders_.insert(network.folder);
    if (!network.meetings.empty()) made_folders_.insert(meetings_folder(network, course, documents));
  }
}

LinkTarget ContentIndex::find(const Document& from, std::string_view target) const {
  if (has_scheme(target)) return {LinkTarget::Kind::external, no_index, {}, {}, {}};
  const std::size_t hash = target.find('#');
  const std::string anchor = hash == std::string_view::npos ? std::string() : percent_decoded(target.substr(hash + 1));
  std::string_view path = target.substr(0, hash);
  path = path.substr(0, path.find('?'));
  if (path.empty()) {
    const auto own = pages_.find(from.path);
    return own == pages_.end() ? LinkTarget{} : page_target(own->second, anchor);
  }
  const auto whole = joined(folder_of(from.path), to_nfc(percent_decoded(path)));
  if (!whole) return {};
  return find_path(*whole, anchor);
}

// The page an author may have meant who left out ".md" or wrote the address it gets.
DocumentIndex ContentIndex::find_page(const std::string& path) const {
  const auto at = [&](const std::string& candidate) {
    const auto page = pages_.find(candidate);
    return page == pages_.end() ? no_index : page->second;
  };
  if (path.empty() || path.ends_with('/')) return at(path + "index.md");
  if (path.ends_with(".html")) return at(path.substr(0, path.size() - 4) + "md");
  if (path.find('.', path.rfind('/') + 1) != std::string::npos) return no_index;
  const DocumentIndex beside = at(path + ".md");
  return beside != no_index ? beside : at(path + "/index.md");
}

LinkTarget ContentIndex::find_path(const std::string& path, std::string_view anchor) const {
  const auto page = pages_.find(path);
  if (page != pages_.end()) return page_target(page->second, anchor);
  if (const DocumentIndex near = find_page(path); near != no_index) return page_target(near, anchor);
  const bool folder = path.empty() || path.ends_with('/');
  if (files_.contains(path)) return {LinkTarget::Kind::file, no_index, path, {}, {}};
  if (left_out_.contains(path)) return {LinkTarget::Kind::left_out, no_index, path, {}, {}};
  const std::string as_folder = path.ends_with("/index.html") ? path.substr(0, path.size() - 10)
                                : folder                      ? path
                                                              : path + "/";
  if (made_folders_.contains(as_folder))
    return {LinkTarget::Kind::folder, no_index, as_folder, std::string(anchor), {}};
  LinkTarget missing;
  missing.path = path;
  return missing;
}

LinkTarget ContentIndex::page_target(DocumentIndex index, std::string_view anchor) const {
  LinkTarget target{LinkTarget::Kind::page, index, documents_[index].path, {}, {}};
  if (!course_.pages[index].published) target.kind = LinkTarget::Kind::draft;
  if (anchor.empty() || target.kind == LinkTarget::Kind::draft) return target;
  const std::string wanted = slug(anchor);
  const std::uint32_t slide = slide_number(wanted);
  const auto last_slide = static_cast<std::uint32_t>(course_.pages[index].slides.size());
  if (slide > 0 && slide <= last_slide) {
    target.anchor = wanted;
    return target;
  }
  const Heading* found = find_heading(index, anchor);
  if (found == nullptr) found = find_heading(index, wanted);
  if (found != nullptr) {
    target.anchor = found->id;
    return target;
  }
  target.kind = LinkTarget::Kind::missing_heading;
  target.anchor = anchor;
  return target;
}

const Heading* ContentIndex::find_heading(DocumentIndex document, std::string_view id) const {
  const std::vector<Heading>& headings = documents_[document].headings;
  if (headings.size() > few_headings) {
    const HeadingsById& by_id = headings_.at(document);
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
  }
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading& each) { return each.id == id; });
  return found == headings.end() ? nullptr : &*found;
}

void ContentIndex::find_nearest(LinkTarget& missing) const {
  if (missing.kind == LinkTarget::Kind::missing) missing.nearest = nearest_path(missing.path);
  if (missing.kind == LinkTarget::Kind::missing_heading)
    missing.nearest = nearest_heading(missing.document, missing.anchor);
}

std::string ContentIndex::nearest_heading(DocumentIndex document, std::string_view anchor) const {
  const std::string wanted = slug(anchor);
  const auto last_slide = static_cast<std::uint32_t>(course_.pages[document].slides.size());
  if (slide_number(wanted) > 0 && last_slide > 0) return slide_id(last_slide);
  constexpr std::size_t looked_at = 1'000;
  std::vector<std::string_view> ids;
  for (const Heading& heading : documents_[document].headings) {
    if (ids.size() == looked_at) break;
    ids.push_back(heading.id);
  }
  return std::string(nearest_name(wanted, ids).value_or(""));
}

const ContentIndex::Nearby& ContentIndex::nearby() const {
  std::call_once(nearby_made_, [&] {
    const auto add = [&](std::string_view path) {
      nearby_.by_file_name.emplace(fold(path.substr(path.rfind('/') + 1)), path);
      nearby_.by_folder[folder_of(path)].push_back(path);
    };
    for (const Document& document : documents_) add(document.path);
    for (const std::string& file : file_list_) add(file);
  });
  return nearby_;
}

// Same file name elsewhere, else the nearest path of the same folder.
std::string ContentIndex::nearest_path(const std::string& path) const {
  const auto same_name = nearby().by_file_name.find(fold(std::string_view(path).substr(path.rfind('/') + 1)));
  if (same_name != nearby().by_file_name.end()) return std::string(same_name->second);
  const auto beside = nearby().by_folder.find(folder_of(path));
  if (beside == nearby().by_folder.end()) return {};
  constexpr std::size_t looked_at = 200;
  const std::span<const std::string_view> candidates(beside->second.data(), std::min(looked_at, beside->second.size()));
  const auto near = nearest_name(path, candidates);
  return near ? std::string(*near) : std::string();
}

}  // namespace traff
