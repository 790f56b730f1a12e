#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/graph/metric.hpp"
#include "corridor/graph/topology.hpp"
#include "corridor/scenario/scenario.hpp"
#include "corridor/scenario/state.hpp"
#include "corridor/study/evaluation.hpp"

namespace corridor {

/// One scenario (or none) on one day for one cargo, priced.
struct World {
  State state;
  Metric metric;
};

/// Worlds by cargo, made when asked for. `scenario` may be null: the network as it stands. Asking
/// throws InputError where the scenario's changes do not fit the network.
class Worlds {
 public:
  Worlds(const Compiled& compiled, const Scenario* scenario, Date date);
  const World& of(CargoId cargo);
  Date date() const { return date_; }
  const Scenario* scenario() const { return scenario_; }
  /// What the changes did, for `cargo`.
  const std::vector<Effect>& effects(CargoId cargo);

 private:
  struct Entry {
    World world;
    std::vector<Effect> effects;
  };
  Entry& entry(CargoId cargo);

  const Compiled& compiled_;
  const Scenario* scenario_;
  Date date_;
  std::map<CargoId, Entry> entries_;
};

}  // namespace corridor
