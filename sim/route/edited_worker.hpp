#pragma once

#include <cstddef>
#include <span>

#include "corridor/route/lanes_query.hpp"

#include "route/edited_bounds.hpp"
#include "route/edited_majority.hpp"
#include "route/edited_search.hpp"
#include "route/lane_trees.hpp"
#include "route/lane_weights.hpp"
#include "route/ranked_graph.hpp"

namespace corridor::detail {

/// What questions to edited metrics rest on.
struct EditedGround {
  EditedGround(const Graph& given, const Hierarchy& its_hierarchy)
      : graph{given}, hierarchy{its_hierarchy}, ranked{given, its_hierarchy} {}

  const Graph& graph;
  const Hierarchy& hierarchy;
  RankedGraph ranked;
};

/// What a thread keeps from block to block.
struct EditedWorker {
  static constexpr std::size_t lanes = LaneWeights::lanes;
  /// A search is given up when it has settled one vertex for so many triangles. It has then taken
  /// some four times as long as customising the metric as one of eight; but hardly any goes so far,
  /// and of one that is given up all is lost.
  static constexpr std::size_t triangles_of_vertex = 32;

  explicit EditedWorker(const EditedGround& given)
      : ground{given},
        majority{ground.graph.arc_count()},
        weights{ground.graph.arc_count()},
        metric{ground.hierarchy, lanes},
        query{ground.graph, metric},
        trees{ground.graph, metric},
        bounds{ground.ranked},
        search{ground.ranked, ground.hierarchy.triangle_count() / triangles_of_vertex} {}

  /// All families that it has seen may be others now.
  void forget() {
    weights.forget();
    search.forget();
  }
  void customise(std::span<const FamilyMetric> metrics) {
    weights.set(metrics);
    metric.customise_rows(weights.rows());
  }
  /// For `query` as well.
  void customise_to_ask(std::span<const FamilyMetric> metrics) {
    customise(metrics);
    query.customise_rows(weights.rows());
  }

  const EditedGround& ground;
  EditedMajority majority;
  LaneWeights weights;
  HierarchyLanes<Weight> metric;
  LanesQuery<Weight> query;
  LaneTrees trees;
  EditedBounds bounds;
  EditedSearch search;
};

}  // namespace corridor::detail
