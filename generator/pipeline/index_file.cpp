#include "pipeline/index_file.h"

#include <optional>

#include "output/named_file.h"
#include "search/index_builder.h"
#include "search/index_input.h"
#include "search/lunr_json.h"

namespace traff {

void write_index_file(const std::string& input, const std::string& out, unsigned jobs) {
  std::optional<IndexInput> documents(std::in_place, input, load_named_file(input));
  const LunrIndex index = build_index(documents->spec(), documents->document_count(),
                                      [&](std::size_t i) { return documents->document(i); }, jobs);
  documents.reset();  // its memory is better used for the index
  NamedFileWriter file(out);
  write_lunr_json(index, jobs, [&](std::string_view piece) { file.write(piece); });
  file.finish();
}

}  // namespace traff
