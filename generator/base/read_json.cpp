#include "base/read_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/unicode.h"

namespace traff {

namespace {

using Json = nlohmann::json;

// Reads for nothing but the place where it goes wrong, which an exception does not always tell.
class FlawFinder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    read_ = position;
    is_number_ = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
    return false;
  }

  std::size_t read() const { return read_; }  // bytes, the wrong one among them
  bool is_number() const { return is_number_; }

 private:
  std::size_t read_ = 0;
  bool is_number_ = false;
};

// The byte that opens one list too many; npos when none does.
std::size_t too_deep_at(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string) {
      if (c == '\\') ++i;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest_json) return i;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return std::string_view::npos;
}

JsonFlaw flaw_at(std::string_view text, std::size_t byte, Words what) {
  byte = std::min(byte, text.size());
  const std::string_view before = text.substr(0, byte);
  JsonFlaw flaw{byte, 0, 0, std::move(what)};
  flaw.line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
  flaw.column = code_point_count(before.substr(before.rfind('\n') + 1)) + 1;  // npos + 1 is 0
  return flaw;
}

JsonFlaw find_flaw(std::string_view text) {
  FlawFinder finder;
  Json::sax_parse(text.begin(), text.end(), &finder);
  const std::size_t byte = finder.read() == 0 ? 0 : finder.read() - 1;
  if (finder.is_number()) return flaw_at(text, byte, {"talet är för stort", "the number is too large"});
  return flaw_at(text, byte, {"här väntades något annat", "something else was expected here"});
}

}  // namespace

std::optional<JsonFlaw> read_json(std::string_view text, Json& value) {
  if (const std::size_t deep = too_deep_at(text); deep != std::string_view::npos) {
    const std::string most = std::to_string(deepest_json);
    return flaw_at(text, deep,
                   {"här är det fler än " + most + " nivåer av listor i varandra",
                    "here lists are nested deeper than " + most + " levels"});
  }
  try {
    value = Json::parse(text);
    return std::nullopt;
  } catch (const Json::exception&) {
    return find_flaw(text);
  }
}

Words placed_words(const JsonFlaw& flaw) {
  return Words("rad ", "line ") + flaw.line + Words(", tecken ", ", character ") + flaw.column + ": " + flaw.what;
}

}  // namespace traff
