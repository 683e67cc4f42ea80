#include "skeleton/make_skeleton.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/text.h"
#include "course/dates/term.h"
#include "course/model/link_target.h"
#include "course/model/page_kind.h"
#include "skeleton/skeleton_kind.h"

namespace traff {

namespace {

// The words of a skeleton: a page of its kind that says itself what to write where, and is a draft until it is written.

struct SkeletonWords {
  std::string title;
  std::string number;  // of the träff, or of the one it belongs to: "6"; may be empty
  std::string letter;  // of a redovisning: "F"; may be empty
  std::string term;    // of a network, "2020/2021"; may be empty
};

const SkeletonRow& row_of(SkeletonKind kind, Language language) {
  const auto rows = language == Language::sv ? swedish_skeletons() : english_skeletons();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const SkeletonRow& row) { return row.kind == kind; });
  assert(found != rows.end());
  return *found;
}

std::string filled(std::string_view line, const SkeletonWords& words) {
  if (line.starts_with("# ") && words.letter.empty() && line.find("{letter}") != std::string_view::npos)
    line = "# {title}";
  std::string text = replace_all(line, "{number}", words.number);
  text = replace_all(replace_all(text, "{letter}", words.letter), "{term}", words.term);
  text = replace_all(text, "{title}", words.title);
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

// The file's text. A line about a number that is empty is left out.
std::string skeleton_text(SkeletonKind kind, const SkeletonWords& words, Language language) {
  std::string text;
  for (const std::string_view line : split_lines(row_of(kind, language).text)) {
    const bool lacks_number = words.number.empty() && line.ends_with(": {number}");
    if (!lacks_number) text += filled(line, words) + "\n";
  }
  return text;
}

// The letter of welcome of a new network.
std::string letter_skeleton(Language language) {
  return std::string(language == Language::sv ? swedish_letter() : english_letter());
}

// What a page is called until its author has named it: "Temat för träffen".
std::string_view unnamed_title(SkeletonKind kind, Language language) { return row_of(kind, language).title; }

std::string_view folder_name(SkeletonKind kind, Language language) {
  const bool sv = language == Language::sv;
  switch (kind) {
    case SkeletonKind::meeting: return sv ? "traffar/" : "meetings/";
    case SkeletonKind::assignment: return sv ? "redovisningar/" : "assignments/";
    case SkeletonKind::deck: return sv ? "presentationer/" : "slides/";
    case SkeletonKind::report: return sv ? "rapporter/" : "reports/";
    case SkeletonKind::form: return sv ? "mallar/" : "forms/";
    default: return "";
  }
}

PageKind page_kind(SkeletonKind kind) {
  switch (kind) {
    case SkeletonKind::meeting: return PageKind::meeting;
    case SkeletonKind::assignment: return PageKind::assignment;
    case SkeletonKind::deck: return PageKind::deck;
    case SkeletonKind::report: return PageKind::report;
    case SkeletonKind::form: return PageKind::form;
    default: return PageKind::page;
  }
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
      : request_(request), taken_(taken), language_(taken.course.site.language) {
    words_.title = request.name.empty() ? unnamed_title(request.kind, language_) : request.name;
  }

  std::vector<SkeletonFile> run() {
    switch (request_.kind) {
      case SkeletonKind::network: return network();
      case SkeletonKind::meeting: return one(meeting_path());
      case SkeletonKind::assignment: return one(assignment_path());
      case SkeletonKind::literature:
        return one(free_path(network_folder(), language_ == Language::sv ? "litteratur" : "literature"));
      case SkeletonKind::statement:
        return one(language_ == Language::sv ? free_path("om/", "tillganglighet")
                                             : free_path("about/", "accessibility"));
      case SkeletonKind::page:
        return one(
            free_path(request_.network == no_index ? request_.folder : network_folder(), name_or("sida", "page")));
      default: return one(of_a_meeting());
    }
  }

 private:
  std::vector<SkeletonFile> one(std::string path) const {
    return {{std::move(path), skeleton_text(request_.kind, words_, language_)}};
  }

  const std::string& network_folder() const { return taken_.course.networks[request_.network].folder; }

  std::string name_or(std::string_view sv, std::string_view en) const {
    const std::string named = slug(request_.name);
    return named.empty() ? std::string(language_ == Language::sv ? sv : en) : named;
  }

  // "a/sida.md", or "a/sida-2.md" when that is there.
  std::string free_path(const std::string& folder, const std::string& name) const {
    std::string path = folder + name + ".md";
    for (int n = 2; taken_.exists(path); ++n) path = folder + name + "-" + std::to_string(n) + ".md";
    return path;
  }

  // Where the network has its pages of that kind already, drafts too.
  std::string own_folder() const {
    if (request_.kind == SkeletonKind::meeting && !taken_.course.networks[request_.network].meetings.empty()) {
      return meetings_folder(taken_.course.networks[request_.network], taken_.course, taken_.documents);
    }
    for (DocumentIndex i = 0; i < taken_.documents.size(); ++i) {
      const CoursePage& page = taken_.course.pages[i];
      const std::string_view folder = folder_of(taken_.documents[i].path);
      if (page.network == request_.network && page.kind == page_kind(request_.kind) && folder != network_folder())
        return std::string(folder);
    }
    return network_folder() + std::string(folder_name(request_.kind, language_));
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
    if (last >= 'Z') return free_path(own_folder(), name_or("redovisning", "assignment"));
    const char letter = static_cast<char>(last + 1);
    words_.letter = std::string(1, letter);
    const std::string subject = slug(request_.name);
    return free_path(own_folder(),
                     std::string(1, static_cast<char>(letter - 'A' + 'a')) + (subject.empty() ? "" : "-" + subject));
  }

  std::string of_a_meeting() {
    belong_to_last_meeting();
    switch (request_.kind) {
      case SkeletonKind::deck: return free_path(own_folder(), name_or("presentation", "slides"));
      case SkeletonKind::report: return free_path(own_folder(), name_or("rapport", "report"));
      default: return free_path(own_folder(), name_or("mall", "form"));
    }
  }

  std::vector<SkeletonFile> network() const {
    SkeletonWords words = words_;
    const std::string_view term = term_at_end(request_.name);
    words.term = term;
    const std::string_view title = trim(std::string_view(words.title).substr(0, words.title.size() - term.size()));
    words.title = title.empty() ? std::string(unnamed_title(SkeletonKind::network, language_)) : std::string(title);
    const std::string name = name_or("natverk", "network");
    std::string folder = name + "/";
    for (int n = 2; taken_.exists(folder); ++n) folder = name + "-" + std::to_string(n) + "/";
    const bool sv = language_ == Language::sv;
    const SkeletonWords first{std::string(unnamed_title(SkeletonKind::meeting, language_)), "1", {}, {}};
    return {{folder + "index.md", skeleton_text(SkeletonKind::network, words, language_)},
            {folder + (sv ? "valkomstbrev.md" : "letter.md"), letter_skeleton(language_)},
            {folder + std::string(folder_name(SkeletonKind::meeting, language_)) + "1.md",
             skeleton_text(SkeletonKind::meeting, first, language_)}};
  }

  const SkeletonRequest& request_;
  const TakenNames& taken_;
  Language language_;
  SkeletonWords words_;
};

}  // namespace

std::vector<SkeletonFile> make_skeleton(const SkeletonRequest& request, const TakenNames& taken) {
  return SkeletonMaker(request, taken).run();
}

}  // namespace traff
