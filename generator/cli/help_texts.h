// The words of the command line itself: what --help tells of each command and option, and what is said of a line that
// cannot be understood. Options have English names, whatever the language.
#pragma once

#include <array>
#include <string_view>

#include "base/message.h"

namespace traff {

struct OptionText {
  Phrase does;
  Phrase value;  // what follows the option; empty for a switch
  Phrase group;  // the heading it stands under
};

struct Example {
  Phrase line;
  Phrase does;
};

struct CommandText {
  const char* name;
  const char* swedish;  // empty when they are the same
  Phrase usage;         // what follows the name
  Phrase does;
  std::array<Example, 2> examples;
};

// Headings of --help, in this order.
namespace group {
inline constexpr Phrase reads{"Läser", "Reads"};
inline constexpr Phrase writes{"Skriver", "Writes"};
inline constexpr Phrase works{"Arbetar", "Works"};
inline constexpr Phrase says{"Säger", "Says"};
inline constexpr std::array all{reads, writes, works, says};
}  // namespace group

namespace option_text {

inline constexpr Phrase no_value{"", ""};
inline constexpr Phrase a_folder{"MAPP", "DIR"};
inline constexpr Phrase a_file{"FIL", "FILE"};
inline constexpr Phrase a_copy{"FIL.zip", "FILE.zip"};
inline constexpr Phrase a_number{"N", "N"};

// Of most commands.
inline constexpr OptionText content{{"mapp med Markdown, eller en git-katalog; annars content/ eller mappen du står i",
                                     "folder of Markdown, or a git repository; else content/ or the current folder"},
                                    {"INNEHÅLL", "CONTENT"},
                                    group::reads};
inline constexpr OptionText revision{{"läs en version i git i stället för mappen: commit, gren eller tagg",
                                      "read a revision in git instead of the folder: a commit, branch or tag"},
                                     {"VERSION", "REV"},
                                     group::reads};
inline constexpr OptionText theme{{"mapp med egna mallar i stället för innehållets tema/",
                                   "folder of templates of your own instead of the content's tema/"},
                                  a_folder,
                                  group::reads};
inline constexpr OptionText base{{"webbplatsens publika adress, till exempel https://example.org",
                                  "the site's public address, such as https://example.org"},
                                 {"ADRESS", "ADDRESS"},
                                 group::writes};
inline constexpr OptionText fresh{
    {"gör allt på nytt och lita inte på något från förut", "make everything again and trust nothing from before"},
    no_value,
    group::works};
inline constexpr OptionText jobs{
    {"antal trådar; 0 är en per kärna", "threads; 0 is one per core"}, a_number, group::works};
inline constexpr OptionText help{{"visa den här hjälpen", "show this help"}, no_value, group::says};
inline constexpr OptionText version{
    {"visa vilken version av traff det är", "show which version of traff this is"}, no_value, group::says};
inline constexpr OptionText language{
    {"meddelandenas språk; annars datorns", "language of messages; else the computer's"},
    {"sv|en", "sv|en"},
    group::says};
inline constexpr OptionText colour{
    {"färg i meddelanden; auto är på en terminal", "colour in messages; auto is on a terminal"},
    {"auto|always|never", "auto|always|never"},
    group::says};
inline constexpr OptionText quiet{{"säg bara fel", "say errors only"}, no_value, group::says};
inline constexpr OptionText verbose{{"säg tips också", "say hints too"}, no_value, group::says};
inline constexpr OptionText timings{
    {"säg hur lång tid varje steg tog", "say how long each stage took"}, no_value, group::says};
inline constexpr OptionText site_folder{
    {"mapp för webbplatsen; annars site", "folder for the site; else site"}, a_folder, group::writes};

// Of one command each.
inline constexpr OptionText content_or_code{
    {"innehållet, eller koden för ett meddelande", "the content, or the code of a message"},
    {"INNEHÅLL|KOD", "CONTENT|CODE"},
    group::reads};
inline constexpr OptionText port{
    {"port på 127.0.0.1, annars 8000; 0 är en ledig", "port on 127.0.0.1, else 8000; 0 is any free one"},
    a_number,
    group::works};
inline constexpr OptionText format{
    {"hur resultatet skrivs; annars text, för människor", "how the result is written; else text, for people"},
    {"text|json|github|gitlab|sarif", "text|json|github|gitlab|sarif"},
    group::says};
inline constexpr OptionText today{{"kontrollera som om det vore den dagen", "check as if it were that day"},
                                  {"ÅÅÅÅ-MM-DD", "YYYY-MM-DD"},
                                  group::works};
inline constexpr OptionText drafts{{"kontrollera utkasten också", "check the drafts too"}, no_value, group::works};
inline constexpr OptionText strict{{"räkna varningar som fel", "count warnings as errors"}, no_value, group::works};
inline constexpr OptionText to{
    {"mapp på servern; webbplatsen blir MAPP/current", "folder on the server; the site is DIR/current"},
    a_folder,
    group::writes};
inline constexpr OptionText branch{
    {"gren i git-katalogen", "branch of the repository"}, {"GREN", "NAME"}, group::writes};
inline constexpr OptionText push{{"skicka grenen dit, till exempel origin", "push the branch there, such as origin"},
                                 {"FJÄRR", "REMOTE"},
                                 group::writes};
inline constexpr OptionText roll_back{
    {"visa den förra versionen igen", "show the release before again"}, no_value, group::writes};
inline constexpr OptionText verify_releases{
    {"är det som är publicerat helt?", "is what is published whole?"}, no_value, group::reads};
inline constexpr OptionText status{
    {"vilken version visas? med --rev: är det den?", "which release is shown? with --rev: is it that one?"},
    no_value,
    group::reads};
inline constexpr OptionText build_folder{
    {"mapp att bygga i, om inte .traff/ duger", "folder to build in, when .traff/ will not do"},
    a_folder,
    group::works};
inline constexpr OptionText copy{
    {"filen att skriva; annars har den webbplatsens namn", "the file to write; else it is named after the site"},
    a_copy,
    group::writes};
inline constexpr OptionText archive{
    {"ta med texterna och meddelandena, för arkivet", "take along the texts and the messages, for the archive"},
    no_value,
    group::writes};
inline constexpr OptionText verify_copy{
    {"är den här kopian hel, och av vilken version?", "is this copy whole, and of which revision?"},
    a_copy,
    group::reads};
inline constexpr OptionText since{{"sedan en version eller en dag; annars sedan varje nätverks förra träff",
                                   "since a revision or a day; else since each network's last meeting"},
                                  {"VERSION|DAG", "REV|DATE"},
                                  group::reads};
inline constexpr OptionText kind{
    {"webbplats, nätverk, träff, redovisning, presentation, litteratur, rapport, mall, sida, tillgänglighet eller "
     "läsår",
     "site, network, meeting, assignment, presentation, literature, report, form, page, accessibility or year"},
    {"SLAG", "KIND"},
    group::writes};
inline constexpr OptionText name{
    {"vad det ska heta; för läsår vilket, 2020/2021", "what it is called; of a year which, 2020/2021"},
    {"NAMN", "NAME"},
    group::writes};
inline constexpr OptionText network_folder{{"nätverkets mapp, när det finns flera; mappen där en ny webbplats läggs",
                                            "the network's folder, when there are several; where a new site is put"},
                                           a_folder,
                                           group::writes};
inline constexpr OptionText content_folder{{"mapp med Markdown", "folder of Markdown"}, a_folder, group::reads};
inline constexpr OptionText documents_file{
    {"fil med {\"spec\": …, \"documents\": […]}", "file with {\"spec\": …, \"documents\": […]}"}, a_file, group::reads};
inline constexpr OptionText result_file{{"filen som skrivs", "the file to write"}, a_file, group::writes};
inline constexpr OptionText words_file{
    {"filen för förkortningar och synonymer i texten", "the file for abbreviations and synonyms of the text"},
    a_file,
    group::writes};
inline constexpr OptionText about{
    {"kommandot du undrar över", "the command you wonder about"}, {"KOMMANDO", "COMMAND"}, group::reads};

}  // namespace option_text

namespace command_text {

inline constexpr CommandText make{
    "new",
    "ny",
    {"SLAG [NAMN …]", "KIND [NAME …]"},
    {"börja på något nytt: en webbplats, en träff …", "begin something new: a site, a meeting …"},
    {{{{"traff new webbplats Samtalsledare i Kalmar", "traff new site Leaders in Kalmar"},
       {"en webbplats med ett nätverk som exempel", "a site with a network as an example"}},
      {{"traff new träff Kollegialt lärande", "traff new meeting Learning together"},
       {"en sida för nästa träff, som ett utkast", "a page for the next meeting, as a draft"}}}}};
inline constexpr CommandText serve{
    "serve",
    "visa",
    {"[INNEHÅLL]", "[CONTENT]"},
    {"visa webbplatsen på den här datorn medan du skriver", "show the site on this computer while you write"},
    {{{{"traff serve", "traff serve"},
       {"på http://127.0.0.1:8000/, och igen när du sparar", "at http://127.0.0.1:8000/, and again when you save"}},
      {{"traff serve --port 0", "traff serve --port 0"}, {"på en port som är ledig", "at a port that is free"}}}}};
inline constexpr CommandText check{
    "check",
    "kontrollera",
    {"[INNEHÅLL]", "[CONTENT]"},
    {"säg vad som är fel i texterna, och skriv inget", "say what is wrong in the texts, and write nothing"},
    {{{{"traff check | less", "traff check | less"},
       {"alla Fel, Varningar och Tips, en skärm i taget", "every error, warning and hint, a screen at a time"}},
      {{"traff check --strict --format json", "traff check --strict --format json"},
       {"för ett program som ska stoppa varningar", "for a program that is to stop warnings"}}}}};
inline constexpr CommandText publish{
    "publish",
    "publicera",
    {"--to MAPP | --branch GREN [INNEHÅLL]", "--to DIR | --branch NAME [CONTENT]"},
    {"publicera webbplatsen, om inga Fel finns kvar", "publish the site, if no errors remain"},
    {{{{"traff publish --to /srv/www/natverk", "traff publish --to /srv/www/natverk"},
       {"i en mapp på servern, med de förra versionerna kvar",
        "in a folder on the server, beside the releases before"}},
      {{"traff publish --branch gh-pages --push origin", "traff publish --branch gh-pages --push origin"},
       {"till GitHub eller en annan plats för git", "to GitHub or another home of git"}}}}};
inline constexpr CommandText build{
    "build",
    "bygg",
    {"[INNEHÅLL]", "[CONTENT]"},
    {"skriv webbplatsen i en mapp", "write the site to a folder"},
    {{{{"traff build", "traff build"}, {"content/ blir site/", "content/ becomes site/"}},
      {{"traff build texter --out webb", "traff build texts --out web"},
       {"texter/ blir webb/", "texts/ becomes web/"}}}}};
inline constexpr CommandText explain{
    "explain",
    "förklara",
    {"[INNEHÅLL|KOD]", "[CONTENT|CODE]"},
    {"förklara ett meddelande, eller vilka filer som skulle göras om",
     "explain a message, or which files would be made again"},
    {{{{"traff explain F1", "traff explain F1"},
       {"vad meddelandet F1 betyder, och hur man rättar", "what the message F1 means, and how to mend it"}},
      {{"traff explain", "traff explain"},
       {"vilka filer ett bygge skulle göra om, och varför", "which files a build would make again, and why"}}}}};
inline constexpr CommandText pack{
    "pack",
    "packa",
    {"[INNEHÅLL]", "[CONTENT]"},
    {"gör webbplatsen till en fil att ta med", "make the site one file to take along"},
    {{{{"traff pack --out natverk.zip", "traff pack --out network.zip"},
       {"en kopia som fungerar utan nät", "a copy that works without a network"}},
      {{"traff pack --verify natverk.zip", "traff pack --verify network.zip"},
       {"är kopian hel, och vad är den gjord av?", "is the copy whole, and what is it made of?"}}}}};
inline constexpr CommandText changes{
    "changes",
    "ändringar",
    {"[INNEHÅLL]", "[CONTENT]"},
    {"säg vad som är nytt för läsarna", "say what is new for readers"},
    {{{{"traff changes", "traff changes"},
       {"sedan förra träffen, att klistra in i ett brev", "since the last meeting, to paste into a letter"}},
      {{"traff changes --since 2020-01-17", "traff changes --since 2020-01-17"}, {"sedan en dag", "since a day"}}}}};
inline constexpr CommandText index{
    "index",
    "",
    {"FIL --out FIL", "FILE --out FILE"},
    {"gör ett sökindex (Lunr) av en fil med dokument", "make a search index (Lunr) of a file of documents"},
    {{{{"traff index dokument.json --out index.json", "traff index documents.json --out index.json"},
       {"samma byte som lunr.js skulle skriva", "the bytes that lunr.js would write"}},
      {{"traff index dokument.json --out index.json --words ord.json",
        "traff index documents.json --out index.json --words words.json"},
       {"med textens förkortningar och synonymer", "with the abbreviations and synonyms of the text"}}}}};
inline constexpr CommandText documents{
    "documents",
    "dokument",
    {"[INNEHÅLL] --out FIL", "[CONTENT] --out FILE"},
    {"skriv vad sökindexet görs av, för traff index", "write what the search index is made of, for traff index"},
    {{{{"traff documents --out dokument.json", "traff documents --out documents.json"}, {"av content/", "of content/"}},
      {{"traff documents --rev v1 --out dokument.json", "traff documents --rev v1 --out documents.json"},
       {"av en version i git", "of a revision in git"}}}}};
inline constexpr CommandText version{
    "version",
    "",
    {"", ""},
    {"säg vilken version av traff det är", "say which version of traff this is"},
    {{{{"traff version", "traff version"}, {"att ta med när du frågar om något", "to tell when you ask for help"}},
      {{"traff --version", "traff --version"}, {"samma sak", "the same"}}}}};
inline constexpr CommandText help{
    "help",
    "hjälp",
    {"[KOMMANDO]", "[COMMAND]"},
    {"visa hjälp, om allt eller om ett kommando", "show help, of everything or of one command"},
    {{{{"traff help", "traff help"}, {"alla kommandon", "every command"}},
      {{"traff help publish", "traff help publish"},
       {"ett kommando med dess flaggor", "one command with its options"}}}}};

// In the order of --help; a newcomer begins with the first four.
inline constexpr std::array all{&make,    &serve, &check, &publish,   &build,   &explain,
                                &changes, &pack,  &index, &documents, &version, &help};
inline constexpr std::size_t needed_first = 4;

}  // namespace command_text

namespace help_text {
inline constexpr Phrase product{"Träff gör en webbplats av en mapp med Markdown: nätverk, träffar, program.",
                                "Träff makes a website of a folder of Markdown: networks, meetings, programmes."};
inline constexpr Phrase usage{"Så här:", "Usage:"};
inline constexpr Phrase usage_of_all{"traff KOMMANDO [INNEHÅLL] [FLAGGA …]", "traff COMMAND [CONTENT] [OPTION …]"};
inline constexpr Phrase options{" [FLAGGA …]", " [OPTION …]"};
inline constexpr Sentence<1> also_called{"Heter också {0}.", "Also called {0}."};
inline constexpr Phrase commands{"Kommandon", "Commands"};
inline constexpr Phrase begin{"Börja här", "Begin here"};
inline constexpr Phrase examples{"Exempel", "Examples"};
inline constexpr Phrase more{"traff help KOMMANDO visar flaggor och exempel. traff help visar alla kommandon.",
                             "traff help COMMAND shows options and examples. traff help shows every command."};
inline constexpr Phrase more_of_one{"traff help KOMMANDO visar ett kommandos flaggor och exempel.",
                                    "traff help COMMAND shows the options and examples of a command."};
}  // namespace help_text

// What is wrong with the line, what was typed, and what to write instead.
namespace mistake {
inline constexpr Sentence<1> did_you_mean{" Menade du {0}?", " Did you mean {0}?"};
inline constexpr Sentence<1> see{" {0} visar vad som finns.", " {0} shows what there is."};
inline constexpr Sentence<2> no_such_command{"Det finns inget kommando som heter ”{0}”.{1}",
                                             "There is no command called “{0}”.{1}"};
inline constexpr Sentence<3> no_such_option{"{0} har ingen flagga som heter {1}.{2}",
                                            "{0} has no option called {1}.{2}"};
inline constexpr Sentence<3> option_of_another{"{0} har inte flaggan {1}. Den hör till {2}.",
                                               "{0} does not have the option {1}. It belongs to {2}."};
inline constexpr Sentence<2> before_command{"”{0}” står före kommandot. Skriv det efter: {1}",
                                            "“{0}” stands before the command. Write it after: {1}"};
inline constexpr Sentence<2> no_command{"Det saknas ett kommando till {0}. Skriv till exempel {1}",
                                        "There is no command for {0}. Write, for instance, {1}"};
inline constexpr Sentence<2> one_folder_only{
    "{0} tar en mapp, och ”{1}” är en till. Har mappens namn mellanslag skriver du namnet inom citattecken.",
    "{0} takes one folder, and “{1}” is another. If its name has spaces, write the name in quotation marks."};
inline constexpr Sentence<3> too_much{"{0} tar inte emot ”{1}”. Så här skriver man: {2}",
                                      "{0} does not take “{1}”. Write: {2}"};
inline constexpr Sentence<2> no_value_given{"{0} behöver något efter sig. Så här skriver man: {1}",
                                            "{0} needs something after it. Write: {1}"};
inline constexpr Sentence<1> empty_value{"{0} är tomt. Skriv något, eller utelämna det.",
                                         "{0} is empty. Write something, or leave it out."};
inline constexpr Sentence<1> given_twice{"{0} står mer än en gång. Skriv det bara en gång.",
                                         "{0} is there more than once. Write it only once."};
inline constexpr Sentence<1> takes_no_value{"{0} har inget värde. Skriv bara {0}.",
                                            "{0} takes no value. Write just {0}."};
inline constexpr Sentence<2> needs_another{"{0} behöver också {1}.", "{0} needs {1} too."};
inline constexpr Sentence<2> not_together{"{0} och {1} går inte ihop. Skriv det ena.",
                                          "{0} and {1} do not go together. Write one of them."};
inline constexpr Sentence<4> not_a_number{"{0} kan inte vara ”{1}”. Skriv ett tal från {2} till {3}.",
                                          "{0} cannot be “{1}”. Write a number from {2} to {3}."};
inline constexpr Sentence<4> not_a_choice{"{0} kan inte vara ”{1}”.{3} Skriv {2}.",
                                          "{0} cannot be “{1}”.{3} Write {2}."};
inline constexpr Sentence<2> not_a_day{"{0} kan inte vara ”{1}”. Skriv en dag som finns, så här: 2020-01-17.",
                                       "{0} cannot be “{1}”. Write a day that exists, like this: 2020-01-17."};
inline constexpr Sentence<3> not_an_address{"{0} kan inte vara ”{1}”. Skriv hela adressen, så här: {2}",
                                            "{0} cannot be “{1}”. Write the whole address, like this: {2}"};
inline constexpr Sentence<0> no_kind{
    "Det står inte vad du vill börja på. Skriv till exempel traff new webbplats NAMN, eller traff new träff.",
    "It does not say what to begin. Write, for instance, traff new site NAME, or traff new meeting."};
inline constexpr Sentence<0> no_target{
    "Det står inte vart webbplatsen ska. Skriv traff publish --to MAPP eller traff publish --branch GREN.",
    "It does not say where the site is to go. Write traff publish --to DIR or traff publish --branch NAME."};
inline constexpr Sentence<2> is_missing{"{0} saknas. Så här skriver man: {1}", "{0} is missing. Write: {1}"};
inline constexpr Sentence<2> codes_of_family{" Där finns {0} till {1}.", " There are {0} to {1}."};
inline constexpr Sentence<1> families{" De börjar på {0}.", " They begin with {0}."};
inline constexpr Sentence<2> no_such_code{"Det finns inget meddelande med koden {0}.{1}",
                                          "There is no message with the code {0}.{1}"};
inline constexpr Sentence<0> not_understood{"Raden gick inte att förstå. traff help visar hur man skriver.",
                                            "The line could not be understood. traff help shows how to write it."};
}  // namespace mistake

}  // namespace traff
