// The numbers of the ZIP format (PKWARE's APPNOTE, 4.3): little-endian, each at its place in a record of fixed size.
#pragma once

#include <cstddef>
#include <cstdint>

namespace traff::zip_format {

inline constexpr std::uint32_t local_mark = 0x04034b50;
inline constexpr std::uint32_t central_mark = 0x02014b50;
inline constexpr std::uint32_t end_mark = 0x06054b50;

inline constexpr std::size_t local_size = 30;
inline constexpr std::size_t central_size = 46;
inline constexpr std::size_t end_size = 22;

inline constexpr std::uint16_t needs_version = 20;             // deflate
inline constexpr std::uint16_t made_by = 3 << 8 | 20;          // Unix, so that the mode below is believed
inline constexpr std::uint32_t ordinary_file = 0100644U << 16U;
inline constexpr std::uint16_t names_are_utf8 = 1 << 11;
inline constexpr std::uint16_t stored = 0;
inline constexpr std::uint16_t deflate = 8;

}  // namespace traff::zip_format
