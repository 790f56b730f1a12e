#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "corridor/core/diagnostic.hpp"

namespace corridor {

/// A file of a standard instance: its name in diagnostics, and its text, unpacked, which ends in a
/// line feed.
struct InstanceText {
  std::string name;
  std::string bytes;
};

// Both throw InputError for whatever keeps bytes, packed or not, from being read as text, or if
// there are more than `max_bytes`.

InstanceText instance_text(std::string name, std::string bytes, std::size_t max_bytes);
InstanceText load_instance(const std::filesystem::path& file, std::size_t max_bytes);

/// Throws what was found, each with its line; or, where the file is no text, that alone. Files in
/// order are not looked through for odd bytes: they can only be in comments.
void throw_if_any_error(const Diagnostics& found, InstanceText text);

}  // namespace corridor
