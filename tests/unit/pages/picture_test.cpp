// What a camera wrote into a picture does not come along.
#include "pages/picture.h"

#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

using namespace std::string_literals;

std::string big(std::uint32_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = size; i > 0; --i) bytes += static_cast<char>(number >> (8 * (i - 1)) & 0xFF);
  return bytes;
}

std::string tag(std::uint32_t name, std::uint32_t type, std::uint32_t value) {
  return big(name, 2) + big(type, 2) + big(1, 4) + (type == 3 ? big(value, 2) + "\0\0"s : big(value, 4));
}

std::string tiff(const std::vector<std::string>& tags) {
  std::string bytes = "MM\0*"s + big(8, 4) + big(static_cast<std::uint32_t>(tags.size()), 2);
  for (const std::string& one : tags) bytes += one;
  return bytes + big(0, 4);
}

const std::string upright = tag(0x0112, 3, 1), turned = tag(0x0112, 3, 6), place = tag(0x8825, 4, 500),
                  artist = tag(0x013B, 2, 500);

std::string segment(char marker, const std::string& payload) {
  return "\xFF"s + marker + big(static_cast<std::uint32_t>(payload.size() + 2), 2) + payload;
}

std::string exif(const std::vector<std::string>& tags) { return segment('\xE1', "Exif\0\0"s + tiff(tags)); }

const std::string jfif = segment('\xE0', "JFIF\0\1\1"s), colours = segment('\xE2', "ICC_PROFILE\0färger"s),
                  adobe = segment('\xEE', "Adobe"), table = segment('\xDB', "tabell"),
                  scan = segment('\xDA', "huvud") + "bild\xFF\0mer\xFF\xD0slut"s;

std::string jpeg(const std::string& parts) { return "\xFF\xD8" + parts + scan + "\xFF\xD9"; }

std::string chunk(const std::string& name, const std::string& bytes) {
  return big(static_cast<std::uint32_t>(bytes.size()), 4) + name + bytes + "summ";
}

std::string png(const std::string& parts) {
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", "huvud") + parts + chunk("IDAT", "bild") + chunk("IEND", "");
}

std::string little(std::size_t number) {
  std::string bytes = big(static_cast<std::uint32_t>(number), 4);
  return {bytes.rbegin(), bytes.rend()};
}

std::string riff(const std::string& name, const std::string& bytes) {
  return name + little(bytes.size()) + bytes + (bytes.size() % 2 == 1 ? "\0"s : ""s);
}

std::string webp(const std::string& parts) { return "RIFF" + little(parts.size() + 4) + "WEBP" + parts; }

std::string cleaned(const std::string& bytes) {
  const auto clean = clean_picture(bytes);
  return clean ? clean->bytes : "unchanged";
}

}  // namespace

TEST_CASE("of a JPEG picture what shows it stays") {
  CHECK(cleaned(jpeg(jfif + colours + adobe + table)) == "unchanged");
  CHECK(cleaned(jpeg(jfif + exif({upright, place}) + table)) == jpeg(jfif + table));
  CHECK(cleaned(jpeg(segment('\xED', "Photoshop 3.0") + segment('\xFE', "kommentar") + table)) == jpeg(table));
  CHECK(cleaned(jpeg(segment('\xE2', "MPF\0"s) + segment('\xE0', "JFXX\0liten"s) + table)) == jpeg(table));
  CHECK(cleaned(jpeg(table) + "en film efter bilden") == jpeg(table));
  CHECK(cleaned(jpeg(jfif + "skräp" + exif({place}) + "\xFF\x01" + table)) == jpeg(jfif + table));
  CHECK(cleaned(jpeg(exif({place, turned, artist}) + table)) == jpeg(exif({turned}) + table));
  CHECK(cleaned(jpeg(exif({turned}) + table)) == "unchanged");
}

TEST_CASE("a JPEG picture that breaks off is left out from there, and nothing is read beyond it") {
  const std::string whole = jpeg(jfif + exif({turned, place}) + table);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string clean = cleaned(whole.substr(0, size));
    CHECK(clean.find("\x88\x25") == std::string::npos);
  }
}

TEST_CASE("of a PNG picture its texts and times go") {
  CHECK(cleaned(png("")) == "unchanged");
  CHECK(cleaned(png(chunk("tEXt", "Author\0Anna"s) + chunk("iTXt", "XML:com.adobe.xmp") + chunk("tIME", "1234567") +
                    chunk("caBX", "okänt") + chunk("gAMA", "1234"))) == png(chunk("gAMA", "1234")));
  CHECK(cleaned(png("") + "mer") == png(""));
  CHECK(cleaned(png(chunk("eXIf", tiff({upright, place})))) == png(""));
  const std::string clean = cleaned(png(chunk("eXIf", tiff({turned, place}))));
  CHECK(clean.find(big(26, 4) + "eXIf" + tiff({turned})) != std::string::npos);
  CHECK(cleaned(clean) == "unchanged");
}

TEST_CASE("of a WebP picture what its head says is there is there") {
  const auto head = [](char flags) { return riff("VP8X", flags + "\0\0\0breddhöjd"s); };
  const std::string picture = riff("VP8 ", "bild");
  CHECK(cleaned(webp(picture)) == "unchanged");
  CHECK(cleaned(webp(head('\x1C') + picture + riff("EXIF", tiff({upright, place})) + riff("XMP ", "dc:creator"))) ==
        webp(head('\x10') + picture));
  CHECK(cleaned(webp(head('\x08') + picture + riff("EXIF", tiff({turned, place})))) ==
        webp(head('\x08') + picture + riff("EXIF", tiff({turned}))));
  CHECK(cleaned(webp(picture + riff("C2PA", "okänt")) + "mer mer mer") == webp(picture));
}

TEST_CASE("other files are nobody's business") {
  for (const std::string& bytes : {""s, "text"s, "\xFF"s, "GIF89a"s, "RIFF    WAVE"s, "%PDF-1.4"s})
    CHECK(cleaned(bytes) == "unchanged");
}

TEST_CASE("what it said of places and people is told (U7)") {
  const auto said = [](const std::string& bytes) {
    const auto clean = clean_picture(bytes);
    return std::pair(clean->had_place, clean->had_names);
  };
  CHECK(said(jpeg(exif({place}))) == std::pair(true, false));
  CHECK(said(jpeg(exif({artist}))) == std::pair(false, true));
  CHECK(said(jpeg(exif({upright}))) == std::pair(false, false));
  CHECK(said(jpeg(segment('\xE1', "http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>"s))) == std::pair(true, false));
  CHECK(said(png(chunk("tEXt", "Author\0Anna"s))) == std::pair(false, true));
}

TEST_CASE("a picture comes along clean, and its author's file is untouched") {
  const std::string photo = jpeg(exif({turned, place, artist}) + table);
  TestSite site;
  site.write("index.md", "# S\n\n![Vi](bild.jpg)\n").write("bild.jpg", photo).build();
  CHECK(site.output("bild.jpg") == jpeg(exif({turned}) + table));
  CHECK(site.codes() == Paths{"U7"});
  CHECK(site.build().codes() == Paths{"U7"});
}
