#include "course/model/shown_facts.h"

#include "course/model/page_kind.h"
#include "course/model/statement.h"

namespace traff {

namespace {

bool holds_settings(const Document& document) { return folder_of(document.path).empty() && is_index(document.path); }

}  // namespace

bool is_shown_as_written(Key key, const Document& document, PageKind kind) {
  if (kind == PageKind::start) return false;  // it has no fact box
  switch (row_of(key).shown) {
    case Shown::elsewhere:
    case Shown::labelled: return false;
    case Shown::unless_setting: return !holds_settings(document);
    case Shown::unless_meeting: return !holds_settings(document) && kind != PageKind::meeting;
    case Shown::unless_statement: return !is_statement(document, kind);
  }
  return false;
}

bool is_shown_fact(Key key, const Document& document, PageKind kind) {
  return row_of(key).shown == Shown::labelled || is_shown_as_written(key, document, kind);
}

std::string written_label(const Field& field) {
  std::string label = field.name;
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace traff
