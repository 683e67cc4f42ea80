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
  Renumbering(const std::vector<std::optional<FieldTerms>>& workers, WordNumbers& terms) : workers_(workers), terms_(terms) {
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

void number_terms(LunrIndex& index, const std::vector<unsigned>& worker_of,
                  const std::vector<std::optional<FieldTerms>>& workers) {
  Renumbering renumbering(workers, index.terms);
  for (std::size_t i = 0; i < index.documents.size(); ++i) {
    for (TermUse& use : index.documents[i].uses) {
      use.term = renumbering.number_of(worker_of[i], use.term);
      if (use.term == index.field_count.size()) index.field_count.push_back(0);
      ++index.field_count[use.term];
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

LunrIndex build_index(const IndexSpec& spec, std::size_t count, const ReadDocument& read, unsigned jobs) {
  LunrIndex index;
  index.fields = spec.fields;
  index.languages = spec.languages;
  index.metadata = spec.metadata;
  index.k1 = spec.k1;
  index.b = spec.b;
  index.documents.resize(count);
  std::vector<std::optional<FieldTerms>> workers(job_count(jobs));
  std::vector<unsigned> worker_of(count);
  for_each_index(count, jobs, [&](std::size_t i, unsigned worker) {
    if (!workers[worker]) workers[worker].emplace(spec);
    IndexDocument document = read(i);
    IndexedDocument& indexed = index.documents[i];
    indexed.ref = std::move(document.ref);
    indexed.boost = document.boost;
    for (const FieldValue& value : document.values) workers[worker]->add(value, indexed);
    indexed.uses.shrink_to_fit();
    worker_of[i] = worker;
  });
  number_terms(index, worker_of, workers);
  measure_fields(index);
  return index;
}

}  // namespace traff
