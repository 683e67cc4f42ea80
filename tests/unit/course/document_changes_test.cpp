// Two versions of one file in, what readers find changed out.
#include "course/changes/document_changes.h"

#include <catch2/catch.hpp>

#include "course/body/agenda.h"
#include "course/changes/alignment.h"
#include "markdown/parse_document.h"

using namespace traff;

namespace {

using Lines = std::vector<std::string>;

DocumentVersion version_of(const std::string& path, const std::string& text) {
  ParsedDocument parsed = parse_document({path, {}, text}, {});
  DocumentVersion version;
  version.facts = find_body_facts(parsed.document, parsed.body);
  version.sections = find_section_texts(parsed.document, parsed.body, version.facts.slides, version.facts.works);
  version.document = std::move(parsed.document);
  auto kept = parse_document_version(document_version_bytes(version));
  REQUIRE(kept);
  kept->document.path = path;
  return *kept;
}

std::string kind_name(DocumentChange::Kind kind) {
  static constexpr const char* names[] = {
      "title",        "fact",       "summary",      "point_added",   "point_removed",   "point_time",
      "point_moved",  "point_text", "programme",    "section_added", "section_removed", "section_renamed",
      "section_text", "lead_text",  "whole_text",   "slide_added",   "slide_removed",   "slide_renamed",
      "slide_text",   "work_added", "work_removed", "work_text",     "row_added",       "row_removed",
      "row_text"};
  return names[static_cast<int>(kind)];
}

// "kind subject: before → after", a fact by its key's name; texts of sections left out.
Lines changes(const std::string& before, const std::string& after, const std::string& path = "traffar/1.md") {
  Lines lines;
  const DocumentVersion old_version = version_of(path, before);
  const DocumentVersion new_version = version_of(path, after);
  for (const DocumentChange& change :
       compare_versions(old_version, new_version, {Language::sv, parse_term("2019/2020")})) {
    const bool is_fact = change.kind == DocumentChange::Kind::fact;
    std::string line = is_fact ? std::string(key_name(change.key)) : kind_name(change.kind);
    if (!change.subject.empty()) line += " " + change.subject;
    if (is_fact || kind_name(change.kind).starts_with("point") ||
        change.kind == DocumentChange::Kind::section_renamed) {
      line += ": " + change.before + " → " + change.after;
    }
    for (std::size_t at = 0; (at = line.find("\xC2\xA0")) != std::string::npos;) line.replace(at, 2, " ");
    lines.push_back(line);
  }
  CHECK(compare_versions(new_version, new_version, {}).empty());
  return lines;
}

const std::string plain =
    "# Träff 1: Start\n\nHej på er. Ta med \"boken\" - den röda.\n\n## Inför träffen\n\n- Läs kapitel 1.\n- Skriv en "
    "fråga.\n\n## Program\n\n- 09.00 Samling\n- 12.00 Lunch (45 min)\n- 13.00 Samtal\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("line breaks, other list marks, emphasis, dashes and quotation marks are no change") {
  CHECK(changes(plain,
                "# Träff 1: Start\n\nHej på\n*er*. Ta med ”boken” –\nden **röda**.\n\nInför "
                "träffen\n-------------\n\n* Läs kapitel 1.\n\n* Skriv en   fråga.\n\n\n## Program\n\n* 9.00 "
                "Samling\n* 12:00 Lunch (45 min)\n* 13.00 Samtal\n")
            .empty());
  CHECK(changes("# A\n\nEn lång rad med ord.\n", "# A\n\nEn lång\nrad med\nord.\n").empty());
  CHECK(changes("# A\nDatum: 10/10\nTid: 9-16\n\nText.\n",
                "---\ndatum: torsdag 10 oktober 2019\ntid: kl. 09.00–16.00\n---\n# A\n\nText.\n")
            .empty());
}

TEST_CASE("a fact is told as readers see it, before and after") {
  const std::string before =
      "---\ndatum: 10 oktober\ntid: 9-16\nplats: Kalmar\nföreläsare: Anna\n---\n# Träff 1: Start\n\nText.\n";
  CHECK(changes(before, with(before, "9-16", "9–15")) == Lines{"tid: 09.00–16.00 → 09.00–15.00"});
  CHECK(changes(before, with(before, "10 oktober", "17/10")) ==
        Lines{"datum: torsdag 10 oktober 2019 → torsdag 17 oktober 2019"});
  CHECK(changes(before, with(before, "plats: Kalmar\n", "")) == Lines{"plats: Kalmar → "});
  CHECK(changes(before, with(before, "Anna", "Bo")) == Lines{"föreläsare: Anna → Bo"});
  CHECK(changes(before, with(before, "# Träff 1: Start", "# Träff 1: Början")) == Lines{"title"});
  CHECK(changes(before, with(before, "---\n#", "status: inställd\n---\n#")) == Lines{"status:  → inställd"});
}

TEST_CASE("points of a programme are told one by one, and their section then says nothing more") {
  CHECK(changes(plain, with(plain, "12.00 Lunch", "12.30 Lunch")) ==
        Lines{"point_time Lunch: 12.00–12.45 → 12.30–13.15"});
  CHECK(changes(plain, with(plain, "- 13.00 Samtal", "- 13.00 Samtal\n- 14.00 Fika")) ==
        Lines{"point_added Fika:  → 14.00 Fika"});
  CHECK(changes(plain, with(plain, "- 09.00 Samling\n", "")) == Lines{"point_removed Samling: 09.00 Samling → "});
  CHECK(changes(plain, with(plain, "Samtal", "Gallery walk")) ==
        Lines{"point_text Gallery walk: 13.00 Samtal → 13.00 Gallery walk"});
  const std::string many = with(plain, "- 09.00 Samling\n- 12.00 Lunch (45 min)\n- 13.00 Samtal",
                                "- 10.00 A\n- 10.10 B\n- 10.20 C\n- 10.30 D\n- 10.40 E\n- 10.50 F");
  CHECK(changes(plain, many) == Lines{"programme"});
}

TEST_CASE("sections are told by their headings: new, gone, renamed, of another text") {
  CHECK(changes(plain, with(plain, "kapitel 1", "kapitel 2 och 3")) == Lines{"section_text Inför träffen"});
  CHECK(changes(plain, plain + "\n## Material\n\nEn mall.\n") == Lines{"section_added Material"});
  CHECK(changes(plain + "\n## Material\n\nEn mall.\n", plain) == Lines{"section_removed Material"});
  CHECK(changes(plain, with(plain, "Inför träffen", "Att göra före")) ==
        Lines{"section_renamed Att göra före: Inför träffen → Att göra före"});
  CHECK(changes(plain, with(plain, "Hej på er", "Välkomna")) == Lines{"lead_text"});
  CHECK(changes("# A\n\nText.\n", "# A\n\nAnnat.\n") == Lines{"whole_text"});
  CHECK(changes("# A\n\n## X\n\nEtt.\n\n## Y\n\nTvå.\n", "# A\n\n## Y\n\nTvå.\n\n## X\n\nEtt.\n").empty());
}

TEST_CASE("slides, works and rows of date tables are told by what they are") {
  const std::string deck = "# Visning\n\nHej.\n\n---\n\n## Ett\n\nText.\n\n---\n\n## Två\n\nMer.\n";
  CHECK(changes(deck, with(deck, "Mer", "Ännu mer"), "presentationer/a.md") == Lines{"slide_text Två"});
  CHECK(changes(deck, deck + "\n---\n\n## Tre\n\nSist.\n", "presentationer/a.md") == Lines{"slide_added Tre"});
  const std::string list =
      "# Litteratur\n\n- Katz, S. & Dack, L. A. (2017). *Professionsutveckling*. Studentlitteratur.\n";
  CHECK(changes(list, list + "- Jarl, M. (2018). *Framgångsrika skolor*. Studentlitteratur.\n", "litteratur.md") ==
        Lines{"work_added Jarl (2018), Framgångsrika skolor"});
  CHECK(changes(list, with(list, "Studentlitteratur", "Natur & Kultur"), "litteratur.md") ==
        Lines{"work_text Katz & Dack (2017), Professionsutveckling"});
  const std::string table = "# Datum\n\n| Datum | Vad |\n| --- | --- |\n| 10/10 | Start |\n| 5/12 | Mer om samtal |\n";
  CHECK(changes(table, with(table, "5/12", "6/12"), "datum.md") == Lines{"row_text 6/12, Mer om samtal"});
  CHECK(changes(table, table + "| 1/2 | Slut |\n", "datum.md") == Lines{"row_added 1/2, Slut"});
}

TEST_CASE("the difference of two texts keeps what both have") {
  using Kind = TextPiece::Kind;
  CHECK(text_difference("Läs kapitel 1 och skriv.", "Läs kapitel 2 och skriv.") ==
        std::vector<TextPiece>{
            {Kind::kept, "Läs kapitel"}, {Kind::removed, "1"}, {Kind::added, "2"}, {Kind::kept, "och skriv."}});
  CHECK(text_difference("Ta med boken och en penna till dagen.", "Ta med datorn och ett block till dagen.") ==
        std::vector<TextPiece>{{Kind::kept, "Ta med"},
                               {Kind::removed, "boken och en penna"},
                               {Kind::added, "datorn och ett block"},
                               {Kind::kept, "till dagen."}});
  CHECK(text_difference("", "Nytt.") == std::vector<TextPiece>{{Kind::added, "Nytt."}});
  CHECK(text_difference("Ett – \"två\"", "Ett - ”två”") == std::vector<TextPiece>{{Kind::kept, "Ett - ”två”"}});
  std::string before, after;
  for (int i = 0; i < 3000; ++i)
    before += "ord" + std::to_string(i) + " ", after += "ord" + std::to_string(i % 10 == 0 ? i + 1 : i) + " ";
  std::size_t words = 0;
  for (const TextPiece& piece : text_difference(before, after)) words += piece.kind == Kind::kept ? 1 : 0;
  CHECK(words > 100);
}

TEST_CASE("a fact that is shown as it is written is told by the author's own name for it") {
  const std::string before = "---\nadress: Lejongatan 1\nmetod: samtal\n---\n# Hitta hit\n\nText.\n";
  CHECK(changes(before, with(before, "Lejongatan 1", "Björngatan 2"), "om/hitta-hit.md") ==
        Lines{"adress Adress: Lejongatan 1 → Björngatan 2"});
  CHECK(changes(before, with(before, "metod: samtal\n", ""), "om/hitta-hit.md") == Lines{"metod Metod: samtal → "});
}

TEST_CASE("a setting of the site is no fact, nor is what an accessibility statement says in its text") {
  const std::string start = "---\nadress: https://example.org/\nfärg: blå\n---\n# Platsen\n\nText.\n";
  CHECK(changes(start, with(start, "blå", "grön"), "index.md").empty());
  const std::string page = "---\nmetod: samtal\n---\n# Om\n\nText.\n";
  CHECK(changes(page, with(page, "metod", "förenlighet: helt förenlig\nmetod"), "om/tillganglighet.md").empty());
}
