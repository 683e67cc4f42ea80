#include "pages/addresses/site_map.h"

#include <algorithm>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "course/model/link_target.h"
#include "course/model/page_kind.h"
#include "pages/addresses/urls.h"

namespace traff {

Diagnostic same_address(const std::string& path, const std::string& first_path, const std::string& address) {
  return {code::P8(first_path.empty() ? Words(phrase::page_of_its_own) : first_path, address), {path}};
}

std::uint32_t find_section(const Meeting& meeting, SectionKind kind) {
  const auto found = std::find(meeting.sections.begin(), meeting.sections.end(), kind);
  return found == meeting.sections.end() ? no_index : static_cast<std::uint32_t>(found - meeting.sections.begin());
}

SiteMap::SiteMap(std::span<const Document> documents, const Course& course, const HistoryPages& history)
    : documents_(documents), course_(course) {
  addresses_.resize(documents.size());
  pages_.reserve(documents.size() + documents.size() / 2);
  add_documents();
  for (NetworkIndex network = 0; network < course.networks.size(); ++network) add_network_pages(network);
  add_site_pages();
  add_history_pages(history);
}

void SiteMap::add_documents() {
  for (DocumentIndex i = 0; i < documents_.size(); ++i) {
    const CoursePage& page = course_.pages[i];
    if (!page.published) continue;
    SitePage made{page.kind, page_address(documents_[i].path), i, page.network, 0};
    const std::string address = made.address;
    if (add(std::move(made))) {
      addresses_[i] = address;
      continue;
    }
    const DocumentIndex first = pages_[by_address_.at(address)].document;
    diagnostics_.push_back(same_address(documents_[i].path, documents_[first].path, address));
  }
}

void SiteMap::add_network_pages(NetworkIndex index) {
  const Network& network = course_.networks[index];
  add({PageKind::network, folder_address(network.folder) + "index.html", no_index, index, 0});
  if (network.meetings.empty()) return;
  const std::string folder = folder_address(meetings_folder(network, course_, documents_));
  add({PageKind::meetings, folder + "index.html", no_index, index, 0});
  for (std::uint32_t position = 0; position < network.meetings.size(); ++position) {
    const Meeting& after = course_.meetings[network.meetings[position]];
    const Meeting* before = position == 0 ? nullptr : &course_.meetings[network.meetings[position - 1]];
    const bool said = find_section(after, SectionKind::prepare) != no_index ||
                      (before != nullptr && find_section(*before, SectionKind::to_next) != no_index);
    if (!said || after.number == 0 || (before != nullptr && before->number == 0)) continue;
    const std::string name = before == nullptr
                                 ? "infor-" + std::to_string(after.number)
                                 : "mellan-" + std::to_string(before->number) + "-" + std::to_string(after.number);
    add({PageKind::between, folder + name + ".html", no_index, index, position});
  }
}

void SiteMap::add_site_pages() {
  add({PageKind::start, "index.html", no_index, no_index, 0});
  add({PageKind::contents, "sok.html", no_index, no_index, 0});
  add({PageKind::not_found, "404.html", no_index, no_index, 0});
}

void SiteMap::add_history_pages(const HistoryPages& history) {
  for (NetworkIndex i = 0; history.news && i < course_.networks.size(); ++i) {
    add({PageKind::news, news_address(folder_address(course_.networks[i].folder)), no_index, i, 0});
  }
  for (DocumentIndex i = 0; i < history.changes.size(); ++i) {
    if (history.changes[i] == 0 || addresses_[i].empty()) continue;
    add({PageKind::changes, changes_address(addresses_[i]), no_index, course_.pages[i].network, 0, i});
  }
}

// An address is given once: the author's own file goes before a page the program would make.
bool SiteMap::add(SitePage page) {
  const auto [where, is_new] = by_address_.emplace(page.address, pages_.size());
  if (is_new) pages_.push_back(std::move(page));
  return is_new;
}

std::string SiteMap::folder_page(std::string_view content_folder) const {
  const std::string address = folder_address(content_folder) + "index.html";
  return by_address_.contains(address) ? address : std::string();
}

std::string SiteMap::meetings_page(NetworkIndex network) const {
  return folder_page(meetings_folder(course_.networks[network], course_, documents_));
}

std::string SiteMap::network_page(NetworkIndex network) const { return folder_page(course_.networks[network].folder); }

std::string SiteMap::made_page(const std::string& address, PageKind kind) const {
  const auto found = by_address_.find(address);
  return found == by_address_.end() || pages_[found->second].kind != kind ? std::string() : address;
}

std::string SiteMap::news_page(NetworkIndex network) const {
  return made_page(news_address(folder_address(course_.networks[network].folder)), PageKind::news);
}

std::string SiteMap::changes_page(DocumentIndex document) const {
  return addresses_[document].empty() ? std::string()
                                      : made_page(changes_address(addresses_[document]), PageKind::changes);
}

const SitePage* SiteMap::between(NetworkIndex network, std::uint32_t position) const {
  const Network& of = course_.networks[network];
  if (position >= of.meetings.size()) return nullptr;
  const Meeting& after = course_.meetings[of.meetings[position]];
  const std::string folder = folder_address(meetings_folder(of, course_, documents_));
  const std::string name = position == 0
                               ? "infor-" + std::to_string(after.number)
                               : "mellan-" + std::to_string(course_.meetings[of.meetings[position - 1]].number) + "-" +
                                     std::to_string(after.number);
  const auto found = by_address_.find(folder + name + ".html");
  if (found == by_address_.end() || pages_[found->second].kind != PageKind::between) return nullptr;
  if (pages_[found->second].position != position) return nullptr;  // two träffar with one number
  return &pages_[found->second];
}

}  // namespace traff
