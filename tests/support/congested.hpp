#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "corridor/flow/assignment.hpp"

namespace corridor::test {

/// A link that has yet to be sorted by tail. Vertices count from 0.
struct SketchLink {
  std::size_t tail = 0;
  std::size_t head = 0;
  LinkDelay delay;
  double fixed = 0;
};

/// A network with its graph and one class of demand, whose fixed costs are the links'.
struct Congested {
  Congested() = default;
  Congested(const Congested&) = delete;  // the network points at the graph
  Congested& operator=(const Congested&) = delete;

  Graph graph;
  CongestedNetwork network;
  std::vector<DemandClass> classes;
};

/// t0 + slope x volume.
inline LinkDelay affine(double free_time, double slope) {
  if (slope == 0) return {DelayForm::constant, free_time, 1, 0, 0};
  if (free_time == 0) return {DelayForm::bpr, 1e-9, 1, slope * 1e9, 1};
  return {DelayForm::bpr, free_time, 1, slope / free_time, 1};
}

/// Fills `result`; links get their ids by tail, and for one tail in the order given.
inline void build(Congested& result, std::size_t vertices, std::vector<SketchLink> links,
                  std::vector<OdVolume> demand) {
  std::stable_sort(links.begin(), links.end(),
                   [](const SketchLink& a, const SketchLink& b) { return a.tail < b.tail; });
  std::vector<ArcEnds> ends;
  DemandClass of;
  result.network = {};
  for (const SketchLink& link : links) {
    ends.push_back({VertexId{link.tail}, VertexId{link.head}});
    result.network.delay.add(link.delay);
    of.fixed.add(link.fixed);
  }
  result.graph = Graph{vertices, ends};
  result.network.graph = &result.graph;
  of.demand = std::move(demand);
  result.classes = {std::move(of)};
}

}  // namespace corridor::test
