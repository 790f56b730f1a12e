#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

using Length = std::pair<Weight, std::uint32_t>;  // weight, then arcs

inline constexpr Length unreachable{infinite_weight, 0};

/// Lengths from `origin` by the method of Bellman and Ford: every arc, until nothing changes. Slow,
/// plain, and of no kinship with a search by queue.
inline std::vector<Length> lengths_by_bellman_ford(const WeightedGraph& graph, VertexId origin) {
  std::vector<Length> length(graph.graph.vertex_count(), unreachable);
  length[origin.index()] = {0, 0};
  for (bool changed = true; changed;) {
    changed = false;
    for (const ArcId arc : graph.graph.arcs()) {
      const Length before = length[graph.graph.tail(arc).index()];
      if (before == unreachable || graph.weight[arc] >= infinite_weight) continue;
      const Length after{before.first + graph.weight[arc], before.second + 1};
      Length& known = length[graph.graph.head(arc).index()];
      if (known == unreachable || after < known) {
        known = after;
        changed = true;
      }
    }
  }
  return length;
}

/// The graph of a query written out: vertex v in stage s is s * n + v. From each via an arc of no
/// weight leads on to the next stage, for whoever wants to take it.
inline WeightedGraph written_out(const WeightedGraph& graph, const PathQuery& query) {
  const std::size_t n = graph.graph.vertex_count();
  std::vector<WeightedArc> arcs;
  for (std::size_t stage = 0; stage <= query.via.size(); ++stage) {
    for (const ArcId arc : graph.graph.arcs()) {
      arcs.push_back({stage * n + graph.graph.tail(arc).index(),
                      stage * n + graph.graph.head(arc).index(), graph.weight[arc]});
    }
    if (stage == query.via.size()) break;
    for (const VertexId via : query.via[stage]) {
      arcs.push_back({stage * n + via.index(), (stage + 1) * n + via.index(), 0});
    }
  }
  return weighted_graph(n * (query.via.size() + 1), arcs);
}

inline Weight weight_by_brute_force(const WeightedGraph& graph, const PathQuery& query) {
  const WeightedGraph all = written_out(graph, query);
  const std::size_t target = query.via.size() * graph.graph.vertex_count() + query.to.index();
  return lengths_by_bellman_ford(all, query.from)[target].first;
}

/// A query with up to `most_vias` vias of one to three vertices each, which may repeat and overlap.
inline PathQuery random_query(Dice& dice, std::size_t vertices, std::size_t most_vias) {
  PathQuery query{VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}, {}};
  query.via.resize(dice.roll(most_vias + 1));
  for (std::vector<VertexId>& via : query.via) {
    const std::size_t size = 1 + dice.roll(3);
    for (std::size_t i = 0; i < size; ++i) via.emplace_back(dice.roll(vertices));
  }
  return query;
}

}  // namespace corridor::test
