#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "corridor/flow/multicommodity.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

inline constexpr double closed = std::numeric_limits<double>::infinity();
inline constexpr double unlimited = std::numeric_limits<double>::infinity();

/// A question, with the graph that it is about. Not to be moved: the network points to the graph.
struct CargoCase {
  CargoCase() = default;
  CargoCase(const CargoCase&) = delete;
  CargoCase& operator=(const CargoCase&) = delete;

  Graph graph;
  CapacitatedNetwork network;
  std::vector<CargoClass> classes;
};

/// Arcs must be sorted by tail.
inline void lay_out(CargoCase& made, std::size_t vertices,
                    const std::vector<std::pair<std::size_t, std::size_t>>& arcs) {
  std::vector<ArcEnds> ends;
  for (const auto& [tail, head] : arcs) ends.push_back({VertexId{tail}, VertexId{head}});
  made.graph = Graph{vertices, ends};
  made.network.graph = &made.graph;
}

inline OdVolume demand(std::size_t from, std::size_t to, double volume) {
  return {VertexId{from}, VertexId{to}, volume};
}

inline CargoClass cargo(std::vector<OdVolume> demand, const std::vector<double>& cost,
                        double load = 1, double penalty = 1000) {
  CargoClass made;
  made.demand = std::move(demand);
  for (const double each : cost) made.cost.add(each);
  made.load = load;
  made.penalty = penalty;
  return made;
}

/// Figures of a random case.
enum class Figures {
  coarse,   // small whole numbers, with zeros: ties and degenerate bases everywhere
  generic,  // any number: no ties
};

inline double figure(Dice& dice, Figures figures, std::size_t most) {
  if (figures == Figures::coarse) return static_cast<double>(dice.roll(most + 1));
  return static_cast<double>(1 + dice.roll(1'000'000)) * 1e-6 * static_cast<double>(most);
}

/// Capacities of single arcs, and of several at once; a few of them zero or unlimited.
inline void add_random_capacities(CargoCase& made, Dice& dice, Figures figures) {
  for (const ArcId arc : made.graph.arcs()) {
    if (dice.roll(4) == 0) continue;
    double capacity = figure(dice, figures, 12);
    if (dice.roll(12) == 0) capacity = unlimited;
    made.network.capacities.push_back({{arc}, capacity});
  }
  for (std::size_t i = dice.roll(4); i > 0 && made.graph.arc_count() > 0; --i) {
    SharedCapacity shared{{}, figure(dice, figures, 20)};
    for (std::size_t j = 2 + dice.roll(3); j > 0; --j) {
      shared.arcs.emplace_back(dice.roll(made.graph.arc_count()));
    }
    made.network.capacities.push_back(std::move(shared));
  }
}

inline CargoClass random_cargo(const CargoCase& made, Dice& dice, Figures figures) {
  CargoClass cargo;
  const std::size_t vertices = made.graph.vertex_count();
  for (std::size_t i = 1 + dice.roll(5); i > 0; --i) {
    cargo.demand.push_back(
        demand(dice.roll(vertices), dice.roll(vertices), figure(dice, figures, 9)));
  }
  for (std::size_t i = 0; i < made.graph.arc_count(); ++i) {
    cargo.cost.add(dice.roll(10) == 0 ? closed : figure(dice, figures, 6));
  }
  if (dice.roll(8) == 0) cargo.cost = {};
  cargo.load = std::vector<double>{1, 0.5, 2.5}[dice.roll(3)];
  cargo.penalty = figure(dice, figures, 40);
  return cargo;
}

/// Parallel arcs, loops, closed arcs, parts that are out of reach, capacities of zero.
inline void make_random(CargoCase& made, std::uint32_t seed, Figures figures) {
  Dice dice{seed};
  const std::size_t vertices = 2 + dice.roll(7);
  const WeightedGraph drawn = random_graph(seed, vertices, vertices + dice.roll(2 * vertices + 1));
  made.graph = drawn.graph;
  made.network.graph = &made.graph;
  add_random_capacities(made, dice, figures);
  if (dice.roll(3) == 0) {
    for (std::size_t i = 0; i < vertices; ++i) {
      made.network.no_passing.add(dice.roll(3) == 0 ? 1 : 0);
    }
  }
  for (std::size_t i = 1 + dice.roll(3); i > 0; --i) {
    made.classes.push_back(random_cargo(made, dice, figures));
  }
}

/// A ring with chords both ways, each link one capacity; many demands of two cargoes.
inline void make_ring(CargoCase& made, std::uint32_t seed, std::size_t places) {
  Dice dice{seed};
  std::vector<WeightedArc> arcs;
  const auto link = [&](std::size_t a, std::size_t b) {
    arcs.push_back({a, b, 0});
    arcs.push_back({b, a, 0});
  };
  for (std::size_t i = 0; i < places; ++i) {
    link(i, (i + 1) % places);
    if (i % 3 == 0) link(i, (i + 2 + dice.roll(places - 3)) % places);
  }
  made.graph = weighted_graph(places, arcs).graph;
  made.network.graph = &made.graph;
  for (const ArcId arc : made.graph.arcs()) {
    for (const ArcId back : made.graph.out(made.graph.head(arc))) {
      if (made.graph.head(back) != made.graph.tail(arc) || back < arc) continue;
      made.network.capacities.push_back({{arc, back}, 20 + figure(dice, Figures::generic, 60)});
      break;
    }
  }
  for (const double load : {1.0, 1.75}) {
    CargoClass cargo;
    for (std::size_t i = 0; i < made.graph.arc_count(); ++i) {
      cargo.cost.add(1 + figure(dice, Figures::generic, 5));
    }
    for (std::size_t i = 0; i < 2 * places; ++i) {
      cargo.demand.push_back(
          demand(dice.roll(places), dice.roll(places), figure(dice, Figures::generic, 8)));
    }
    cargo.load = load;
    cargo.penalty = 40;
    made.classes.push_back(std::move(cargo));
  }
}

}  // namespace corridor::test
