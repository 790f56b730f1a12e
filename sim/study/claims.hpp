#pragma once

#include "corridor/study/run.hpp"

namespace corridor {

/// Both sides of a comparison, priced as asked for.
struct RunContext {
  const Scenario& scenario;
  Worlds& before;
  Worlds& after;
};

/// What a trip minimises: as the run says, else the trip, else the scenario, else generalised cost.
Objective objective_of(const Trip& trip, const Scenario& scenario, const RunOptions& options);

/// Holds a claim against the scenario (and, where it compares, against its reference).
ClaimResult judge(const Compiled& compiled, const Expectation& expectation,
                  const RunContext& context, const RunOptions& options);

}  // namespace corridor
