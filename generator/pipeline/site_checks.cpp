#include "pipeline/site_checks.h"

#include <iterator>

#include "checks/person_spelling.h"
#include "checks/spelling.h"
#include "checks/statement_checks.h"
#include "checks/uncertain_day.h"

namespace traff {

namespace {

void append(std::vector<Diagnostic> more, std::vector<Diagnostic>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

std::vector<Diagnostic> check_whole_site(const LoadedSite& site, const std::optional<Date>& today) {
  const auto read = [&](const std::string& path) { return site.source(path); };
  std::vector<Diagnostic> all = check_spellings(site.documents(), site.facts(), site.course(), read);
  append(check_person_spellings(site.documents(), site.course()), all);
  append(check_statement(site.documents(), site.course(), today), all);
  if (today) append(check_uncertain_days(site.documents(), site.course(), *today), all);
  return all;
}

}  // namespace traff
