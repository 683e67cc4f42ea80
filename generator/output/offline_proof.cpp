#include "output/offline_proof.h"

#include <optional>

#include "base/messages/phrases.h"
#include "base/page_references.h"
#include "output/site_path.h"

namespace traff {

namespace {

// "https:", "mailto:" …; "" for an address of the site itself.
std::string_view scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || address.substr(0, colon).find_first_of("/?#") != std::string_view::npos)
    return {};
  return address.substr(0, colon + 1);
}

}  // namespace

void OfflineProof::add(const std::string& path, std::string_view bytes) {
  std::vector<PageReference> found;
  if (path.ends_with(".html")) found = find_page_references(bytes);
  if (path.ends_with(".css")) found = find_style_references(bytes);
  const std::lock_guard guard(mutex_);
  paths_.insert(path);
  for (PageReference& reference : found) {
    const std::string_view scheme = scheme_of(reference.address);
    const bool works =
        reference.address.starts_with('#') || scheme == "data:" || (!scheme.empty() && !reference.is_fetched);
    if (!works) references_.push_back({path, std::move(reference.address), reference.is_fetched});
  }
}

std::vector<Words> OfflineProof::flaws() const {
  std::set<Words> flaws;
  const auto add = [&](const Reference& from, const Words& why) {
    flaws.insert(from.page + ": " + from.address + " " + why);
  };
  for (const Reference& reference : references_) {
    const bool is_itself = reference.address.empty() || reference.address.starts_with('?');
    const bool other_host = !scheme_of(reference.address).empty() || reference.address.starts_with("//");
    if (other_host) {
      add(reference, phrase::is_fetched);
    } else if (reference.address.starts_with('/')) {
      add(reference, phrase::begins_at_root);
    } else if (const auto target = path_of_reference(parent_folder(reference.page), reference.address);
               !is_itself && (!target || !paths_.contains(*target))) {
      add(reference, phrase::not_in_copy);
    }
  }
  return {flaws.begin(), flaws.end()};
}

}  // namespace traff
