#include "pipeline/site/page_sources.h"

#include <string>
#include <string_view>

#include "pipeline/site/page_history.h"

namespace traff {

namespace {

void append(std::string& out, const ContentId& id) {
  out.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

void append(std::string& out, const std::optional<LastChange>& change) {
  const std::int64_t day = change ? std::chrono::sys_days(change->day).time_since_epoch().count() : 0;
  const std::int64_t changes = change ? change->changes : -1;
  out.append(reinterpret_cast<const char*>(&day), sizeof day);
  out.append(reinterpret_cast<const char*>(&changes), sizeof changes);
  if (change) out += change->first_path + '\0';
}

void append(std::string& out, std::string_view text) {
  out += text;
  out += '\0';
}

}  // namespace

PageSources::PageSources(const LoadedSite& site, const std::vector<char>& with_changes,
                         std::optional<std::uint64_t> offline_bytes) {
  const std::vector<Document>& documents = site.documents();
  const Course& course = site.course();
  std::string shared = course.site.address + '\0' + site.origin().prefix + '\0';
  if (const auto& copy = site.origin().copy) shared += copy->day ? iso_date(*copy->day) : "copy";
  shared += site.past() == nullptr ? '-' : 'h';
  if (site.history()) append(shared, site.history()->edge);
  append(shared, site.theme().id());
  if (course.site.document != no_index) append(shared, documents[course.site.document].id);
  for (const LoadedSite::OtherFile& file : site.files())
    append(shared, file.path), append(shared, file.address.empty() ? ContentId() : file.id);
  std::string whole = shared;
  std::vector<std::string> parts(course.networks.size());
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    append(shared, site.outline(i));
    whole += course.pages[i].published ? 'p' : 'd';
    append(whole, documents[i].path);
    append(whole, documents[i].id);
    append(whole, site.origin().changed[i]);
    if (const NetworkIndex network = course.pages[i].network; network != no_index) {
      append(parts[network], documents[i].id);
      append(parts[network], site.origin().changed[i]);
    }
    shared += course.pages[i].published ? 'p' : 'd';
  }
  const std::string told = offline_bytes ? std::to_string(*offline_bytes) : std::string();
  append(whole, told);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (course.networks[i].folder.empty()) append(parts[i], told);  // its front page is the start page
  }
  site_ = content_id(whole);
  const ContentId shared_id = content_id(shared);
  for (std::string& part : parts) {
    append(part, shared_id);
    networks_.push_back(content_id(part));
  }
  add_history(site, with_changes);
}

void PageSources::add_history(const LoadedSite& site, const std::vector<char>& with_changes) {
  for (NetworkIndex i = 0; i <= networks_.size(); ++i) {
    const NetworkIndex network = i == networks_.size() ? no_index : i;
    std::string own;
    append(own, of(network));
    std::string changes = own;
    if (site.history()) append(own, site.history()->tip);
    news_.push_back(content_id(own));
    if (site.past() != nullptr) append(changes, network_commits_id(network, site, with_changes));
    changes_.push_back(content_id(changes));
  }
}

}  // namespace traff
