#include "base/messages/format_diagnostic.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/messages/catalogue.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"

namespace traff {

namespace {

// Long lines are shown around the caret, so that a whole pasted paragraph does not fill the screen.
constexpr std::size_t shown_before = 60;
constexpr std::size_t shown_after = 60;

std::string line_with_caret(const Diagnostic& diagnostic) {
  const std::string line = replace_all(diagnostic.line, "\t", " ");
  std::size_t column = diagnostic.place.column == 0 ? 0 : diagnostic.place.column - 1;
  const std::size_t total = code_point_count(line);
  if (column > total) column = total;
  const std::size_t first = column > shown_before ? column - shown_before : 0;
  const std::size_t length = diagnostic.place.length == 0 ? 1 : diagnostic.place.length;
  const std::size_t last = std::min(total, column + std::max(length, shown_after));
  const std::size_t begin = bytes_of_code_points(line, first);
  const std::size_t end = bytes_of_code_points(line, last);
  std::string shown = "  ";
  if (first > 0) shown += "…";
  shown += line.substr(begin, end - begin);
  if (last < total) shown += "…";
  if (diagnostic.place.column == 0) return shown;
  const std::size_t indent = 2 + (first > 0 ? 1 : 0) + (column - first);
  const std::size_t carets = std::max<std::size_t>(1, std::min(length, last > column ? last - column : 1));
  return shown + "\n" + std::string(indent, ' ') + std::string(carets, '^');
}

// Why the system refused, which it says in English.
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

// "No such file or directory" → "filen eller mappen finns inte". What is none of the usual causes stays as it is.
Words cause_in_words(std::string_view cause) {
  for (const SystemCause& known : system_causes) {
    if (std::generic_category().message(known.error) == cause) return {std::string(known.sv), std::string(cause)};
  }
  return cause;
}

}  // namespace

Severity severity_of(const Diagnostic& diagnostic) { return message_text(diagnostic.code).severity; }

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& found) { return severity_of(found) == Severity::error; });
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  const MessageText& text = message_text(diagnostic.code);
  return fill_slots(language == Language::sv ? text.sv : text.en, diagnostic.args, language);
}

std::string hint_of(const Diagnostic& diagnostic, Language language) {
  const MessageText& text = message_text(diagnostic.code);
  return fill_slots(language == Language::sv ? text.hint_sv : text.hint_en, diagnostic.args, language);
}

std::string_view severity_word(Severity severity, Language language) {
  const bool sv = language == Language::sv;
  switch (severity) {
    case Severity::error: return sv ? "Fel" : "Error";
    case Severity::warning: return sv ? "Varning" : "Warning";
    case Severity::hint: return sv ? "Tips" : "Hint";
  }
  return {};
}

std::string format_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix) {
  std::string out(prefix);
  out += diagnostic.place.path;
  if (diagnostic.place.line > 0) {
    out += ":" + std::to_string(diagnostic.place.line);
    if (diagnostic.place.column > 0) out += ":" + std::to_string(diagnostic.place.column);
  }
  out += ": ";
  out += severity_word(severity_of(diagnostic), language);
  out += ": " + message_of(diagnostic, language) + "  [" + diagnostic.code.name() + "]\n";
  if (!is_blank(diagnostic.line)) out += line_with_caret(diagnostic) + "\n";
  const std::string hint = hint_of(diagnostic, language);
  if (!hint.empty()) out += "  → " + hint + "\n";
  return out;
}

std::string message_of(const Failure& failure, Language language) {
  Message shown = failure;
  for (Words& arg : shown.args) {
    if (arg.sv == arg.en) arg = cause_in_words(arg.en);
    arg = {without_secrets(arg.sv), without_secrets(arg.en)};
  }
  const MessageText& text = message_text(shown.code);
  std::string out = fill_slots(language == Language::sv ? text.sv : text.en, shown.args, language);
  const std::string hint = fill_slots(language == Language::sv ? text.hint_sv : text.hint_en, shown.args, language);
  if (!hint.empty()) out += "\n  → " + hint;
  return out;
}

}  // namespace traff
