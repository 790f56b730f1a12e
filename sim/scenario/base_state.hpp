#pragma once

#include "corridor/scenario/state.hpp"

namespace corridor {

/// base_state with other policies on than those that are active.
State base_state_with(const Network& network, CargoId cargo, Date date,
                      const IdVector<PolicyId, char>& policies);

}  // namespace corridor
