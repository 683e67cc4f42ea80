#include "checks/page_checks.h"

#include <algorithm>

#include "base/messages/codes.h"
#include "checks/broken_structure.h"
#include "checks/broken_words.h"
#include "checks/careless_content.h"
#include "checks/foreign_syntax.h"
#include "checks/page_text.h"
#include "checks/people.h"
#include "checks/placeholders.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

using Found = std::vector<Diagnostic>;

// Text out of a PDF is broken in many ways at once: the one message that mends them all is enough.
void check_structure(const PageText& page, Found& found) {
  if (check_cut_paragraphs(page, found)) return;
  check_repeated_lines(page, found);
  if (!check_missing_headings(page, found)) check_bold_headings(page, found);
  check_cut_words(page, found);
  check_spaced_letters(page, found);
  check_glued_words(page, found);
  check_stray_stars(page, found);
}

void check_content(const PageText& page, Found& found) {
  check_capital_headings(page, found);
  check_absent_figures(page, found);
  check_english_passages(page, found);
  check_image_texts(page, found);
  check_image_kinds(page, found);
  check_link_rights(page, found);
  check_foreign_syntax(page, found);
}

void check_people(const PageText& page, Found& found) {
  check_personal_numbers(page, found);
  check_private_addresses(page, found);
  check_name_lists(page, found);
  check_sensitive_words(page, found);
  check_placeholders(page, found);
}

}  // namespace

std::vector<Diagnostic> check_page(const SourceText& source, Language site_language, const ParsedDocument& parsed) {
  const Document& document = parsed.document;
  Found found;
  const AuthorText author(source.path, source.bytes);
  const Language language = parse_language(document.front_matter.value(Key::language)).value_or(site_language);
  const PageText page{document, parsed.body, author, source.bytes, kind_by_itself(document), language};
  if (document.refused) {  // its file is in git all the same
    check_personal_numbers(page, found);
    return found;
  }
  check_people(page, found);
  check_structure(page, found);
  check_content(page, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
  return found;
}

namespace {

bool is_within(const Place& inner, const Place& outer) {
  return inner.line == outer.line && inner.column >= outer.column && inner.column < outer.column + outer.length;
}

}  // namespace

void drop_told_better(const std::vector<Diagnostic>& found, std::vector<Diagnostic>& parsed) {
  std::vector<Place> logins;
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.code == code::U5) logins.push_back(diagnostic.place);
  }
  std::erase_if(parsed, [&](const Diagnostic& said) {
    return said.code == code::S29 &&
           std::any_of(logins.begin(), logins.end(), [&](const Place& login) { return is_within(login, said.place); });
  });
}

}  // namespace traff
