// Files of text that a page links to: what they may not say of people.
#include "checks/files/text_file.h"

#include <catch2/catch.hpp>

#include "base/messages/codes.h"

using namespace traff;

namespace {

std::string codes_in(std::string_view path, std::string_view bytes) {
  std::string codes;
  for (const Diagnostic& found : check_text_file(path, bytes))
    codes += std::string(codes.empty() ? "" : " ") + found.code.name() + ":" + std::to_string(found.place.line);
  return codes;
}

const std::string names = "Anna;Berg\nErik;Ek\nMaria;Holm\nLars;Lind\nKarin;Dahl\n";

}  // namespace

TEST_CASE("files of text are known by their names") {
  for (const char* path : {"a.csv", "filer/A.CSV", "a.txt", "a.vcf", "a.ics", "a.json", "a.html"})
    CHECK(is_text_file(path));
  for (const char* path : {"a.pdf", "a.docx", "csv", "a.png"}) CHECK_FALSE(is_text_file(path));
}

TEST_CASE("people are found in every kind of file") {
  CHECK(codes_in("d.csv", "namn;nummer\nA;8112189876\n") == "F9:2");
  CHECK(codes_in("d.csv", "förnamn;efternamn\n" + names) == "U3:2");
  CHECK(codes_in("d.tsv", "Anna Berg\tA\nErik Ek\tB\nMaria Holm\tC\nLars Lind\tD\nKarin Dahl\tE\n") == "U3:1");
  CHECK(codes_in("d.csv", "\"Anna Berg\",\"070-123 45 67\"\n") == "U1:1");
  CHECK(codes_in("k.vcf", "BEGIN:VCARD\nFN:Anna Berg\nTEL:070-123 45 67\nEMAIL:anna.berg@gmail.com\nEND:VCARD\n") ==
        "U1:3 U2:4");
  CHECK(codes_in("m.ics",
                 "ATTENDEE;CN=Anna Berg:mailto:a@b.se\nATTENDEE;CN=Erik Ek:x\nATTENDEE;CN=Maria Holm:x\n"
                 "ATTENDEE;CN=Lars Lind:x\nATTENDEE;CN=Karin Dahl:x\n") == "U3:1");
  CHECK(codes_in("l.html",
                 "<ul>\n<li>Anna Berg</li>\n<li>Erik Ek</li>\n<li>Maria Holm</li>\n<li>Lars Lind</li>\n"
                 "<li>Karin Dahl</li>\n</ul>\n") == "U3:2");
  CHECK(codes_in("a.txt", "Anna Berg har glutenallergi.\n") == "U4:1");
  CHECK(codes_in("a.txt", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n") == "S44:1");
}

TEST_CASE("the encodings of Windows are read") {
  CHECK(codes_in("d.csv", "f\xF6rnamn;efternamn\n" + names) == "U3:2");
  std::string wide = "\xFF\xFE";
  for (const char c : names) wide += c, wide += '\0';
  CHECK(codes_in("d.txt", wide) == "U3:1");
}

TEST_CASE("what says nothing of people is let through") {
  CHECK(codes_in("plan.csv", "vecka;tema\n41;Uppdrag\n42;Samtal\n").empty());
  CHECK(codes_in("tom.txt", "").empty());
  CHECK(codes_in("a.json", "{\"titel\": \"Kalmar\", \"antal\": 12}").empty());
}
