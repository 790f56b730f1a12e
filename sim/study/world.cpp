#include "corridor/study/world.hpp"

#include <utility>

namespace corridor {

Worlds::Worlds(const Compiled& compiled, const Scenario* scenario, Date date)
    : compiled_{compiled}, scenario_{scenario}, date_{date} {}

const World& Worlds::of(CargoId cargo) { return entry(cargo).world; }

const std::vector<Effect>& Worlds::effects(CargoId cargo) { return entry(cargo).effects; }

Worlds::Entry& Worlds::entry(CargoId cargo) {
  if (const auto known = entries_.find(cargo); known != entries_.end()) return known->second;
  const Network& network = compiled_.network;
  Entry made;
  if (scenario_ == nullptr) {
    made.world.state = base_state(network, cargo, date_);
  } else {
    Diagnostics diagnostics;
    made.world.state = resolve(network, *scenario_, cargo, diagnostics, date_, &made.effects);
    diagnostics.throw_if_any_error();
  }
  made.world.metric = price(network, compiled_.topology, made.world.state);
  return entries_.emplace(cargo, std::move(made)).first->second;
}

}  // namespace corridor
