#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/input/road_graph.hpp"

namespace corridor::test {

/// The folder of public instances, from the environment variable CORRIDOR_DATA; or nothing.
std::optional<std::filesystem::path> public_data();

/// At the beginning of a test that needs them.
#define CORRIDOR_NEEDS_PUBLIC_DATA()                                            \
  if (!::corridor::test::public_data()) {                                       \
    GTEST_SKIP() << "CORRIDOR_DATA does not name a folder of public instances"; \
  }                                                                             \
  static_assert(true, "")

/// Whether checks make everything many times slower: tests then ask less.
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
inline constexpr bool is_slow_build = true;
#else
inline constexpr bool is_slow_build = false;
#endif

/// New York of the 9th DIMACS challenge, with coordinates.
enum class NewYork { by_time, by_length };
RoadGraph new_york(NewYork weight);

/// One of the freight networks: us_freeway, north_america_rail, marnet, oak_ridge_maritime. Each
/// edge leads both ways, with its length in metres; points are longitudes and latitudes.
RoadGraph freight_network(const std::string& name);

/// Freeways, rails and sea lanes in one graph: each 50th node of the latter two is joined to the
/// nearest node of the freeways, both ways, at 20 km.
RoadGraph intermodal_network();

/// The topology of Florida, with weights made up from 1 to 1,000 by a seeded sequence, the same
/// both ways. No coordinates.
RoadGraph florida();

/// Chicago Sketch as a shortest-path graph.
RoadGraph chicago_sketch();

}  // namespace corridor::test
