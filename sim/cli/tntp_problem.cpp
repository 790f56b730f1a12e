#include "cli/tntp_problem.hpp"

#include <utility>

#include "corridor/input/tntp.hpp"

#include "cli/number_option.hpp"

namespace corridor::cli {

std::vector<CLI::Option*> add_weight_options(CLI::App& sub, TntpWeights& weights) {
  return {add_number_option(sub, "--toll-weight", weights.toll,
                            "What a unit of toll adds to a link's cost; left out: what the file "
                            "says, else nothing"),
          add_number_option(sub, "--distance-weight", weights.distance,
                            "What a unit of length adds to a link's cost; left out: what the file "
                            "says, else nothing")};
}

void read_problem(const std::string& network, const std::string& trips, const TntpWeights& weights,
                  TntpProblem& problem) {
  TntpInstance read = read_tntp(network, trips);
  const double per_toll = weights.toll.value_or(read.network.toll_weight);
  const double per_length = weights.distance.value_or(read.network.distance_weight);
  problem.graph = std::move(read.network.graph);
  problem.network.graph = &problem.graph;
  problem.zones = read.network.zones;
  for (const VertexId vertex : problem.graph.vertices()) {
    problem.network.no_passing.add(vertex < read.network.first_through ? 1 : 0);
  }
  for (const TntpLink& link : read.network.link) {
    const DelayForm form = link.b == 0 ? DelayForm::constant : DelayForm::bpr;
    problem.network.delay.add({form, link.free_time, link.capacity, link.b, link.power});
    if (per_toll == 0 && per_length == 0) continue;
    problem.trips.fixed.add(per_toll * link.toll + per_length * link.length);
  }
  for (const TntpTrips& pair : read.trips) {
    problem.trips.demand.push_back({pair.from, pair.to, pair.volume});
  }
}

}  // namespace corridor::cli
