#include <algorithm>
#include <vector>

#include "corridor/route/pareto.hpp"

#include "route/certificate_parts.hpp"
#include "route/pareto_omissions.hpp"

namespace corridor {

namespace {

bool is_connected(const Graph& graph, const PathQuery& query, const ParetoPath& path) {
  if (path.stage.size() != path.arcs.size()) return false;
  VertexId at = query.from;
  std::size_t stage = detail::stage_at(query, at, 0);
  for (std::size_t i = 0; i < path.arcs.size(); ++i) {
    const ArcId arc = path.arcs[i];
    if (arc.index() >= graph.arc_count() || graph.tail(arc) != at) return false;
    if (path.stage[i] != stage) return false;
    at = graph.head(arc);
    stage = detail::stage_at(query, at, stage);
  }
  return at == query.to && stage == query.via.size();
}

bool is_open(WeightColumns columns, ArcId arc) {
  return std::all_of(columns.begin(), columns.end(), [&](std::span<const Weight> column) {
    return column[arc.index()] < infinite_weight;
  });
}

bool costs_agree(WeightColumns columns, const ParetoPath& path) {
  CostVector sum{};
  for (const ArcId arc : path.arcs) {
    for (std::size_t i = 0; i < columns.size(); ++i) sum[i] += columns[i][arc.index()];
  }
  return sum == path.cost;
}

/// Ascending vectors, none of which is as good as another: as good can only be one before it. Of
/// two objectives that is the one before, as the second must fall.
bool are_nondominated(const ParetoSet& answer) {
  const std::vector<ParetoPath>& paths = answer.paths;
  for (std::size_t i = 1; i < paths.size(); ++i) {
    if (!(paths[i - 1].cost < paths[i].cost)) return false;
    for (std::size_t j = answer.objectives == 2 ? i - 1 : 0; j < i; ++j) {
      if (detail::is_as_good(paths[j].cost, paths[i].cost)) return false;
    }
  }
  return true;
}

/// The columns, with an arc that one of them closes closed in all.
std::vector<std::vector<Weight>> closed_alike(const Graph& graph, WeightColumns columns) {
  std::vector<std::vector<Weight>> result;
  for (const std::span<const Weight> column : columns) {
    result.emplace_back(column.begin(), column.end());
  }
  for (const ArcId arc : graph.arcs()) {
    if (is_open(columns, arc)) continue;
    for (std::vector<Weight>& column : result) column[arc.index()] = infinite_weight;
  }
  return result;
}

}  // namespace

ParetoCertificate certify(const Graph& graph, WeightColumns columns, const PathQuery& query,
                          const ParetoSet& answer) {
  const std::vector<ParetoPath>& paths = answer.paths;
  ParetoCertificate certificate;
  certificate.connected = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return is_connected(graph, query, path);
  });
  if (!certificate.connected) return certificate;
  certificate.open = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return std::all_of(path.arcs.begin(), path.arcs.end(),
                       [&](ArcId arc) { return is_open(columns, arc); });
  });
  if (!certificate.open) return certificate;
  certificate.costs_agree = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return costs_agree(columns, path);
  });
  certificate.nondominated = are_nondominated(answer);
  if (!certificate.nondominated) return certificate;
  if (answer.objectives != columns.size() || !answer.complete) return certificate;
  const std::vector<std::vector<Weight>> closed = closed_alike(graph, columns);
  const std::vector<std::span<const Weight>> spans{closed.begin(), closed.end()};
  detail::ParetoOmissions omissions{graph, spans, query, answer};
  certificate.none_missing = !omissions.found();
  certificate.ways_followed = omissions.ways_followed();
  return certificate;
}

}  // namespace corridor
