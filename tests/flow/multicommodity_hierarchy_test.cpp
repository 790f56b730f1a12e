// Questions that are answered on a hierarchy, and capacities of some classes.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/concurrent_flow.hpp"
#include "corridor/flow/multicommodity.hpp"

#include "flow/cargo_cases.hpp"
#include "flow/hierarchies.hpp"

namespace corridor::test {
namespace {

double slip(double value) { return 1e-7 * std::max(1.0, std::abs(value)); }

MulticommodityFlow solve(const CargoCase& asked, const FlowStart* start = nullptr) {
  MulticommodityOptions options;
  options.start = start;
  MulticommodityFlow answer = multicommodity_flow(asked.network, asked.classes, options);
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(certify(asked.network, asked.classes, answer).holds());
  return answer;
}

double share(const CargoCase& asked) {
  const ConcurrentFlow answer = concurrent_flow(asked.network, asked.classes);
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(certify(asked.network, asked.classes, answer).holds());
  return answer.unlimited ? 0 : answer.share;
}

// Searches that skip what prices cannot change, on a hierarchy, find the same optimum as searches
// from vertex to vertex; warm, after arcs have closed and figures have changed, as well as cold.
TEST(MulticommodityHierarchy, AnswersAreThoseOfPlainSearches) {
  for (const Figures figures : {Figures::coarse, Figures::generic}) {
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
      SCOPED_TRACE(seed);
      CargoCase made;
      make_random(made, seed, figures);
      const double cost = solve(made).objective;
      const double largest = share(made);
      made.network.hierarchy = hierarchy_of(made.graph);
      const MulticommodityFlow before = solve(made);
      ASSERT_NEAR(before.objective, cost, slip(cost));
      ASSERT_NEAR(share(made), largest, slip(largest));
      Dice dice{seed};
      for (CargoClass& cargo : made.classes) {
        for (double& each : cargo.cost) {
          if (dice.roll(6) == 0) each = closed;
          if (dice.roll(3) == 0) each *= 0.5;
        }
      }
      for (SharedCapacity& shared : made.network.capacities) {
        if (dice.roll(3) == 0) shared.capacity *= 0.5;
      }
      const double warm = solve(made, before.start.get()).objective;
      made.network.hierarchy = nullptr;
      const double cold = solve(made).objective;
      ASSERT_NEAR(warm, cold, slip(cold));
    }
  }
}

/// The same question with a copy of the graph for each class, so that capacities of some classes
/// are plain ones.
void lay_apart(const CargoCase& joint, CargoCase& made) {
  const std::size_t vertices = joint.graph.vertex_count();
  const std::size_t arcs = joint.graph.arc_count();
  std::vector<ArcEnds> ends;
  for (std::size_t k = 0; k < joint.classes.size(); ++k) {
    for (const ArcId arc : joint.graph.arcs()) {
      ends.push_back({VertexId{k * vertices + joint.graph.tail(arc).index()},
                      VertexId{k * vertices + joint.graph.head(arc).index()}});
    }
    CargoClass cargo = joint.classes[k];
    cargo.cost = IdVector<ArcId, double>(joint.classes.size() * arcs, closed);
    for (const ArcId arc : joint.graph.arcs()) {
      const IdVector<ArcId, double>& cost = joint.classes[k].cost;
      cargo.cost[ArcId{k * arcs + arc.index()}] = cost.empty() ? 0 : cost[arc];
    }
    for (OdVolume& pair : cargo.demand) {
      pair.from = VertexId{k * vertices + pair.from.index()};
      pair.to = VertexId{k * vertices + pair.to.index()};
    }
    made.classes.push_back(std::move(cargo));
  }
  made.graph = Graph{joint.classes.size() * vertices, ends};
  made.network.graph = &made.graph;
  for (const SharedCapacity& shared : joint.network.capacities) {
    SharedCapacity apart{{}, shared.capacity};
    for (std::size_t k = 0; k < joint.classes.size(); ++k) {
      if (!limits(shared, k)) continue;
      for (const ArcId arc : shared.arcs) apart.arcs.emplace_back(k * arcs + arc.index());
    }
    made.network.capacities.push_back(std::move(apart));
  }
  for (std::size_t k = 0; k < joint.classes.size(); ++k) {
    for (const char no : joint.network.no_passing) made.network.no_passing.add(no);
  }
}

TEST(MulticommodityHierarchy, CapacitiesOfSomeClassesAreThoseOfGraphsOfTheirOwn) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase joint;
    make_random(joint, seed, Figures::generic);
    Dice dice{seed};
    for (SharedCapacity& shared : joint.network.capacities) {
      for (std::uint32_t k = 0; k < joint.classes.size(); ++k) {
        if (dice.roll(2) == 0) shared.classes.push_back(k);
      }
    }
    if (seed % 2 == 0) joint.network.hierarchy = hierarchy_of(joint.graph);
    CargoCase apart;
    lay_apart(joint, apart);
    const double cost = solve(apart).objective;
    ASSERT_NEAR(solve(joint).objective, cost, slip(cost));
    const double largest = share(apart);
    ASSERT_NEAR(share(joint), largest, slip(largest));
  }
}

// 0 -> 1 by an arc that costs 1 and one that costs 3. The first takes 4 units of class 0, at a load
// of 1, and any number of class 1: of 10 units each, class 0 sends 4 for 1 and 6 for 3, class 1 all
// for 1. Cost: 4 + 18 + 10.
TEST(MulticommodityHierarchy, ACapacityOfOneClassLeavesTheOtherAlone) {
  CargoCase made;
  lay_out(made, 2, {{0, 1}, {0, 1}});
  made.classes.push_back(cargo({demand(0, 1, 10)}, {1, 3}));
  made.classes.push_back(cargo({demand(0, 1, 10)}, {1, 3}));
  made.network.capacities.push_back({{ArcId{0}}, 4, {0}});
  const MulticommodityFlow answer = solve(made);
  EXPECT_NEAR(answer.objective, 32, 1e-9);
  EXPECT_NEAR(answer.price[0], 2, 1e-9);
  EXPECT_NEAR(answer.flow[1][ArcId{0}], 10, 1e-9);
}

}  // namespace
}  // namespace corridor::test
