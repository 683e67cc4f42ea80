#include "pages/site_logo.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "pages/link_hint.h"

namespace traff {

namespace {

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 7> endings{".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"};
  const std::string lower = to_lower(path);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

FoundLogo find_logo(std::span<const Document> documents, const Course& course, const ContentIndex& index) {
  if (course.site.document == no_index) return {};
  const Document& start = documents[course.site.document];
  const Field* said = start.front_matter.find(Key::logo);
  if (said == nullptr || said->value.empty()) return {};
  LinkTarget target = index.find(start, said->value);
  const bool is_file = target.kind == LinkTarget::Kind::file;
  if (is_file && is_picture(target.path)) return {SiteLogo{target.path, std::nullopt}, std::nullopt};
  const auto length = static_cast<std::uint32_t>(code_point_count(said->value));
  Diagnostic found{"L4", {start.path, said->line, said->column, length}, {}, {said->value}};
  if (is_file) {
    found.code = "L7";
  } else if (target.kind == LinkTarget::Kind::external) {
    found.code = "L6";
  } else if (target.kind == LinkTarget::Kind::left_out) {
    found.code = "P14";
  } else {
    index.find_nearest(target);
    const LinkHint hint = missing_image_hint(target, start.path);
    found.args.insert(found.args.end(), {hint.sv, hint.en});
  }
  return {std::nullopt, std::move(found)};
}

View logo_view(const SiteLogo& logo, std::string src) {
  View view;
  view.put("src", std::move(src));
  if (!logo.size) return view;
  view.put("width", std::to_string(logo.size->width));
  view.put("height", std::to_string(logo.size->height));
  return view;
}

}  // namespace traff
