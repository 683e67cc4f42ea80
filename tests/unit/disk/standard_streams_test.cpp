// Whatever is thrown is told in the program's own words.
#include "disk/standard_streams.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <new>
#include <stdexcept>
#include <system_error>

#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"

using namespace traff;

namespace {

template <class Thrown>
std::string told(const Thrown& thrown) {
  const Failure failure = as_failure(std::make_exception_ptr(thrown));
  return failure.code.name() + " " + message_of(failure, Language::sv);
}

}  // namespace

TEST_CASE("what a library throws is told by code, cause and cure, and never in its own words") {
  CHECK(told(Failure(code::W10("a"))).starts_with("W10 Det finns ingenting på a."));
  CHECK(told(std::bad_alloc()).starts_with("W26 Minnet tog slut."));
  CHECK(told(std::system_error(EAGAIN, std::generic_category(), "thread::thread")).starts_with("W27 Datorn sa nej: "));
  const std::filesystem::filesystem_error unread("cannot increment", "a/b", std::make_error_code(std::errc::io_error));
  CHECK(told(unread).starts_with("W28 Kan inte läsa eller skriva a/b: "));
  CHECK(told(std::out_of_range("vector::at")).starts_with("W99 Träff gjorde fel"));
  CHECK(told(std::out_of_range("vector::at")).find("vector") == std::string::npos);
  CHECK(told(42).starts_with("W99 "));
}
