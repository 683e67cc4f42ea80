#include "base/message.h"

#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"

using namespace traff;

namespace {

template <class A, class B>
concept Compares = requires(const A& a, const B& b) { a == b; };

using F34 = decltype(code::F34);

}  // namespace

TEST_CASE("what is no message does not compile") {
  STATIC_REQUIRE(std::is_invocable_v<F34, const char*, std::string>);
  STATIC_REQUIRE_FALSE(std::is_invocable_v<F34, const char*>);
  STATIC_REQUIRE_FALSE(std::is_invocable_v<F34, const char*, std::string, int>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<char, Words>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<bool, Words>);
  STATIC_REQUIRE(std::is_invocable_v<decltype(sentence::reading), Language, int, int>);
  STATIC_REQUIRE_FALSE(std::is_invocable_v<decltype(sentence::reading), Language, int>);
  STATIC_REQUIRE(Compares<Code, F34>);
  STATIC_REQUIRE_FALSE(Compares<Code, std::string>);
  STATIC_REQUIRE_FALSE(Compares<Code, const char*>);
}

TEST_CASE("codes have their names, and are in the order of these") {
  CHECK(code::F1.name() == "F1");
  CHECK(code::F1 < code::F10);
  CHECK(code::F10 < code::F2);
  CHECK(code::F57 < code::W1);
}

TEST_CASE("an argument is the same in both languages, or has words for each") {
  CHECK(Words("a") == Words("a", "a"));
  CHECK(Words(1'000) == Words("1000"));
  CHECK(2 + Words(" filer", " files") == Words("2 filer", "2 files"));
  const Diagnostic found{code::F5("Träff 2", Words("i juli", "in July")), {"a.md"}};
  CHECK(message_of(found, Language::sv) == "Träff 2 ligger i juli.");
  CHECK(message_of(found, Language::en) == "Träff 2 is in July.");
  CHECK(message_of(Failure(code::W90(Words("å", "o"))), Language::en)
            .starts_with("The copy was not written, because it would not work without a network:o\n"));
}

TEST_CASE("a hint without words is not said") {
  const Diagnostic found{code::L1("a.md", ""), {"b.md"}};
  CHECK(hint_of(found, Language::sv).empty());
  CHECK(format_diagnostic(found, Language::sv).find("→") == std::string::npos);
}

TEST_CASE("a sentence has its arguments in the places of its language") {
  CHECK(sentence::release_shown(Language::sv, "20191001-1", "ut") == "ut/current visar nu version 20191001-1.");
  CHECK(sentence::pushed(Language::en, "{0}") == "Pushed to {0}.");
}

TEST_CASE("what was found is counted in the reader's language") {
  CHECK(counts_in_words({}, Language::sv) == "0 Fel, 0 Varningar, 0 Tips");
  const std::vector<Diagnostic> found = {{code::F9(), {"a.md"}}, {code::F8("x"), {"a.md"}}};
  CHECK(counts_in_words(count_diagnostics(found), Language::sv) == "1 Fel, 1 Varning, 0 Tips");
  CHECK(counts_in_words(count_diagnostics(found), Language::en) == "1 error, 1 warning, 0 hints");
}

TEST_CASE("what the system says in English is said in Swedish too, when it is a usual cause") {
  CHECK(message_of(Failure(code::W1("a.md", "No such file or directory")), Language::sv) ==
        "Kan inte läsa a.md: filen eller mappen finns inte\n  → Kontrollera att filen finns kvar och att du får läsa "
        "den.");
  CHECK(
      message_of(Failure(code::W1("a.md", "Is a directory")), Language::en).starts_with("Cannot read a.md: Is a dir"));
  CHECK(message_of(Failure(code::W1("a.md", "Stale file handle")), Language::sv)
            .starts_with("Kan inte läsa a.md: Stale"));
}
