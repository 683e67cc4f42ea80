#include "pages/addresses/logo.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "pages/addresses/link_hints.h"

namespace traff {

namespace {

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 7> endings{".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"};
  const std::string lower = to_lower(path);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

Message why_no_logo(const std::string& said, LinkTarget target, const Document& start, const ContentIndex& index) {
  switch (target.kind) {
    case LinkTarget::Kind::file: return code::L7(said);
    case LinkTarget::Kind::external: return code::L6(said);
    case LinkTarget::Kind::left_out: return code::P14(said);
    default: index.find_nearest(target); return code::L4(said, missing_image_hint(target, start.path));
  }
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
  return {std::nullopt, Diagnostic{why_no_logo(said->value, std::move(target), start, index),
                                   {start.path, said->line, said->column, length}}};
}

View logo_view(const SiteLogo& logo, std::string src) {
  View view;
  view.put("src", std::move(src));
  if (!logo.size) return view;
  view.put("width", std::to_string(logo.size->width));
  view.put("height", std::to_string(logo.size->height));
  return view;
}

namespace {

constexpr std::string_view png_begin("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
constexpr double largest = 100'000;

std::optional<ImageSize> rounded(double width, double height) {
  if (!(width > 0 && height > 0 && width <= largest && height <= largest)) return std::nullopt;
  const auto whole = [](double length) { return static_cast<std::uint32_t>(std::max(1.0, std::round(length))); };
  return ImageSize{whole(width), whole(height)};
}

std::optional<ImageSize> png_size(std::string_view bytes) {
  if (bytes.size() < png_begin.size() + 8) return std::nullopt;
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  return rounded(number(png_begin.size()), number(png_begin.size() + 4));
}

// "120", "120px", "1.5"; nothing for a length that depends on something else ("100%", "2em").
std::optional<double> plain_length(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = trim(text.substr(static_cast<std::size_t>(end - text.data())));
  return error == std::errc() && (unit.empty() || unit == "px") ? std::optional(value) : std::nullopt;
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t after = at + name.size();
    if (!is_space(tag[at - 1]) || after + 1 >= tag.size() || tag[after] != '=') continue;
    const char quote = tag[after + 1];
    const std::size_t end = tag.find(quote, after + 2);
    if ((quote == '"' || quote == '\'') && end != std::string_view::npos) return tag.substr(after + 2, end - after - 2);
  }
  return {};
}

std::optional<ImageSize> view_box_size(std::string_view box) {
  std::array<double, 4> numbers{};
  for (double& number : numbers) {
    box.remove_prefix(std::min(box.find_first_not_of(" ,\t\r\n"), box.size()));
    const auto [end, error] = std::from_chars(box.data(), box.data() + box.size(), number);
    if (error != std::errc()) return std::nullopt;
    box.remove_prefix(static_cast<std::size_t>(end - box.data()));
  }
  return rounded(numbers[2], numbers[3]);
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  constexpr std::size_t beginning = 16'384;  // a comment and a doctype may stand before it
  bytes = bytes.substr(0, beginning);
  const std::size_t begin = bytes.find("<svg");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(begin, bytes.find('>', begin) - begin);
  if (const auto size = view_box_size(attribute(tag, "viewBox"))) return size;
  const auto width = plain_length(attribute(tag, "width")), height = plain_length(attribute(tag, "height"));
  return width && height ? rounded(*width, *height) : std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  return bytes.starts_with(png_begin) ? png_size(bytes) : svg_size(bytes);
}

}  // namespace traff
