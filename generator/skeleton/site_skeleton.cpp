#include "skeleton/site_skeleton.h"

#include <algorithm>

#include "base/text.h"
#include "embedded_files.h"

namespace traff {

namespace {

using std::chrono::Thursday;
using std::chrono::Wednesday;

// A weekday of a week of the month that no red day falls on.
std::string day_in(int year, unsigned month, std::chrono::weekday weekday, unsigned week, Language language) {
  const Date day(std::chrono::year(year) / std::chrono::month(month) / weekday[week]);
  return replace_all(long_date_with_weekday(day, language), "\u00a0", " ");
}

// A line that begins with "[sv] " or "[en] " is of that language only.
std::string lines_of_language(std::string_view text, Language language) {
  constexpr std::size_t length = 5;
  const std::string_view own = language == Language::sv ? "[sv] " : "[en] ";
  std::string lines;
  for (const std::string_view line : split_lines(text)) {
    const bool marked = line.starts_with("[sv] ") || line.starts_with("[en] ");
    if (marked && !line.starts_with(own)) continue;
    lines += std::string(marked ? line.substr(length) : line) + "\n";
  }
  return lines;
}

class SiteSkeleton {
 public:
  explicit SiteSkeleton(const SiteSkeletonWords& words) : words_(words) {
    const int year = words.first_year;
    years_ = std::to_string(year) + "-" + std::to_string(year + 1);
    first_ = day_in(year, 10, Thursday, 2, words.language);
    second_ = day_in(year + 1, 1, Thursday, 3, words.language);
    third_ = day_in(year + 1, 3, Wednesday, 2, words.language);
  }

  // `embedded` without the folder it stands in.
  SiteSkeletonFile make(std::string_view embedded, std::string_view text) const {
    const bool is_program = text.starts_with("#!");
    return {replace_all(replace_all(embedded, "dot-", "."), "{years}", years_),
            filled(lines_of_language(text, words_.language)), is_program};
  }

 private:
  std::string filled(std::string text) const {
    text = replace_all(replace_all(text, "{years}", years_), "{years-shown}", replace_all(years_, "-", "/"));
    text = replace_all(replace_all(replace_all(text, "{first}", first_), "{second}", second_), "{third}", third_);
    return replace_all(text, "{title}", words_.title);  // last: a title may hold anything
  }

  const SiteSkeletonWords& words_;
  std::string years_, first_, second_, third_;
};

}  // namespace

int school_year_for(const Date& today) {
  return static_cast<int>(today.year()) - (today.month() < std::chrono::March ? 1 : 0);
}

std::vector<SiteSkeletonFile> make_site_skeleton(const SiteSkeletonWords& words) {
  const SiteSkeleton skeleton(words);
  const std::string own = "assets/skeletons/site/" + std::string(language_tag(words.language)) + "/";
  std::vector<SiteSkeletonFile> files;
  for (const std::string& folder : {std::string("assets/skeletons/site/both/"), own}) {
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.path.starts_with(folder)) files.push_back(skeleton.make(file.path.substr(folder.size()), file.bytes));
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace traff
