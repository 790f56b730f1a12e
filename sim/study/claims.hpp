#pragma once

#include <cstddef>
#include <optional>

#include "corridor/study/run.hpp"

#include "study/trip_book.hpp"

namespace corridor {

/// Both sides of a comparison, priced as asked for.
struct RunContext {
  const Scenario& scenario;
  Worlds& before;
  Worlds& after;
};

/// What a trip minimises: as the run says, else the trip, else the scenario, else generalised cost.
Objective objective_of(const Trip& trip, const Scenario& scenario, const RunOptions& options);

/// The questions in a book that a claim waits for; none where it cannot be told anyway.
struct ClaimQuestions {
  std::optional<std::size_t> measured;
  std::optional<std::size_t> reference;  // where it compares
};
ClaimQuestions ask(const Compiled& compiled, const Expectation& expectation,
                   const RunContext& context, const RunOptions& options, TripBook& book);

/// Holds a claim against the answers.
ClaimResult judge(const Compiled& compiled, const Expectation& expectation,
                  const RunContext& context, const ClaimQuestions& questions, const TripBook& book);

}  // namespace corridor
