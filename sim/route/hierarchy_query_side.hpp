#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// One side of a query: labels, of which only those of the ancestors of its entries are ever
/// finite. They are counted by rank or, where there is one entry alone, by level.
template <HierarchyWeight W>
class QuerySide {
 public:
  QuerySide(const Supernodes& supernodes, std::size_t labels)
      : value_(labels + room, unreachable<W>),
        last_edge_(labels + room, no_edge),
        active_value_(supernodes.most_rows() + 1),
        active_weight_(supernodes.most_rows() + 1),
        active_row_(supernodes.most_rows() + 1) {}

  /// Offers a value by no edge.
  void enter(std::size_t label, W value) {
    if (value >= value_[label]) return;
    value_[label] = value;
    last_edge_[label] = no_edge;
  }
  ClimbTask<W> task(const Block& block, std::span<const W> weight) {
    return {block,
            weight.data(),
            {value_.data(), last_edge_.data()},
            {active_value_.data(), active_weight_.data(), active_row_.data()}};
  }
  void reset(std::size_t first, std::size_t count) {
    std::fill_n(value_.data() + first, count, unreachable<W>);
  }

  W value(std::size_t label) const { return value_[label]; }
  EdgeIndex last_edge(std::size_t label) const { return last_edge_[label]; }

 private:
  static constexpr std::size_t room = 16;  // to read vectors
  std::vector<W> value_;
  std::vector<EdgeIndex> last_edge_;
  std::vector<W> active_value_;
  std::vector<const W*> active_weight_;
  std::vector<std::uint32_t> active_row_;
};

}  // namespace corridor::detail
