#pragma once

#include "corridor/core/diagnostic.hpp"
#include "corridor/scenario/select.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// Holds what a change expects to find against what it picks. The first link or node with another
/// value is an error that shows both. A capacity is held against one in the same unit only.
struct ExpectedCheck {
  const Network& network;
  const State& state;
  Diagnostics& diagnostics;
  void run(const Expected& was, const Selection& selection) const;

 private:
  bool is_comparable(const Edit& edit, WayId way) const;
  void check_ways(const Edit& edit, const Selection& selection) const;
  void check_nodes(const Edit& edit, const Selection& selection) const;
};

}  // namespace corridor
