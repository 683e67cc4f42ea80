// What the program says of its own work, on the terminal and in git. What it says against content or the world are
// messages with a code: catalogue.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/diagnostic.h"
#include "base/message.h"

namespace traff {

// "1 datum", "3 datum"
std::string counted(std::size_t count, const Phrase& one, const Phrase& many, Language language);

// How many of each severity.
struct DiagnosticCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;

  void add(Severity severity);
};

DiagnosticCounts count_diagnostics(std::span<const Diagnostic> diagnostics);

// "1 Fel, 2 Varningar, 0 Tips"
std::string counts_in_words(const DiagnosticCounts& counts, Language language);

namespace sentence {

// While it works: how many of how many.
inline constexpr Sentence<2> reading{"Läser {0} av {1}", "Reading {0} of {1}"};
inline constexpr Sentence<2> making{"Gör sida {0} av {1}", "Making page {0} of {1}"};

// build and check.
inline constexpr Sentence<6> built{"{0} sidor i {1}: {2} gjorda, {3} skrivna, {4} oförändrade, {5} borttagna.",
                                   "{0} pages in {1}: {2} made, {3} written, {4} unchanged, {5} removed."};
inline constexpr Sentence<2> see_site{" Öppna {0} för att se dem, eller kör traff serve{1}.",
                                      " Open {0} to see them, or run traff serve{1}."};
inline constexpr Sentence<0> nothing_found{"Inga fel hittades av det som kan kontrolleras automatiskt.",
                                           "No errors found among the things that can be checked automatically."};
inline constexpr Phrase one_draft{"utkast", "draft"};
inline constexpr Phrase many_drafts{"utkast", "drafts"};
inline constexpr Sentence<1> drafts_checked{"{0} är med i kontrollen, men publiceras inte.",
                                            "{0} looked at too, and not published."};
inline constexpr Sentence<1> drafts_not_checked{
    "{0} publiceras inte och är inte med i kontrollen. Ta med utkast: traff check --drafts",
    "{0} not published and not checked. To check them too: traff check --drafts"};
inline constexpr Sentence<1> after_check{
    "Rätta det som är märkt Fel och kör traff check igen. traff explain {0} förklarar det första.",
    "Mend what is marked Error and run traff check again. traff explain {0} explains the first."};
inline constexpr Sentence<0> refused{"Inget är skrivet. Rätta det som är märkt Fel och kör kommandot igen.",
                                     "Nothing was written. Mend what is marked Error and run the command again."};

// explain: what a message means …
inline constexpr Phrase gives_the_message{"Det här ger meddelandet:", "This gives the message:"};
inline constexpr Phrase is_right{"Det här är rätt:", "This is right:"};
inline constexpr Sentence<1> manual_says{"Ur handboken, ”{0}”:", "The manual says, in Swedish, under “{0}”:"};

// … and why a file would be made again.
inline constexpr Sentence<0> is_added{"finns inte än", "does not exist yet"};
inline constexpr Sentence<0> is_removed{"tas bort, hör inte längre till webbplatsen",
                                        "goes, no longer part of the site"};
inline constexpr Sentence<0> is_not_as_written{"ändrad eller borttagen på webbplatsen",
                                               "changed or removed in the site"};
inline constexpr Sentence<0> is_asked_for{"görs om för att --fresh gör om allt", "made again, as --fresh asks for"};
inline constexpr Sentence<0> is_of_another_version{"gjord av en annan version av traff",
                                                   "made by another version of traff"};
inline constexpr Sentence<1> has_changed{"ändrat:{0}", "changed:{0}"};
inline constexpr Sentence<2> would_be_made{"{0} av {1} filer skulle göras om.",
                                           "{0} of {1} files would be made again."};

// new.
inline constexpr Sentence<1> site_begun{"Se webbplatsen: cd '{0}' && traff serve\nREADME.md säger vad du gör sedan.",
                                        "See the site: cd '{0}' && traff serve\nREADME.md says what to do next."};
inline constexpr Sentence<0> unknown_to_git{
    "Git vet inte vem du är. Skriv det här en gång, innan du sparar med git commit:\n"
    "  git config --global user.name \"Ditt Namn\"\n"
    "  git config --global user.email du@example.org",
    "Git does not know who you are. Write this once, before you save with git commit:\n"
    "  git config --global user.name \"Your Name\"\n"
    "  git config --global user.email you@example.org"};
inline constexpr Phrase one_date{"datum", "date"};
inline constexpr Phrase many_dates{"datum", "dates"};
inline constexpr Sentence<2> year_copied{
    "{0} filer skrivna. {1} hör till det förra läsåret och är märkta; traff check visar var de står.",
    "{0} files written. {1} belong to last year and are marked; traff check shows where they are."};
inline constexpr Sentence<1> page_begun{
    "Öppna {0} och fyll i. Sidan är ett utkast: traff serve visar den, och den publiceras när du tar bort raden "
    "”status: utkast”.",
    "Open {0} and fill it in. The page is a draft: traff serve shows it, and it is published when you remove the line "
    "“status: draft”."};

// pack.
inline constexpr Sentence<3> packed{"{0}: {1} filer, {2} kB.", "{0}: {1} files, {2} kB."};
inline constexpr Sentence<2> copy_is_whole{"{0} är hel. Gjord av {1}.", "{0} is whole. Made of {1}."};
inline constexpr Sentence<3> copy_is_whole_since{"{0} är hel. Gjord av {1}, från {2}.",
                                                 "{0} is whole. Made of {1}, of {2}."};
inline constexpr Sentence<0> no_revision{"ingen version i git", "no revision of git"};

// publish: the release, the branch.
inline constexpr Sentence<4> release_published{"Publicerad som version {0} i {1}/current: {2} filer, {3} ändrade.",
                                               "Published as release {0} in {1}/current: {2} files, {3} changed."};
inline constexpr Sentence<2> release_unchanged{"Inget nytt: version {0} i {1}/current är samma webbplats.",
                                               "Nothing new: release {0} in {1}/current is the same site."};
inline constexpr Sentence<2> release_shown{"{1}/current visar nu version {0}.", "{1}/current now shows release {0}."};
inline constexpr Sentence<2> release_is_whole{"Version {0} är hel: {1} filer.", "Release {0} is whole: {1} files."};
inline constexpr Sentence<2> shown_release_is_whole{"Version {0}, som visas, är hel: {1} filer.",
                                                    "Release {0}, which is shown, is whole: {1} files."};
inline constexpr Sentence<5> release_status{"{1}/current visar version {0} sedan {2}. Gjord av {3}, {4} filer.",
                                            "{1}/current has shown release {0} since {2}. Made of {3}, {4} files."};
inline constexpr Sentence<1> edited_revision{"{0} med ändringar", "{0} with edits"};
inline constexpr Sentence<1> release_rolled_back{"Version {0} är nyare, men någon har gått tillbaka.",
                                                 "Release {0} is newer, but somebody has rolled back."};
inline constexpr Sentence<2> release_of_another{"Webbplatsen ska vara gjord av {0} men är gjord av {1}.",
                                                "The site is to be made of {0} but is made of {1}."};
inline constexpr Sentence<2> branch_published{"Publicerad i grenen {0}: {1}", "Published in the branch {0}: {1}"};
inline constexpr Sentence<1> branch_unchanged{"Inget nytt: grenen {0} är samma webbplats.",
                                              "Nothing new: the branch {0} is the same site."};
inline constexpr Sentence<1> pushed{"Skickad till {0}.", "Pushed to {0}."};

// publish: the message of a commit: the first twelve digits of what it was made of, and all of them.
inline constexpr Sentence<2> commit_of{"Webbplatsen från {0}\n\nKälla: {1}", "Publish the site of {0}\n\nSource: {1}"};
inline constexpr Sentence<2> commit_of_edited{"Webbplatsen från {0} med ändringar\n\nKälla: {1} med ändringar",
                                              "Publish the site of {0} with edits\n\nSource: {1} with edits"};
inline constexpr Sentence<0> commit_of_folder{"Webbplatsen publicerad", "Publish the site"};

// serve.
inline constexpr Sentence<1> preview_ready{"Förhandsvisning på http://127.0.0.1:{0}/ – avsluta med Ctrl+C.",
                                           "Preview at http://127.0.0.1:{0}/ – end with Ctrl+C."};
inline constexpr Sentence<0> preview_unwatched{
    "Datorn bevakar inte fler mappar (fs.inotify.max_user_watches). Ändringar märks inom några sekunder.",
    "The computer watches no more folders (fs.inotify.max_user_watches). Changes are noticed within seconds."};
inline constexpr Sentence<4> preview_made{"{0} filer skrivna, {1} borttagna på {2} ms. {3}.",
                                          "{0} files written, {1} removed in {2} ms. {3}."};
inline constexpr Sentence<0> no_such_page{"Sidan finns inte", "There is no such page"};

}  // namespace sentence

}  // namespace traff
