// A page's text read together with a list of literature: which words became links to which works, and what was said.
#pragma once

#include <string>
#include <string_view>

namespace traff::testing {

// "[Katz & Dack (2017)→katz-dack-2017]" for each link and "R1[Parr (2008)]" for each message, in order; "" for neither.
// `text` is Markdown, on a page of the network whose litteratur.md is `list`.
std::string cited_in(std::string_view text, std::string_view list);

// The same with the list that most examples share: see cited_text.cpp.
std::string cited_in(std::string_view text);

// A text and what cited_in should say of it.
struct CitedText {
  const char* text;
  const char* expected;
};
void check_cited(const CitedText& row);

}  // namespace traff::testing
