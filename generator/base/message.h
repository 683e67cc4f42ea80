// What is said to authors before it has words: a code, and what differs from case to case in both languages. The words
// stand in the message catalogue under the code, so a message is small, can be cached and can be printed in either
// language without opening a file.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace traff {

// The two languages the program speaks.

enum class Language : std::uint8_t { sv, en };

inline std::string_view language_tag(Language language) { return language == Language::sv ? "sv" : "en"; }

// "sv", "sv-SE", "svenska" … and the same for English; nothing else.
std::optional<Language> parse_language(std::string_view text);

// A letter for its family and a number: F1, W17. In order as their names are: F10 before F2.
class Code {
 public:
  constexpr Code() = default;  // none yet, until one is read into it

  consteval explicit Code(std::string_view name) {
    if (name.size() < 2 || name.size() > 3 || name[0] < 'A' || name[0] > 'Z') throw "a letter and a number";
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (i > 0 && (name[i] < '0' || name[i] > '9')) throw "a letter and a number";
      name_[i] = name[i];
    }
  }

  std::string name() const { return c_str(); }
  const char* c_str() const { return name_.data(); }
  auto operator<=>(const Code&) const = default;

  template <class Stream, class Type>
    requires std::is_same_v<std::remove_const_t<Type>, Code>
  friend void describe(Stream& stream, Type& code) {
    for (auto& byte : code.name_) stream(byte);
  }

 private:
  std::array<char, 4> name_{};  // the last is always zero
};

// An argument of a message: the same in both languages, or one for each.
struct Words {
  std::string sv;
  std::string en;

  Words() = default;
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  Words(const Text& same) : sv(std::string_view(same)), en(sv) {}
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  Words(Number number) : sv(std::to_string(number)), en(sv) {}
  Words(std::string in_swedish, std::string in_english) : sv(std::move(in_swedish)), en(std::move(in_english)) {}

  const std::string& in(Language language) const { return language == Language::sv ? sv : en; }
  friend Words operator+(const Words& a, const Words& b) { return {a.sv + b.sv, a.en + b.en}; }
  auto operator<=>(const Words&) const = default;
};

// The same of words that stand in the program.
struct Phrase {
  std::string_view sv;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::sv ? sv : en; }
  operator Words() const { return {std::string(sv), std::string(en)}; }
};

// Which of {0} … {9} stand in a text, a bit each.
consteval unsigned slots_in(std::string_view text) {
  unsigned slots = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const char digit = text[at + 1];
    if (text[at] == '{' && digit >= '0' && digit <= '9' && text[at + 2] == '}') slots |= 1U << (digit - '0');
  }
  return slots;
}

// The text with its arguments in place. Asserts that there are as many as it asks for.
std::string fill_slots(std::string_view text, std::span<const Words> args, Language language);

// Words with a place for each of `Count` arguments; one more or less does not compile.
template <std::size_t Count>
struct Sentence {
  std::string_view sv;
  std::string_view en;

  consteval Sentence(std::string_view in_swedish, std::string_view in_english) : sv(in_swedish), en(in_english) {
    constexpr unsigned all = (1U << Count) - 1;
    if (slots_in(sv) != all || slots_in(en) != all) throw "arguments";
  }

  template <std::convertible_to<Words>... Given>
    requires(sizeof...(Given) == Count)
  std::string operator()(Language language, Given&&... args) const {
    const std::array<Words, Count> words{Words(std::forward<Given>(args))...};
    return fill_slots(language == Language::sv ? sv : en, words, language);
  }
};

struct Message {
  Code code;
  std::vector<Words> args;  // fill {0}, {1} … of the catalogue's texts
  bool operator==(const Message&) const = default;
};

// A code that counts its arguments: `code::F34(letter, before)` is a message, and with one more or less no program.
template <std::size_t Count>
struct MessageCode : Code {
  consteval explicit MessageCode(std::string_view name) : Code(name) {}

  template <std::convertible_to<Words>... Given>
    requires(sizeof...(Given) == Count)
  Message operator()(Given&&... args) const {
    return {*this, {Words(std::forward<Given>(args))...}};
  }
};

}  // namespace traff
