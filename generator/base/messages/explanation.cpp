#include "base/messages/explanation.h"

#include <algorithm>
#include <array>

#include "base/messages/catalogue.h"
#include "base/text.h"
#include "base/unicode.h"
#include "embedded_files.h"

namespace traff {

namespace {

std::vector<const MessageText*> all_rows() {
  std::vector<const MessageText*> rows;
  for (const auto family : {text_messages(), structure_messages(), fact_messages(), site_messages(), people_messages(),
                            failure_messages(), reference_messages()}) {
    for (const MessageText& row : family) rows.push_back(&row);
  }
  return rows;
}

std::string with_dots_for_slots(std::string_view text) {
  std::string words(text);
  for (char digit = '0'; digit <= '9'; ++digit) words = replace_all(words, std::string{'{', digit, '}'}, "…");
  return replace_all(words, "….", "…");
}

// Reads one section of the document into an explanation.
class SectionReader {
 public:
  explicit SectionReader(CodeExplanation& explanation) : explanation_(explanation) {}

  void read(std::string_view document) {
    const std::string heading = "## " + explanation_.code + " ";
    bool is_here = false;
    for (const std::string_view line : split_lines(document)) {
      if (!in_example_ && line.starts_with('#')) is_here = line.starts_with(heading);
      if (!is_here) continue;
      if (explanation_.title.empty())
        explanation_.title = trim(line.substr(heading.size()));
      else
        take(line);
    }
    end_paragraph();
  }

 private:
  void take(std::string_view line) {
    if (in_example_ && line == "```") {
      in_example_ = false;
    } else if (in_example_) {
      explanation_.examples.back().text += std::string(line) + "\n";
    } else if (line.starts_with("```")) {
      in_example_ = true;
      end_paragraph();
      explanation_.examples.push_back({line.ends_with("fel"), {}});
    } else if (is_blank(line)) {
      end_paragraph();
    } else {
      paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(trim(line));
    }
  }

  void end_paragraph() {
    if (!paragraph_.empty()) explanation_.paragraphs.push_back(std::move(paragraph_));
    paragraph_.clear();
  }

  CodeExplanation& explanation_;
  std::string paragraph_;
  bool in_example_ = false;
};

std::string in_capitals(std::string_view typed) {
  std::string code(typed);
  if (!code.empty() && code[0] >= 'a' && code[0] <= 'z') code[0] = static_cast<char>(code[0] - 'a' + 'A');
  return code;
}

}  // namespace

bool looks_like_code(std::string_view typed) {
  return typed.size() >= 2 && typed.size() <= 5 && is_ascii_letter(typed[0]) &&
         std::all_of(typed.begin() + 1, typed.end(), is_digit);
}

std::vector<std::string> code_names() {
  std::vector<std::string> names;
  for (const MessageText* row : all_rows()) names.push_back(row->code.name());
  std::sort(names.begin(), names.end(), swedish_less);  // F9 before F10
  return names;
}

std::optional<CodeExplanation> explain_code(std::string_view typed, Language language) {
  const std::string code = in_capitals(typed);
  for (const MessageText* row : all_rows()) {
    if (row->code.name() != code) continue;
    const bool sv = language == Language::sv;
    CodeExplanation explanation;
    explanation.code = code;
    explanation.severity = row->severity;
    explanation.message = with_dots_for_slots(sv ? row->sv : row->en);
    explanation.cure = with_dots_for_slots(sv ? row->hint_sv : row->hint_en);
    SectionReader(explanation).read(embedded_file("docs/diagnostics.md"));
    return explanation;
  }
  return std::nullopt;
}

}  // namespace traff
