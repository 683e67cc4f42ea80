#include "output/offline_proof.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "output/page_references.h"
#include "output/site_path.h"

namespace traff {

namespace {

// "https:", "mailto:" …; "" for an address of the site itself.
std::string_view scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || address.substr(0, colon).find_first_of("/?#") != std::string_view::npos) return {};
  return address.substr(0, colon + 1);
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += escaped ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (escaped) i += 2;
  }
  return out;
}

// The path in the set that `address` on `page` leads to; nothing when it leads out of it.
std::optional<std::string> target_path(std::string_view page, std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  if (path.empty()) return std::string(page);
  std::vector<std::string> parts;
  for (const std::string_view part : split(parent_folder(page), '/')) {
    if (!part.empty()) parts.emplace_back(part);
  }
  for (const std::string_view part : split(path, '/')) {
    if (part == ".") continue;
    if (part != "..") {
      parts.push_back(percent_decoded(part));
      continue;
    }
    if (parts.empty()) return std::nullopt;
    parts.pop_back();
  }
  return join(parts, "/");
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
    const bool works = reference.address.starts_with('#') || scheme == "data:" || (!scheme.empty() && !reference.is_fetched);
    if (!works) references_.push_back({path, std::move(reference.address), reference.is_fetched});
  }
}

std::vector<OfflineProof::Flaw> OfflineProof::flaws() const {
  std::set<Flaw> flaws;
  const auto add = [&](const Reference& from, std::string_view sv, std::string_view en) {
    const std::string begin = from.page + ": " + from.address + " ";
    flaws.insert({begin + std::string(sv), begin + std::string(en)});
  };
  for (const Reference& reference : references_) {
    const bool other_host = !scheme_of(reference.address).empty() || reference.address.starts_with("//");
    if (other_host) {
      add(reference, "hämtas från en annan webbplats", "is fetched from another site");
    } else if (reference.address.starts_with('/')) {
      add(reference, "börjar från serverns rot", "begins at the server's root");
    } else if (const auto target = target_path(reference.page, reference.address); !target || !paths_.contains(*target)) {
      add(reference, "finns inte i kopian", "is not in the copy");
    }
  }
  return {flaws.begin(), flaws.end()};
}

}  // namespace traff
