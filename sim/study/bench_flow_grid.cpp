#include <algorithm>
#include <random>
#include <utility>

#include "corridor/study/bench_flow.hpp"

namespace corridor {

namespace {

/// Whole numbers that are the same on every machine, unlike std::uniform_int_distribution's.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_{seed} {}
  /// From `least` to `most`.
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least +
           static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most - least + 1));
  }

 private:
  std::mt19937 engine_;
};

/// A square of crossings with a street each way between neighbours. Then come two vertices that are
/// joined to it for maximum flow alone: before its first column, and after its last.
class Grid {
 public:
  Grid(std::size_t side, bool has_ends) : side_{side}, has_ends_{has_ends} {
    std::vector<ArcEnds> ends;
    for (std::size_t v = 0; v < side * side; ++v) {
      const std::size_t column = v % side;
      if (column > 0) join(ends, v, v - 1);
      if (column + 1 < side) join(ends, v, v + 1);
      if (v >= side) join(ends, v, v - side);
      if (v + side < side * side) join(ends, v, v + side);
      if (has_ends && column + 1 == side) join(ends, v, sink().index());
    }
    for (std::size_t v = 0; has_ends && v < side * side; v += side) {
      join(ends, source().index(), v);
    }
    graph_ = Graph{side * side + (has_ends ? 2 : 0), ends};
  }

  const Graph& graph() const { return graph_; }
  VertexId source() const { return VertexId{side_ * side_}; }
  VertexId sink() const { return VertexId{side_ * side_ + 1}; }
  bool is_street(ArcId arc) const {
    return !has_ends_ || (graph_.tail(arc) != source() && graph_.head(arc) != sink());
  }

 private:
  static void join(std::vector<ArcEnds>& ends, std::size_t from, std::size_t to) {
    ends.push_back({VertexId{from}, VertexId{to}});
  }

  std::size_t side_;
  bool has_ends_;
  Graph graph_;
};

FlowProblemBench max_flow_on_grid(Dice& dice, const FlowBenchOptions& options) {
  const Grid grid{100, true};
  IdVector<ArcId, Tonnage> capacity;
  for (const ArcId arc : grid.graph().arcs()) {
    capacity.add(grid.is_street(arc) ? dice.between(1, 100) : 1'000'000);
  }
  return bench({grid.graph(), capacity.values(), grid.source(), grid.sink()}, options);
}

FlowProblemBench min_cost_on_grid(Dice& dice, const FlowBenchOptions& options) {
  constexpr std::size_t side = 30;
  const Grid grid{side, false};
  IdVector<ArcId, Tonnage> capacity;
  IdVector<ArcId, FlowCost> cost;
  for (std::size_t i = 0; i < grid.graph().arc_count(); ++i) {
    capacity.add(dice.between(50, 150));
    cost.add(dice.between(1, 1000));
  }
  // Wherever they lie, all can leave: no more than two streets' least is sent from any place.
  IdVector<VertexId, Tonnage> supply(side * side, 0);
  for (int i = 0; i < 60; ++i) {
    const auto draw = [&] { return VertexId{static_cast<std::size_t>(dice.between(0, 899))}; };
    const VertexId from = draw();
    const VertexId to = draw();
    supply[from] += 10;
    supply[to] -= 10;
  }
  return bench({grid.graph(), {capacity.values(), cost.values(), supply.values(), {}}}, options);
}

FlowProblemBench assignment_on_grid(Dice& dice, const FlowBenchOptions& options) {
  constexpr std::int64_t side = 12;
  const Grid grid{side, false};
  CongestedNetwork network;
  network.graph = &grid.graph();
  for (std::size_t i = 0; i < grid.graph().arc_count(); ++i) {
    const auto free_time = static_cast<double>(dice.between(2, 10));
    const auto capacity = static_cast<double>(dice.between(200, 1000));
    network.delay.add({DelayForm::bpr, free_time, capacity, 0.15, 4});
  }
  DemandClass trips;
  std::vector<VertexId> zones;
  for (int i = 0; i < 16; ++i) {
    zones.emplace_back(static_cast<std::size_t>(dice.between(0, side * side - 1)));
  }
  for (const VertexId from : zones) {
    for (const VertexId to : zones) {
      if (from != to) trips.demand.push_back({from, to, static_cast<double>(dice.between(1, 60))});
    }
  }
  return bench(AssignmentQuestion{network, trips}, options);
}

}  // namespace

std::vector<FlowProblemBench> bench_flows(std::uint32_t seed, const FlowBenchOptions& options) {
  Dice dice{seed};
  std::vector<FlowProblemBench> problems;
  problems.push_back(max_flow_on_grid(dice, options));
  problems.push_back(min_cost_on_grid(dice, options));
  problems.push_back(assignment_on_grid(dice, options));
  return problems;
}

}  // namespace corridor
