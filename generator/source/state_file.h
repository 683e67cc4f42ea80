// What source/ remembers between runs. Nothing of it is needed, so nothing here fails.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace traff {

enum class Memory { use, renew };  // renew: nothing that an earlier run wrote is believed

// Makes the state folder on demand, hidden from git; never through a link, which could lead the writing anywhere.
bool make_state_folder(const std::string& folder);

// As a whole or not at all.
void write_state_file(const std::string& state_folder, const std::string& name, std::string_view bytes);

// The bytes that were written; nothing when there are none or one of them has changed since.
std::optional<std::string> read_state_file(const std::string& state_folder, const std::string& name);

}  // namespace traff
