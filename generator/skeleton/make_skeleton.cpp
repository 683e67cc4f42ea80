#include "skeleton/make_skeleton.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/dates/term.h"
#include "course/model/link_target.h"
#include "course/model/page_kind.h"
#include "embedded_files.h"

namespace traff {

namespace {

// The words of a skeleton: a page of its kind that says itself what to write where, and is a draft until it is written.

struct SkeletonWords {
  std::string title;
  std::string number;  // of the träff, or of the one it belongs to: "6"; may be empty
  std::string letter;  // of a redovisning: "F"; may be empty
  std::string term;    // of a network, "2020/2021"; may be empty
};

std::string_view skeleton_of(std::string_view name, Language language) {
  const auto text =
      embedded_file("assets/skeletons/page/" + std::string(language_tag(language)) + "/" + std::string(name) + ".md");
  assert(!text.empty());
  return text;
}

std::string_view skeleton_of(const SkeletonKind& kind, Language language) {
  const bool is_page = kind.thing == SkeletonKind::Thing::page;
  return skeleton_of(is_page ? row_of(kind.page).name : "statement", language);
}

constexpr std::string_view title_mark = "{title|";

// What a page is called until its author has named it, as its skeleton says: {title|Temat för träffen}.
std::string_view unnamed_title(std::string_view skeleton) {
  const std::string_view rest = skeleton.substr(skeleton.find(title_mark) + title_mark.size());
  return rest.substr(0, rest.find('}'));
}

std::string filled(std::string_view line, const std::string& title_slot, const SkeletonWords& words) {
  if (line.starts_with("# ") && words.letter.empty() && line.find("{letter}") != std::string_view::npos)
    return "# " + words.title;
  std::string text = replace_all(line, "{number}", words.number);
  text = replace_all(replace_all(text, "{letter}", words.letter), "{term}", words.term);
  text = replace_all(text, title_slot, words.title);
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

// The file's text. A line about a number that is empty is left out.
std::string skeleton_text(std::string_view skeleton, const SkeletonWords& words) {
  const std::string title_slot = std::string(title_mark) + std::string(unnamed_title(skeleton)) + "}";
  std::string text;
  for (const std::string_view line : split_lines(skeleton)) {
    const bool lacks_number = words.number.empty() && line.ends_with(": {number}");
    if (!lacks_number) text += filled(line, title_slot, words) + "\n";
  }
  return text;
}

// "Lärarledarskap 2020/2021" names its own term.
std::string_view term_at_end(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool word_begins = at == 0 || is_space(name[at - 1]);
    if (word_begins && parse_term(name.substr(at))) return name.substr(at);
  }
  return {};
}

class SkeletonMaker {
 public:
  SkeletonMaker(const SkeletonRequest& request, const TakenNames& taken)
      : request_(request),
        taken_(taken),
        language_(taken.course.site.language),
        skeleton_(skeleton_of(request.kind, language_)) {
    words_.title = request.name.empty() ? unnamed_title(skeleton_) : request.name;
  }

  std::vector<SkeletonFile> run() {
    if (request_.kind.thing == SkeletonKind::Thing::statement)
      return one(language_ == Language::sv ? free_path("om/", "tillganglighet") : free_path("about/", "accessibility"));
    switch (request_.kind.page) {
      case PageKind::network: return network();
      case PageKind::meeting: return one(meeting_path());
      case PageKind::assignment: return one(assignment_path());
      case PageKind::literature:
        return one(free_path(network_folder(), std::string(first_name(row().files, language_))));
      case PageKind::page:
        return one(free_path(request_.network == no_index ? request_.folder : network_folder(), name_or_type()));
      default: belong_to_last_meeting(); return one(free_path(own_folder(), name_or_type()));
    }
  }

 private:
  std::vector<SkeletonFile> one(std::string path) const {
    return {{std::move(path), skeleton_text(skeleton_, words_)}};
  }

  const PageKindRow& row() const { return row_of(request_.kind.page); }

  const std::string& network_folder() const { return taken_.course.networks[request_.network].folder; }

  std::string name_or_type() const {
    const std::string named = slug(request_.name);
    return named.empty() ? std::string(first_name(row().types, language_)) : named;
  }

  // "a/sida.md", or "a/sida-2.md" when that is there.
  std::string free_path(const std::string& folder, const std::string& name) const {
    std::string path = folder + name + ".md";
    for (int n = 2; taken_.exists(path); ++n) path = folder + name + "-" + std::to_string(n) + ".md";
    return path;
  }

  // Where the network has its pages of that kind already, drafts too.
  std::string own_folder() const {
    if (request_.kind.is(PageKind::meeting) && !taken_.course.networks[request_.network].meetings.empty()) {
      return meetings_folder(taken_.course.networks[request_.network], taken_.course, taken_.documents);
    }
    for (DocumentIndex i = 0; i < taken_.documents.size(); ++i) {
      const CoursePage& page = taken_.course.pages[i];
      const std::string_view folder = folder_of(taken_.documents[i].path);
      if (page.network == request_.network && page.kind == request_.kind.page && folder != network_folder())
        return std::string(folder);
    }
    return network_folder() + std::string(first_name(row().folders, language_)) + "/";
  }

  int last_meeting() const {
    int last = 0;
    for (DocumentIndex i = 0; i < taken_.documents.size(); ++i) {
      const CoursePage& page = taken_.course.pages[i];
      if (page.network == request_.network && page.kind == PageKind::meeting)
        last = std::max(last, meeting_number(taken_.documents[i]));
    }
    return last;
  }

  void belong_to_last_meeting() {
    const int last = last_meeting();
    if (last > 0) words_.number = std::to_string(last);
  }

  std::string meeting_path() {
    words_.number = std::to_string(last_meeting() + 1);
    const std::string theme = slug(request_.name);
    return free_path(own_folder(), words_.number + (theme.empty() ? "" : "-" + theme));
  }

  std::string assignment_path() {
    char last = 'A' - 1;
    for (DocumentIndex i = 0; i < taken_.documents.size(); ++i) {
      const CoursePage& page = taken_.course.pages[i];
      if (page.network == request_.network && page.kind == PageKind::assignment) last = std::max(last, page.letter);
    }
    belong_to_last_meeting();
    if (last >= 'Z') return free_path(own_folder(), name_or_type());
    const char letter = static_cast<char>(last + 1);
    words_.letter = std::string(1, letter);
    const std::string subject = slug(request_.name);
    return free_path(own_folder(),
                     std::string(1, static_cast<char>(letter - 'A' + 'a')) + (subject.empty() ? "" : "-" + subject));
  }

  std::vector<SkeletonFile> network() const {
    SkeletonWords words = words_;
    const std::string_view term = term_at_end(request_.name);
    words.term = term;
    const std::string_view title = trim(std::string_view(words.title).substr(0, words.title.size() - term.size()));
    words.title = title.empty() ? unnamed_title(skeleton_) : title;
    const std::string name = name_or_type();
    std::string folder = name + "/";
    for (int n = 2; taken_.exists(folder); ++n) folder = name + "-" + std::to_string(n) + "/";
    const PageKindRow& letter = row_of(PageKind::letter);
    const PageKindRow& meeting = row_of(PageKind::meeting);
    const std::string_view meeting_skeleton = skeleton_of(meeting.name, language_);
    const SkeletonWords first{std::string(unnamed_title(meeting_skeleton)), "1", {}, {}};
    return {{folder + "index.md", skeleton_text(skeleton_, words)},
            {folder + std::string(first_name(letter.files, language_)) + ".md",
             std::string(skeleton_of(letter.name, language_))},
            {folder + std::string(first_name(meeting.folders, language_)) + "/1.md",
             skeleton_text(meeting_skeleton, first)}};
  }

  const SkeletonRequest& request_;
  const TakenNames& taken_;
  Language language_;
  std::string_view skeleton_;
  SkeletonWords words_;
};

}  // namespace

std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word) {
  using enum SkeletonKind::Thing;
  const std::string folded = fold(trim(word));
  if (folded == "lasar" || folded == "year") return SkeletonKind{year};
  if (folded == "webbplats" || folded == "site") return SkeletonKind{site};
  const bool is_statement =
      folded == "tillganglighet" || folded == "tillganglighetsredogorelse" || folded == "accessibility";
  if (is_statement) return SkeletonKind{statement};
  const auto kind = parse_page_kind(folded);
  if (!kind || !row_of(*kind).has_skeleton) return std::nullopt;
  return SkeletonKind{page, *kind};
}

std::vector<SkeletonFile> make_skeleton(const SkeletonRequest& request, const TakenNames& taken) {
  return SkeletonMaker(request, taken).run();
}

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
            with_words(lines_of_language(text, words_.language)), is_program};
  }

 private:
  std::string with_words(std::string text) const {
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
