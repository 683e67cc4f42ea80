// Small, allocation-free looks at text that every stage needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace traff {

std::string_view trim(std::string_view text);  // ASCII white space and U+00A0 at both ends
bool is_blank(std::string_view text);          // nothing but white space

// Lines without their line ends; "\r\n" counts as one. A final line end gives no empty last line.
std::vector<std::string_view> split_lines(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Appends text with & < > " as character references, for content and quoted attributes alike.
void append_html_escaped(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);

}  // namespace traff
