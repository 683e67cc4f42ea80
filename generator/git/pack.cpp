#include "git/pack.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "git/delta.h"

namespace traff {

namespace {

constexpr std::size_t id_size = 20;
constexpr std::size_t pack_head = 12;  // "PACK", the version and how many objects
constexpr std::size_t most_head = 32;  // of an object: its size and its base
constexpr std::size_t most_deltas =
    10'000;  // one upon another; git makes 4095 at most, and a circle is longer than any
constexpr std::size_t most_kept = 16'000'000;
constexpr std::size_t largest_kept = 1'000'000;

constexpr unsigned by_distance = 6;  // deltas, by how their base is told
constexpr unsigned by_name = 7;

bool is_object(unsigned kind) { return kind >= 1 && kind <= 4; }

std::string number_in_pack(std::uint32_t number) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift & 255U);
  return bytes;
}

bool belong_together(const RandomFile& file, const PackIndex& index) {
  if (file.size() < pack_head + id_size) return false;
  const std::string head = file.read_text(0, pack_head);
  const bool is_known =
      head.substr(0, 8) == std::string("PACK\0\0\0\2", 8) || head.substr(0, 8) == std::string("PACK\0\0\0\3", 8);
  return is_known && head.substr(8) == number_in_pack(index.count()) &&
         file.read_text(file.size() - id_size, id_size) == index.pack_sum();
}

std::string_view text_of(const ObjectBytes& object) { return {object.data(), object.size()}; }

}  // namespace

BaseCache::Object BaseCache::find(const Pack& pack, std::uint64_t offset) const {
  const auto found = objects_.find({&pack, offset});
  return found == objects_.end() ? nullptr : found->second;
}

void BaseCache::keep(const Pack& pack, std::uint64_t offset, Object object) {
  if (object->size() > largest_kept) return;
  if (size_ + object->size() > most_kept) objects_.clear(), size_ = 0;
  size_ += object->size();
  objects_.insert_or_assign({&pack, offset}, std::move(object));
}

std::shared_ptr<const Pack> Pack::open(const std::string& path) {
  const auto index_file = RandomFile::open(path);
  if (!index_file) return nullptr;
  PackIndex index(*index_file);
  auto file = RandomFile::open(path.substr(0, path.size() - 4) + ".pack");
  if (!file && RandomFile::open(path)) index_file->fail();
  if (!file) return nullptr;
  if (!belong_together(*file, index)) file->fail();
  return std::make_shared<const Pack>(std::move(index), std::move(*file));
}

Pack::Pack(PackIndex index, RandomFile file)
    : index_(std::move(index)), file_(std::move(file)), end_(file_.size() - id_size) {}

std::string Pack::beginning(std::uint64_t offset, PackBlocks& blocks) const {
  const std::size_t count = std::min<std::uint64_t>(most_head, end_ - offset);
  std::string bytes(blocks.at(file_, offset).substr(0, count));
  if (bytes.size() < count) bytes += blocks.at(file_, offset + bytes.size()).substr(0, count - bytes.size());
  return bytes;
}

// Seven bits of the size a byte but for the first, which has four and the kind; the least come first.
Pack::Entry Pack::entry_at(std::uint64_t offset, PackBlocks& blocks) const {
  if (offset < pack_head || offset >= end_) file_.fail();
  const std::string head = beginning(offset, blocks);
  const std::string_view bytes = head;
  Entry entry;
  std::size_t used = 0;
  unsigned char byte = 128;
  for (unsigned shift = 0; byte >= 128; shift = shift == 0 ? 4 : shift + 7) {
    if (used == bytes.size() || shift > 56) file_.fail();
    byte = static_cast<unsigned char>(bytes[used++]);
    if (shift == 0) entry.kind = byte >> 4U & 7U;
    entry.size |= std::size_t{byte & (shift == 0 ? 15U : 127U)} << shift;
  }
  if (entry.kind == by_distance) {
    entry.base = base_before(offset, bytes, used);
  } else if (entry.kind == by_name) {
    entry.base = base_named(bytes.substr(used, id_size));
    used += id_size;
  } else if (!is_object(entry.kind)) {
    file_.fail();
  }
  entry.data = offset + used;
  if (!may_inflate_to(end_ - std::min(end_, entry.data), entry.size)) file_.fail();
  return entry;
}

// The distance back: seven bits a byte, the greatest first, each but the last counted from one.
std::uint64_t Pack::base_before(std::uint64_t offset, std::string_view bytes, std::size_t& used) const {
  std::uint64_t distance = 0;
  for (bool is_first = true, goes_on = true; goes_on; is_first = false) {
    if (used == bytes.size() || distance > offset) file_.fail();
    const auto byte = static_cast<unsigned char>(bytes[used++]);
    distance = (distance + (is_first ? 0 : 1)) << 7U | (byte & 127U);
    goes_on = byte >= 128;
  }
  if (distance == 0 || distance > offset) file_.fail();
  return offset - distance;
}

std::uint64_t Pack::base_named(std::string_view name) const {
  ContentId id;
  if (name.size() < id.bytes.size()) file_.fail();
  std::memcpy(id.bytes.data(), name.data(), id.bytes.size());
  const auto base = index_.find(id);
  if (!base) file_.fail();
  return *base;
}

ObjectBytes Pack::inflate(const Entry& entry, PackReader& reader) const {
  ObjectBytes bytes(static_cast<git_object_t>(entry.kind), entry.size);
  reader.inflater.start(file_, entry.data, end_, reader.blocks);
  reader.inflater.read_last(bytes.data(), bytes.size());
  return bytes;
}

ObjectBytes Pack::changed(const ObjectBytes& base, const Entry& entry, PackReader& reader) const {
  const ObjectBytes delta = inflate(entry, reader);
  const auto sizes = read_delta_sizes(text_of(delta));
  if (!sizes || sizes->result > largest_object) file_.fail();
  ObjectBytes result(base.type(), sizes->result);
  if (!apply_delta(text_of(base), text_of(delta), result.data())) file_.fail();
  return result;
}

ObjectBytes Pack::read(std::uint64_t offset, PackReader& reader) const {
  Entry entry = entry_at(offset, reader.blocks);
  if (!entry.base) return inflate(entry, reader);
  std::vector<std::pair<std::uint64_t, Entry>> deltas;  // the last first
  BaseCache::Object base;
  while (entry.base && !base) {
    if (deltas.size() == most_deltas) file_.fail();
    deltas.emplace_back(offset, entry);
    offset = *entry.base;
    base = reader.bases.find(*this, offset);
    if (!base) entry = entry_at(offset, reader.blocks);
  }
  if (!base) {
    base = std::make_shared<const ObjectBytes>(inflate(entry, reader));
    reader.bases.keep(*this, offset, base);
  }
  for (; deltas.size() > 1; deltas.pop_back()) {
    base = std::make_shared<const ObjectBytes>(changed(*base, deltas.back().second, reader));
    reader.bases.keep(*this, deltas.back().first, base);
  }
  return changed(*base, deltas.back().second, reader);
}

ObjectHead Pack::read_head(std::uint64_t offset, PackReader& reader) const {
  Entry entry = entry_at(offset, reader.blocks);
  ObjectHead head{GIT_OBJECT_INVALID, entry.size};
  if (entry.base) {
    char start[most_head];
    reader.inflater.start(file_, entry.data, end_, reader.blocks);
    const auto sizes = read_delta_sizes({start, reader.inflater.read(start, sizeof start)});
    if (!sizes) file_.fail();
    head.size = sizes->result;
  }
  for (std::size_t deltas = 0; entry.base; ++deltas) {
    if (deltas == most_deltas) file_.fail();
    entry = entry_at(*entry.base, reader.blocks);
  }
  head.type = static_cast<git_object_t>(entry.kind);
  return head;
}

}  // namespace traff
