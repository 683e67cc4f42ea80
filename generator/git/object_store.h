// The objects of one repository, read by ourselves: packed or in a file each, its own and those it borrows from others.
// What it gives has been looked at as a file; whether the bytes are those of the name, libgit2 asks. One instance
// belongs to one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "git/pack.h"
#include "git/pack_bytes.h"

namespace traff {

// Objects in a file each, "objects/0a/1b2c…".

class LooseObjects {
 public:
  explicit LooseObjects(std::string folder) : folder_(std::move(folder)) {}

  // These answer nothing only when there is no such file. Throw ObjectDamage when it is not whole: its
  // size is not the one it declares, or something follows it.
  std::optional<ObjectBytes> read(const ContentId& id, Inflater& inflater) const;
  std::optional<ObjectHead> read_head(const ContentId& id, Inflater& inflater) const;

  // Those whose name begins with the first `digits` of `start`, two or more, joined to `found`.
  void find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const;

 private:
  std::string path_of(const ContentId& id) const;

  std::string folder_;
};

class ObjectStore {
 public:
  // `folder` is the repository's "objects". A folder it borrows from may be gone: then nothing is "not found". Throws
  // ObjectDamage when it cannot be told from whom it borrows.
  explicit ObjectStore(const std::string& folder);

  // Nothing only when no file that should tell is damaged; what is damaged does no harm to what is found elsewhere. Git
  // may have packed anew meanwhile: what is not found is looked for again. Throw ObjectDamage.
  std::optional<ObjectBytes> read(const ContentId& id);
  std::optional<ObjectHead> read_head(const ContentId& id);

  // Those whose name begins with the first `digits` of `start`: sorted, each once; two or more may be some of many.
  std::vector<ContentId> find(const ContentId& start, std::size_t digits);

 private:
  struct Folder {
    LooseObjects loose;
    std::shared_ptr<PackFolder> packs;
    std::shared_ptr<const PacksThere> seen;  // null before the first look
  };

  void look();
  void require_no_damage() const;
  template <class Object, class Read>
  static std::optional<Object> attempt(std::optional<ObjectDamage>& damage, Read read);
  template <class Object, class FromPack, class FromFile>
  std::optional<Object> find_once(const ContentId& id, std::optional<ObjectDamage>& damage, FromPack from_pack,
                                  FromFile from_file);
  template <class Object, class FromPack, class FromFile>
  std::optional<Object> find_twice(const ContentId& id, FromPack from_pack, FromFile from_file);

  std::optional<ObjectDamage> lost_;  // a folder that cannot be reached
  bool has_looked_ = false;
  std::vector<Folder> folders_;
  Packs packs_;  // of all folders, the one that had the last object first
  PackReader reader_;
};

// Where the objects of one repository lie: its own folder and those it borrows from, as "info/alternates" names them.

struct ObjectFolders {
  struct Lost {
    std::string path;
    std::string cause;
  };

  std::vector<std::string> paths;  // absolute, without links, each once; those who borrow before those who lend
  std::optional<Lost> lost;        // one that cannot be reached
};

// `folder` is the repository's "objects". Throws ObjectDamage when it cannot be told from whom it borrows.
ObjectFolders find_object_folders(const std::string& folder);

}  // namespace traff
