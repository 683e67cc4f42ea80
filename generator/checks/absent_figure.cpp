#include "checks/absent_figure.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 12> announcements{
    "följande figur", "figuren nedan", "figuren ovan", "nedanstående figur", "figuren här under", "se figuren intill",
    "följande bild ", "bilden nedan",  "bilden ovan",  "nedanstående bild",  "diagrammet nedan",  "följande diagram"};

constexpr std::array<std::string_view, 2> captions{"bild:", "figur:"};

// "bild" is a slide too.
bool is_about_slides(std::string_view words, PageKind kind) {
  return kind == PageKind::deck && words.find("bild") != words.npos;
}

// The words that announce a figure, as they stand in `text`.
std::string_view announced(std::string_view text, PageKind kind) {
  const bool may_announce =
      text.find("igur") != text.npos || text.find("ild") != text.npos || text.find("iagram") != text.npos;
  if (!may_announce) return {};
  const std::string lower = to_lower(text);
  if (lower.size() != text.size()) return {};
  for (const std::string_view words : announcements) {
    const std::size_t at = lower.find(words);
    if (at != lower.npos && !is_about_slides(words, kind)) return trim(text.substr(at, words.size()));
  }
  for (const std::string_view words : captions) {
    if (lower.starts_with(words) && !is_about_slides(words, kind)) return text.substr(0, words.size());
  }
  return {};
}

bool has_figure(const PageText& page) {
  const auto& slots = page.document.slots;
  if (std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.kind == SlotKind::image; }))
    return true;
  const std::string& html = page.body.html;
  return html.find("<figure") != html.npos || html.find("box-cykel") != html.npos ||
         html.find("box-process") != html.npos;
}

// A figure may also be a file to open.
bool has_link(const PageText& page, const Block& block) {
  return std::any_of(page.document.slots.begin(), page.document.slots.end(), [&](const Slot& slot) {
    return slot.kind == SlotKind::link && slot.begin >= block.html.begin && slot.begin < block.html.end;
  });
}

}  // namespace

void check_absent_figures(const PageText& page, std::vector<Diagnostic>& found) {
  const bool speaks_of_figures = page.language == Language::sv && page.kind != PageKind::form;
  if (!speaks_of_figures) return;
  std::vector<Diagnostic> absent;
  for (const Block& block : page.body.blocks) {
    if (block.kind != BlockKind::paragraph || absent.size() + found.size() >= most_findings) continue;
    const std::string_view words = announced(words_of(page, block), page.kind);
    if (words.empty()) continue;
    if (absent.empty() && has_figure(page)) return;
    if (has_link(page, block)) continue;
    absent.push_back(found_at(page, "S16", block.line, words, {std::string(words)}));
  }
  found.insert(found.end(), absent.begin(), absent.end());
}

}  // namespace traff
