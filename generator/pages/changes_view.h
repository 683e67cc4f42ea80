// "Ändringar": what has been changed in one page, day by day, with the words before and after.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/news.h"
#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// `intro` and `entries` of docs/theme.md.
void put_changes(View& view, const std::vector<PageChange>& changes, const SiteContext& site);

// What is gone in <del>, what is new in <ins>, each with a word for those who hear it; of long text that stays, what
// stands beside a change. Cost: linear.
std::string difference_html(std::string_view before, std::string_view after, const Theme& theme);

}  // namespace traff
