#include "flow/arc_prices.hpp"

namespace corridor {

ArcPrices::Best ArcPrices::best(std::uint32_t first, std::uint32_t last,
                                const FlowCost* prices) const {
  Best best;
  for (std::uint32_t arc = first; arc < last; ++arc) {
    const FlowCost reduced = cost_[arc] + prices[from_[arc]] - prices[to_[arc]];
    if (reduced < best.reduced_cost) best = {reduced, arc};
  }
  return best;
}

}  // namespace corridor
