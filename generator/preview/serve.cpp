#include "preview/serve.h"

#include <cstdio>
#include <cstdlib>

#include "base/format_diagnostic.h"
#include "preview/diagnostics_json.h"
#include "preview/preview.h"
#include "preview/stop_signals.h"

namespace traff {

namespace {

void print_ready(int port, Language language) {
  const bool sv = language == Language::sv;
  std::printf(sv ? "Förhandsvisning på http://127.0.0.1:%d/ – avsluta med Ctrl+C.\n"
                 : "Preview at http://127.0.0.1:%d/ – end with Ctrl+C.\n",
              port);
  std::fflush(stdout);
}

void print_unwatched(Language language) {
  std::fputs(language == Language::sv
                 ? "Datorn bevakar inte fler mappar (fs.inotify.max_user_watches). Ändringar märks inom några sekunder.\n"
                 : "The computer watches no more folders (fs.inotify.max_user_watches). Changes are noticed within seconds.\n",
             stderr);
}

void print_edition(const Edition& edition) {
  const bool sv = edition.language == Language::sv;
  if (edition.failure) {
    std::fprintf(stderr, "%s\n", message_of(*edition.failure, edition.language).c_str());
    return;
  }
  double seconds = 0;
  for (const StageTime& time : edition.report->times) seconds += time.seconds;
  const WriteReport& write = edition.report->write;
  std::fprintf(stderr, sv ? "%zu filer skrivna, %zu borttagna på %.0f ms. %s.\n" : "%zu files written, %zu removed in %.0f ms. %s.\n",
               write.written, write.removed, seconds * 1000, counted_in_words(*edition.report, edition.language).c_str());
}

}  // namespace

int serve(const ServeOptions& options) {
  const HeldSignals held;
  Preview preview(options);
  const StopSignals signals(
      held, [&preview] { preview.stop(); },
      [&preview] {
        preview.abandon();
        std::_Exit(0);  // a build cannot be interrupted, but it can be left: the next one mends what it began
      });
  const Edition first = preview.build_first();
  print_ready(preview.port(), first.language);
  if (!preview.is_watched_in_full()) print_unwatched(first.language);
  if (!options.quiet) print_edition(first);
  preview.follow([&options](const Edition& edition) {
    if (!options.quiet) print_edition(edition);
  });
  return 0;
}

}  // namespace traff
