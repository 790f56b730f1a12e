#include "lemon_rival.hpp"

#include <cstddef>
#include <utility>

#include <lemon/dijkstra.h>
#include <lemon/static_graph.h>

namespace corridor::bench {

namespace {

using Lengths = lemon::StaticDigraph::ArcMap<std::int64_t>;
using Search = lemon::Dijkstra<lemon::StaticDigraph, Lengths>;

}  // namespace

struct LemonDijkstra::Parts {
  lemon::StaticDigraph graph;
  std::unique_ptr<Lengths> length;
  std::unique_ptr<Search> search;
};

LemonDijkstra::LemonDijkstra(const LemonArcs& arcs) : parts_{std::make_unique<Parts>()} {
  std::vector<std::pair<int, int>> ends;
  for (std::size_t i = 0; i < arcs.tail.size(); ++i) ends.emplace_back(arcs.tail[i], arcs.head[i]);
  parts_->graph.build(arcs.nodes, ends.begin(), ends.end());
  parts_->length = std::make_unique<Lengths>(parts_->graph);
  for (std::size_t i = 0; i < arcs.weight.size(); ++i) {
    (*parts_->length)[lemon::StaticDigraph::arc(static_cast<int>(i))] = arcs.weight[i];
  }
  parts_->search = std::make_unique<Search>(parts_->graph, *parts_->length);
}

LemonDijkstra::~LemonDijkstra() = default;

void LemonDijkstra::one_to_all(int origin) {
  parts_->search->run(lemon::StaticDigraph::node(origin));
}

std::int64_t LemonDijkstra::one_to_one(int origin, int target) {
  parts_->search->run(lemon::StaticDigraph::node(origin), lemon::StaticDigraph::node(target));
  return distance(target);
}

std::int64_t LemonDijkstra::distance(int node) const {
  const auto at = lemon::StaticDigraph::node(node);
  return parts_->search->reached(at) ? parts_->search->dist(at) : -1;
}

}  // namespace corridor::bench
