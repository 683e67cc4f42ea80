#include <catch2/catch.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "markdown/front/front_matter.h"
#include "markdown/library_html.h"
#include "markdown/parse_document.h"
#include "markdown/parser/block_lines.h"
#include "markdown/parser/dropped_parts.h"
#include "markdown/plain_html.h"
#include "markdown/sample_markdown.h"

using namespace traff;

namespace {

constexpr std::string_view title = "---\ntitel: Prov\n---\n";

std::string our_html(const std::string& body) {
  const ParsedDocument parsed = parse_document({"prov.md", {}, std::string(title) + body}, {});
  return parsed.document.refused ? "refused" : as_library_html(filled_plainly(parsed));
}

// The text as parse_document gives it to the parser.
RepairedText prepared(const std::string& body) {
  RepairedText text = repair("prov.md", body, 4, {});
  mark_blocks(text, AuthorText("prov.md", body));
  DroppedParts dropped(text);
  RepairedText kept = dropped.has_rewritten() ? dropped.written() : text;
  while (dropped.find(CmarkTree(kept.text).root())) kept = dropped.written();
  return kept;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

// "", or the first line in which the two differ. Unused footnotes are left out by cmark-gfm and not compared.
std::string difference(const std::string& body) {
  const RepairedText text = prepared(body);
  const bool has_unused_notes = text.text.starts_with("\xEF\xB7\x95");
  const std::string ours = our_html(body);
  const std::string theirs = library_html(text);
  if (has_unused_notes || ours == theirs) return {};
  const std::vector<std::string_view> our_lines = split_lines(ours);
  const std::vector<std::string_view> their_lines = split_lines(theirs);
  std::size_t at = 0;
  while (at < our_lines.size() && at < their_lines.size() && our_lines[at] == their_lines[at]) ++at;
  const auto line = [&](const std::vector<std::string_view>& lines) {
    return at < lines.size() ? std::string(lines[at]) : "(end)";
  };
  return "ours:   " + line(our_lines) + "\ntheirs: " + line(their_lines);
}

// As Debian's package cmark-gfm installs it; "" where that is not installed.
std::string specification() {
  const char* elsewhere = std::getenv("TRAFF_COMMONMARK_SPEC");
  if (elsewhere != nullptr) return read_file(elsewhere);
  const std::string packed = "/usr/share/doc/cmark-gfm/spec.txt.gz";
  if (!std::filesystem::exists(packed)) return {};
  std::FILE* unpacked = ::popen(("gzip -dc " + packed).c_str(), "r");
  std::string text;
  for (int c; unpacked != nullptr && (c = std::fgetc(unpacked)) != EOF;) text += static_cast<char>(c);
  if (unpacked != nullptr) ::pclose(unpacked);
  return text;
}

// The inputs of its examples.
std::vector<std::string> specification_examples() {
  std::vector<std::string> examples;
  const std::string text = specification();
  const std::string fence(32, '`');
  bool inside = false;
  for (const std::string_view line : split_lines(text)) {
    if (line.starts_with(fence + " example")) {
      inside = true;
      examples.emplace_back();
    } else if (line == ".") {
      inside = false;
    } else if (inside) {
      examples.back() += replace_all(line, "→", "\t") + "\n";
    }
  }
  return examples;
}

}  // namespace

TEST_CASE("documents made by chance get the HTML of cmark-gfm but for the documented differences") {
  for (std::uint32_t seed = 1; seed <= 6000; ++seed) {
    const std::string found = difference(make_sample_markdown(seed, {}).text);
    INFO("seed " << seed << "\n" << (found.empty() ? "" : make_sample_markdown(seed, {}).text));
    if (!found.empty()) REQUIRE(found == "");
  }
}

TEST_CASE("the site's own content gets the HTML of cmark-gfm but for the documented differences") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(TRAFF_SOURCE_DIR) + "/content")) {
    if (entry.path().extension() != ".md") continue;
    const std::string bytes = read_file(entry.path());
    INFO(entry.path());
    CHECK(difference("Inledning.\n\n" + bytes.substr(parse_front_matter("prov.md", bytes).body_offset)) == "");
    ++files;
  }
  CHECK(files > 0);
}

TEST_CASE("the examples of the specification get the HTML of cmark-gfm but for the documented differences") {
  const std::vector<std::string> examples = specification_examples();
  if (examples.empty()) WARN("skipped: no specification installed");
  for (const std::string& example : examples) {
    CHECK(difference("Inledning.\n\n" + example) == "");
  }
}
