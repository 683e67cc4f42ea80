#include "small_course.h"

#include <iterator>

#include "base/text.h"

namespace traff::testing {

namespace {

std::string meeting_text(int number, const std::string& date) {
  const std::string n = std::to_string(number);
  return "---\ndatum: " + date + "\ntid: 9–16\nplats: Kalmar\n---\n\n# Träff " + n + ": Tema " + n +
         "\n\n## Syfte\n\nVi prövar tema " + n + ".\n\n## Inför träffen\n\nGör klart Redovisning A.\n\n" +
         "## Program\n\n- 09.00 Samling (20 min)\n- 12.00 Lunch\n\n## Till nästa träff\n\nLäs[^1] till Träff " +
         std::to_string(number + 1) + ".\n\n[^1]: En bok.\n";
}

}  // namespace

FilesByPath small_course() {
  FilesByPath files{
      {"index.md", "---\ntitel: Nätverken\n---\n\nVälj [Kalmar](kalmar/index.md) eller [Gävle](gavle/).\n"},
      {"om/kontakt.md", "# Kontakt\n\nSkriv till oss.\n"},
      {"kalmar/index.md",
       "---\ntitel: Kalmar\nläsår: 2019/2020\n---\n\nSe [brevet](valkomstbrev.md).\n\n![Karta](filer/karta.png)\n"},
      {"kalmar/valkomstbrev.md", "# Välkommen\n\n::: program\n:::\n\nVi ses på Träff 1.\n"},
      {"kalmar/redovisningar/a-uppdrag.md", "---\nträff: 1\n---\n\n# Uppdrag\n\nBerätta på Träff 1.\n"},
      {"kalmar/litteratur.md", "# Att läsa\n\n- Katz, S. (2017). *En bok*.\n"},
      {"kalmar/presentationer/roller.md",
       "---\ntitel: Roller\nträff: 1\n---\n\n# Ett\n\n## A\n- a\n## B\n- b\nAnteckningar:\nTräff "
       "2.\n\n---\n\nTvå.[^1]\n\n[^1]: Not.\n"},
      {"kalmar/filer/karta.png", "PNG"},
      {"gavle/index.md", "---\ntitel: Gävle\nläsår: 2022/2023\n---\n\nStöd för den som leder.\n"},
      {"gavle/datum.md", "# Datum\n\n| Datum | Vad |\n| --- | --- |\n| 19/8 (alt. 26/8) | Start |\n| 9/1 | Slut |\n"},
      {"gavle/ovrigt.md", "# Övrigt\n\n::: ruta\nTänk på tiden.\n:::\n"}};
  const char* dates[] = {"10 oktober", "5 december", "17 januari"};
  for (int i = 0; i < 3; ++i) files["kalmar/traffar/" + std::to_string(i + 1) + ".md"] = meeting_text(i + 1, dates[i]);
  return files;
}

std::uint32_t RandomEdits::next(std::uint32_t below) {
  state_ = state_ * 1664525 + 1013904223;
  return (state_ >> 8) % below;
}

std::string RandomEdits::pick_page(const TestSite& site) {
  Paths pages;
  for (const auto& [path, bytes] : files_below(site.sandbox().path("content"))) {
    if (path.ends_with(".md") && path != "index.md") pages.push_back(path);
  }
  return pages.empty() ? std::string() : pages[next(static_cast<std::uint32_t>(pages.size()))];
}

std::string RandomEdits::make(TestSite& site) {
  ++count_;
  const std::string page = pick_page(site);
  const std::uint32_t kind = next(14);
  if (page.empty() || kind == 0) return add_meeting(site);
  switch (kind) {
    case 1: return change_title(site, page);
    case 2: return rename_page(site, page);
    case 3: return remove_page(site, page);
    case 4: return toggle_draft(site, page);
    case 5: return spoil_encoding(site, page);
    case 6: return change_theme(site);
    case 7: return change_image(site);
    case 8: return change_settings(site);
    case 9: return add_meeting(site);
    default: return edit_text(site, page);
  }
}

std::string RandomEdits::edit_text(TestSite& site, const std::string& page) {
  site.write(page, site.source(page) + "\nEtt stycke till, nummer " + std::to_string(count_) + ", om Träff 2.\n");
  return "edit the text of " + page;
}

std::string RandomEdits::change_title(TestSite& site, const std::string& page) {
  site.write(page, "---\ntitel: Ny titel " + std::to_string(count_) + "\n---\n\n" + site.source(page));
  return "change the title of " + page;
}

std::string RandomEdits::rename_page(TestSite& site, const std::string& page) {
  const std::string to = page.substr(0, page.rfind('/') + 1) + "ny-" + std::to_string(count_) + ".md";
  site.rename(page, to);
  return "rename " + page + " to " + to;
}

std::string RandomEdits::remove_page(TestSite& site, const std::string& page) {
  site.remove(page);
  return "remove " + page;
}

std::string RandomEdits::toggle_draft(TestSite& site, const std::string& page) {
  const std::string mark = "---\nstatus: utkast\n---\n";
  const std::string text = site.source(page);
  site.write(page, text.starts_with(mark) ? text.substr(mark.size()) : mark + text);
  return "make a draft, or a page again, of " + page;
}

std::string RandomEdits::spoil_encoding(TestSite& site, const std::string& page) {
  site.write(page, site.source(page) + "\n\xE5\n");
  return "spoil the encoding of " + page;
}

std::string RandomEdits::add_meeting(TestSite& site) {
  const int number = 4 + static_cast<int>(next(5));
  const std::string page = "kalmar/traffar/" + std::to_string(number) + ".md";
  site.write(page, meeting_text(number, std::to_string(1 + next(28)) + " mars"));
  return "write " + page;
}

std::string RandomEdits::change_theme(TestSite& site) {
  const std::string n = std::to_string(count_);
  switch (next(4)) {
    case 0: site.write("tema/strings/sv.json", "{ \"contents\": \"Innehåll " + n + "\" }\n"); break;
    case 1: site.write("tema/site.css", "body { margin: " + n + "px; }\n"); break;
    case 2: site.write("tema/templates/toc.mustache", "<p>Innehåll " + n + "</p>\n"); break;
    default: site.remove("tema"); break;
  }
  return "change the theme";
}

std::string RandomEdits::change_image(TestSite& site) {
  site.write("kalmar/filer/karta.png", "PNG " + std::to_string(count_));
  return "change an image";
}

std::string RandomEdits::change_settings(TestSite& site) {
  const std::string settings[] = {"", "adress: https://example.org/n\n", "kontakt: larledarskap@example.org\n",
                                  "språk: en\n"};
  site.write("index.md", "---\ntitel: Nätverken\n" + settings[next(4)] + "---\n\nVälj [Kalmar](kalmar/index.md).\n");
  return "change the settings";
}

}  // namespace traff::testing
