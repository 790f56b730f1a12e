#pragma once

#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// What became of a change for one cargo.
enum class Outcome { changed, unchanged, other_cargo, failed, of_demand };

struct Applied {
  std::vector<Effect> effects;    // one a change
  std::vector<Outcome> outcomes;  // one a change
};

/// apply() without the warnings about changes that have no effect.
Applied apply_changes(const Network& network, const std::vector<Change>& changes, State& state,
                      Diagnostics& diagnostics);

void warn_without_effect(const Change& change, Diagnostics& diagnostics);

}  // namespace corridor
