#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/scenario/select.hpp"

namespace corridor {

/// One filled key of a selector, looked up.
struct Condition {
  std::string key;
  std::function<bool(WayId)> holds;
};

/// A selector's keys, looked up in the network and in the state that `status` is about; nothing if
/// a name is unknown, with the errors in `diagnostics`. The cargo is no condition on a way.
std::optional<std::vector<Condition>> conditions_of(const Network& network, const State& state,
                                                    const Selector& selector,
                                                    Diagnostics& diagnostics);

/// The states that a selection looks at: `base` for the status, `current` for what is built.
struct Picker {
  const Network& network;
  const State& base;
  const State& current;

  Selection pick(const Selector& selector, Diagnostics& diagnostics) const;

 private:
  bool is_there(WayId way) const;
  std::vector<WayId> ways_where(const std::vector<Condition>& conditions,
                                const Condition* but = nullptr) const;
  std::string hint(const std::vector<Condition>& conditions) const;
};

/// Whether a change with this selector concerns the cargo.
bool is_for(const Selector& selector, const Cargo& cargo);

}  // namespace corridor
