#include "base/messages/system_causes.h"

#include <cerrno>
#include <system_error>

namespace traff {

namespace {

struct SystemCause {
  int error;
  std::string_view sv;
};

constexpr SystemCause system_causes[] = {
    {ENOENT, "filen eller mappen finns inte"},
    {EACCES, "behörighet saknas"},
    {EPERM, "det är inte tillåtet"},
    {EISDIR, "det är en mapp"},
    {ENOTDIR, "något på vägen dit är ingen mapp"},
    {EEXIST, "det finns redan något där"},
    {ENOTEMPTY, "mappen är inte tom"},
    {ENAMETOOLONG, "namnet är för långt"},
    {ELOOP, "länkarna leder runt till varandra"},
    {ENOSPC, "disken är full"},
    {EDQUOT, "det utrymme du har fått på disken är slut"},
    {EFBIG, "filen blir för stor"},
    {EROFS, "disken går bara att läsa"},
    {EBUSY, "något annat använder den"},
    {EMFILE, "för många filer är öppna"},
    {ENFILE, "för många filer är öppna på datorn"},
    {EIO, "disken eller nätverket svarade inte som det ska"},
};

}  // namespace

Words cause_in_words(std::string_view cause) {
  for (const SystemCause& known : system_causes) {
    if (std::generic_category().message(known.error) == cause) return {std::string(known.sv), std::string(cause)};
  }
  return cause;
}

}  // namespace traff
