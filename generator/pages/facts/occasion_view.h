// How an occasion's facts are said on a page, in the site's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/model/course.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

std::string date_words(const Occasion& occasion,
                       Language language);  // "torsdag 10 oktober 2019", "10–11 oktober 2019"; ""
std::string time_words(const Occasion& occasion, Language language);     // "09.00–16.00", "Heldag", or as written; ""
std::string status_words(const Occasion& occasion, const Theme& theme);  // "Preliminärt datum", "Inställd"; ""
std::string alternates_words(const Occasion& occasion, Language language);  // "26 augusti, 16 augusti"; ""

// One entry of `upcoming`; `to` is the address of its own page, "" when it has none.
View occasion_view(const Occasion& occasion, const std::string& title, std::string_view to, std::string_view address,
                   const SiteContext& site);

// `upcoming` of docs/theme.md for these networks, in date order; empty when nothing is dated.
View upcoming_view(const std::vector<NetworkIndex>& networks, std::string_view address, const SiteContext& site);

// Redovisningar as pages show them.

// "Redovisning C: Ledarskapets kommunikation"; the title alone without a letter.
std::string assignment_title(const Assignment& assignment, const SiteContext& site);

// Those that have a page, by letter.
std::vector<Assignment> shown_assignments(NetworkIndex network, const SiteContext& site);

// `assignments` of a network's page; with `presented_at`, of that träff's page and of the time before it.
std::vector<View> assignment_views(NetworkIndex network, std::string_view address, const SiteContext& site,
                                   MeetingIndex presented_at = no_index);

}  // namespace traff
