#include "corridor/input/road_graph.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "input/dimacs.hpp"
#include "input/file_bytes.hpp"
#include "input/gzip.hpp"
#include "input/source_file.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

/// A file's name in diagnostics, and its text, which ends in a line feed.
struct Text {
  std::string name;
  std::string bytes;
};

/// Throws InputError for whatever keeps bytes from being read as text.
Text text_of(std::string name, std::string bytes, const RoadGraphLimits& limits) {
  FileFault fault;
  std::optional<std::string> plain = unpacked(std::move(bytes), limits.max_bytes, fault);
  if (!plain) {
    throw InputError{{std::move(name), 0, 0}, std::move(fault.message), std::move(fault.hint)};
  }
  if (plain->empty() || plain->back() != '\n') plain->push_back('\n');
  return {std::move(name), std::move(*plain)};
}

Text load(const fs::path& file, const RoadGraphLimits& limits) {
  FileFault fault;
  std::optional<std::string> bytes = read_bytes(file, limits.max_bytes, fault);
  if (!bytes) {
    throw InputError{{shown(file), 0, 0}, std::move(fault.message), std::move(fault.hint)};
  }
  return text_of(shown(file), std::move(*bytes), limits);
}

/// Throws what was found, each with its line; or, where the file is no text, that alone. Files in
/// order are not looked through for odd bytes: they can only be in comments.
void throw_if_any_error(const Diagnostics& found, Text text) {
  if (!found.has_errors()) return;
  SourceFile source;
  Diagnostics diagnostics;
  if (load_source(text.name, std::move(text.bytes), source, diagnostics)) {
    diagnostics = found;
    diagnostics.fill_excerpts([&](const SourcePos& at) { return source.line(at.line); });
  }
  diagnostics.throw_if_any_error();
}

/// Stable, in time proportional to arcs and nodes.
std::vector<DimacsArc> sorted_by_tail(std::vector<DimacsArc> arcs, std::size_t nodes) {
  const auto earlier = [](const DimacsArc& a, const DimacsArc& b) { return a.tail < b.tail; };
  if (std::is_sorted(arcs.begin(), arcs.end(), earlier)) return arcs;
  std::vector<std::size_t> next(nodes + 1);
  for (const DimacsArc& arc : arcs) ++next[arc.tail + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<DimacsArc> sorted(arcs.size());
  for (const DimacsArc& arc : arcs) sorted[next[arc.tail]++] = arc;
  return sorted;
}

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

RoadGraph read_graph(Text text) {
  Diagnostics diagnostics;
  DimacsGraph read = read_dimacs_graph(text.name, text.bytes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  return graph_of(std::move(read));
}

void add_points(Text text, RoadGraph& graph) {
  Diagnostics diagnostics;
  const auto nodes = static_cast<std::uint32_t>(graph.graph.vertex_count());
  graph.points = read_dimacs_coordinates(text.name, text.bytes, nodes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
}

}  // namespace

RoadGraph read_road_graph(const fs::path& file, const fs::path& coordinates,
                          const RoadGraphLimits& limits) {
  RoadGraph result = read_graph(load(file, limits));
  if (!coordinates.empty()) add_points(load(coordinates, limits), result);
  return result;
}

RoadGraph read_road_graph_bytes(std::string graph, std::optional<std::string> coordinates,
                                const RoadGraphLimits& limits) {
  RoadGraph result = read_graph(text_of("graph", std::move(graph), limits));
  if (coordinates) add_points(text_of("coordinates", std::move(*coordinates), limits), result);
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
