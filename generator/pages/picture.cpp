#include "pages/picture.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

enum class Order : std::uint8_t { big, little };

// 0 outside the bytes.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size, Order order) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t from = order == Order::big ? at + i : at + size - 1 - i;
    number = number << 8 | static_cast<unsigned char>(bytes[from]);
  }
  return number;
}

std::string number_bytes(std::uint32_t number, std::size_t size, Order order) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = order == Order::big ? size - 1 - i : i;
    bytes[at] = static_cast<char>(number >> (8 * i) & 0xFF);
  }
  return bytes;
}

// What Exif says (CIPA DC-008): a TIFF file of its own.
struct Exif {
  std::uint32_t orientation = 1;  // 1 to 8; 1 is upright
  bool has_place = false;
  bool has_names = false;
};

// The tags of one directory, and of the one with the camera's own. Cost: linear in the tags, of which there are at most
// 65 535.
void read_tags(std::string_view tiff, std::size_t at, Order order, bool is_first, Exif& exif) {
  constexpr std::size_t tag_size = 12;
  const std::uint32_t count = number_at(tiff, at, 2, order);
  for (std::uint32_t i = 0; i < count && at + 2 + (i + 1) * tag_size <= tiff.size(); ++i) {
    const std::size_t tag = at + 2 + i * tag_size;
    switch (number_at(tiff, tag, 2, order)) {
      case 0x0112:
        if (is_first) exif.orientation = number_at(tiff, tag + 8, 2, order);
        break;
      case 0x013B:                                // Artist
      case 0x8298:                                // Copyright
      case 0xA430:                                // CameraOwnerName
      case 0x9C9D: exif.has_names = true; break;  // XPAuthor
      case 0x8825: exif.has_place = true; break;  // GPS
      case 0x8769:
        if (is_first) read_tags(tiff, number_at(tiff, tag + 8, 4, order), order, false, exif);
        break;
      default: break;
    }
  }
}

Exif read_exif(std::string_view tiff) {
  Exif exif;
  const bool is_little = tiff.starts_with("II");
  if (!is_little && !tiff.starts_with("MM")) return exif;
  const Order order = is_little ? Order::little : Order::big;
  read_tags(tiff, number_at(tiff, 4, 4, order), order, true, exif);
  if (exif.orientation > 8 || exif.orientation == 0) exif.orientation = 1;
  return exif;
}

// A TIFF file that says how a picture is turned, and nothing else.
std::string orientation_tiff(std::uint32_t orientation) {
  const auto big = [](std::uint32_t number, std::size_t size) { return number_bytes(number, size, Order::big); };
  return "MM" + big(42, 2) + big(8, 4) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1, 4) + big(orientation, 2) +
         big(0, 2) + big(0, 4);
}

bool holds(std::string_view bytes, std::string_view words) { return bytes.find(words) != std::string_view::npos; }

// XMP and the like, which are text.
void note_words(std::string_view bytes, CleanPicture& made) {
  made.had_place |= holds(bytes, "GPSL") || holds(bytes, "Iptc4xmpCore:Location") || holds(bytes, "photoshop:City");
  made.had_names |= holds(bytes, "dc:creator") || holds(bytes, "dc:rights") || holds(bytes, "photoshop:Credit");
}

void note(const Exif& exif, CleanPicture& made) {
  made.had_place |= exif.has_place;
  made.had_names |= exif.has_names;
}

class JpegCleaner {
 public:
  explicit JpegCleaner(std::string_view file) : file_(file) {}

  std::optional<CleanPicture> run() {
    std::string kept = "\xFF\xD8";
    std::size_t at = 2;
    // What stands between two parts is none, as readers of JPEG take it.
    for (at = file_.find('\xFF', at); at < file_.size() - 1; at = file_.find('\xFF', at)) {
      const auto marker = static_cast<unsigned char>(file_[at + 1]);
      if (!begins_part(marker)) {
        ++at;
        continue;
      }
      if (marker == 0xD9) return finish(kept + "\xFF\xD9", at + 2);
      const std::size_t end = std::min(file_.size(), at + 2 + number_at(file_, at + 2, 2, Order::big));
      if (end < at + 4) break;
      const std::string_view segment = file_.substr(at, end - at);
      if (!is_metadata(marker, segment.substr(4))) kept += segment;
      at = end;
      if (marker == 0xDA) at = take_scan(at, kept);
    }
    return finish(std::move(kept), file_.size());
  }

 private:
  // The others are fillings and marks of a scan, without a length.
  static bool begins_part(unsigned char marker) {
    return marker >= 0xC0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD8);
  }

  bool is_metadata(unsigned char marker, std::string_view payload) {
    constexpr std::string_view exif("Exif\0\0", 6), colours("ICC_PROFILE\0", 12), start("JFIF\0", 5);
    const bool is_application = marker >= 0xE0 && marker <= 0xEF;
    const bool is_of_picture = (marker == 0xE0 && payload.starts_with(start)) ||
                               (marker == 0xE2 && payload.starts_with(colours)) ||
                               marker == 0xEE;  // Adobe's: how colours are coded
    if (marker == 0xE1 && payload.starts_with(exif)) {
      const Exif found = read_exif(payload.substr(exif.size()));
      orientation_ = found.orientation;
      note(found, made_);
    } else if (marker == 0xE1 || marker == 0xED) {
      note_words(payload, made_);
    }
    return marker == 0xFE || (is_application && !is_of_picture);
  }

  // The picture's own bytes, to the next marker.
  std::size_t take_scan(std::size_t begin, std::string& kept) const {
    std::size_t at = begin;
    for (at = file_.find('\xFF', at); at != std::string_view::npos; at = file_.find('\xFF', at + 2)) {
      const auto next = at + 1 < file_.size() ? static_cast<unsigned char>(file_[at + 1]) : 0;
      if (next != 0 && (next < 0xD0 || next > 0xD7)) break;
    }
    at = std::min(at, file_.size());
    kept += file_.substr(begin, at - begin);
    return at;
  }

  // `end`: of what was read; what comes after a picture is none.
  std::optional<CleanPicture> finish(std::string kept, std::size_t end) {
    if (kept.size() == file_.size() && end >= file_.size()) return std::nullopt;
    if (orientation_ != 1) {
      const std::string tiff = orientation_tiff(orientation_);
      const std::string segment = "\xFF\xE1" +
                                  number_bytes(static_cast<std::uint32_t>(tiff.size() + 8), 2, Order::big) +
                                  std::string("Exif\0\0", 6) + tiff;
      if (kept.size() + segment.size() == file_.size() && file_.substr(2).starts_with(segment)) return std::nullopt;
      kept.insert(2, segment);
    }
    made_.bytes = std::move(kept);
    return std::move(made_);
  }

  std::string_view file_;
  CleanPicture made_;
  std::uint32_t orientation_ = 1;
};

constexpr std::string_view png_begin = "\x89PNG\r\n\x1A\n";

std::string png_chunk(const std::string& name_and_bytes) {
  const auto sum =
      crc32(0, reinterpret_cast<const Bytef*>(name_and_bytes.data()), static_cast<uInt>(name_and_bytes.size()));
  return number_bytes(static_cast<std::uint32_t>(name_and_bytes.size() - 4), 4, Order::big) + name_and_bytes +
         number_bytes(static_cast<std::uint32_t>(sum), 4, Order::big);
}

std::optional<CleanPicture> clean_png(std::string_view file) {
  constexpr std::array<std::string_view, 20> of_picture{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                                        "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "acTL",
                                                        "fcTL", "fdAT", "cICP", "mDCV", "cLLI", "sPLT"};
  CleanPicture made;
  made.bytes = png_begin;
  for (std::size_t at = png_begin.size(); at + 12 <= file.size();) {
    const std::size_t size = std::min<std::size_t>(number_at(file, at, 4, Order::big), file.size() - at - 12) + 12;
    const std::string_view chunk = file.substr(at, size), name = chunk.substr(4, 4);
    at += size;
    if (std::ranges::find(of_picture, name) != of_picture.end()) {
      made.bytes += chunk;
      if (name == "IEND") break;
      continue;
    }
    const std::string_view words = chunk.substr(8, size - 12);
    note_words(words, made);
    made.had_names |= name != "eXIf" && (words.starts_with("Author") || words.starts_with("Copyright"));
    if (name != "eXIf") continue;
    const Exif exif = read_exif(words);
    note(exif, made);
    if (exif.orientation != 1) made.bytes += png_chunk("eXIf" + orientation_tiff(exif.orientation));
  }
  return made.bytes == file ? std::nullopt : std::optional(std::move(made));
}

// RIFF, of which a WebP file is one.
std::optional<CleanPicture> clean_webp(std::string_view file) {
  constexpr std::size_t head = 12, flags_at = head + 8;
  constexpr unsigned char exif_flag = 0x08, xmp_flag = 0x04;
  constexpr std::array<std::string_view, 7> of_picture{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
  CleanPicture made;
  made.bytes = file.substr(0, head);
  bool is_turned = false;
  for (std::size_t at = head; at + 8 <= file.size();) {
    const std::size_t size = number_at(file, at + 4, 4, Order::little);
    const std::size_t padded = std::min(file.size() - at, 8 + size + size % 2);
    const std::string_view chunk = file.substr(at, padded);
    at += padded;
    if (chunk.starts_with("XMP ")) {
      note_words(chunk, made);
    } else if (chunk.starts_with("EXIF")) {
      std::string_view tiff = chunk.substr(8);
      if (tiff.starts_with(std::string_view("Exif\0\0", 6))) tiff.remove_prefix(6);
      const Exif exif = read_exif(tiff);
      note(exif, made);
      is_turned = exif.orientation != 1;
      const std::string own = orientation_tiff(exif.orientation);
      if (is_turned)
        made.bytes += "EXIF" + number_bytes(static_cast<std::uint32_t>(own.size()), 4, Order::little) + own;
    } else if (std::ranges::find(of_picture, chunk.substr(0, 4)) != of_picture.end()) {
      made.bytes += chunk;
    }
  }
  if (made.bytes.size() == file.size()) return std::nullopt;
  if (made.bytes.substr(head).starts_with("VP8X") && made.bytes.size() > flags_at) {
    auto flags = static_cast<unsigned char>(made.bytes[flags_at]) & ~(exif_flag | xmp_flag);
    made.bytes[flags_at] = static_cast<char>(is_turned ? flags | exif_flag : flags);
  }
  made.bytes.replace(4, 4, number_bytes(static_cast<std::uint32_t>(made.bytes.size() - 8), 4, Order::little));
  return made;
}

}  // namespace

bool may_be_picture(std::string_view path) {
  constexpr std::array<std::string_view, 7> endings{"jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp"};
  return std::ranges::find(endings, to_lower(path.substr(path.rfind('.') + 1))) != endings.end();  // npos + 1 is 0
}

std::optional<CleanPicture> clean_picture(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return JpegCleaner(bytes).run();
  if (bytes.starts_with(png_begin)) return clean_png(bytes);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return clean_webp(bytes);
  return std::nullopt;
}

}  // namespace traff
