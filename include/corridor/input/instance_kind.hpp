#pragma once

#include <cstdint>
#include <filesystem>

namespace corridor {

/// What a file of a standard instance asks.
enum class InstanceKind : std::uint8_t { shortest_paths, max_flow, min_cost_flow, assignment };

/// By the end of the file's name (`.gr`, `.max`, `.min` or `.tntp`, each perhaps packed: `.gz`);
/// where that says nothing, by its first line that is no comment, for which it is read. What is
/// neither passes for shortest paths, whose reader says what is wrong. Throws InputError if the
/// file must be read and cannot be.
InstanceKind instance_kind(const std::filesystem::path& file);

}  // namespace corridor
