#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"
#include "corridor/graph/point.hpp"

namespace corridor {

/// A standard instance: a graph, a weight for each arc, and perhaps a map. Node `i` of the files,
/// which count from 1, is VertexId{i - 1}; arcs are sorted by tail, and keep the order of the file
/// where they share one, so that two files with the same arcs give the same ids.
struct RoadGraph {
  Graph graph;
  IdVector<ArcId, Weight> weight;  // in the file's unit; all together at most infinite_weight / 16
  std::vector<Point> points;       // by vertex; empty without coordinates
};

/// What the readers will swallow. A packed file may hold 64 MiB, or 100 times its size where that
/// is more.
struct RoadGraphLimits {
  std::size_t max_bytes = std::size_t{4} << 30;  // of one file, unpacked
};

/// Reads a shortest-path problem of the 9th DIMACS implementation challenge (`p sp NODES ARCS`,
/// `a TAIL HEAD WEIGHT`), and the coordinates of its nodes (`p aux sp co NODES`, `v NODE X Y`) if a
/// file is given. Either may be packed with gzip. Weights are whole numbers from 0. Throws
/// InputError with all that is wrong.
RoadGraph read_road_graph(const std::filesystem::path& file,
                          const std::filesystem::path& coordinates = {},
                          const RoadGraphLimits& limits = {});

/// The same from the bytes of files (plain or packed), for tests and fuzzing. Diagnostics call them
/// `graph` and `coordinates`.
RoadGraph read_road_graph_bytes(std::string graph, std::optional<std::string> coordinates = {},
                                const RoadGraphLimits& limits = {});

/// The file of coordinates beside a graph: of the same name but for `.co`, packed or plain, or, as
/// the challenge hands them out, of the graph of distances (road-d) beside that of times (road-t).
/// Empty where there is none.
std::filesystem::path coordinates_beside(const std::filesystem::path& file);

}  // namespace corridor
