#include <nlohmann/json.hpp>

#include "output/manifest.h"
#include "output/manifest_format.h"
#include "output/site_path.h"

namespace traff {

namespace {

// Takes the events of nlohmann's parser in exactly the order the writer gives; anything else ends the reading.
class ManifestReader {
 public:
  Manifest manifest;
  bool complete() const { return expected_ == Expected::nothing; }

  bool start_object(std::size_t) {
    if (advance(Expected::start, Expected::format_key)) return true;
    return advance(Expected::outputs, Expected::output_key);
  }

  bool end_object() {
    if (advance(Expected::output_key, Expected::end)) return true;
    return advance(Expected::end, Expected::nothing);
  }

  bool key(std::string& key) {
    using namespace manifest_format;
    switch (expected_) {
      case Expected::format_key: expected_ = Expected::format; return key == format_key;
      case Expected::generator_key: expected_ = Expected::generator; return key == generator_key;
      case Expected::shared_key: expected_ = Expected::shared; return key == shared_key;
      case Expected::outputs_key: expected_ = Expected::outputs; return key == outputs_key;
      case Expected::output_key: expected_ = Expected::output; return begin_output(key);
      default: return false;
    }
  }

  bool start_array(std::size_t) {
    if (advance(Expected::shared, Expected::shared_ingredient)) return true;
    if (advance(Expected::shared_ingredient, Expected::shared_name)) return true;
    return advance(Expected::output, Expected::output_bytes);
  }

  bool end_array() {
    if (advance(Expected::shared_ingredient, Expected::outputs_key)) return true;
    if (advance(Expected::shared_end, Expected::shared_ingredient)) return true;
    return advance(Expected::ingredient, Expected::output_key);
  }

  bool string(std::string& text) {
    switch (expected_) {
      case Expected::generator: return take_id(text, manifest.generator, Expected::shared_key);
      case Expected::shared_name: return take_name(text, Expected::shared_id);
      case Expected::shared_id: return take_id(text, read_id_, Expected::shared_end) && add_to(shared_);
      case Expected::output_bytes: return take_id(text, entry_->bytes, Expected::ingredient);
      case Expected::ingredient: return take_name(text, Expected::ingredient_id);
      case Expected::ingredient_id: return take_id(text, read_id_, Expected::ingredient) && add_to(entry_->ingredients);
      default: return false;
    }
  }

  bool number_unsigned(std::uint64_t number) {
    if (expected_ == Expected::format) {
      expected_ = Expected::generator_key;
      return number == manifest_format::version;
    }
    if (expected_ != Expected::ingredient || number >= shared_.size()) return false;
    entry_->ingredients.push_back(shared_[number]);
    return true;
  }

  bool null() { return false; }
  bool boolean(bool) { return false; }
  bool number_integer(std::int64_t) { return false; }
  bool number_float(double, const std::string&) { return false; }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

 private:
  enum class Expected {
    start,
    format_key,
    format,
    generator_key,
    generator,
    shared_key,
    shared,
    shared_ingredient,
    shared_name,
    shared_id,
    shared_end,
    outputs_key,
    outputs,
    output_key,
    output,
    output_bytes,
    ingredient,
    ingredient_id,
    end,
    nothing
  };

  bool advance(Expected from, Expected to) {
    if (expected_ != from) return false;
    expected_ = to;
    return true;
  }

  // A path that leads out of the site would make us remove strangers' files.
  bool begin_output(std::string& path) {
    if (!is_site_path(path)) return false;
    const std::size_t before = manifest.outputs.size();
    entry_ = &manifest.outputs.emplace_hint(manifest.outputs.end(), std::move(path), ManifestEntry())->second;
    return manifest.outputs.size() > before;
  }

  bool take_id(const std::string& hex, ContentId& id, Expected next) {
    const auto parsed = content_id_from_hex(hex);
    if (!parsed) return false;
    id = *parsed;
    expected_ = next;
    return true;
  }

  bool take_name(std::string& name, Expected next) {
    read_name_ = std::move(name);
    expected_ = next;
    return true;
  }

  bool add_to(std::vector<Ingredient>& ingredients) {
    ingredients.push_back({std::move(read_name_), read_id_});
    return true;
  }

  Expected expected_ = Expected::start;
  std::vector<Ingredient> shared_;
  ManifestEntry* entry_ = nullptr;
  std::string read_name_;
  ContentId read_id_;
};

}  // namespace

std::optional<Manifest> parse_manifest(std::string_view json) {
  ManifestReader reader;
  const bool parsed = nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
  if (!parsed || !reader.complete()) return std::nullopt;
  return std::move(reader.manifest);
}

}  // namespace traff
