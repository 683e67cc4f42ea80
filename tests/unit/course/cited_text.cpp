#include "course/cited_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "course/assemble_course.h"
#include "markdown/parse_document.h"

namespace traff::testing {

namespace {

constexpr std::string_view shared_list = R"(# Litteratur

- Alvunger, D. (2015). [Om förstelärare].
- Alvunger, D. (2016a). *Ett första verk*.
- Alvunger, D. (2016b). *Ett andra verk*.
- Alvunger, D. (2017). [Om lärarledarskap].
- Andersson, A. (2010). *Den enas bok*.
- Andersson, B. (2010). *Den andras bok*.
- Blossing, U. (2008). *Kompetens för samspelade skolor*. Studentlitteratur.
- Blossing, U., & Wennergren, A. (2019). *Kollegialt lärande*. Studentlitteratur.
- Fullan, M. (2017). *Frihet att förändra*. Studentlitteratur.
- Hargreaves, A. (u.å.). *Utan år*.
- Håkansson, J. (2017). *Systematiskt kvalitetsarbete*. Studentlitteratur.
- Håkansson, J., & Sundberg, D. (2016). [Forskningsöversikt].
- Jarl, M., Blossing, U., & Andersson, K. (2017). *Att organisera för skolframgång*. Natur & Kultur.
- Katz, S., & Dack, L. A. (2017). *Professionsutveckling & kollegialt lärande*. Natur & Kultur.
- Killi, A. (2011). *Ett*.
- Killi, A. (2014). *Två*.
- Lill-Olsson, E. (i tryck). *Snart*.
- Lindqvist, P. (2019). *Lärares arbete*.
- O’Connor, F. (1995). *Samtal*.
- Pramling Samuelsson, I., & Asplund Carlsson, M. (2003). *Det lekande lärande barnet*. Liber.
- Skolinspektionen [SI]. (2018). *Granskning*.
- Skolverket. (2020). [Material].
- Statens skolverk. (1994). *Bildning och kunskap*.
- Sveriges Kommuner och Regioner [SKR]. (2021). *Öppna jämförelser*.
- Timperley, H. (2016). [Om en cykel].
- Timperley, H., & Parr, J. (2008). [Om lärares lärande].
- von Wright, M. (2000). *Vad eller vem?*
- Wenner, J. A., & Campbell, T. (2017). [Forskningsöversikt].
)";

std::string plain(std::string_view html) {
  std::string words;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '<')
      at = html.find('>', at);
    else
      words += html[at] == '\n' ? ' ' : html[at];
  }
  for (std::size_t at; (at = words.find("&amp;")) != std::string::npos;) words.replace(at, 5, "&");
  return words;
}

}  // namespace

std::string cited_in(std::string_view text, std::string_view list) {
  const std::vector<ParsedDocument> parsed{
      parse_document({"index.md", {}, "# Nätverk\nLäsår: 2019/2020\n\nHej.\n"}, {}),
      parse_document({"litteratur.md", {}, std::string(list)}, {}),
      parse_document({"sida.md", {}, "# Sida\n\n" + std::string(text) + "\n"}, {})};
  std::vector<Document> documents;
  std::vector<BodyFacts> facts;
  for (const ParsedDocument& each : parsed) {
    documents.push_back(each.document);
    facts.push_back(find_body_facts(each.document, each.body));
  }
  const Course course = assemble_course(documents, facts, {}, 1);
  std::vector<std::string> said;
  for (const CitationLink& link : course.literature[2].citations) {
    const Slot& slot = documents[2].slots[link.slot];
    const std::uint32_t begin = slot.begin + link.skip;
    const std::string words = plain(std::string_view(parsed[2].body.html).substr(begin, slot.end - begin));
    said.push_back("[" + words + "→" + course.literature[link.work.document].works[link.work.work].id.substr(4) + "]");
  }
  for (const auto& found : {course.diagnostics, documents[2].diagnostics}) {
    for (const Diagnostic& diagnostic : found) {
      const std::string code = diagnostic.code.name();
      if (code[0] == 'R') said.push_back(code + "[" + diagnostic.args[0].sv + "]");
    }
  }
  std::string all;
  for (const std::string& each : said) all += (all.empty() ? "" : " ") + each;
  return all;
}

std::string cited_in(std::string_view text) { return cited_in(text, shared_list); }

void check_cited(const CitedText& row) {
  INFO(row.text);
  CHECK(cited_in(row.text) == row.expected);
}

}  // namespace traff::testing
