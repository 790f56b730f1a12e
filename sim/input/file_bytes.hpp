#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "corridor/core/diagnostic.hpp"

namespace corridor {

/// A path as diagnostics show it.
std::string shown(const std::filesystem::path& path);

/// What keeps a file from being read.
struct FileFault {
  std::string message;
  std::string hint;
};

/// All bytes of a regular file of at most `max_bytes`; or nothing, and what is in the way.
std::optional<std::string> read_bytes(const std::filesystem::path& file, std::size_t max_bytes,
                                      FileFault& fault);

}  // namespace corridor
