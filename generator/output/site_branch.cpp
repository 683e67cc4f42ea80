#include "output/site_branch.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <string>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "disk/file.h"
#include "disk/folder_lock.h"
#include "git/new_objects.h"
#include "git/repository.h"
#include "output/manifest.h"
#include "output/site_files.h"

namespace traff {

namespace {

// While a branch is moved: a note in the repository of which, and to where. A run that is killed then leaves its lock
// on the branch; the next knows it by the note and removes it, and nobody else's.

class MovingNote {
 public:
  // `git_folder` ends with '/'. Where no note can be written the branch is moved all the same.
  MovingNote(const std::string& git_folder, const std::string& reference, const ContentId& commit);
  ~MovingNote();

  MovingNote(const MovingNote&) = delete;
  MovingNote& operator=(const MovingNote&) = delete;

 private:
  std::string path_;
  OpenFile note_;  // locked by us while it is open
};

// `note` says "refs/heads/webb 0123…\n"; a lock holds nothing yet, or what the branch was to be.
void remove_lock_of_dead_run(const std::string& git_folder, const std::string& note) {
  const std::size_t space = note.find(' ');
  if (space == std::string::npos || !note.starts_with("refs/heads/") || note.find("..") != std::string::npos) return;
  const std::string lock = git_folder + note.substr(0, space) + ".lock";
  const auto held = load_whole_file(AT_FDCWD, lock);
  if (held && (held->bytes.empty() || held->bytes == note.substr(space + 1))) ::unlink(lock.c_str());
}

MovingNote::MovingNote(const std::string& git_folder, const std::string& reference, const ContentId& commit)
    : path_(git_folder + "traff-moving"), note_(open_regular_file(AT_FDCWD, path_.c_str(), O_RDWR | O_CREAT)) {
  if (!note_.is_open()) return;
  if (!try_lock(note_.descriptor())) {
    note_.close();
    return;
  }
  if (const auto earlier = load_whole_file(AT_FDCWD, path_)) remove_lock_of_dead_run(git_folder, earlier->bytes);
  const std::string text = reference + " " + to_hex(commit) + "\n";
  const bool written = ::ftruncate(note_.descriptor(), 0) == 0 && write_all_at(note_.descriptor(), text, 0) == 0;
  if (written) sync_file(note_.descriptor());
}

MovingNote::~MovingNote() {
  if (note_.is_open()) ::unlink(path_.c_str());
}

constexpr const char* no_jekyll_name = ".nojekyll";  // GitHub Pages else leaves out names that begin with '_'
constexpr const char* signature = "Träff <traff@localhost>";

}  // namespace

struct SiteBranch::State {
  GitRepository repository;
  std::string name;
  std::string reference;
  std::optional<ContentId> tip;     // where the branch is
  std::optional<ContentId> parent;  // what the next commit comes after

  // What the branch names cannot be read.
  Failure damaged() const {
    return Failure(code::W97(name, git_repository_path(repository.get()), git_cause(), reference));
  }

  ContentId tree_of_site(const ContentId& commit) const {
    const git_oid oid = to_git_oid(commit);
    git_commit* read = nullptr;
    if (git_commit_lookup(&read, repository.get(), &oid) < 0) throw damaged();
    const GitCommit keep(read);
    git_tree* tree = nullptr;
    if (git_commit_tree(&tree, read) < 0) throw damaged();
    const GitTree keep_tree(tree);
    if (git_tree_entry_byname(tree, manifest_name) == nullptr) throw Failure(code::W84(name));
    return to_content_id(*git_tree_id(tree));
  }

  std::string commit_text(const ContentId& tree, const SiteCommit& commit) const {
    const std::string who = std::string(signature) + " " + std::to_string(commit.seconds) + " +0000\n";
    std::string text = "tree " + to_hex(tree) + "\n";
    if (parent) text += "parent " + to_hex(*parent) + "\n";
    return text + "author " + who + "committer " + who + "\n" + commit.message + "\n";
  }

  // What is damaged, or cannot be told to be there, is written once more. Once an object is known to be there, nobody
  // removes it while we run but `git gc --prune=now`.
  static bool has(git_odb& odb, const ContentId& id) {
    const git_oid oid = to_git_oid(id);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    return git_odb_read_header(&size, &type, &odb, &oid) == 0;
  }

  GitOdb open_odb() const {
    git_odb* odb = nullptr;
    if (git_repository_odb(&odb, repository.get()) < 0)
      throw Failure(code::W88(git_repository_path(repository.get()), git_cause()));
    return GitOdb(odb);
  }

  void write_missing(const SiteFiles& site, const FileIds& files, const std::vector<GitTreeText>& trees,
                     const std::string& commit, unsigned jobs) const {
    const GitOdb odb = open_odb();
    std::set<ContentId> seen;
    const auto is_missing = [&](const ContentId& id) { return seen.insert(id).second && !has(*odb, id); };
    std::vector<FileIds::const_iterator> wanted;
    for (auto file = files.begin(); file != files.end(); ++file) {
      if (is_missing(file->second)) wanted.push_back(file);
    }
    GitPack pack;
    pack.add_blobs(wanted.size(), jobs, [&](std::size_t i) {
      const auto& [path, id] = *wanted[i];
      std::string bytes = path == no_jekyll_name ? "" : site.read(path).value_or("");
      if (content_id(bytes) != id) throw Failure(code::W17(site.shown(path)));
      return bytes;
    });
    for (const GitTreeText& tree : trees) {
      if (is_missing(tree.id)) pack.add(GitObjectKind::tree, tree.bytes);
    }
    if (is_missing(git_object_name(GitObjectKind::commit, commit))) pack.add(GitObjectKind::commit, commit);
    if (!pack.empty()) pack.write(*repository);
  }

  // The run that moved the branch may have died before its name was on disk.
  void keep_name() const {
    const std::string place = git_repository_commondir(repository.get()) + reference;
    if (const int error = sync_names(place.substr(0, place.rfind('/'))); error != 0 && error != ENOENT)
      throw Failure(code::W88(git_repository_path(repository.get()), error_text(error)));
  }

  void move_to(const ContentId& commit) {
    const git_oid oid = to_git_oid(commit);
    const git_oid before = to_git_oid(tip.value_or(ContentId{}));
    const MovingNote note(git_repository_commondir(repository.get()), reference, commit);
    git_reference* moved = nullptr;
    const int code = tip ? git_reference_create_matching(&moved, repository.get(), reference.c_str(), &oid, 1, &before,
                                                         "traff publish")
                         : git_reference_create(&moved, repository.get(), reference.c_str(), &oid, 0, "traff publish");
    const GitReference keep(moved);
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ENOTFOUND) throw Failure(code::W85(name));
    if (code == GIT_ELOCKED)
      throw Failure(code::W98(name, git_repository_commondir(repository.get()) + reference + ".lock"));
    if (code < 0) throw Failure(code::W88(git_repository_path(repository.get()), git_cause()));
    tip = parent = commit;
  }
};

SiteBranch::SiteBranch(const std::string& repository, const std::string& name) : state_(std::make_unique<State>()) {
  state_->repository = open_repository(repository);
  state_->name = name;
  state_->reference = "refs/heads/" + name;
  int valid = 0;
  if (git_branch_name_is_valid(&valid, name.c_str()) < 0 || valid == 0) throw Failure(code::W82(name));
  git_reference* found = nullptr;
  const int code = git_reference_lookup(&found, state_->repository.get(), state_->reference.c_str());
  const GitReference keep(found);
  if (code == GIT_ENOTFOUND) return;
  if (code < 0) throw state_->damaged();
  if (git_reference_type(found) != GIT_REFERENCE_DIRECT) throw Failure(code::W82(name));
  if (git_branch_is_checked_out(found) == 1) throw Failure(code::W83(name));
  state_->tip = to_content_id(*git_reference_target(found));
  start_from(*state_->tip);
}

SiteBranch::~SiteBranch() = default;

std::optional<ContentId> SiteBranch::tip() const { return state_->tip; }

void SiteBranch::start_from(const ContentId& commit) {
  state_->tree_of_site(commit);
  state_->parent = commit;
}

std::optional<ContentId> SiteBranch::commit(const std::string& site_folder, const SiteCommit& commit, unsigned jobs) {
  const SiteFiles site(site_folder);
  const std::string json = site.read(manifest_name).value_or("");
  const auto manifest = parse_manifest(json);
  if (!manifest) throw Failure(code::W17(site.shown(manifest_name)));
  FileIds files{{manifest_name, content_id(json)}, {no_jekyll_name, content_id("")}};
  for (const auto& [path, entry] : manifest->outputs) files.emplace(path, entry.bytes);
  const std::vector<GitTreeText> trees = make_trees(files);
  const ContentId root = trees.back().id;
  if (state_->parent && state_->tree_of_site(*state_->parent) == root) {
    if (state_->tip != state_->parent)
      state_->move_to(*state_->parent);
    else
      state_->keep_name();
    return std::nullopt;
  }
  const std::string text = state_->commit_text(root, commit);
  state_->write_missing(site, files, trees, text, jobs);
  const ContentId made = git_object_name(GitObjectKind::commit, text);
  state_->move_to(made);
  return made;
}

}  // namespace traff
