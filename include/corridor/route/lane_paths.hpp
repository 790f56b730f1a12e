#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy.hpp"
#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// Whether a path comes with its potentials, which take a pass over the graph.
enum class Proof { none, potentials };

/// Path queries under several metrics of one graph at once: customised together and swept together,
/// by the hierarchy. Answers are those of shortest_path, ties included: the number of arcs rides in
/// the low bits of the weights, and of equally long paths the one with the lowest arcs, backwards
/// from the end, is taken (of one arc taken in two stages, the later stage). Graph and hierarchy
/// must outlive it. Not for two threads at once.
class LanePaths {
 public:
  static constexpr std::size_t lanes = 8;
  /// What a query may have.
  static constexpr std::size_t most_vias = 15;

  LanePaths(const Graph& graph, const Hierarchy& hierarchy);

  /// Whether the open arcs are light enough for the number of arcs to ride along; if they are not,
  /// shortest_path must answer.
  bool fits(std::span<const Weight> weight) const;

  /// Takes over the weights of up to `lanes` metrics, each of which fits.
  void customise(std::span<const std::span<const Weight>> weights);

  /// The answer in each of the metrics taken over, in their order.
  std::vector<ProvedPath> solve(const PathQuery& query, Proof proof) const;

 private:
  const Graph& graph_;
  int hop_bits_;
  std::size_t used_ = 0;                     // lanes
  std::vector<std::vector<Weight>> packed_;  // by lane, then by arc: weight and one hop
  HierarchyLanes<Weight> metric_;
};

}  // namespace corridor
