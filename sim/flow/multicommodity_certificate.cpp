#include <algorithm>
#include <cmath>
#include <cstddef>

#include "corridor/flow/multicommodity.hpp"

#include "flow/flow_proof.hpp"

namespace corridor {

namespace {

bool are_prices(const CapacitatedNetwork& network, const std::vector<double>& price) {
  return price.size() == network.capacities.size() &&
         std::all_of(price.begin(), price.end(),
                     [](double each) { return each >= 0 && std::isfinite(each); });
}

/// Adds what is unmet to what is carried; false if it is of no demand, or its reason is not so.
bool add_unmet(std::span<const CargoClass> classes, const MulticommodityFlow& answer,
               const std::vector<std::vector<double>>& alone,
               std::vector<std::vector<double>>& carried) {
  for (const UnmetDemand& unmet : answer.unmet) {
    const auto [cargo, pair] = unmet.demand;
    if (cargo >= classes.size() || pair >= classes[cargo].demand.size() || !(unmet.volume >= 0)) {
      return false;
    }
    carried[cargo][pair] += unmet.volume;
    const double cost = alone[cargo][pair];
    const UnmetReason reason = std::isinf(cost)                ? UnmetReason::no_path
                               : cost > classes[cargo].penalty ? UnmetReason::too_dear
                                                               : UnmetReason::capacity;
    if (unmet.reason != reason) return false;
  }
  return true;
}

double objective_of(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
                    const MulticommodityFlow& answer) {
  double sum = 0;
  for (std::size_t cargo = 0; cargo < classes.size(); ++cargo) {
    if (classes[cargo].cost.empty()) continue;
    for (const ArcId arc : network.graph->arcs()) {
      const double flow = answer.flow[cargo][arc];
      if (flow != 0) sum += flow * classes[cargo].cost[arc];
    }
  }
  for (const UnmetDemand& unmet : answer.unmet) {
    sum += unmet.volume * classes[unmet.demand.cargo].penalty;
  }
  return sum;
}

/// What flows cost above the cheapest choice of their pair, staying being one.
double excess_of(const MulticommodityFlow& answer, std::span<const CargoClass> classes,
                 const std::vector<IdVector<ArcId, double>>& arcs,
                 const std::vector<std::vector<double>>& least) {
  double excess = 0;
  for (const PathFlow& path : answer.paths) {
    double cost = 0;
    for (const ArcId arc : path.arcs) cost += arcs[path.demand.cargo][arc];
    excess += path.volume * (cost - least[path.demand.cargo][path.demand.pair]);
  }
  for (const UnmetDemand& unmet : answer.unmet) {
    const auto [cargo, pair] = unmet.demand;
    excess += unmet.volume * (classes[cargo].penalty - least[cargo][pair]);
  }
  return excess;
}

}  // namespace

MulticommodityCertificate certify(const CapacitatedNetwork& network,
                                  std::span<const CargoClass> classes,
                                  const MulticommodityFlow& answer) {
  MulticommodityCertificate result;
  FlowFacts facts = facts_of(network, classes, answer.flow, answer.paths);
  if (!facts.well_formed || !are_prices(network, answer.price)) return result;
  std::vector<IdVector<ArcId, double>> arcs;
  std::vector<std::vector<double>> alone;
  std::vector<std::vector<double>> least;
  const std::vector<double> nothing(network.capacities.size(), 0);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const CargoClass& cargo = classes[i];
    const ProofClass of{cargo, i, ProofCosts::counted};
    alone.push_back(cheapest(network, cargo, priced_arcs(network, of, nothing)));
    arcs.push_back(priced_arcs(network, of, answer.price));
    least.push_back(cheapest(network, cargo, arcs.back()));
    for (std::size_t pair = 0; pair < cargo.demand.size(); ++pair) {
      least.back()[pair] = std::min(least.back()[pair], cargo.penalty);
      result.bound += cargo.demand[pair].volume * least.back()[pair];
    }
  }
  result.well_formed = add_unmet(classes, answer, alone, facts.carried);
  if (!result.well_formed) return result;
  result.worst_overload = facts.worst_overload;
  result.worst_flow_sum = facts.worst_flow_sum;
  for (std::size_t cargo = 0; cargo < classes.size(); ++cargo) {
    for (std::size_t pair = 0; pair < classes[cargo].demand.size(); ++pair) {
      const double volume = classes[cargo].demand[pair].volume;
      const double off = std::abs(facts.carried[cargo][pair] - volume);
      if (off > 0) result.worst_shortfall = std::max(result.worst_shortfall, off / volume);
    }
  }
  for (std::size_t i = 0; i < network.capacities.size(); ++i) {
    if (answer.price[i] == 0) continue;
    result.bound -= answer.price[i] * network.capacities[i].capacity;
    result.idle_value +=
        answer.price[i] * std::max(0.0, network.capacities[i].capacity - facts.load[i]);
  }
  result.objective = objective_of(network, classes, answer);
  result.dearer_paths = excess_of(answer, classes, arcs, least);
  if (result.objective <= 0) return result;
  result.relative_gap = (result.objective - result.bound) / result.objective;
  result.idle_value /= result.objective;
  result.dearer_paths /= result.objective;
  return result;
}

bool MulticommodityCertificate::holds(double tolerance) const {
  const auto is_nothing = [&](double value) { return std::abs(value) <= tolerance; };
  return well_formed && is_nothing(worst_overload) && is_nothing(worst_shortfall) &&
         is_nothing(worst_flow_sum) && is_nothing(relative_gap) && is_nothing(idle_value) &&
         is_nothing(dearer_paths);
}

}  // namespace corridor
