// The only place that forms an address. The site mirrors the content: a/b.md → a/b.html.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace traff {

// "Träffar/2 Kollegialt.md" → "traffar/2-kollegialt.html"
std::string page_address(std::string_view content_path);

// The same for files that are copied: "Filer/Årsplan 2.pdf" → "filer/arsplan-2.pdf"
std::string file_address(std::string_view content_path);

// "a/b/" (content folder) → "a/b/" (site folder)
std::string folder_address(std::string_view content_folder);

// The calendar of what a page is about: "a/traffar/1.html" → "a/traffar/1.ics"
std::string calendar_address(std::string_view page_address);

// The calendar of a whole network ("a/" → "a/kalender.ics"), or of one audience in it ("a/kalender-rektorer.ics").
std::string feed_address(std::string_view site_folder, std::string_view audience_key);

// What is new in a network ("a/" → "a/nytt.html"), and the list of a page's changes ("a/b.html" →
// "a/b-andringar.html").
std::string news_address(std::string_view site_folder);
std::string changes_address(std::string_view page_address);

// Both relative to the site's root; "a/b.html" → "a/c/d.html" gives "c/d.html". Never empty for a different page.
std::string relative_href(std::string_view from, std::string_view to);

// Whether each name in the address is short enough for a disk: 255 bytes.
bool fits_on_disk(std::string_view address);

// The part of the address that Windows has for a device, "aux.pdf" or "con"; "" for none.
std::string_view device_name_in(std::string_view address);

// "" for a page in the root, "../../" two folders down.
std::string root_prefix(std::string_view address);

// What the pages may know of where their texts come from, beside the texts themselves.

// Of a file of the content, as git knows it.
struct LastChange {
  Date day;
  std::uint32_t changes = 0;  // since it first was there
  std::string first_path;     // its first name
};

// Of the site as a file to take along.
struct OfflineCopy {
  std::optional<Date> day;  // of the commit it is made from
};

struct Origin {
  std::span<const std::optional<LastChange>> changed;  // one per document; may be empty
  std::string prefix;                                  // of the content root inside the repository, "content/" or ""
  std::optional<OfflineCopy> copy;
};

}  // namespace traff
