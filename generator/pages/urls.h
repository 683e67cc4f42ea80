// The only place that forms an address. The site mirrors the content: a/b.md → a/b.html.
#pragma once

#include <string>
#include <string_view>

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

// What is new in a network ("a/" → "a/nytt.html"), and the list of a page's changes ("a/b.html" → "a/b-andringar.html").
std::string news_address(std::string_view site_folder);
std::string changes_address(std::string_view page_address);

// Both relative to the site's root; "a/b.html" → "a/c/d.html" gives "c/d.html". Never empty for a different page.
std::string relative_href(std::string_view from, std::string_view to);

// Whether each name in the address is short enough for a disk: 255 bytes.
bool fits_on_disk(std::string_view address);

// "" for a page in the root, "../../" two folders down.
std::string root_prefix(std::string_view address);

}  // namespace traff
