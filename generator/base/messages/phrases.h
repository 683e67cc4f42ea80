// What messages say of things, where it stands alone; a finder puts together what it says of a name or a number.
#pragma once

#include "base/message.h"

namespace traff::phrase {

// source/: why a name cannot be content; pipeline/ says the first of an address.
inline constexpr Phrase too_long_on_site{"blir för långt på webbplatsen", "becomes too long in the site"};
inline constexpr Phrase too_long{"blir för långt", "is too long"};
inline constexpr Phrase not_utf8{"är inte skrivet i UTF-8", "is not written in UTF-8"};
inline constexpr Phrase has_backslash{"innehåller ett omvänt snedstreck", "has a backslash"};
inline constexpr Phrase has_control_character{"innehåller ett styrtecken", "has a control character"};
inline constexpr Phrase has_slash{"innehåller ett snedstreck", "has a slash"};

// source/: why a link leads to nothing that is content.
inline constexpr Phrase outside_content{"som ligger utanför innehållet", "which is outside the content"};
inline constexpr Phrase is_folder{"som är en mapp", "which is a folder"};
inline constexpr Phrase not_in_content{"som inte finns bland innehållets filer",
                                       "which is not among the files of the content"};
inline constexpr Phrase without_end{"som inte tar slut i någon fil", "which does not end in a file"};

// source/: what is no file, and what cannot be read.
inline constexpr Phrase named_pipe{"en namngiven pipa", "a named pipe"};
inline constexpr Phrase socket{"en socket", "a socket"};
inline constexpr Phrase device_file{"en enhetsfil", "a device file"};
inline constexpr Phrase permission_denied{"behörighet saknas", "permission denied"};
inline constexpr Phrase path_too_long{"sökvägen är för lång", "the path is too long"};

// checks/: what is active in a file, and what that does.
inline constexpr Phrase page_or_picture{"en sida eller bild", "a page or picture"};
inline constexpr Phrase not_understood{"något som inte går att förstå", "something that cannot be understood"};
inline constexpr Phrase which_can_run{", som kan köra program i läsarens webbläsare",
                                      ", which can run programs in the reader's browser"};
inline constexpr Phrase which_can_fetch{", som kan hämta något från en annan webbplats",
                                        ", which can fetch something from another site"};
inline constexpr Phrase so_uncertain{", så det är osäkert vad filen gör", ", so it is uncertain what the file does"};

// pages/: what a camera wrote into a picture.
inline constexpr Phrase where_taken{"var den är tagen", "where it was taken"};
inline constexpr Phrase who_took{"vem som har tagit den", "who took it"};
inline constexpr Phrase where_and_who{"var den är tagen och av vem", "where it was taken and by whom"};

// checks/ and course/: what is added to a cure, when a day is.
inline constexpr Phrase as_elsewhere{", som på andra ställen", ", as in other places"};
inline constexpr Phrase in_july{"i juli", "in July"};
inline constexpr Phrase time_beside{" Tiden står på en egen rad, ”tid: 9–16”.",
                                    " The time has a line of its own, “time: 9–16”."};

// course/ and theme/: what is wrong with a file of theirs.
inline constexpr Phrase larger_than_a_megabyte{"den är större än 1 MB", "it is larger than 1 MB"};
inline constexpr Phrase no_list{"den är ingen lista", "it is no list"};
inline constexpr Phrase file_not_utf8{"filen är inte sparad som UTF-8.", "the file is not saved as UTF-8."};
inline constexpr Phrase no_json_object{"filen ska börja med { och sluta med }.",
                                       "the file must begin with { and end with }."};
inline constexpr Phrase marks_changed{"taggarnas tecken går inte att byta, skriv alltid {{ och }}.",
                                      "the tag marks cannot be changed, always write {{ and }}."};
inline constexpr Phrase tag_without_name{"taggen har inget namn, eller ett namn med mellanslag.",
                                         "the tag has no name, or a name with a space in it."};
inline constexpr Phrase nested_too_deeply{"avsnitten ligger för djupt i varandra.",
                                          "the sections are nested too deeply."};
inline constexpr Phrase page_too_large{"sidan blir orimligt stor när delmallarna sätts in.",
                                       "the page becomes unreasonably large when the partials are put in."};

// course/literature/: what an entry made of CSL-JSON says in APA's way; the list itself.
inline constexpr Phrase without_year{"u.å.", "n.d."};
inline constexpr Phrase in_press{"i tryck", "in press"};
inline constexpr Phrase in_book{"I ", "In "};
inline constexpr Phrase editors{"Red.", "Eds."};
inline constexpr Phrase pages{"s.", "pp."};
inline constexpr Phrase edition{"uppl.", "ed."};
inline constexpr Phrase literature{"Litteratur", "Reading"};

// What stands in for a title.
inline constexpr Phrase untitled{"Utan titel", "Untitled"};
inline constexpr Phrase the_network{"Nätverket", "The network"};

// pages/: who has an address already; what to write instead of a link or image that leads nowhere.
inline constexpr Phrase page_of_its_own{"en sida som Träff gör själv", "a page that Träff makes itself"};
inline constexpr Phrase put_file_in_content{
    "Vägen leder till en fil på din egen dator. Lägg filen i content/ och länka dit, till exempel filer/karta.png.",
    "The way leads to a file on your own computer. Put the file in content/ and link there, such as files/map.png."};
inline constexpr Phrase the_way_to_page{
    "Skriv vägen från den här filen, till exempel traffar/1.md eller ../index.md, eller ta bort länken.",
    "Write the way from this file, such as traffar/1.md or ../index.md, or remove the link."};
inline constexpr Phrase the_way_to_image{
    "Lägg bildfilen i content/ och skriv vägen dit från den här filen, till exempel filer/bild.png.",
    "Put the image file in content/ and write the way to it from this file, such as filer/bild.png."};
inline constexpr Phrase page_without_headings{"Sidan har inga rubriker. Ta bort # och det som står efter.",
                                              "The page has no headings. Remove # and what follows it."};

// output/: what stands in the way in a site's folder, and who writes there.
inline constexpr Phrase the_file{"Filen", "The file"};
inline constexpr Phrase the_folder{"Mappen", "The folder"};
inline constexpr Phrase the_link{"Länken", "The link"};
inline constexpr Phrase another_program{"ett annat program", "another program"};
inline constexpr Phrase another_publishing{"en annan publicering", "another run of traff publish"};

// output/: why no site is written in a folder.
inline constexpr Phrase root_of_computer{"det är roten, som allt på datorn ligger i",
                                         "it is the root, which holds all of the computer"};
inline constexpr Phrase home_of_user{"där ligger hela din hemmapp", "your whole home folder is there"};
inline constexpr Phrase folder_of_computer{"det är en av datorns egna mappar",
                                           "it is one of the computer's own folders"};
inline constexpr Phrase folder_of_git{"den hör till en git-katalog", "it belongs to a git repository"};

// output/: what is wrong with a copy …
inline constexpr Phrase end_missing{"slutet saknas", "its end is missing"};
inline constexpr Phrase cut_or_added{"den är avklippt eller har fått något tillagt",
                                     "it is cut off or something was added"};
inline constexpr Phrase list_damaged{"listan över filer är skadad", "the list of files is damaged"};
inline constexpr Phrase file_damaged{"en fil är skadad", "a file is damaged"};
inline constexpr Phrase no_one_folder{"där finns inte en mapp som allt ligger i",
                                      "it has no one folder that holds all of it"};
inline constexpr Phrase name_leads_elsewhere{"en fil har ett namn som leder någon annanstans",
                                             "a file has a name that leads elsewhere"};
inline constexpr Phrase two_of_one_name{"två filer har samma namn", "two files have one name"};
inline constexpr Phrase sums_damaged{"listan med kontrollsummor är skadad", "the list of sums is damaged"};
inline constexpr Phrase files_added{"där ligger filer som inte hör till", "it holds files that do not belong"};
inline constexpr Phrase origin_damaged{"uppgiften om version är skadad", "what it says of its revision is damaged"};

// … and why it would not work without a network; pipeline/ says the last of what it was made of.
inline constexpr Phrase is_fetched{"hämtas från en annan webbplats", "is fetched from another site"};
inline constexpr Phrase begins_at_root{"börjar från serverns rot", "begins at the server's root"};
inline constexpr Phrase not_in_copy{"finns inte i kopian", "is not in the copy"};
inline constexpr Phrase texts_not_committed{"texter som inte är sparade i git", "texts that are not committed"};

// disk/: why a result did not come out.
inline constexpr Phrase never_arrived{"en del av det kom aldrig fram", "some of it never arrived"};

}  // namespace traff::phrase
