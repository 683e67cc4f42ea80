// What `traff new` can begin for an author.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace traff {

enum class SkeletonKind : std::uint8_t { network, meeting, assignment, deck, literature, report, form, page, statement, year, site };

// "träff", "Träff", "traff", "meeting" …; nothing for other words.
std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word);

}  // namespace traff
