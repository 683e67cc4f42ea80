#include "course/assignment.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "course/page_kind.h"

namespace traff {

namespace {

class AssignmentFinder {
 public:
  AssignmentFinder(std::span<const Document> documents, Course& course, NetworkIndex network)
      : documents_(documents), course_(course), network_(course.networks[network]) {
    for (const MeetingIndex i : network_.meetings) {
      const int number = course.meetings[i].number;
      if (number > 0) by_number_.emplace(std::to_string(number), i);
    }
  }

  void run() {
    for (const DocumentIndex i : network_.documents) {
      const CoursePage& page = course_.pages[i];
      if (page.kind == PageKind::assignment && !is_index(documents_[i].path)) {
        network_.assignments.push_back({i, page.letter, meeting_of(i)});
      }
    }
    std::ranges::stable_sort(network_.assignments, {}, &Assignment::letter);
    check_letters();
  }

 private:
  MeetingIndex meeting_of(DocumentIndex index) {
    const Document& document = documents_[index];
    const Field* field = document.front_matter.find(Key::meeting);
    if (field == nullptr) {
      if (!by_number_.empty()) report("F31", index, {document.title});
      return no_index;
    }
    const auto found = by_number_.find(trim(field->value));
    if (found != by_number_.end()) return found->second;
    if (!by_number_.empty()) report_field("F32", index, *field, {std::string(trim(field->value))});
    return no_index;
  }

  // A row may begin where it likes; pages without a letter are not part of it.
  void check_letters() {
    const Assignment* before = nullptr;
    for (const Assignment& assignment : network_.assignments) {
      if (assignment.letter == '\0') continue;
      const std::string letter(1, assignment.letter);
      if (before != nullptr && before->letter == assignment.letter) {
        report("F33", assignment.document, {letter, documents_[before->document].path});
      } else if (before != nullptr && assignment.letter > before->letter + 1) {
        report("F34", assignment.document, {letter, std::string(1, static_cast<char>(before->letter + 1))});
      }
      before = &assignment;
    }
  }

  void report(std::string_view code, DocumentIndex index, std::vector<std::string> args) {
    const Document& document = documents_[index];
    course_.diagnostics.push_back({std::string(code), {document.path, document.title_line, 0, 0}, {}, std::move(args)});
  }

  void report_field(std::string_view code, DocumentIndex index, const Field& field, std::vector<std::string> args) {
    const auto length = static_cast<std::uint32_t>(code_point_count(field.value));
    course_.diagnostics.push_back({std::string(code),
                                   {documents_[index].path, field.line, field.column, length},
                                   field.name + ": " + field.value,
                                   std::move(args)});
  }

  std::span<const Document> documents_;
  Course& course_;
  Network& network_;
  std::map<std::string, MeetingIndex, std::less<>> by_number_;
};

}  // namespace

void find_assignments(std::span<const Document> documents, Course& course) {
  for (NetworkIndex i = 0; i < course.networks.size(); ++i) AssignmentFinder(documents, course, i).run();
}

}  // namespace traff
