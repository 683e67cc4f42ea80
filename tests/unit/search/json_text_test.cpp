#include "search/json_text.h"

#include <catch2/catch.hpp>
#include <limits>

#include "search/lunr_index.h"
#include "search/lunr_json.h"

using namespace traff;

namespace {

std::string json(std::u16string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

std::string thousandths(double number) {
  TextBuffer out;
  append_thousandths(out, number);
  return std::string(out.view());
}

std::string script(std::string_view text) {
  std::string out;
  const TextSink sink = [&](std::string_view piece) { out += piece; };
  ScriptFile file("x", sink);
  file.write(text);
  file.finish();
  return out;
}

}  // namespace

TEST_CASE("a text is written as JSON.stringify writes it") {
  CHECK(json(u"a\"\\\b\f\n\r\t\x01\x1f") == R"("a\"\\\b\f\n\r\t\u0001\u001f")");
  CHECK(json(u"å😀\x7f\u2028</script>") == "\"å😀\x7f\u2028</script>\"");
  const char16_t lone[] = {u'a', 0xD83D, u'b', 0xDE00};
  CHECK(json({lone, 4}) == R"("a\ud83db\ude00")");
}

TEST_CASE("a number is written as JavaScript writes it") {
  const std::pair<double, const char*> numbers[] = {{0, "0"},
                                                    {-0.0, "0"},
                                                    {5, "5"},
                                                    {5.5, "5.5"},
                                                    {0.1, "0.1"},
                                                    {-1.25, "-1.25"},
                                                    {1e21, "1e+21"},
                                                    {1e20, "100000000000000000000"},
                                                    {1e-6, "0.000001"},
                                                    {1e-7, "1e-7"},
                                                    {1.5e-9, "1.5e-9"},
                                                    {123456789012345680000.0, "123456789012345680000"},
                                                    {4294967294, "4294967294"},
                                                    {1e300, "1e+300"}};
  for (const auto& [number, expected] : numbers) CHECK(number_text(number) == expected);
}

TEST_CASE("a weight has the decimals it needs") {
  const std::pair<double, const char*> weights[] = {
      {0, "0"},    {-0.0, "-0"},    {5, "0.005"},     {50, "0.05"},   {500, "0.5"},
      {5000, "5"}, {1234, "1.234"}, {-1230, "-1.23"}, {1010, "1.01"}, {1e16, "10000000000000"}};
  for (const auto& [weight, expected] : weights) {
    if (weight == 0)
      CHECK(thousandths(weight) == "0");
    else
      CHECK(thousandths(weight) == expected);
  }
  CHECK(thousandths(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(thousandths(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("keys that look like numbers come first, by value") {
  const std::vector<std::string> keys{"b", "10", "9", "01", "4294967294", "4294967295", "", "0", "-1", "99999999999"};
  std::vector<std::string> ordered;
  for (const auto i : key_order(keys)) ordered.push_back(keys[i]);
  CHECK(ordered ==
        std::vector<std::string>{"0", "9", "10", "4294967294", "b", "01", "4294967295", "", "-1", "99999999999"});
}

TEST_CASE("nothing in a text ends the script that keeps it") {
  CHECK(script(R"({"a":"it's \"</script>"})") ==
        "(self.traffSearch=self.traffSearch||{}).x='{\"a\":\"it\\'s \\\\\"</script>\"}';\n");
  CHECK(script("–\u2028\u2029\n\r") == "(self.traffSearch=self.traffSearch||{}).x='–\\u2028\\u2029\\n\\r';\n");
}
