#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/route/hierarchy.hpp"

#include "flow/price_hierarchy.hpp"
#include "flow/price_search.hpp"

namespace corridor {

/// Cheapest paths from one vertex to several, by a hierarchy if there is one and all vertices may
/// be passed, else from vertex to vertex.
class PathSearch {
 public:
  /// `no_passing` is by vertex, or empty. `ways` may be those of an earlier search; they are used
  /// if they are of the same hierarchy.
  PathSearch(const Graph& graph, const IdVector<VertexId, char>& no_passing,
             const std::shared_ptr<const Hierarchy>& hierarchy,
             std::shared_ptr<const PriceWays> ways = nullptr)
      : graph_{&graph}, search_{graph, no_passing} {
    const bool all_pass =
        std::none_of(no_passing.begin(), no_passing.end(), [](char no) { return no != 0; });
    if (hierarchy == nullptr || !all_pass) return;
    if (ways == nullptr || &ways->hierarchy() != hierarchy.get()) {
      ways = std::make_shared<const PriceWays>(hierarchy);
    }
    hierarchy_.emplace(graph, std::move(ways));
  }

  /// For a later search; none without a hierarchy.
  std::shared_ptr<const PriceWays> ways() const {
    return hierarchy_ ? hierarchy_->ways() : nullptr;
  }

  /// Takes over prices, by arc, 0 or more; infinite ones close an arc. They must stay as they are
  /// until the next call.
  void price(std::span<const double> by_arc) {
    price_ = by_arc;
    if (hierarchy_) hierarchy_->customise(by_arc);
  }
  /// Asks for paths from `origin` to any of `targets` from now on.
  void run(VertexId origin, std::span<const VertexId> targets) {
    if (hierarchy_) {
      hierarchy_->begin(origin);
    } else {
      search_.run(price_, origin, targets);
    }
  }

  /// Infinite where there is no path.
  double distance(VertexId target) {
    return hierarchy_ ? hierarchy_->distance(target) : search_.distance(target);
  }
  /// Appends the arcs of the cheapest path in travel order.
  void path(VertexId target, std::vector<ArcId>& arcs) {
    if (hierarchy_) {
      hierarchy_->path(target, arcs);
      return;
    }
    const auto first = static_cast<std::ptrdiff_t>(arcs.size());
    for (ArcId arc = search_.parent(target); arc.valid(); arc = search_.parent(graph_->tail(arc))) {
      arcs.push_back(arc);
    }
    std::reverse(arcs.begin() + first, arcs.end());
  }

 private:
  const Graph* graph_;
  PriceSearch search_;
  std::optional<PriceHierarchy> hierarchy_;
  std::span<const double> price_;
};

}  // namespace corridor
