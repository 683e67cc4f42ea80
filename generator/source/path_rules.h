// Which names may be content. The same for a commit, a folder and a list: hidden names are passed over
// in silence, odd ones with a diagnostic.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

// Longer paths are refused, so that folders inside folders without end cost little.
inline constexpr std::size_t longest_path = 1000;

// A folder that holds this file is a site the program wrote, not content.
inline constexpr std::string_view site_manifest_name = ".traff-manifest.json";

// What programs ask a site for, and so must have that name (RFC 8615).
inline constexpr std::string_view well_known_folder = ".well-known";

// Names that are no content and need no word: those with a '.' first, and folders called privat or private.
bool is_hidden_name(std::string_view name);
bool is_hidden_folder(std::string_view path);

// The same for a file with all its folders.
bool is_hidden_path(std::string_view path);

// P2 when the last part of `raw_path` has a control character, a backslash or bytes that are not UTF-8,
// or when the path is too long.
std::optional<Diagnostic> odd_name(std::string_view raw_path);

// For people: NFC, with U+FFFD for what cannot be printed.
std::string printable_path(std::string_view raw_path);

std::string_view last_part(std::string_view path);

Diagnostic path_diagnostic(Message message, std::string_view raw_path);
Diagnostic lfs_diagnostic(std::string_view raw_path);        // P5
Diagnostic submodule_diagnostic(std::string_view raw_path);  // P4

}  // namespace traff
