#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/pareto_buckets.hpp"
#include "route/pareto_labels.hpp"

namespace corridor::detail {

/// Vectors none of which is at or below another. The first objective is not looked at: vectors come
/// in its order.
template <std::size_t objectives>
class Nondominated {
 public:
  using Excess = std::array<std::uint64_t, objectives>;
  bool covers(const Excess& excess) const;
  /// Adds what it does not cover, and drops what that is at or below.
  void add(const Excess& excess);

 private:
  using Rest = std::array<std::uint64_t, objectives - 1>;
  std::vector<Rest> list_;  // ascending by the first of the rest
};

/// All vectors of three or four objectives. Bounds are exact distances to the target by each.
template <std::size_t objectives>
class ManySearch {
 public:
  ParetoSet run(const Graph& graph, WeightColumns columns, const Stages& stages,
                const ParetoOptions& options);

 private:
  using Tree = LabelTree<std::uint64_t, objectives>;
  using Entry = typename Tree::Entry;
  using Excess = typename Tree::Excess;
  struct Core {
    using Arc = ExcessArc<std::uint64_t, objectives>;
    Excess least{};
    std::vector<StateIndex> state;
    std::vector<std::uint32_t> first;
    std::vector<Arc> arcs;
    std::span<const Arc> out(std::uint32_t of) const {
      return {arcs.data() + first[of], first[of + 1] - first[of]};
    }
  };

  bool prepare(const Graph& graph, WeightColumns columns, const Stages& stages);
  void search_from(const Graph& graph, const Stages& stages, const ParetoOptions& options,
                   ParetoSet& answer);
  void expand(std::uint32_t label);
  /// Whether a path found is as good as all that a label can become, or within epsilon of it.
  bool is_covered(const Excess& excess) const;

  Core core_;
  std::uint32_t start_ = 0;
  std::uint32_t target_ = 0;
  double epsilon_ = 0;
  Tree tree_;
  std::vector<Nondominated<objectives>> at_;  // by state
  std::vector<Entry> front_;
  BucketQueue<Entry> queue_;
};

extern template class ManySearch<3>;
extern template class ManySearch<4>;

}  // namespace corridor::detail
