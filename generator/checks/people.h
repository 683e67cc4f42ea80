// What says something of people that may not be published.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// F9: Swedish personal identity numbers, known by their date and control digit, anywhere in the file.
void check_personal_numbers(const PageText& page, std::vector<Diagnostic>& found);

// U1 telephone numbers and U2 e-mail addresses of persons, where no contact is given.
void check_private_addresses(const PageText& page, std::vector<Diagnostic>& found);

// U4: somebody's name together with an allergy, a diagnosis or a protected identity.
void check_sensitive_words(const PageText& page, std::vector<Diagnostic>& found);

// U3: five or more lines that are people's names, as in a list of participants.
void check_name_lists(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
