#include <algorithm>
#include <utility>

#include "study/cargo_problem.hpp"

namespace corridor {

namespace {

void add_pairs(const CarriageFrame& frame, CarriageSide side, const MulticommodityFlow& answer,
               std::span<const CargoClass> classes, CarriedFlows& flows) {
  std::vector<std::size_t> first;
  for (const CarriageClass& one : frame.classes) {
    first.push_back(flows.pairs.size());
    for (const CarriageClass::Pair& pair : one.pairs) {
      const double t_yr = demand_of(pair, side);
      flows.pairs.push_back({pair.from, pair.to, one.cargo, t_yr, t_yr, 0, UnmetReason::capacity});
    }
  }
  for (const UnmetDemand& unmet : answer.unmet) {
    PairCarriage& pair = flows.pairs[first[unmet.demand.cargo] + unmet.demand.pair];
    pair.carried_t_yr = std::max(0.0, pair.demand_t_yr - unmet.volume);
    pair.reason = unmet.reason;
  }
  for (const PathFlow& path : answer.paths) {
    double usd_t = 0;
    for (const ArcId arc : path.arcs) usd_t += classes[path.demand.cargo].cost[arc];
    PairCarriage& pair = flows.pairs[first[path.demand.cargo] + path.demand.pair];
    if (pair.carried_t_yr > 0) pair.generalised_usd_t += usd_t * path.volume / pair.carried_t_yr;
  }
}

}  // namespace

CarriedFlows carry_at_least_cost(const CarriageFrame& frame, CarriageSide side,
                                 const CarriageOptions& options,
                                 std::shared_ptr<const FlowStart>& start) {
  CargoProblem problem = cargo_problem(frame, side);
  for (CargoClass& one : problem.classes) one.penalty = options.penalty_usd_t;
  MulticommodityOptions asked;
  asked.gap = gap_of(options);
  asked.start = start.get();
  const MulticommodityFlow answer = multicommodity_flow(problem.network, problem.classes, asked);
  start = answer.start;

  CarriedFlows flows;
  flows.flow = answer.flow;
  add_pairs(frame, side, answer, problem.classes, flows);
  flows.uses = uses_of(frame, side, problem, flows.flow, answer.price);
  flows.relative_gap = answer.relative_gap;
  flows.iterations = answer.iterations;
  flows.converged = answer.converged;
  if (options.certify) {
    const MulticommodityCertificate found = certify(problem.network, problem.classes, answer);
    const double worst = std::max(found.worst_shortfall, found.worst_flow_sum);
    flows.certificate = {found.holds() && found.relative_gap <= std::max(asked.gap, 1e-8),
                         found.relative_gap, found.worst_overload, worst};
  }
  return flows;
}

}  // namespace corridor
