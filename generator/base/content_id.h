// The identity of any bytes: what `git hash-object` would print for them.
// Inputs, templates, views and finished files are all named this way, so a commit, the
// working folder and the written site speak one language.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace traff {

struct ContentId {
  std::array<std::uint8_t, 20> bytes{};
  auto operator<=>(const ContentId&) const = default;
};

// The git blob id of `bytes`. Cost: one SHA-1 pass.
ContentId content_id(std::string_view bytes);

// 40 lower-case hexadecimal digits.
std::string to_hex(const ContentId& id);

// Accepts exactly what to_hex gives.
std::optional<ContentId> content_id_from_hex(std::string_view hex);

// SHA-1 and SHA-256 of bytes that come piece by piece.

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

// One file as every parser sees it: all it may know of the world.

struct SourceText {
  std::string path;  // relative to the content root, '/' between folders, UTF-8 in NFC
  ContentId id;      // of `bytes`
  std::string bytes;
};

}  // namespace traff

template <>
struct std::hash<traff::ContentId> {
  std::size_t operator()(const traff::ContentId& id) const noexcept {
    std::size_t value;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
