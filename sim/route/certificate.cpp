#include "corridor/route/certificate.hpp"

#include <algorithm>
#include <cstddef>

#include "route/certificate_parts.hpp"

namespace corridor {

namespace detail {

std::size_t stage_at(const PathQuery& query, VertexId vertex, std::size_t stage) {
  while (stage < query.via.size() && std::find(query.via[stage].begin(), query.via[stage].end(),
                                               vertex) != query.via[stage].end()) {
    ++stage;
  }
  return stage;
}

Walk walk(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
          const Path& path) {
  VertexId at = query.from;
  std::size_t stage = stage_at(query, at, 0);
  Weight sum = 0;
  bool connected = path.stage.size() == path.arcs.size();
  bool open = true;
  for (std::size_t i = 0; i < path.arcs.size() && connected; ++i) {
    const ArcId arc = path.arcs[i];
    connected = arc.index() < graph.arc_count() && graph.tail(arc) == at && path.stage[i] == stage;
    if (!connected) break;
    open = open && weight[arc.index()] < infinite_weight;
    sum += open ? weight[arc.index()] : 0;
    at = graph.head(arc);
    stage = stage_at(query, at, stage);
  }
  return {connected && at == query.to && stage == query.via.size(), open,
          connected && open && sum == path.weight};
}

}  // namespace detail

namespace {

using detail::stage_at;

/// No open arc leads, in any stage, to a state for less than the difference of the potentials.
bool is_feasible(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
                 const ProvedPath& answer, std::size_t& arcs_checked) {
  for (std::size_t stage = 0; stage < answer.potential.size(); ++stage) {
    for (const ArcId arc : graph.arcs()) {
      const Weight before = answer.potential[stage][graph.tail(arc)];
      ++arcs_checked;
      if (weight[arc.index()] >= infinite_weight || before >= infinite_weight) continue;
      const VertexId head = graph.head(arc);
      const Weight after = answer.potential[stage_at(query, head, stage)][head];
      if (after > before + weight[arc.index()]) return false;
    }
  }
  return true;
}

bool has_size_of(const Graph& graph, const PathQuery& query, const ProvedPath& answer) {
  return answer.potential.size() == query.via.size() + 1 &&
         std::all_of(answer.potential.begin(), answer.potential.end(), [&](const auto& potential) {
           return potential.size() == graph.vertex_count();
         });
}

}  // namespace

PathCertificate certify(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
                        const ProvedPath& answer) {
  PathCertificate certificate;
  const Path& path = answer.path;
  if (path.found) {
    const detail::Walk walk = detail::walk(graph, weight, query, path);
    certificate.connected = walk.connected;
    certificate.open = walk.open;
    certificate.weight_agrees = walk.weight_agrees;
  } else {
    certificate.connected = certificate.open = path.arcs.empty();
    certificate.weight_agrees = path.weight == infinite_weight;
  }
  if (!has_size_of(graph, query, answer)) return certificate;
  certificate.potentials_feasible =
      is_feasible(graph, weight, query, answer, certificate.arcs_checked);
  const Weight start = answer.potential[stage_at(query, query.from, 0)][query.from];
  const Weight end = answer.potential.back()[query.to];
  certificate.tight =
      start < infinite_weight &&
      (path.found ? end < infinite_weight && end - start == path.weight : end >= infinite_weight);
  return certificate;
}

}  // namespace corridor
