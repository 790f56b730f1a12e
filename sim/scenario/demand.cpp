#include "corridor/scenario/demand.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "scenario/values.hpp"

namespace corridor {

namespace {

using PairKey = std::tuple<NodeId, NodeId, CargoId>;

std::map<PairKey, PairDemand> pairs_of(const Demand& demand) {
  std::map<PairKey, PairDemand> pairs;
  for (const DemandEntry& entry : demand.entries) {
    if (entry.factor == 0) continue;
    const auto [place, is_new] = pairs.try_emplace(PairKey{entry.from, entry.to, entry.cargo});
    PairDemand& pair = place->second;
    if (is_new) pair = {entry.from, entry.to, entry.cargo, 0, 0, 0, entry.basis};
    pair.t_yr += entry.t_yr();
    pair.low_t_yr += entry.factor * entry.low_t_yr;
    pair.high_t_yr += entry.factor * entry.high_t_yr;
    pair.basis = weaker(pair.basis, entry.basis);
  }
  return pairs;
}

}  // namespace

std::vector<PairDemand> by_pair(const Demand& demand) {
  std::vector<PairDemand> list;
  for (const auto& [key, pair] : pairs_of(demand)) list.push_back(pair);
  return list;
}

std::vector<DemandDifference> difference(const Demand& before, const Demand& after) {
  std::map<PairKey, DemandDifference> all;
  const auto at = [&](const PairDemand& pair) -> DemandDifference& {
    const auto place = all.try_emplace(PairKey{pair.from, pair.to, pair.cargo}).first;
    place->second.from = pair.from;
    place->second.to = pair.to;
    place->second.cargo = pair.cargo;
    return place->second;
  };
  for (const PairDemand& pair : by_pair(before)) at(pair).before_t_yr = pair.t_yr;
  for (const PairDemand& pair : by_pair(after)) at(pair).after_t_yr = pair.t_yr;
  std::vector<DemandDifference> list;
  for (const auto& [key, found] : all) {
    if (found.before_t_yr != found.after_t_yr) list.push_back(found);
  }
  return list;
}

std::optional<Demand> demand_of(const Network& network, const Scenario& scenario,
                                Diagnostics& diagnostics, std::vector<DemandEffect>* effects) {
  if (!scenario.demand) return {};
  Diagnostics found;
  Demand demand = spread(network, *scenario.demand, found);
  // Of a demand in pieces, changes would be said to match nothing.
  if (!found.has_errors()) apply(network, scenario.changes, demand, found, effects);
  for (const Diagnostic& diagnostic : found.list()) diagnostics.add(diagnostic);
  return demand;
}

}  // namespace corridor
