#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <span>
#include <vector>

#include "corridor/route/landmarks.hpp"

#include "route/radix_tree.hpp"

namespace corridor {

/// Distances between a landmark and all places in memory order.
struct LandmarkDistances {
  std::vector<Weight> from;
  std::vector<Weight> to;
};

/// Chooses landmarks one after the other. Random choices come from a generator with a fixed seed:
/// the result depends on graph, weights and options alone.
class LandmarkChooser {
 public:
  LandmarkChooser(const Graph& graph, std::span<const Weight> weight,
                  const std::shared_ptr<const MemoryOrder>& order);

  void choose(const LandmarkOptions& options);

  const std::vector<VertexId>& vertices() const { return vertices_; }
  const std::vector<LandmarkDistances>& columns() const { return columns_; }

 private:
  /// Of no vertex: there is none worth choosing.
  static constexpr std::uint32_t no_place = UINT32_MAX;

  /// A tree of cheapest paths, by place.
  struct Branches {
    std::vector<Weight> distance;
    std::vector<std::uint32_t> parent;   // no_place at the root and beyond reach
    std::vector<std::uint32_t> reached;  // each before its parent
  };

  Branches branches_from(std::uint32_t root);
  void add(std::uint32_t place);
  std::uint32_t busiest() const;
  std::uint32_t farthest() const;
  std::uint32_t avoided();
  std::uint32_t root_of_search();
  std::uint32_t end_of_heaviest_branch(const std::vector<std::uint32_t>& parent,
                                       const std::vector<Weight>& size) const;
  Weight bound(std::uint32_t from, std::uint32_t to) const;

  const Graph& graph_;
  std::shared_ptr<const MemoryOrder> order_;
  AnyRadixTree forward_;
  AnyRadixTree backward_;
  std::vector<VertexId> vertices_;
  std::vector<LandmarkDistances> columns_;
  std::vector<Weight> nearest_;  // by place: to or from the nearest landmark, or infinite_weight
  std::mt19937 engine_;
};

}  // namespace corridor
