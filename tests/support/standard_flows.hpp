#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "corridor/input/flow_instance.hpp"
#include "corridor/input/road_graph.hpp"

namespace corridor::test {

// Flow problems on road graphs by a rule that is the same everywhere, so that their optima can be
// published. For tests and benchmarks.

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014), with its increment.
inline std::uint64_t splitmix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ x >> 30U) * 0xbf58476d1ce4e5b9U;
  x = (x ^ x >> 27U) * 0x94d049bb133111ebU;
  return x ^ x >> 31U;
}

/// Of a road that has none: from 1 to 100, the same both ways, by the numbers of its ends from 1.
inline std::int64_t road_capacity(VertexId tail, VertexId head) {
  const std::uint64_t low = std::min(tail, head).index() + 1;
  const std::uint64_t high = std::max(tail, head).index() + 1;
  return 1 + static_cast<std::int64_t>(splitmix(low << 32U | high) % 100);
}

/// An arc that has yet to be sorted by tail.
struct FlowArc {
  VertexId tail;
  VertexId head;
  std::int64_t capacity = 0;
  std::int64_t cost = 0;
};

inline std::vector<FlowArc> flow_arcs(const RoadGraph& roads) {
  std::vector<FlowArc> arcs;
  for (const ArcId arc : roads.graph.arcs()) {
    const VertexId tail = roads.graph.tail(arc);
    const VertexId head = roads.graph.head(arc);
    arcs.push_back({tail, head, road_capacity(tail, head), roads.weight[arc]});
  }
  return arcs;
}

inline std::vector<ArcEnds> sorted_ends(std::vector<FlowArc>& arcs) {
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](const FlowArc& a, const FlowArc& b) { return a.tail < b.tail; });
  std::vector<ArcEnds> ends;
  for (const FlowArc& arc : arcs) ends.push_back({arc.tail, arc.head});
  return ends;
}

/// All from some vertices to some others, over a source and a sink of their own.
inline MaxFlowInstance flow_between(const RoadGraph& roads, std::span<const VertexId> sources,
                                    std::span<const VertexId> sinks) {
  constexpr std::int64_t plenty = 100'000'000;
  MaxFlowInstance problem;
  problem.source = VertexId{roads.graph.vertex_count()};
  problem.sink = VertexId{roads.graph.vertex_count() + 1};
  std::vector<FlowArc> arcs = flow_arcs(roads);
  for (const VertexId vertex : sources) arcs.push_back({problem.source, vertex, plenty});
  for (const VertexId vertex : sinks) arcs.push_back({vertex, problem.sink, plenty});
  problem.graph = Graph{roads.graph.vertex_count() + 2, sorted_ends(arcs)};
  for (const FlowArc& arc : arcs) problem.capacity.add(arc.capacity);
  return problem;
}

/// Vertices by a key, ties by number.
template <class KeyOf>
std::vector<VertexId> sorted_vertices(const RoadGraph& roads, const KeyOf& key) {
  std::vector<VertexId> order(roads.graph.vertices().begin(), roads.graph.vertices().end());
  std::stable_sort(order.begin(), order.end(), [&](VertexId a, VertexId b) {
    return key(roads.points[a.index()]) < key(roads.points[b.index()]);
  });
  return order;
}

/// From the westernmost twentieth of all vertices to the easternmost.
inline MaxFlowInstance west_to_east(const RoadGraph& roads) {
  const auto order = sorted_vertices(roads, [](const Point& at) { return at.x; });
  const std::span<const VertexId> all{order};
  return flow_between(roads, all.first(order.size() / 20), all.last(order.size() / 20));
}

/// From the fiftieth of all vertices that is nearest the median place to the fifth farthest from
/// it. At New York a degree of longitude is some three quarters of one of latitude.
inline MaxFlowInstance centre_to_rim(const RoadGraph& roads) {
  std::vector<double> x;
  std::vector<double> y;
  for (const Point& at : roads.points) {
    x.push_back(at.x);
    y.push_back(at.y);
  }
  const auto middle = static_cast<std::ptrdiff_t>(x.size() / 2);
  std::nth_element(x.begin(), x.begin() + middle, x.end());
  std::nth_element(y.begin(), y.begin() + middle, y.end());
  const Point centre{x[x.size() / 2], y[y.size() / 2]};
  const auto order = sorted_vertices(roads, [&](const Point& at) {
    return 9 * (at.x - centre.x) * (at.x - centre.x) + 16 * (at.y - centre.y) * (at.y - centre.y);
  });
  const std::span<const VertexId> all{order};
  return flow_between(roads, all.first(order.size() / 50), all.last(order.size() / 5));
}

/// `count` vertices that can send and receive, drawn at random, in the order in which they are.
inline std::vector<VertexId> drawn_places(const RoadGraph& roads, std::size_t count) {
  std::vector<char> fit(roads.graph.vertex_count(), 1);
  for (const VertexId vertex : roads.graph.vertices()) {
    if (roads.graph.out(vertex).empty() || roads.graph.in(vertex).empty()) fit[vertex.index()] = 0;
  }
  std::vector<VertexId> places;
  constexpr std::uint64_t step = 0x9e3779b97f4a7c15U;
  for (std::uint64_t state = 11 + step; places.size() < count; state += step) {
    const VertexId vertex{splitmix(state) % roads.graph.vertex_count()};
    if (fit[vertex.index()] == 0) continue;
    fit[vertex.index()] = 0;
    places.push_back(vertex);
  }
  return places;
}

/// What a vertex could send or receive over its roads, but at most 50.
template <class Arcs>
std::int64_t width(const RoadGraph& roads, const Arcs& arcs) {
  std::int64_t sum = 0;
  for (const ArcId arc : arcs) sum += road_capacity(roads.graph.tail(arc), roads.graph.head(arc));
  return std::min<std::int64_t>(50, sum);
}

/// `places` vertices send, as many receive, and a hub takes at a high price what the roads do not:
/// the least cost is then of use even where they are too narrow.
inline MinCostInstance overflow_problem(const RoadGraph& roads, std::size_t places) {
  constexpr std::int64_t price = 10'000'000;
  const std::vector<VertexId> drawn = drawn_places(roads, 2 * places);
  std::int64_t sent = 0;
  std::int64_t received = 0;
  for (std::size_t i = 0; i < places; ++i) {
    sent += width(roads, roads.graph.out(drawn[i]));
    received += width(roads, roads.graph.in(drawn[places + i]));
  }
  const std::int64_t total = std::min(sent, received);
  const VertexId hub{roads.graph.vertex_count()};
  MinCostInstance problem;
  problem.supply = IdVector<VertexId, std::int64_t>(roads.graph.vertex_count() + 1, 0);
  std::vector<FlowArc> arcs = flow_arcs(roads);
  std::int64_t to_send = total;
  std::int64_t to_receive = total;
  for (std::size_t i = 0; i < places; ++i) {
    const VertexId from = drawn[i];
    const VertexId to = drawn[places + i];
    problem.supply[from] = std::min(to_send, width(roads, roads.graph.out(from)));
    problem.supply[to] = -std::min(to_receive, width(roads, roads.graph.in(to)));
    to_send -= problem.supply[from];
    to_receive += problem.supply[to];
    arcs.push_back({from, hub, total, price});
    arcs.push_back({hub, to, total, price});
  }
  problem.graph = Graph{roads.graph.vertex_count() + 1, sorted_ends(arcs)};
  for (const FlowArc& arc : arcs) {
    problem.least.add(0);
    problem.capacity.add(arc.capacity);
    problem.cost.add(arc.cost);
  }
  return problem;
}

}  // namespace corridor::test
