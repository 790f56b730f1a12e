#include "corridor/study/carriage.hpp"

#include <utility>

#include "corridor/core/stopwatch.hpp"

#include "study/carriage_frame.hpp"

namespace corridor {

namespace {

/// Carries both sides, one after the other.
class Carrier {
 public:
  Carrier(const CarriageFrame& frame, const CarriageOptions& options)
      : frame_{frame}, options_{options} {}

  Carriage carry(CarriageSide side, Date date) {
    Stopwatch watch;
    CarriedFlows flows = options_.method == CarriageMethod::least_cost
                             ? carry_at_least_cost(frame_, side, options_, paths_)
                             : carry_in_equilibrium(frame_, side, options_, volumes_);
    const double seconds = watch.lap();
    Carriage result = tally(frame_, side, std::move(flows));
    result.date = date;
    result.seconds = seconds;
    return result;
  }

 private:
  const CarriageFrame& frame_;
  const CarriageOptions& options_;
  std::shared_ptr<const FlowStart> paths_;
  std::optional<Assignment> volumes_;
};

}  // namespace

CarriageResult carry(const Compiled& compiled, const Scenario* scenario, const Demands& demands,
                     const CarriageOptions& options) {
  CarriageWorlds worlds = carriage_worlds(compiled, scenario, options);
  const CarriageFrame frame = carriage_frame(compiled, worlds.before, worlds.after, demands);
  Carrier carrier{frame, options};
  CarriageResult result{scenario, demands.scenario.id, {}, {}};
  result.baseline = carrier.carry(CarriageSide::before, worlds.before.date());
  result.changed = scenario == nullptr ? result.baseline
                                       : carrier.carry(CarriageSide::after, worlds.after.date());
  return result;
}

}  // namespace corridor
