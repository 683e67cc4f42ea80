#include "search/index_builder.h"

#include <optional>

#include "base/parallel.h"
#include "search/field_terms.h"

namespace traff {

namespace {

constexpr std::uint32_t unnumbered = 0xFFFFFFFF;

// Each thread numbers terms as it meets them; lunr.js numbers them as they appear from the first document to the last.
class Renumbering {
 public:
  Renumbering(const std::vector<std::optional<FieldTerms>>& workers, WordNumbers& terms)
      : workers_(workers), terms_(terms) {
    for (const auto& worker : workers) numbers_.emplace_back(worker ? worker->terms().size() : 0, unnumbered);
  }

  std::uint32_t number_of(unsigned worker, std::uint32_t term) {
    std::uint32_t& number = numbers_[worker][term];
    if (number == unnumbered) number = terms_.number_of(workers_[worker]->terms().word(term)).number;
    return number;
  }

 private:
  const std::vector<std::optional<FieldTerms>>& workers_;
  WordNumbers& terms_;
  std::vector<std::vector<std::uint32_t>> numbers_;
};

// What one call gave, by one thread.
struct Group {
  unsigned worker = 0;
  std::vector<IndexedDocument> documents;
};

void number_terms(LunrIndex& index, std::vector<Group>& groups, const std::vector<std::optional<FieldTerms>>& workers) {
  Renumbering renumbering(workers, index.terms);
  std::size_t documents = 0;
  for (const Group& group : groups) documents += group.documents.size();
  index.documents.reserve(documents);
  for (Group& group : groups) {
    for (IndexedDocument& document : group.documents) {
      for (TermUse& use : document.uses) {
        use.term = renumbering.number_of(group.worker, use.term);
        if (use.term == index.field_count.size()) index.field_count.push_back(0);
        ++index.field_count[use.term];
      }
      index.documents.push_back(std::move(document));
    }
  }
}

// Over all documents, those without the field too.
void measure_fields(LunrIndex& index) {
  index.average_length.assign(index.fields.size(), 0);
  for (const IndexedDocument& document : index.documents) {
    for (std::size_t f = 0; f < index.fields.size(); ++f) index.average_length[f] += document.fields[f].length;
  }
  for (double& length : index.average_length) length /= static_cast<double>(index.documents.size());
}

}  // namespace

LunrIndex build_index(const IndexSpec& spec, std::size_t count, const ReadDocuments& read, unsigned jobs) {
  std::vector<std::optional<FieldTerms>> workers(job_count(jobs));
  std::vector<Group> groups(count);
  for_each_index(count, jobs, [&](std::size_t i, unsigned worker) {
    if (!workers[worker]) workers[worker].emplace(spec);
    groups[i].worker = worker;
    groups[i].documents = read(i, *workers[worker]);
  });
  LunrIndex index;
  index.fields = spec.fields;
  index.languages = spec.languages;
  index.metadata = spec.metadata;
  index.k1 = spec.k1;
  index.b = spec.b;
  number_terms(index, groups, workers);
  measure_fields(index);
  return index;
}

}  // namespace traff
