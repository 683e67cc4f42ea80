#include "git/pack.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "base/content_id.h"
#include "disk/file_stamp.h"
#include "git/pack_bytes.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

// Sorted. A folder that is not there has none.
std::vector<std::string> index_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (name.ends_with(".idx")) names.push_back(std::move(name));
  }
  if (error && error != std::errc::no_such_file_or_directory) throw ObjectDamage{folder + ": " + error.message()};
  std::sort(names.begin(), names.end());
  return names;
}

// 0 when it is not there, or changed so lately that its stamp proves nothing: file systems have coarse clocks.
std::int64_t settled_stamp(const std::string& folder) {
  struct stat status{};
  if (::stat(folder.c_str(), &status) != 0) return 0;
  const std::int64_t changed = in_nanoseconds(status.st_mtim);
  return changed < clock_now_ns() - clock_margin_ns ? changed : 0;
}

}  // namespace

std::shared_ptr<PackFolder> PackFolder::shared(const std::string& path) {
  static std::mutex lock;
  static std::unordered_map<std::string, std::weak_ptr<PackFolder>> known;
  const std::lock_guard guard(lock);
  std::weak_ptr<PackFolder>& place = known[path];
  std::shared_ptr<PackFolder> folder = place.lock();
  if (!folder) place = folder = std::make_shared<PackFolder>(path);
  return folder;
}

std::shared_ptr<const PacksThere> PackFolder::packs() {
  const std::lock_guard guard(lock_);
  return there_ ? there_ : look();
}

std::shared_ptr<const PacksThere> PackFolder::look_again() {
  const std::lock_guard guard(lock_);
  return is_as_it_was() ? there_ : look();
}

bool PackFolder::is_as_it_was() const { return there_ && changed_ns_ != 0 && settled_stamp(path_) == changed_ns_; }

std::shared_ptr<const Pack> PackFolder::known(const std::string& name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? nullptr : there_->packs[static_cast<std::size_t>(found - names_.begin())];
}

std::shared_ptr<const PacksThere> PackFolder::look() {
  const std::int64_t changed_ns = settled_stamp(path_);
  std::vector<std::string> names;
  PacksThere there;
  for (const std::string& name : index_names(path_)) {
    try {
      auto pack = known(name);
      if (!pack) pack = Pack::open(path_ + "/" + name);
      if (!pack) continue;
      names.push_back(name);
      there.packs.push_back(std::move(pack));
    } catch (const ObjectDamage& damage) {
      there.damage = damage;
    }
  }
  changed_ns_ = changed_ns;
  if (there_ && names == names_ && there.damage == there_->damage) return there_;
  names_ = std::move(names);
  there_ = std::make_shared<const PacksThere>(std::move(there));
  return there_;
}

namespace {

constexpr std::size_t id_size = 20;
constexpr std::size_t pack_head_size = 12;   // "PACK", the version and how many objects
constexpr std::size_t most_entry_head = 32;  // of an object: its size and its base
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
  if (file.size() < pack_head_size + id_size) return false;
  const std::string head = file.read_text(0, pack_head_size);
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
  const std::size_t count = std::min<std::uint64_t>(most_entry_head, end_ - offset);
  std::string bytes(blocks.at(file_, offset).substr(0, count));
  if (bytes.size() < count) bytes += blocks.at(file_, offset + bytes.size()).substr(0, count - bytes.size());
  return bytes;
}

// Seven bits of the size a byte but for the first, which has four and the kind; the least come first.
Pack::Entry Pack::entry_at(std::uint64_t offset, PackBlocks& blocks) const {
  if (offset < pack_head_size || offset >= end_) file_.fail();
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
    char start[most_entry_head];
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

namespace {

constexpr std::string_view second_version{"\377tOc\0\0\0\2", 8};
constexpr std::size_t starts_size = 256 * 4;
constexpr std::size_t sums_size = 2 * id_size;
constexpr std::size_t first_stride = 4 + id_size;       // the place, then the name
constexpr std::size_t second_stride = id_size + 4 + 4;  // name, check value and place, in a table each
constexpr std::uint32_t is_large = 0x80000000;          // then the place stands in one more table

std::string_view raw(const ContentId& id) { return {reinterpret_cast<const char*>(id.bytes.data()), id_size}; }

bool is_whole(std::string_view bytes) {
  Digest digest(Digest::Kind::sha1);
  digest.add(bytes.substr(0, bytes.size() - id_size));
  return digest.finish() == bytes.substr(bytes.size() - id_size);
}

}  // namespace

PackIndex::PackIndex(const RandomFile& file) : path_(file.path()) {
  if (file.size() < starts_size + sums_size) file.fail();
  bytes_ = file.read_text(0, file.size());
  is_first_version_ = !std::string_view(bytes_).starts_with(second_version.substr(0, 4));
  const bool is_known = is_first_version_ || std::string_view(bytes_).starts_with(second_version);
  if (!is_known || !is_whole(bytes_)) file.fail();
  read_starts(file);
  const std::size_t needed = (is_first_version_ ? 0 : second_version.size()) + starts_size + sums_size +
                             std::size_t{count()} * (is_first_version_ ? first_stride : second_stride);
  const bool fits =
      is_first_version_ ? bytes_.size() == needed : bytes_.size() >= needed && (bytes_.size() - needed) % 8 == 0;
  if (!fits) file.fail();
}

void PackIndex::read_starts(const RandomFile& file) {
  const std::size_t table = is_first_version_ ? 0 : second_version.size();
  if (bytes_.size() < table + starts_size + sums_size) file.fail();
  for (std::size_t i = 0; i < 256; ++i) {
    starts_[i + 1] = number_at(table + 4 * i);
    if (starts_[i + 1] < starts_[i]) file.fail();
  }
}

std::uint32_t PackIndex::number_at(std::size_t offset) const {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<std::uint8_t>(bytes_[offset + i]);
  return number;
}

std::string_view PackIndex::pack_sum() const {
  return std::string_view(bytes_).substr(bytes_.size() - sums_size, id_size);
}

std::string_view PackIndex::name(std::uint32_t position) const {
  const std::size_t offset = is_first_version_ ? starts_size + position * first_stride + 4
                                               : second_version.size() + starts_size + position * id_size;
  return std::string_view(bytes_).substr(offset, id_size);
}

std::uint32_t PackIndex::first_not_before(const ContentId& id) const {
  std::uint32_t low = starts_[id.bytes[0]];
  std::uint32_t high = starts_[id.bytes[0] + 1U];
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    name(middle) < raw(id) ? low = middle + 1 : high = middle;
  }
  return low;
}

std::uint64_t PackIndex::place(std::uint32_t position) const {
  if (is_first_version_) return number_at(starts_size + position * first_stride);
  const std::size_t places = second_version.size() + starts_size + count() * (id_size + 4);
  const std::uint32_t number = number_at(places + position * std::size_t{4});
  if ((number & is_large) == 0) return number;
  const std::size_t large = places + count() * std::size_t{4} + std::size_t{number ^ is_large} * 8;
  if (large + 8 > bytes_.size() - sums_size) throw ObjectDamage{path_};
  return std::uint64_t{number_at(large)} << 32U | number_at(large + 4);
}

std::optional<std::uint64_t> PackIndex::find(const ContentId& id) const {
  const std::uint32_t position = first_not_before(id);
  if (position == count() || name(position) != raw(id)) return std::nullopt;
  return place(position);
}

void PackIndex::find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const {
  const std::string hex = to_hex(start);
  const std::uint32_t first = first_not_before(start);
  for (std::uint32_t position = first; position < count() && position < first + 2; ++position) {
    ContentId id;
    std::copy_n(name(position).begin(), id_size, id.bytes.begin());
    if (to_hex(id).compare(0, digits, hex, 0, digits) == 0) found.push_back(id);
  }
}

}  // namespace traff
