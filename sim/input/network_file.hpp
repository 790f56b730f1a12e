#pragma once

#include <filesystem>
#include <optional>

#include "corridor/network/network.hpp"

#include "input/reading.hpp"

namespace corridor {

/// A network from a file, or from the `network.yaml` of a folder. `at` names it; its other files
/// lie inside `root`. What is wrong is in `reading`; nothing if the file cannot be read at all.
std::optional<Network> read_network_file(Reading& reading, const std::filesystem::path& path,
                                         const std::filesystem::path& root, const SourcePos& at);

/// The same of a file that has been loaded, with its other files in `folder`.
std::optional<Network> read_network_source(Reading& reading, const SourceFile& source,
                                           const std::filesystem::path& folder,
                                           const std::filesystem::path& root);

}  // namespace corridor
