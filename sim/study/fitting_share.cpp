#include "corridor/study/fitting_share.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "corridor/core/stopwatch.hpp"
#include "corridor/flow/concurrent_flow.hpp"

#include "study/cargo_problem.hpp"

namespace corridor {

namespace {

/// Finds the share on both sides, one after the other.
class Sharer {
 public:
  Sharer(const CarriageFrame& frame, const CarriageOptions& options)
      : frame_{frame}, options_{options} {}

  FittingShare share(CarriageSide side, Date date) {
    Stopwatch watch;
    const CargoProblem problem = cargo_problem(frame_, side);
    MulticommodityOptions asked;
    asked.gap = options_.gap.value_or(1e-9);
    asked.start = start_.get();
    const ConcurrentFlow answer = concurrent_flow(problem.network, problem.classes, asked);
    start_ = answer.start;
    FittingShare result;
    result.seconds = watch.lap();
    result.date = date;
    result.unlimited = answer.unlimited;
    result.share = answer.share;
    result.bound = answer.bound;
    result.relative_gap = answer.relative_gap;
    result.iterations = answer.iterations;
    result.converged = answer.converged;
    add_demand(side, answer, result);
    if (!answer.unlimited) add_binding(side, problem, answer, result);
    if (options_.certify) {
      const ConcurrentCertificate found = certify(problem.network, problem.classes, answer);
      result.certificate = {found.holds() && found.relative_gap <= std::max(asked.gap, 1e-8),
                            found.relative_gap, found.worst_overload,
                            std::max(found.worst_shortfall, found.worst_flow_sum)};
    }
    return result;
  }

 private:
  void add_demand(CarriageSide side, const ConcurrentFlow& answer, FittingShare& result) const {
    for (const CarriageClass& one : frame_.classes) {
      for (const CarriageClass::Pair& pair : one.pairs) result.demand_t_yr += demand_of(pair, side);
    }
    for (const DemandId& id : answer.left_out) {
      const CarriageClass& one = frame_.classes[id.cargo];
      const CarriageClass::Pair& pair = one.pairs[id.pair];
      const double t_yr = demand_of(pair, side);
      if (t_yr <= 0) continue;
      result.left_out.push_back({pair.from, pair.to, one.cargo, t_yr, 0, 0, UnmetReason::no_path});
    }
    std::ranges::stable_sort(result.left_out, [](const PairCarriage& a, const PairCarriage& b) {
      return a.demand_t_yr > b.demand_t_yr;
    });
  }

  void add_binding(CarriageSide side, const CargoProblem& problem, const ConcurrentFlow& answer,
                   FittingShare& result) const {
    for (CapacityUse& use : uses_of(frame_, side, problem, answer.flow, answer.price)) {
      const double rise = std::exchange(use.price_usd_t, 0);
      if (rise > 0) result.binding.push_back({std::move(use), rise});
    }
    std::ranges::stable_sort(result.binding, [](const ShareBinding& a, const ShareBinding& b) {
      return a.rise_t_yr > b.rise_t_yr;
    });
  }

  const CarriageFrame& frame_;
  const CarriageOptions& options_;
  std::shared_ptr<const FlowStart> start_;
};

}  // namespace

double FittingShare::left_out_t_yr() const {
  double sum = 0;
  for (const PairCarriage& pair : left_out) sum += pair.demand_t_yr;
  return sum;
}

double FittingShare::fitting_t_yr() const {
  const double others = demand_t_yr - left_out_t_yr();
  return unlimited ? others : others * std::min(1.0, share);
}

ShareResult fitting_share(const Compiled& compiled, const Scenario* scenario,
                          const Demands& demands, const CarriageOptions& options) {
  CarriageWorlds worlds = carriage_worlds(compiled, scenario, options);
  const CarriageFrame frame = carriage_frame(compiled, worlds.before, worlds.after, demands);
  Sharer sharer{frame, options};
  ShareResult result{scenario, demands.scenario.id, {}, {}};
  result.baseline = sharer.share(CarriageSide::before, worlds.before.date());
  result.changed = scenario == nullptr ? result.baseline
                                       : sharer.share(CarriageSide::after, worlds.after.date());
  return result;
}

}  // namespace corridor
