#include "corridor/input/road_graph.hpp"

#include <system_error>
#include <utility>

#include "input/dimacs.hpp"
#include "input/instance_text.hpp"
#include "input/sorted_by_tail.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

RoadGraph graph_of(DimacsGraph read) {
  const std::vector<DimacsArc> arcs = sorted_by_tail(std::move(read.arcs), read.nodes);
  RoadGraph result;
  std::vector<ArcEnds> ends;
  ends.reserve(arcs.size());
  result.weight.reserve(arcs.size());
  for (const DimacsArc& arc : arcs) {
    ends.push_back({VertexId{arc.tail}, VertexId{arc.head}});
    result.weight.add(arc.weight);
  }
  result.graph = Graph{read.nodes, ends};
  return result;
}

RoadGraph read_graph(InstanceText text) {
  Diagnostics diagnostics;
  DimacsGraph read = read_dimacs_graph(text.name, text.bytes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  return graph_of(std::move(read));
}

void add_points(InstanceText text, RoadGraph& graph) {
  Diagnostics diagnostics;
  const auto nodes = static_cast<std::uint32_t>(graph.graph.vertex_count());
  graph.points = read_dimacs_coordinates(text.name, text.bytes, nodes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
}

}  // namespace

RoadGraph read_road_graph(const fs::path& file, const fs::path& coordinates,
                          const RoadGraphLimits& limits) {
  RoadGraph result = read_graph(load_instance(file, limits.max_bytes));
  if (!coordinates.empty()) add_points(load_instance(coordinates, limits.max_bytes), result);
  return result;
}

RoadGraph read_road_graph_bytes(std::string graph, std::optional<std::string> coordinates,
                                const RoadGraphLimits& limits) {
  const std::size_t most = limits.max_bytes;
  RoadGraph result = read_graph(instance_text("graph", std::move(graph), most));
  if (coordinates) {
    add_points(instance_text("coordinates", std::move(*coordinates), most), result);
  }
  return result;
}

fs::path coordinates_beside(const fs::path& file) {
  fs::path name = file.filename();
  if (name.extension() == ".gz") name = name.stem();
  std::string stem = name.stem().string();
  std::vector<std::string> stems{stem};
  if (const std::size_t at = stem.find("road-t"); at != std::string::npos) {
    stems.push_back(stem.replace(at, 6, "road-d"));
  }
  std::error_code fault;
  for (const std::string& candidate : stems) {
    for (const char* end : {".co", ".co.gz"}) {
      fs::path beside = file.parent_path() / (candidate + end);
      if (fs::is_regular_file(beside, fault)) return beside;
    }
  }
  return {};
}

}  // namespace corridor
