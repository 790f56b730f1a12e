#pragma once

#include <cstddef>
#include <cstdint>

#include "corridor/flow/min_cost_flow.hpp"

namespace corridor {

/// What the numbers of a problem come to all together: kept up to date as they change, so that a
/// solve after a small change need not read all of them to know that they are in order.
class MinCostTotals {
 public:
  struct OfArc {
    Tonnage capacity;
    FlowCost cost;
    Tonnage least;
  };
  struct OfVertex {
    Tonnage supply;
    Tonnage through;
  };

  explicit MinCostTotals(std::size_t vertices);

  void add(const OfArc& arc) { count(arc, 1); }
  void add(const OfVertex& vertex) { count(vertex, 1); }
  /// Of numbers that were added before.
  void remove(const OfArc& arc) { count(arc, -1); }
  void remove(const OfVertex& vertex) { count(vertex, -1); }

  /// Throws std::invalid_argument unless all is in order.
  void check() const;
  /// All supplies less all demands, of what is in order.
  Tonnage imbalance() const { return static_cast<Tonnage>(imbalance_); }
  /// How many arcs must carry more than they can.
  std::int64_t conflicts() const { return conflicts_; }

 private:
  void count(const OfArc& arc, int times);
  void count(const OfVertex& vertex, int times);
  void count_limit(Tonnage tonnes, int times);

  FlowCost dearest_;  // that can be added up along a path
  TotalCost tonnes_ = 0;
  TotalCost imbalance_ = 0;
  std::int64_t negatives_ = 0;
  std::int64_t too_dear_ = 0;
  std::int64_t conflicts_ = 0;
};

}  // namespace corridor
