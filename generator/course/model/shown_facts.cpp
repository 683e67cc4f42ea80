#include "course/model/shown_facts.h"

#include <algorithm>

#include "course/model/page_kind.h"
#include "course/model/statement.h"

namespace traff {

namespace {

bool holds_settings(const Document& document) { return folder_of(document.path).empty() && is_index(document.path); }

}  // namespace

bool is_shown_as_written(Key key, const Document& document, PageKind kind) {
  if (kind == PageKind::start) return false;  // it has no fact box
  switch (key) {
    case Key::address:
    case Key::source:
    case Key::logo:
    case Key::colour:
    case Key::offline:
    case Key::synonyms: return !holds_settings(document);
    case Key::theme: return !holds_settings(document) && kind != PageKind::meeting;
    case Key::body:
    case Key::service:
    case Key::conformity:
    case Key::assessed:
    case Key::method: return !is_statement(document, kind);
    default: return false;
  }
}

bool is_shown_fact(Key key, const Document& document, PageKind kind) {
  return std::ranges::find(labelled_facts, key) != labelled_facts.end() || is_shown_as_written(key, document, kind);
}

std::string written_label(const Field& field) {
  std::string label = field.name;
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace traff
