#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "corridor/flow/concurrent_flow.hpp"

#include "flow/flow_proof.hpp"

namespace corridor {

namespace {

/// The least share that any pair has which is not left out, and how far off any is.
void weigh_shares(std::span<const CargoClass> classes, const FlowFacts& facts,
                  const std::vector<std::vector<double>>& distance, double wanted,
                  ConcurrentCertificate& result) {
  result.share = std::numeric_limits<double>::infinity();
  for (std::size_t cargo = 0; cargo < classes.size(); ++cargo) {
    for (std::size_t pair = 0; pair < classes[cargo].demand.size(); ++pair) {
      const double volume = classes[cargo].demand[pair].volume;
      if (volume <= 0 || std::isinf(distance[cargo][pair])) continue;
      const double share = facts.carried[cargo][pair] / volume;
      result.share = std::min(result.share, share);
      result.worst_shortfall = std::max(result.worst_shortfall, std::abs(share - wanted) / wanted);
    }
  }
}

std::vector<DemandId> unjoined(std::span<const CargoClass> classes,
                               const std::vector<std::vector<double>>& distance) {
  std::vector<DemandId> list;
  for (std::uint32_t cargo = 0; cargo < classes.size(); ++cargo) {
    for (std::uint32_t pair = 0; pair < classes[cargo].demand.size(); ++pair) {
      if (classes[cargo].demand[pair].volume > 0 && std::isinf(distance[cargo][pair])) {
        list.push_back({cargo, pair});
      }
    }
  }
  return list;
}

}  // namespace

ConcurrentCertificate certify(const CapacitatedNetwork& network,
                              std::span<const CargoClass> classes, const ConcurrentFlow& answer) {
  ConcurrentCertificate result;
  const FlowFacts facts = facts_of(network, classes, answer.flow, answer.paths);
  if (!facts.well_formed || answer.price.size() != network.capacities.size()) return result;
  for (const double price : answer.price) {
    if (!(price >= 0) || std::isinf(price)) return result;
  }
  std::vector<std::vector<double>> distance;
  double need = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const CargoClass& cargo = classes[i];
    const ProofClass of{cargo, i, ProofCosts::ignored};
    distance.push_back(cheapest(network, cargo, priced_arcs(network, of, answer.price)));
    for (std::size_t pair = 0; pair < cargo.demand.size(); ++pair) {
      if (!std::isinf(distance.back()[pair])) {
        need += cargo.demand[pair].volume * distance.back()[pair];
      }
    }
  }
  result.well_formed = unjoined(classes, distance) == answer.left_out;
  result.worst_overload = facts.worst_overload;
  result.worst_flow_sum = facts.worst_flow_sum;
  weigh_shares(classes, facts, distance, answer.unlimited ? 1 : answer.share, result);
  if (answer.unlimited) {
    bool is_idle = true;
    for (std::size_t i = 0; i < facts.load.size(); ++i) {
      is_idle = is_idle && (facts.load[i] == 0 || std::isinf(network.capacities[i].capacity));
    }
    result.well_formed = result.well_formed && is_idle;
    result.bound = result.share = std::numeric_limits<double>::infinity();
    return result;
  }
  double worth = 0;
  for (std::size_t i = 0; i < answer.price.size(); ++i) {
    if (answer.price[i] > 0) worth += answer.price[i] * network.capacities[i].capacity;
  }
  result.bound = need > 0 ? worth / need : std::numeric_limits<double>::infinity();
  result.relative_gap = 1 - result.share / result.bound;
  return result;
}

bool ConcurrentCertificate::holds(double tolerance) const {
  const auto is_nothing = [&](double value) { return std::abs(value) <= tolerance; };
  return well_formed && is_nothing(worst_overload) && is_nothing(worst_shortfall) &&
         is_nothing(worst_flow_sum) && is_nothing(relative_gap);
}

}  // namespace corridor
