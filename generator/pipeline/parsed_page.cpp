#include "pipeline/parsed_page.h"

#include "course/agenda.h"
#include "course/csl_json.h"
#include "markdown/parse_document.h"

namespace traff {

ParsedDocument parse_page(const SourceText& source, Language site_language) {
  if (!is_literature_json(source.path)) {
    ParsedDocument page = parse_document(source, {site_language});
    mark_agenda(page);
    return page;
  }
  CslMarkdown list = csl_markdown(source.path, source.bytes, site_language);
  ParsedDocument parsed = parse_document({source.path, source.id, std::move(list.text)}, {site_language});
  parsed.document.diagnostics = std::move(list.diagnostics);  // those of the Markdown have no line the author knows
  return parsed;
}

}  // namespace traff
