#include "source/history_store.h"

#include <algorithm>

#include "base/byte_stream.h"
#include "source/state_file.h"

namespace traff {

template <class Stream, class Type>
requires DescribesLike<Type, HistoryCommit>
void describe(Stream& stream, Type& commit) {
  stream(commit.id);
  stream(commit.authored.seconds);
  stream(commit.authored.offset_minutes);
}

template <class Stream, class Type>
requires DescribesLike<Type, FileHistory>
void describe(Stream& stream, Type& file) {
  stream(file.path);
  stream(file.changes);
  stream(file.is_cut_off);
}

namespace {

constexpr const char* file_name = "source.history";
constexpr std::uint32_t format = 1;

struct KeptHistory {
  std::uint32_t version = format;
  ContentId question;
  History history;
};

template <class Stream, class Type>
requires DescribesLike<Type, KeptHistory>
void describe(Stream& stream, Type& kept) {
  stream(kept.version);
  stream(kept.question);
  stream(kept.history.tip);
  stream(kept.history.commits);
  stream(kept.history.files);
  stream(kept.history.is_cut_off);
}

bool is_whole(const History& history) {
  return std::all_of(history.files.begin(), history.files.end(), [&](const FileHistory& file) {
    return std::all_of(file.changes.begin(), file.changes.end(), [&](std::uint32_t change) { return change < history.commits.size(); });
  });
}

}  // namespace

std::optional<History> load_kept_history(const std::string& state_folder, const ContentId& question) {
  const auto bytes = read_state_file(state_folder, file_name);
  auto kept = bytes ? from_bytes<KeptHistory>(*bytes) : std::nullopt;
  if (!kept || kept->version != format || kept->question != question || !is_whole(kept->history)) return std::nullopt;
  return std::move(kept->history);
}

void write_kept_history(const std::string& state_folder, const ContentId& question, const History& history) {
  write_state_file(state_folder, file_name, to_bytes(KeptHistory{format, question, history}));
}

}  // namespace traff
