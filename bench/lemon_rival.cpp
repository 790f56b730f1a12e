#include "lemon_rival.hpp"

#include <cstddef>
#include <utility>

#include <lemon/dijkstra.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace corridor::bench {

namespace {

using Lengths = lemon::StaticDigraph::ArcMap<std::int64_t>;
using Search = lemon::Dijkstra<lemon::StaticDigraph, Lengths>;
using Amounts = lemon::StaticDigraph::NodeMap<std::int64_t>;
using Simplex = lemon::NetworkSimplex<lemon::StaticDigraph, std::int64_t>;

void build(lemon::StaticDigraph& graph, const LemonArcs& arcs) {
  std::vector<std::pair<int, int>> ends;
  for (std::size_t i = 0; i < arcs.tail.size(); ++i) ends.emplace_back(arcs.tail[i], arcs.head[i]);
  graph.build(arcs.nodes, ends.begin(), ends.end());
}

std::unique_ptr<Lengths> by_arc(const lemon::StaticDigraph& graph,
                                const std::vector<std::int64_t>& values) {
  auto map = std::make_unique<Lengths>(graph);
  for (std::size_t i = 0; i < values.size(); ++i) {
    (*map)[lemon::StaticDigraph::arc(static_cast<int>(i))] = values[i];
  }
  return map;
}

}  // namespace

struct LemonDijkstra::Parts {
  lemon::StaticDigraph graph;
  std::unique_ptr<Lengths> length;
  std::unique_ptr<Search> search;
};

LemonDijkstra::LemonDijkstra(const LemonArcs& arcs) : parts_{std::make_unique<Parts>()} {
  build(parts_->graph, arcs);
  parts_->length = by_arc(parts_->graph, arcs.weight);
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

struct LemonNetworkSimplex::Parts {
  lemon::StaticDigraph graph;
  std::unique_ptr<Lengths> capacity;
  std::unique_ptr<Lengths> cost;
  std::unique_ptr<Amounts> supply;
};

LemonNetworkSimplex::LemonNetworkSimplex(const LemonFlow& problem)
    : parts_{std::make_unique<Parts>()} {
  build(parts_->graph, problem.arcs);
  parts_->capacity = by_arc(parts_->graph, problem.capacity);
  parts_->cost = by_arc(parts_->graph, problem.arcs.weight);
  parts_->supply = std::make_unique<Amounts>(parts_->graph);
  for (std::size_t i = 0; i < problem.supply.size(); ++i) {
    (*parts_->supply)[lemon::StaticDigraph::node(static_cast<int>(i))] = problem.supply[i];
  }
}

LemonNetworkSimplex::~LemonNetworkSimplex() = default;

std::int64_t LemonNetworkSimplex::least_cost() {
  Simplex simplex{parts_->graph};
  simplex.upperMap(*parts_->capacity).costMap(*parts_->cost).supplyMap(*parts_->supply);
  if (simplex.run() != Simplex::OPTIMAL) return -1;
  return simplex.totalCost<std::int64_t>();
}

}  // namespace corridor::bench
