// The parts of an address on the web that every stage may ask for.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// "example.org" of "https://user@Example.org:8080/a": in lower case, without user and port; "" when there is no "://".
std::string host_of(std::string_view address);

// `text` as people and logs may see it: of every address in it the user with the password, and what follows '?', become
// "…". The user of an ssh address is no secret. Rather too much is hidden than too little.
std::string without_secrets(std::string_view text);

// The same of what is known to be one address: its password may hold spaces.
std::string address_without_secrets(std::string_view address);

// What can be said of a link without following it: whether its address is safe, whether its words say where it leads.

// javascript:, data:, vbscript:, file: whatever the case and white space.
bool is_unsafe_address(std::string_view address);

// A scheme and a colon first ("https:", "mailto:"), or "//host".
bool has_scheme(std::string_view address);

// "här", "klicka här", "läs mer" …: words that say nothing on their own (S20).
bool says_nothing(std::string_view link_text);

// "%C3%A5" → "å". A % that begins no byte stays.
std::string percent_decoded(std::string_view text);

// "a/å" → "a/%C3%A5": a path as it may stand in any address.
std::string percent_encoded(std::string_view path);

// An address as it may stand in href="…": percent-encoded where HTML or URLs need it. The same as cmark's.
void append_href(std::string& out, std::string_view address);

}  // namespace traff
