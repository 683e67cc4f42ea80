#include "theme/theme.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "base/messages/format_diagnostic.h"
#include "embedded_files.h"
#include "theme/sample_view.h"
#include "theme/view.h"

using namespace traff;

namespace {

ThemeLoad load(std::vector<ThemeFile> overrides = {}, Language language = Language::sv) {
  return load_theme(std::move(overrides), language);
}

std::string expand(const std::string& page_template, const nlohmann::json& view) {
  ThemeLoad loaded = load({{"templates/page.mustache", page_template}});
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic, Language::en));
  REQUIRE(loaded.diagnostics.empty());
  return loaded.theme.expand("page", view_of(view));
}

nlohmann::json default_strings(const std::string& language) {
  const auto files = embedded_files();
  const auto file = std::ranges::find(files, "themes/default/strings/" + language + ".json", &EmbeddedFile::path);
  REQUIRE(file != files.end());
  return nlohmann::json::parse(file->bytes);
}

// The names in braces, in order.
std::multiset<std::string> slots(const std::string& text) {
  std::multiset<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    found.insert(text.substr(open, text.find('}', open) - open));
  }
  return found;
}

}  // namespace

TEST_CASE("the default theme loads without a diagnostic in both languages") {
  for (const Language language : {Language::sv, Language::en}) {
    const ThemeLoad loaded = load({}, language);
    for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic, language));
    CHECK(loaded.diagnostics.empty());
  }
}

TEST_CASE("both string files have the same ids with the same slots") {
  const auto sv = default_strings("sv");
  const auto en = default_strings("en");
  CHECK(sv.size() == en.size());
  for (const auto& [id, text] : sv.items()) {
    INFO(id);
    REQUIRE(en.contains(id));
    CHECK(slots(text) == slots(en[id]));
    CHECK_FALSE(text.get<std::string>().empty());
  }
}

TEST_CASE("every kind of page is a whole document with the policy before its first resource") {
  const ThemeLoad loaded = load();
  for (const std::string_view kind : template_kinds()) {
    INFO(kind);
    const std::string page = loaded.theme.expand(kind, sample_view(kind));
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"lang\">"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(page.find("Content-Security-Policy") < page.find("<link"));
    CHECK(page.find("<h1>title</h1>") != std::string::npos);
    for (const char* forbidden :
         {" style=", "<style", " onclick", "integrity", "crossorigin", "http:", "https:", "{{"}) {
      INFO(forbidden);
      CHECK(page.find(forbidden) == std::string::npos);
    }
  }
}

TEST_CASE("a page whose view holds nothing but its title still expands") {
  const ThemeLoad loaded = load();
  View view;
  view.put("title", "Ensam");
  for (const std::string_view kind : template_kinds()) {
    INFO(kind);
    const std::string page = loaded.theme.expand(kind, view);
    CHECK(page.find("<h1>Ensam</h1>") != std::string::npos);
    for (const char* empty : {"<ul>\n</ul>", "<ol>\n</ol>", "<dl class=\"facts\">", "<nav class=\"pager\""}) {
      INFO(empty);
      CHECK(page.find(empty) == std::string::npos);
    }
  }
}

TEST_CASE("a name is escaped for & < > and quotes and for nothing else") {
  CHECK(expand("{{title}}", {{"title", "a&b <c> \"d\" 'e' å / ="}}) == "a&amp;b &lt;c&gt; &quot;d&quot; 'e' å / =");
  CHECK(expand("{{{body}}}", {{"body", "<p>a & b</p>"}}) == "<p>a & b</p>");
}

TEST_CASE("empty text, null, false and an empty list are absent") {
  const std::string page_template = "{{#subtitle}}yes{{/subtitle}}{{^subtitle}}no{{/subtitle}}";
  CHECK(expand(page_template, {{"subtitle", "x"}}) == "yes");
  for (const auto& absent :
       {nlohmann::json(""), nlohmann::json(nullptr), nlohmann::json(false), nlohmann::json::array()}) {
    CHECK(expand(page_template, {{"subtitle", absent}}) == "no");
  }
  CHECK(expand(page_template, nlohmann::json::object()) == "no");
}

TEST_CASE("a list is walked in order, and a name missing in its item is looked up outside it") {
  const nlohmann::json view = {{"title", "T"}, {"breadcrumb", {{{"href", "a"}, {"title", "A"}}, {{"href", "b"}}}}};
  CHECK(expand("{{#breadcrumb}}[{{href}} {{title}}]{{/breadcrumb}}", view) == "[a A][b T]");
}

TEST_CASE("lists inside lists keep their own items") {
  const nlohmann::json view = nlohmann::json::parse(R"({"toc": {"items": [
      {"id": "a", "children": [{"id": "a1"}, {"id": "a2"}]}, {"id": "b"}, {"id": "c", "children": [{"id": "c1"}]}]}})");
  CHECK(expand("{{#toc}}{{#items}}{{id}}{{#has_children}}({{#children}}{{id}},{{/children}}){{/has_children}};{{/"
               "items}}{{/toc}}",
               view) == "a(a1,a2,);b;c(c1,);");
}

TEST_CASE("every list has a flag that tells whether it has items") {
  const std::string page_template = "{{#has_facts}}<dl>{{#facts}}{{label}}{{/facts}}</dl>{{/has_facts}}";
  CHECK(expand(page_template, {{"facts", {{{"label", "a"}}, {{"label", "b"}}}}}) == "<dl>ab</dl>");
  CHECK(expand(page_template, {{"facts", nlohmann::json::array()}}) == "");
  CHECK(expand(page_template, nlohmann::json::object()) == "");
}

TEST_CASE("a dotted name is a name inside an object") {
  CHECK(expand("{{network.title}}", {{"network", {{"title", "N"}}}}) == "N");
  CHECK(expand("{{network.title}}", nlohmann::json::object()) == "");
}

TEST_CASE("white space between tags is cut down and lines with only a section leave no trace") {
  CHECK(expand("<p>\n\n   <b>\n  {{#title}}\n  {{title}}\n  {{/title}}\n\n</p>\n", {{"title", "x"}}) ==
        "<p>\n<b>\nx\n</p>\n");
  CHECK(expand("a  {{title}}  b", {{"title", "x"}}) == "a x b");
  CHECK(expand("a\n{{! note }}\nb", nlohmann::json::object()) == "a\nb");
}

TEST_CASE("text of a view is never read as a template") {
  CHECK(expand("{{title}} {{{body}}}", {{"title", "{{lang}}"}, {"body", "{{{lang}}}"}, {"lang", "sv"}}) ==
        "{{lang}} {{{lang}}}");
}

TEST_CASE("an interface string is put in escaped and is never read as a template") {
  ThemeLoad loaded = load({{"templates/page.mustache", "{{t.menu}}|{{t.home}}"},
                           {"strings/sv.json", R"({"menu": "A & <B>", "home": "{{title}}"})"}});
  REQUIRE(loaded.diagnostics.empty());
  CHECK(loaded.theme.expand("page", View()) == "A &amp; &lt;B&gt;|&#123;{title}}");
}

TEST_CASE("a string that a site's file lacks falls back to the default's") {
  ThemeLoad loaded = load({{"strings/sv.json", R"({"menu": "Innanmäte"})"}});
  REQUIRE(loaded.diagnostics.empty());
  CHECK(loaded.theme.text("menu") == "Innanmäte");
  CHECK(loaded.theme.text("home") == "Startsida");
  CHECK(load({}, Language::en).theme.text("home") == "Home");
}

TEST_CASE("slots of a string are filled by name and others are left as they stand") {
  const ThemeLoad loaded = load();
  CHECK(loaded.theme.text("meeting.of", {{"m", "5"}, {"n", "2"}}) == "Träff 2 av 5");
  CHECK(loaded.theme.text("meeting.of", {{"n", "{m}"}}) == "Träff {m} av {m}");
}

TEST_CASE("an override of one partial changes what the partial shows and nothing else") {
  const ThemeLoad before = load();
  const ThemeLoad after = load({{"templates/end.mustache", "</main></div></div>END</body></html>\n"}});
  REQUIRE(after.diagnostics.empty());
  const auto view = sample_view("page");
  const std::string old_page = before.theme.expand("page", view);
  const std::string new_page = after.theme.expand("page", view);
  const std::string old_start = old_page.substr(0, old_page.find("</main>"));
  CHECK(new_page == old_start + "</main></div></div>END</body></html>\n");
}

TEST_CASE(
    "the style sheet is site.css and print.css together; its name and the script's carry a hash of their content") {
  const ThemeLoad loaded = load({{"site.css", "a{}"}, {"print.css", "b{}"}});
  CHECK(loaded.theme.style_sheet().bytes == "a{}b{}");
  CHECK(loaded.theme.style_sheet().path == "assets/site-" + to_hex(content_id("a{}b{}")).substr(0, 8) + ".css");
  CHECK(loaded.theme.script().path.ends_with(".js"));
}

TEST_CASE("the theme's id covers templates, strings, style sheet, script and language, and nothing else") {
  const ContentId plain = load().theme.id();
  CHECK(load().theme.id() == plain);
  CHECK(load({{"notes.txt", "hej"}}).theme.id() == plain);
  CHECK(load({{"strings/en.json", R"({"menu": "M"})"}}).theme.id() == plain);
  CHECK(load({}, Language::en).theme.id() != plain);
  CHECK(load({{"site.css", ""}}).theme.id() != plain);
  CHECK(load({{"print.css", ""}}).theme.id() != plain);
  CHECK(load({{"site.js", ""}}).theme.id() != plain);
  CHECK(load({{"strings/sv.json", R"({"menu": "M"})"}}).theme.id() != plain);
  CHECK(load({{"templates/page.mustache", "x"}}).theme.id() != plain);
}

TEST_CASE("expanding is the same from eight threads at once") {
  const ThemeLoad loaded = load();
  const auto view = sample_view("meeting");
  const std::string expected = loaded.theme.expand("meeting", view);
  std::vector<int> wrong(8, 0);
  {
    std::vector<std::jthread> threads;
    for (int& count : wrong) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) count += loaded.theme.expand("meeting", view) == expected ? 0 : 1;
      });
    }
  }
  CHECK(wrong == std::vector<int>(8, 0));
}
