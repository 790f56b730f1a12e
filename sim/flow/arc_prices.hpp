#pragma once

#include <cstdint>
#include <vector>

#include "corridor/flow/min_cost_flow.hpp"

namespace corridor {

/// The arcs as the search for an entering one reads them: turned so that the flow on them could
/// grow, with what a tonne would pay. An arc at its upper bound is turned round; one that cannot
/// enter leads nowhere for nothing, so that the search need not ask.
class ArcPrices {
 public:
  explicit ArcPrices(std::size_t arcs) : from_(arcs), to_(arcs), cost_(arcs) {}

  void set(std::uint32_t arc, std::uint32_t from, std::uint32_t to, FlowCost cost) {
    from_[arc] = from;
    to_[arc] = to;
    cost_[arc] = cost;
  }
  void take_out(std::uint32_t arc) { set(arc, 0, 0, 0); }

  std::uint32_t from(std::uint32_t arc) const { return from_[arc]; }
  std::uint32_t to(std::uint32_t arc) const { return to_[arc]; }
  FlowCost reduced_cost(std::uint32_t arc, const FlowCost* prices) const {
    return cost_[arc] + prices[from_[arc]] - prices[to_[arc]];
  }

  struct Best {
    FlowCost reduced_cost = 0;
    std::uint32_t arc = 0;  // of several the first
  };
  /// The least reduced cost below 0 of the arcs from `first` up to `last`; 0 if there is none.
  Best best(std::uint32_t first, std::uint32_t last, const FlowCost* prices) const;

 private:
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> to_;
  std::vector<FlowCost> cost_;
};

}  // namespace corridor
