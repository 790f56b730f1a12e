#include "flow/min_cost_totals.hpp"

#include <limits>
#include <stdexcept>

namespace corridor {

// A vertex may become two nodes, and a path past all of them may be left over an artificial arc,
// which costs more than any: eight such sums fit into 64 bits.
MinCostTotals::MinCostTotals(std::size_t vertices)
    : dearest_{std::numeric_limits<FlowCost>::max() / 8 / static_cast<FlowCost>(2 * vertices + 2)} {
}

void MinCostTotals::count_limit(Tonnage tonnes, int times) {
  if (tonnes < 0) negatives_ += times;
  if (tonnes < unlimited_tonnage) tonnes_ += static_cast<TotalCost>(times) * tonnes;
}

void MinCostTotals::count(const OfArc& arc, int times) {
  count_limit(arc.capacity, times);
  if (arc.least < 0) negatives_ += times;
  tonnes_ += static_cast<TotalCost>(times) * arc.least;
  if (arc.least > arc.capacity) conflicts_ += times;
  if (arc.cost >= dearest_ || arc.cost <= -dearest_) too_dear_ += times;
}

void MinCostTotals::count(const OfVertex& vertex, int times) {
  count_limit(vertex.through, times);
  const auto supply = static_cast<TotalCost>(vertex.supply);
  tonnes_ += times * (supply < 0 ? -supply : supply);
  imbalance_ += times * supply;
}

void MinCostTotals::check() const {
  if (negatives_ > 0) throw std::invalid_argument{"a tonnage is negative"};
  if (tonnes_ >= unlimited_tonnage) {
    throw std::invalid_argument{"the tonnages are too large to add up"};
  }
  if (too_dear_ > 0) throw std::invalid_argument{"the costs are too large to add up"};
}

}  // namespace corridor
