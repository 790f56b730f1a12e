#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "corridor/flow/assignment.hpp"

#include "support/random_graph.hpp"

namespace corridor::test::bush {

/// A road of a network sketched in a test.
struct Road {
  std::size_t tail = 0;
  std::size_t head = 0;
  LinkDelay delay;
  double fixed = 0;
};

/// A network with one class, or more, that owns its graph. Roads get their ids by tail, and for one
/// tail in the order given.
struct Congested {
  std::unique_ptr<const Graph> graph;  // the network points at it
  CongestedNetwork network;
  std::vector<DemandClass> classes;

  Congested(std::size_t vertices, std::vector<Road> roads) {
    std::stable_sort(roads.begin(), roads.end(),
                     [](const Road& a, const Road& b) { return a.tail < b.tail; });
    std::vector<ArcEnds> ends;
    DemandClass first;
    for (const Road& road : roads) {
      ends.push_back({VertexId{road.tail}, VertexId{road.head}});
      network.delay.add(road.delay);
      first.fixed.add(road.fixed);
    }
    graph = std::make_unique<const Graph>(vertices, ends);
    network.graph = graph.get();
    classes.push_back(std::move(first));
  }
  void carry(std::size_t from, std::size_t to, double volume, std::size_t of_class = 0) {
    classes[of_class].demand.push_back({VertexId{from}, VertexId{to}, volume});
  }
};

/// t0 + rise x volume.
inline LinkDelay straight(double free_time, double rise) {
  // BPR with a power of 1 needs a free time to multiply.
  const double base = free_time > 0 ? free_time : 1e-9;
  return {DelayForm::bpr, base, 1, rise / base, 1};
}
inline LinkDelay constant(double time) { return {DelayForm::constant, time}; }
inline LinkDelay quartic(double free_time, double capacity) {
  return {DelayForm::bpr, free_time, capacity, 0.15, 4};
}

/// A delay of any form.
inline LinkDelay random_delay(Dice& dice) {
  LinkDelay delay;
  delay.free_time = static_cast<double>(dice.roll(12)) / 2;
  delay.capacity = 1 + static_cast<double>(dice.roll(20));
  switch (dice.roll(8)) {
    case 0:
      delay.form = DelayForm::constant;
      break;
    case 1:
      delay.form = DelayForm::conical;
      delay.alpha = 1.5 + static_cast<double>(dice.roll(10));
      break;
    case 2:
      delay.form = DelayForm::davidson;
      delay.alpha = 0.1 + static_cast<double>(dice.roll(5)) / 5;
      break;
    case 3:
      delay.form = DelayForm::queue;
      delay.alpha = 0.5;
      delay.beta = 1 + static_cast<double>(dice.roll(4));
      break;
    default:
      delay.form = DelayForm::bpr;
      delay.beta = std::vector<double>{0, 0.5, 1, 2.5, 4, 4, 4, 4}[dice.roll(8)];
  }
  return delay;
}

/// A network on which solvers go wrong if they can: arcs that take no time or whose time is
/// constant, hopeless overloads, parallel arcs and loops, closed arcs, zones that may not be
/// passed, pairs that no path joins, tiny demands, several classes.
inline Congested random_congested(std::uint32_t seed) {
  Dice dice{seed};
  const std::size_t vertices = 2 + dice.roll(30);
  const std::size_t arcs = vertices * (1 + dice.roll(4));
  std::vector<Road> roads;
  while (roads.size() < arcs) {
    Road road{dice.roll(vertices), dice.roll(vertices), random_delay(dice), 0};
    if (dice.roll(3) == 0) road.fixed = static_cast<double>(dice.roll(5));
    if (dice.roll(12) == 0) road.fixed = std::numeric_limits<double>::infinity();
    roads.push_back(road);
    if (dice.roll(6) == 0) roads.push_back(road);
  }
  Congested result{vertices, roads};
  for (std::size_t more = dice.roll(3); more > 0; --more) {
    DemandClass of = result.classes[0];
    of.time_value = 0.5 + static_cast<double>(dice.roll(4));
    of.load = 0.5 * static_cast<double>(1 + dice.roll(3));
    for (double& fixed : of.fixed) {
      if (dice.roll(20) == 0) fixed = std::numeric_limits<double>::infinity();
    }
    result.classes.push_back(of);
  }
  if (dice.roll(2) == 0) {
    for (std::size_t v = 0; v < vertices; ++v) result.network.no_passing.add(dice.roll(4) == 0);
  }
  for (std::size_t k = 0; k < result.classes.size(); ++k) {
    for (std::size_t pairs = dice.roll(vertices * vertices / 2 + 2); pairs > 0; --pairs) {
      const double volume = 0.37 * static_cast<double>(dice.roll(10));
      const std::size_t from = dice.roll(vertices);
      const std::size_t to = dice.roll(vertices);
      result.carry(from, to, dice.roll(10) == 0 ? 1e-6 * volume : volume, k);
    }
  }
  return result;
}

}  // namespace corridor::test::bush
