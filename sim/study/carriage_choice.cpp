#include "study/carriage_choice.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "corridor/flow/stochastic_assignment.hpp"

namespace corridor {

namespace {

StochasticOptions choice_of(const CarriageOptions& options, std::span<const DemandClass> classes) {
  StochasticOptions asked;
  asked.choice =
      options.method == CarriageMethod::logit ? RouteChoice::logit : RouteChoice::path_size_logit;
  for (const DemandClass& one : classes) {
    asked.scales.push_back(options.theta_t_usd * one.time_value);
  }
  asked.gap = gap_of(options);
  return asked;
}

/// What the tonnes of each pair pay in the mean, at the times found.
using PairCosts = std::map<std::tuple<std::size_t, VertexId, VertexId>, double>;

PairCosts mean_costs(std::span<const DemandClass> classes, const CongestedNetwork& network,
                     const StochasticAssignment& answer) {
  PairCosts costs;
  for (const ChoosingPair& pair : answer.pairs) {
    const DemandClass& of = classes[pair.of_class];
    double mean = 0;
    for (const ChosenPath& path : pair.paths) {
      for (const ArcId arc : path.arcs) {
        const double hours = time_at(network.delay[arc], answer.volume[arc]);
        mean += path.share * (of.fixed[arc] + of.time_value * hours);
      }
    }
    costs[{pair.of_class, pair.from, pair.to}] = mean;
  }
  return costs;
}

CarriageCertificate certificate_of(const CongestedNetwork& network,
                                   std::span<const DemandClass> classes,
                                   const StochasticOptions& asked,
                                   const StochasticAssignment& answer) {
  const StochasticCertificate found = certify(network, classes, asked, answer);
  double all = 1;
  for (const ChoosingPair& pair : answer.pairs) all += pair.volume;
  const double worst = std::max(found.worst_volume_sum, found.worst_demand) / all;
  const bool holds = found.gap <= 2 * asked.gap + 1e-12 && worst <= 1e-9 && found.broken_paths == 0;
  return {holds, found.gap, 0, worst};
}

}  // namespace

IdVector<ArcId, double> sum_of(const std::vector<IdVector<ArcId, double>>& by_class) {
  IdVector<ArcId, double> sum;
  for (const IdVector<ArcId, double>& one : by_class) {
    if (sum.empty()) sum.resize(one.size(), 0);
    for (const ArcId arc : sum.keys()) sum[arc] += one[arc];
  }
  return sum;
}

CarriedFlows carry_by_choice(const CarriageFrame& frame, CarriageSide side,
                             const CarriageOptions& options, const CongestedDemand& problem) {
  const auto& [network, classes] = problem;
  const StochasticOptions asked = choice_of(options, classes);
  const StochasticAssignment answer = assign_by_choice(network, classes, asked);
  const PairCosts costs = mean_costs(classes, network, answer);
  CarriedFlows flows;
  flows.flow = answer.by_class;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (std::size_t p = 0; p < classes[i].demand.size(); ++p) {
      const OdVolume& od = classes[i].demand[p];
      const CarriageClass::Pair& pair = frame.classes[i].pairs[p];
      const bool carried = answer.carried[i][p] != 0;
      const auto cost = costs.find({i, od.from, od.to});
      flows.pairs.push_back({pair.from, pair.to, frame.classes[i].cargo, demand_of(pair, side),
                             carried ? demand_of(pair, side) : 0,
                             carried && cost != costs.end() ? cost->second : 0,
                             UnmetReason::no_path});
    }
  }
  flows.relative_gap = answer.gap;
  flows.iterations = answer.iterations;
  flows.converged = answer.converged;
  if (options.certify) flows.certificate = certificate_of(network, classes, asked, answer);
  return flows;
}

}  // namespace corridor
