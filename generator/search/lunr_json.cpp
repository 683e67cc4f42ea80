#include "search/lunr_json.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/parallel.h"
#include "base/text.h"
#include "search/analysis.h"
#include "search/json_text.h"
#include "search/lunr_index.h"
#include "search/postings.h"

namespace traff {

namespace {

constexpr std::size_t documents_per_piece = 200;
constexpr std::size_t terms_per_piece = 500;

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    append_json(out, std::string_view(text));
  }
  return out + "]";
}

// Pieces are made side by side, a few at a time, and given on in their order.
void write_list(std::size_t count, std::size_t per_piece, unsigned jobs, const TextSink& sink,
                const std::function<void(TextBuffer&, std::size_t)>& append_item) {
  const std::size_t pieces = (count + per_piece - 1) / per_piece;
  const std::size_t at_a_time = std::size_t{4} * job_count(jobs);
  std::vector<TextBuffer> made(std::min(at_a_time, pieces));
  for (std::size_t first = 0; first < pieces; first += at_a_time) {
    made.resize(std::min(at_a_time, pieces - first));
    for_each_index(made.size(), jobs, [&](std::size_t i) {
      const std::size_t begin = (first + i) * per_piece;
      made[i].clear();
      for (std::size_t item = begin; item < std::min(count, begin + per_piece); ++item) {
        if (item > 0) made[i] += ',';
        append_item(made[i], item);
      }
    });
    for (const TextBuffer& piece : made) sink(piece.view());
  }
}

class LunrWriter {
 public:
  LunrWriter(const LunrIndex& index, unsigned jobs, const TextSink& sink)
      : index_(index), jobs_(jobs), sink_(sink), weights_(index) {
    for (const IndexField& field : index.fields) {
      field_names_.push_back(json_of(field.name));
      vector_starts_.push_back("[" + json_of(field.name + "/"));
      vector_starts_.back().pop_back();  // the quotation mark, as the reference follows
    }
    for (const IndexedDocument& document : index.documents) refs_.push_back(json_of(document.ref));
  }

  void run() {
    sink_(lunr_json_start(index_));
    write_list(index_.documents.size(), documents_per_piece, jobs_, sink_,
               [this](TextBuffer& out, std::size_t i) { append_vectors(out, i); });
    sink_("],\"invertedIndex\":[");
    const Postings postings(index_);
    const std::vector<std::uint32_t> order = term_order();
    write_list(order.size(), terms_per_piece, jobs_, sink_,
               [&](TextBuffer& out, std::size_t i) { append_term(out, order[i], postings); });
    sink_(lunr_json_end(index_));
  }

 private:
  // By UTF-16 units: lunr.Index.load refuses any other order.
  std::vector<std::uint32_t> term_order() const {
    std::vector<std::uint32_t> order(index_.terms.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [this](std::uint32_t a, std::uint32_t b) { return index_.terms.word(a) < index_.terms.word(b); });
    return order;
  }

  void append_vectors(TextBuffer& out, std::size_t i) const {
    const IndexedDocument& document = index_.documents[i];
    std::vector<TermUse> vector;
    for (std::size_t field = 0; field < index_.fields.size(); ++field) {
      if (field > 0) out += ',';
      out += vector_starts_[field];
      out += std::string_view(refs_[i]).substr(1);
      out += ",[";
      bool first = true;
      find_field_vector(document, field, vector);
      const double norm = weights_.length_norm(field, document.fields[field].length);
      for (const TermUse& use : vector) {
        if (!first) out += ',';
        first = false;
        append_number(out, use.term);
        out += ',';
        append_thousandths(out, weights_.thousandths(field, norm, use, document.boost));
      }
      out += "]]";
    }
  }

  void append_term(TextBuffer& out, std::uint32_t term, const Postings& postings) const {
    out += '[';
    out += json_of(index_.terms.word(term));
    out += ",{";
    bool number_stands = false;
    const auto append_term_number = [&] {
      out += "\"_index\":";
      append_number(out, term);
      number_stands = true;
    };
    std::size_t next = postings.begin_of(term);
    for (std::uint32_t field = 0; field < index_.fields.size(); ++field) {
      if (field > 0) out += ',';
      if (!number_stands && !is_array_index(index_.fields[field].name)) {
        append_term_number();
        out += ',';
      }
      out += field_names_[field];
      out += ":{";
      for (bool first = true; next < postings.end_of(term); ++next, first = false) {
        const Posting posting = postings.at(next);
        if (posting.field != field) break;
        if (!first) out += ',';
        append_posting(out, posting);
      }
      out += '}';
    }
    if (!number_stands) {
      if (!index_.fields.empty()) out += ',';
      append_term_number();
    }
    out += "}]";
  }

  void append_posting(TextBuffer& out, const Posting& posting) const {
    out += refs_[posting.document];
    out += ":{";
    if (!index_.metadata.empty()) append_metadata(out, posting.field, posting.occurrences);
    out += '}';
  }

  void append_metadata(TextBuffer& out, std::uint32_t field, std::span<const Occurrence> occurrences) const {
    for (std::size_t key = 0; key < index_.metadata.size(); ++key) {
      if (key > 0) out += ',';
      out += json_of(index_.metadata[key].name);
      out += ":[";
      for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (i > 0) out += ',';
        append_value(out, index_.metadata[key].kind, occurrences[i], field);
      }
      out += ']';
    }
  }

  void append_value(TextBuffer& out, TokenMetadata kind, const Occurrence& occurrence, std::uint32_t field) const {
    const bool is_item = occurrence.start == Occurrence::none;
    if (kind == TokenMetadata::fields) {
      (((out += '[') += field_names_[field]) += ']');
    } else if (kind == TokenMetadata::unknown || is_item) {
      out += "null";
    } else if (kind == TokenMetadata::index) {
      append_number(out, occurrence.index);
    } else {
      out += '[';
      append_number(out, occurrence.start);
      out += ',';
      append_number(out, occurrence.length);
      out += ']';
    }
  }

  const LunrIndex& index_;
  unsigned jobs_;
  const TextSink& sink_;
  TermWeights weights_;
  std::vector<std::string> field_names_;    // as JSON
  std::vector<std::string> vector_starts_;  // by field: what the JSON of its vectors begins with
  std::vector<std::string> refs_;           // as JSON, by document
};

}  // namespace

std::string lunr_json_start(const LunrIndex& index) {
  std::vector<std::string> fields;
  for (const IndexField& field : index.fields) fields.push_back(field.name);
  return "{\"version\":\"2.3.9\",\"fields\":" + json_list(fields) + ",\"fieldVectors\":[";
}

std::string lunr_json_end(const LunrIndex& index) {
  return "],\"pipeline\":" + json_list(search_pipeline_names(index.languages)) + "}";
}

void write_lunr_json(const LunrIndex& index, unsigned jobs, const TextSink& sink) {
  LunrWriter(index, jobs, sink).run();
}

namespace {

constexpr ByteSet special("'\\\n\r\xE2");

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  std::size_t done = 0;
  for (std::size_t at; (at = find_byte_of(text, special, done)) != std::string_view::npos;) {
    out += text.substr(done, at - done);
    const std::string_view rest = text.substr(at);
    // Older browsers end a line, and so the text, at these two.
    const bool line_end = rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9");
    if (line_end)
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
    else if (rest[0] == '\n')
      out += "\\n";
    else if (rest[0] == '\r')
      out += "\\r";
    else if (rest[0] == '\xE2')
      out += rest[0];
    else
      (out += '\\') += rest[0];
    done = at + (line_end ? 3 : 1);
  }
  out += text.substr(done);
  return out;
}

}  // namespace

ScriptFile::ScriptFile(std::string_view name, const TextSink& sink) : sink_(sink) {
  sink_("(self.traffSearch=self.traffSearch||{})." + std::string(name) + "='");
}

void ScriptFile::write(std::string_view text) { sink_(escaped(text)); }

void ScriptFile::finish() { sink_("';\n"); }

std::string script_of(std::string_view name, std::string_view text) {
  return "(self.traffSearch=self.traffSearch||{})." + std::string(name) + "='" + escaped(text) + "';\n";
}

std::string script_of_part(std::string_view name, std::size_t number, std::string_view text) {
  return "traffSearch.part(\"" + std::string(name) + "\"," + std::to_string(number) + ",'" + escaped(text) + "');\n";
}

}  // namespace traff
