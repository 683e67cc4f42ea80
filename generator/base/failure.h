// The world failed: disk full, no permission, no such revision. Thrown by git/, source/,
// output/ and preview/ only, caught once in main, which prints the catalogue's text and exits with 2.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace traff {

struct Failure : std::exception {
  std::string code;               // a W code of the message catalogue
  std::vector<std::string> args;  // fill {0}, {1} … ; by habit {0} is the path, {1} the cause

  Failure(std::string code_, std::vector<std::string> args_) : code(std::move(code_)), args(std::move(args_)) {}
  const char* what() const noexcept override { return code.c_str(); }
};

}  // namespace traff
