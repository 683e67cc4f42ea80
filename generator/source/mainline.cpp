#include "source/mainline.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/byte_stream.h"
#include "base/failure.h"
#include "git/git_handle.h"
#include "git/object_failure.h"
#include "source/clone_edge.h"
#include "source/history.h"
#include "source/state_file.h"

namespace traff {

template <class Stream, class Type>
requires DescribesLike<Type, MainlineCommit>
void describe(Stream& stream, Type& commit) {
  stream(commit.id);
  stream(commit.tree);
  stream(commit.committed.seconds);
  stream(commit.committed.offset_minutes);
}

namespace {

constexpr const char* file_name = "source.mainline";
constexpr std::uint32_t format = 3;

struct KeptMainline {
  std::uint32_t version = format;
  ContentId edge;  // of the clone it was read in
  Mainline mainline;
};

template <class Stream, class Type>
requires DescribesLike<Type, KeptMainline>
void describe(Stream& stream, Type& kept) {
  stream(kept.version);
  stream(kept.edge);
  stream(kept.mainline.commits);
  stream(kept.mainline.is_cut_off);
}

Mainline load_kept(const std::string& state_folder, const ContentId& edge) {
  const auto bytes = read_state_file(state_folder, file_name);
  auto kept = bytes ? from_bytes<KeptMainline>(*bytes) : std::nullopt;
  return kept && kept->version == format && kept->edge == edge ? std::move(kept->mainline) : Mainline{};
}

GitCommit find_commit(git_repository& repository, const ContentId& id) {
  const git_oid oid = to_git_oid(id);
  git_commit* read = nullptr;
  const int code = git_commit_lookup(&read, &repository, &oid);
  if (code < 0) throw object_failure(repository, code);
  return GitCommit(read);
}

}  // namespace

const MainlineCommit* Mainline::at_end_of(const Date& day) const {
  const auto found = std::find_if(commits.begin(), commits.end(), [&](const MainlineCommit& commit) { return day_of(commit.committed) <= day; });
  return found == commits.end() ? nullptr : &*found;
}

Mainline load_mainline(const ContentPlace& place, const ContentId& tip, Memory memory) {
  const GitRepository repository = open_repository(place.repository);
  const CloneEdge edge = load_clone_edge(*repository);
  const Mainline kept = memory == Memory::use ? load_kept(place.state_folder, edge.id) : Mainline{};
  std::unordered_map<ContentId, std::size_t> known;
  for (std::size_t i = 0; i < kept.commits.size(); ++i) known.emplace(kept.commits[i].id, i);
  Mainline found;
  for (std::optional<ContentId> next = tip; next;) {
    if (const auto at = known.find(*next); at != known.end()) {
      found.commits.insert(found.commits.end(), kept.commits.begin() + static_cast<std::ptrdiff_t>(at->second), kept.commits.end());
      found.is_cut_off = kept.is_cut_off;
      if (found.commits.size() == kept.commits.size()) return found;
      break;
    }
    const GitCommit commit = find_commit(*repository, *next);
    found.is_cut_off = is_cut_off(edge, *commit);
    found.commits.push_back({*next, to_content_id(*git_commit_tree_id(commit.get())), {git_commit_time(commit.get()), git_commit_time_offset(commit.get())}});
    const bool is_last = found.is_cut_off || git_commit_parentcount(commit.get()) == 0;
    next = is_last ? std::nullopt : std::optional(to_content_id(*git_commit_parent_id(commit.get(), 0)));
  }
  write_state_file(place.state_folder, file_name, to_bytes(KeptMainline{format, edge.id, found}));
  return found;
}

}  // namespace traff
