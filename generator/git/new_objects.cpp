#include "git/new_objects.h"

#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/parallel.h"
#include "git/repository.h"

namespace traff {

namespace {

// The kind and the size: seven bits a byte but for the first, which has four and the kind; the least come first.
std::string object_head(GitObjectKind kind, std::size_t size) {
  std::string head;
  auto byte = static_cast<unsigned>(static_cast<unsigned>(kind) << 4U | (size & 15U));
  for (size >>= 4U; size > 0; size >>= 7U) {
    head += static_cast<char>(byte | 128U);
    byte = static_cast<unsigned>(size & 127U);
  }
  return head + static_cast<char>(byte);
}

std::string packed(GitObjectKind kind, std::string_view bytes) {
  std::string object = object_head(kind, bytes.size());
  const std::size_t head = object.size();
  uLongf size = compressBound(bytes.size());
  object.resize(head + size);
  [[maybe_unused]] const int code = compress2(reinterpret_cast<Bytef*>(object.data() + head), &size,
                                              reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_SPEED);
  assert(code == Z_OK);
  object.resize(head + size);
  object.shrink_to_fit();
  return object;
}

std::string pack_head(std::size_t count) {
  std::string head = {'P', 'A', 'C', 'K', 0, 0, 0, 2};
  for (const unsigned shift : {24U, 16U, 8U, 0U}) head += static_cast<char>(count >> shift & 255U);
  return head;
}

std::string_view name_of(GitObjectKind kind) {
  switch (kind) {
    case GitObjectKind::commit: return "commit";
    case GitObjectKind::tree: return "tree";
    case GitObjectKind::blob: return "blob";
  }
  return {};
}

std::string pack_folder(const git_repository& repository) {
  return std::string(git_repository_commondir(&repository)) + "objects/pack";
}

Failure refused(git_repository& repository) {
  return Failure(code::W88(git_repository_path(&repository), git_cause()));
}

}  // namespace

ContentId git_object_name(GitObjectKind kind, std::string_view bytes) {
  Digest digest(Digest::Kind::sha1);
  digest.add(std::string(name_of(kind)) + " " + std::to_string(bytes.size()) + '\0');
  digest.add(bytes);
  const std::string raw = digest.finish();
  ContentId id;
  std::copy_n(raw.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

void GitPack::add(GitObjectKind kind, std::string_view bytes) { objects_.push_back(packed(kind, bytes)); }

void GitPack::add_blobs(std::size_t count, unsigned jobs, const std::function<std::string(std::size_t)>& read) {
  const std::size_t before = objects_.size();
  objects_.resize(before + count);
  for_each_index(count, jobs, [&](std::size_t i) { objects_[before + i] = packed(GitObjectKind::blob, read(i)); });
}

void GitPack::write(git_repository& repository) const {
  git_indexer* begun = nullptr;
  if (git_indexer_new(&begun, pack_folder(repository).c_str(), 0, nullptr, nullptr) < 0) throw refused(repository);
  const std::unique_ptr<git_indexer, GitRelease<git_indexer_free>> indexer(begun);
  git_indexer_progress progress{};
  Digest digest(Digest::Kind::sha1);
  const auto append = [&](const std::string& bytes) {
    if (git_indexer_append(begun, bytes.data(), bytes.size(), &progress) < 0) throw refused(repository);
  };
  const auto take = [&](const std::string& bytes) { digest.add(bytes), append(bytes); };
  take(pack_head(objects_.size()));
  for (const std::string& object : objects_) take(object);
  append(digest.finish());
  if (git_indexer_commit(begun, &progress) < 0) throw refused(repository);
}

namespace {

struct TreeEntry {
  std::string name;
  bool is_folder = false;
  ContentId id;
};

// Git sorts a folder as if its name ended in '/'.
bool comes_before(const TreeEntry& a, const TreeEntry& b) {
  return a.name + (a.is_folder ? "/" : "") < b.name + (b.is_folder ? "/" : "");
}

GitTreeText tree_of(std::vector<TreeEntry> entries) {
  std::sort(entries.begin(), entries.end(), comes_before);
  GitTreeText tree;
  for (const TreeEntry& entry : entries) {
    tree.bytes += (entry.is_folder ? "40000 " : "100644 ") + entry.name + '\0';
    tree.bytes.append(reinterpret_cast<const char*>(entry.id.bytes.data()), entry.id.bytes.size());
  }
  tree.id = git_object_name(GitObjectKind::tree, tree.bytes);
  return tree;
}

}  // namespace

std::vector<GitTreeText> make_trees(const FileIds& files) {
  std::vector<GitTreeText> made;
  struct OpenFolder {
    std::string path;  // "" or ending in '/'
    std::string name;
    std::vector<TreeEntry> entries;
  };
  std::vector<OpenFolder> open{{"", "", {}}};
  const auto close = [&] {
    OpenFolder folder = std::move(open.back());
    open.pop_back();
    made.push_back(tree_of(std::move(folder.entries)));
    if (!open.empty()) open.back().entries.push_back({folder.name, true, made.back().id});
  };
  for (const auto& [path, id] : files) {
    while (!path.starts_with(open.back().path)) close();
    std::size_t begin = open.back().path.size();
    for (std::size_t slash = path.find('/', begin); slash != std::string::npos; slash = path.find('/', begin)) {
      open.push_back({path.substr(0, slash + 1), path.substr(begin, slash - begin), {}});
      begin = slash + 1;
    }
    open.back().entries.push_back({path.substr(begin), false, id});
  }
  while (!open.empty()) close();
  return made;
}

}  // namespace traff
