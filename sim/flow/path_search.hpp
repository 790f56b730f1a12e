#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "corridor/flow/multicommodity.hpp"

#include "flow/price_hierarchy.hpp"
#include "flow/price_search.hpp"

namespace corridor {

/// Cheapest paths from one vertex to several, by the network's hierarchy if it has one, else from
/// vertex to vertex.
class PathSearch {
 public:
  explicit PathSearch(const CapacitatedNetwork& network)
      : graph_{network.graph}, search_{*network.graph, network.no_passing} {
    const bool all_pass = std::none_of(network.no_passing.begin(), network.no_passing.end(),
                                       [](char no) { return no != 0; });
    if (network.hierarchy != nullptr && all_pass) {
      hierarchy_.emplace(*network.graph, *network.hierarchy);
    }
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
