#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/pareto.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor::test {

struct Instance {
  Graph graph;
  std::vector<std::vector<Weight>> weights;
  PathQuery query;
  std::vector<std::span<const Weight>> columns() const { return {weights.begin(), weights.end()}; }
  ParetoSet solve(const ParetoOptions& options = {}) const {
    return pareto_paths(graph, columns(), query, options);
  }
};

/// The first column has closed arcs as random_graph makes them, each other closes some of its own.
inline Instance instance(std::uint32_t seed, std::size_t vertices, std::size_t arcs,
                         std::size_t objectives, std::size_t most_weight) {
  Dice dice{seed + 7777};
  const test::WeightedGraph base = test::random_graph(seed, vertices, arcs, most_weight);
  Instance result{base.graph, {}, test::random_query(dice, vertices, seed % 3)};
  const auto first = base.weights();
  result.weights.emplace_back(first.begin(), first.end());
  while (result.weights.size() < objectives) {
    std::vector<Weight>& column = result.weights.emplace_back();
    for (std::size_t i = 0; i < base.graph.arc_count(); ++i) {
      const auto weight = static_cast<Weight>(dice.roll(most_weight + 1));
      column.push_back(dice.roll(20) == 0 ? infinite_weight : weight);
    }
  }
  return result;
}

/// A grid both of whose costs are random: large enough for the bounds of two objectives to matter.
inline Instance grid(std::uint32_t seed, std::size_t side) {
  Dice dice{seed};
  std::vector<test::WeightedArc> arcs;
  for (std::size_t at = 0; at < side * side; ++at) {
    for (const std::size_t step : {std::size_t{1}, side}) {
      if (at + step >= side * side || (step == 1 && (at + 1) % side == 0)) continue;
      if (dice.roll(6) == 0) continue;
      arcs.push_back({at, at + step, static_cast<Weight>(100 + dice.roll(400))});
      arcs.push_back({at + step, at, arcs.back().weight});
    }
  }
  const test::WeightedGraph base = test::weighted_graph(side * side, arcs);
  Instance result{base.graph, {}, {VertexId{dice.roll(side)}, VertexId{side * side - 1}, {}}};
  result.weights.emplace_back(base.weights().begin(), base.weights().end());
  std::vector<Weight>& second = result.weights.emplace_back();
  for (const Weight weight : base.weights()) {
    second.push_back(weight / 4 + static_cast<Weight>(dice.roll(300)));
  }
  return result;
}

/// All paths that pass no vertex twice in one stage, one after another.
class AllPaths {
 public:
  explicit AllPaths(const Instance& instance)
      : of_{instance},
        visited_((instance.query.via.size() + 1) * instance.graph.vertex_count(), 0) {
    arrive(instance.query.from, 0);
  }
  const std::vector<ParetoPath>& paths() const { return paths_; }

  /// The vectors that no path dominates, with the path of each that the rule of ties wants.
  std::vector<ParetoPath> nondominated() const {
    std::map<CostVector, ParetoPath> best;
    for (const ParetoPath& path : paths_) {
      const auto [at, is_new] = best.try_emplace(path.cost, path);
      if (!is_new && is_preferred(path, at->second)) at->second = path;
    }
    std::vector<ParetoPath> result;
    for (const auto& entry : best) {
      const ParetoPath& path = entry.second;
      const bool dominated = std::any_of(best.begin(), best.end(), [&path](const auto& other) {
        return other.first != path.cost && is_as_good(other.first, path.cost);
      });
      if (!dominated) result.push_back(path);
    }
    return result;
  }

  static bool is_as_good(const CostVector& a, const CostVector& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] > b[i]) return false;
    }
    return true;
  }

 private:
  static bool is_preferred(const ParetoPath& a, const ParetoPath& b) {
    if (a.arcs.size() != b.arcs.size()) return a.arcs.size() < b.arcs.size();
    return std::lexicographical_compare(a.arcs.rbegin(), a.arcs.rend(), b.arcs.rbegin(),
                                        b.arcs.rend());
  }

  void arrive(VertexId vertex, std::size_t stage) {
    const auto& via = of_.query.via;
    while (stage < via.size() && std::count(via[stage].begin(), via[stage].end(), vertex) > 0) {
      ++stage;
    }
    if (vertex == of_.query.to && stage == via.size()) {
      paths_.push_back(path_);
      return;
    }
    char& visited = visited_[stage * of_.graph.vertex_count() + vertex.index()];
    if (visited != 0) return;
    visited = 1;
    for (const ArcId arc : of_.graph.out(vertex)) go(arc, stage);
    visited = 0;
  }

  void go(ArcId arc, std::size_t stage) {
    const CostVector before = path_.cost;
    for (std::size_t i = 0; i < of_.weights.size(); ++i) {
      const Weight weight = of_.weights[i][arc.index()];
      if (weight >= infinite_weight) {
        path_.cost = before;
        return;
      }
      path_.cost[i] += weight;
    }
    path_.arcs.push_back(arc);
    path_.stage.push_back(static_cast<std::uint32_t>(stage));
    arrive(of_.graph.head(arc), stage);
    path_.arcs.pop_back();
    path_.stage.pop_back();
    path_.cost = before;
  }

  const Instance& of_;
  std::vector<char> visited_;
  ParetoPath path_;
  std::vector<ParetoPath> paths_;
};

inline void expect_same(const std::vector<ParetoPath>& found,
                        const std::vector<ParetoPath>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].cost, expected[i].cost);
    ASSERT_EQ(found[i].arcs, expected[i].arcs);
    ASSERT_EQ(found[i].stage, expected[i].stage);
  }
}

inline std::vector<CostVector> vectors(const ParetoSet& set) {
  std::vector<CostVector> result;
  for (const ParetoPath& path : set.paths) result.push_back(path.cost);
  return result;
}

}  // namespace corridor::test
