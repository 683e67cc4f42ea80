#include "pipeline/generator_id.h"

#include <elf.h>
#include <link.h>

#include <string>
#include <string_view>

namespace traff {

namespace {

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::string_view find_build_id(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof header);
    notes.remove_prefix(sizeof header);
    const std::size_t name_size = padded(header.n_namesz);
    const std::size_t value_size = padded(header.n_descsz);
    if (name_size + value_size > notes.size()) return {};
    if (header.n_type == NT_GNU_BUILD_ID) return notes.substr(name_size, header.n_descsz);
    notes.remove_prefix(name_size + value_size);
  }
  return {};
}

// Called for the program itself first, then for each shared library.
int take_build_id(dl_phdr_info* object, std::size_t, void* found) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* start = reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr);
    const std::string_view id = find_build_id({start, part.p_memsz});
    if (!id.empty()) static_cast<std::string*>(found)->assign(id);
  }
  return 1;
}

}  // namespace

ContentId generator_id() {
  std::string build_id;
  dl_iterate_phdr(take_build_id, &build_id);
  return content_id("traff " + build_id);
}

}  // namespace traff
