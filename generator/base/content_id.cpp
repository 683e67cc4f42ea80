#include "base/content_id.h"

#include <openssl/evp.h>

#include <cassert>
#include <memory>

namespace traff {

namespace {

// Looking the algorithm up costs more than hashing a page, so that is done once.
const EVP_MD* sha1() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> found(EVP_MD_fetch(nullptr, "SHA1", nullptr),
                                                                     EVP_MD_free);
  assert(found != nullptr);
  return found.get();
}

}  // namespace

ContentId content_id(std::string_view bytes) {
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  const std::string header = "blob " + std::to_string(bytes.size());
  ContentId id;
  [[maybe_unused]] const bool hashed = EVP_DigestInit_ex(context.get(), sha1(), nullptr) == 1 &&
                                       EVP_DigestUpdate(context.get(), header.c_str(), header.size() + 1) == 1 &&
                                       EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                                       EVP_DigestFinal_ex(context.get(), id.bytes.data(), nullptr) == 1;
  assert(hashed);
  return id;
}

std::string hex(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string to_hex(const ContentId& id) {
  return hex({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
}

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::optional<ContentId> content_id_from_hex(std::string_view hex) {
  if (hex.size() != 40) return std::nullopt;
  ContentId id;
  for (std::size_t i = 0; i < 20; ++i) {
    const int high = digit_value(hex[2 * i]);
    const int low = digit_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return id;
}

struct Digest::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() { EVP_MD_CTX_free(context); }
};

Digest::Digest(Kind kind) : state_(std::make_unique<State>()) {
  [[maybe_unused]] const int begun =
      EVP_DigestInit_ex(state_->context, kind == Kind::sha1 ? EVP_sha1() : EVP_sha256(), nullptr);
  assert(begun == 1);
}

Digest::~Digest() = default;

void Digest::add(std::string_view bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

std::string Digest::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state_->context, bytes.data(), &size);
  return {bytes.begin(), bytes.begin() + size};
}

std::string sha256_hex(std::string_view bytes) {
  Digest digest(Digest::Kind::sha256);
  digest.add(bytes);
  return hex(digest.finish());
}

}  // namespace traff
