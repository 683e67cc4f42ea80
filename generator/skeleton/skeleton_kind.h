// What `traff new` can begin for an author.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace traff {

enum class SkeletonKind : std::uint8_t {
  network,
  meeting,
  assignment,
  deck,
  literature,
  report,
  form,
  page,
  statement,
  year,
  site
};

// "träff", "Träff", "traff", "meeting" …; nothing for other words.
std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word);

// The skeletons as they are written, a row a kind. {title}, {number}, {letter} and {term} are filled in.

struct SkeletonRow {
  SkeletonKind kind;
  std::string_view title;  // until the author has given one
  std::string_view text;
};

std::span<const SkeletonRow> swedish_skeletons();
std::span<const SkeletonRow> english_skeletons();
std::string_view swedish_letter();
std::string_view english_letter();

}  // namespace traff
