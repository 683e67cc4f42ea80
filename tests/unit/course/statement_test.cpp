// Which pages are accessibility statements, and what their keys mean.
#include "course/model/statement.h"

#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string whole =
    "aktör: Universitetet\nförenlighet: delvis förenlig\nbedömd: 10 mars 2025\nmetod: egen granskning\nkontakt: "
    "a@example.org\n";

std::string page_of(const std::string& keys, const std::string& body = "## Brister\n\nFilmen saknar text.\n") {
  return "---\ntitel: Tillgänglighet\n" + keys + "---\n\n" + body;
}

Paths codes_of(const std::string& keys) {
  TestSite site;
  return site.write("om/tillganglighet.md", page_of(keys)).build().codes();
}

std::string html_of(const std::string& keys, const std::string& body = "## Brister\n\nFilmen saknar text.\n") {
  TestSite site;
  return site.write("om/tillganglighet.md", page_of(keys, body)).build().output("om/tillganglighet.html");
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("conformity is three words, in Swedish or English", "[statement]") {
  CHECK(parse_conformity("helt förenlig") == Conformity::full);
  CHECK(parse_conformity(" Delvis förenlig. ") == Conformity::partial);
  CHECK(parse_conformity("inte forenlig") == Conformity::none);
  CHECK(parse_conformity("Not compliant") == Conformity::none);
  CHECK_FALSE(parse_conformity("ganska bra"));
  CHECK_FALSE(parse_conformity("förenlig"));
  CHECK_FALSE(parse_conformity(""));
}

TEST_CASE("a statement that says what the law wants gives no message", "[statement]") {
  CHECK(codes_of(whole).empty());
  CHECK(codes_of("body: The university\nconformity: fully compliant\nassessed: 2025-03-10\nmethod: tests\ncontact: "
                 "a@example.org\n")
            .empty());
}

TEST_CASE("a word that is no conformity is told, and a missing key (A1, A2)", "[statement]") {
  CHECK(codes_of("aktör: U\nförenlighet: ganska bra\nbedömd: 10 mars 2025\nmetod: prov\nkontakt: a@example.org\n") ==
        Paths{"A1"});
  CHECK(codes_of("aktör: U\n") == Paths{"A2"});
  CHECK(codes_of("förenlighet: helt förenlig\nbedömd: 10 mars 2025\nmetod: prov\nkontakt: a@example.org\n") ==
        Paths{"A2"});
}

TEST_CASE("the site's contact is the statement's when it has none of its own", "[statement]") {
  TestSite site;
  site.write("index.md", "---\ntitel: Platsen\nkontakt: alla@example.org\n---\n\nHej.\n");
  site.write("om/redogorelse.md", page_of("aktör: U\nförenlighet: helt förenlig\nbedömd: 10 mars 2025\nmetod: prov\n"))
      .build();
  CHECK(site.codes().empty());
  const std::string page = site.output("om/redogorelse.html");
  CHECK(holds(page, "U står bakom webbplatsen Platsen."));
  CHECK(holds(page, "<a href=\"mailto:alla@example.org\">alla@example.org</a></p>"));
}

TEST_CASE("days of a statement are read as days (F1, F2, F13)", "[statement]") {
  const std::string others = "aktör: U\nförenlighet: delvis förenlig\nmetod: prov\nkontakt: a@example.org\n";
  CHECK(codes_of(others + "bedömd: 31 juni 2025\n") == Paths{"F2"});
  CHECK(codes_of(others + "bedömd: onsdag 10 mars 2025\n") == Paths{"F1"});
  CHECK(codes_of(others + "bedömd: 10 mars 2025\nuppdaterad: version 3b\n") == Paths{"F13"});
}

TEST_CASE("what is no day stands as it was written", "[statement]") {
  CHECK(holds(html_of("förenlighet: helt förenlig\nbedömd: under våren\n"), "Webbplatsen bedömdes under våren."));
}

TEST_CASE("other pages than ordinary ones are no statements", "[statement]") {
  TestSite site;
  site.write("traffar/1.md", "---\nförenlighet: helt förenlig\n---\n\n# Träff 1: Start\n\nText.\n").build();
  CHECK_FALSE(holds(site.output("traffar/1.html"), "EN 301 549"));
  CHECK(site.codes().empty());
}

TEST_CASE("the contact of a statement stands in its text, not in a fact box", "[statement]") {
  CHECK_FALSE(holds(html_of(whole), "class=\"facts\""));
}

TEST_CASE("a statement without headings does not speak of problems below", "[statement]") {
  CHECK(holds(html_of(whole), "Bristerna vi känner till står här nedanför."));
  CHECK_FALSE(holds(html_of(whole, "Mer än så vet vi inte.\n"), "Bristerna"));
  CHECK_FALSE(holds(html_of("förenlighet: helt förenlig\n"), "Bristerna"));
}

TEST_CASE("the day a statement was updated is said once", "[statement]") {
  const std::string page = html_of(whole + "uppdaterad: 11 mars 2025\n");
  CHECK(holds(page, "Redogörelsen uppdaterades senast den 11\xC2\xA0mars 2025."));
  CHECK_FALSE(holds(page, "Senast ändrad"));
}

TEST_CASE("an author's words in a statement are escaped", "[statement]") {
  const std::string page =
      html_of("aktör: <b>U & Co</b>\nförenlighet: helt förenlig\nmetod: <i>prov</i>\nkontakt: <script>\n");
  CHECK(holds(page, "&lt;b&gt;U &amp; Co&lt;/b&gt; står bakom"));
  CHECK_FALSE(holds(page, "<i>prov"));
  CHECK(holds(page, "Du når oss så här: &lt;script&gt;"));
}

TEST_CASE("a statement of any name stands in every footer, once", "[statement]") {
  TestSite site;
  site.write("om/tillganglighet.md", "# Hur vi tänker\n\nText.\n").write("om/lagen.md", page_of(whole)).build();
  const std::string page = site.output("sok.html");
  CHECK(holds(page, "<li><a href=\"om/lagen.html\">Tillgänglighet</a></li>\n<li><a href=\"om/tillganglighet.html\">"));
}

TEST_CASE("what a statement lacks is named in the language of the message (A2)", "[statement]") {
  TestSite site;
  site.write("om/tillganglighet.md", page_of("aktör: U\n")).build();
  CHECK(holds(site.diagnostics(), "I tillgänglighetsredogörelsen saknas: förenlighet, bedömd, metod, kontakt."));
  site.write("index.md", "---\ntitle: Site\nlanguage: en\n---\n\nText.\n").build();
  CHECK(holds(site.diagnostics(), "The accessibility statement lacks: conformity, assessed, method, contact."));
  CHECK(holds(site.diagnostics(), "“assessed: 10 March 2026”"));
}

TEST_CASE("the full stop an author writes after a day is not doubled", "[statement]") {
  const std::string page = html_of("förenlighet: helt förenlig\nbedömd: våren 2026.\nuppdaterad: samma dag...\n");
  CHECK(holds(page, "Webbplatsen bedömdes våren 2026. "));
  CHECK(holds(page, "Redogörelsen uppdaterades senast samma dag.</p>"));
}

TEST_CASE("only of a träff's day it is said where its time stands (F13)", "[statement]") {
  TestSite site;
  site.write("om/tillganglighet.md",
             page_of("aktör: U\nförenlighet: helt förenlig\nmetod: prov\nkontakt: a@example.org\nbedömd: våren 2026\n"))
      .build();
  CHECK(holds(site.diagnostics(), "  → Skriv till exempel 10 oktober 2019.\n"));
  site.remove("om/tillganglighet.md")
      .write("traffar/1.md", "---\ndatum: våren 2026\n---\n\n# Träff 1: Start\n\nText.\n")
      .build();
  CHECK(holds(site.diagnostics(), "  → Skriv till exempel 10 oktober 2019. Tiden står på en egen rad, ”tid: 9–16”.\n"));
}
