#pragma once

#include <filesystem>
#include <string_view>

namespace corridor {

/// Writes a file whole or not at all: to a new file beside it, then renamed. Throws InputError if
/// the file is there and `force` is not set, or if it cannot be written.
void write_file(const std::filesystem::path& file, std::string_view text, bool force);

}  // namespace corridor
