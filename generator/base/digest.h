// SHA-1 and SHA-256 of bytes that come piece by piece.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace traff {

class Digest {
 public:
  enum class Kind : std::uint8_t { sha1, sha256 };

  explicit Digest(Kind kind);
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view bytes);

  // The raw bytes, 20 or 32; nothing may be added after.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Two lower-case hexadecimal digits a byte.
std::string hex(std::string_view bytes);

std::string sha256_hex(std::string_view bytes);

}  // namespace traff
