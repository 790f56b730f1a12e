// Many cargoes over the capacities of the public TNTP instances: optima found by others.

#include "corridor/flow/multicommodity.hpp"

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/concurrent_flow.hpp"
#include "corridor/input/tntp.hpp"

#include "public/public_data.hpp"

namespace corridor::test {
namespace {

/// Trips on a network, at free-flow times, within the capacities of its links.
struct Instance {
  Instance(const std::string& folder, const std::string& name, double factor = 1) {
    const std::filesystem::path path = *public_data() / "tntp" / folder;
    read = read_tntp(path / (name + "_net.tntp"), path / (name + "_trips.tntp"));
    network.graph = &read.network.graph;
    std::vector<double> capacity;
    for (const TntpLink& link : read.network.link) {
      capacity.push_back(link.capacity);
      cargo.cost.add(link.free_time);
    }
    network.capacities = capacities_of_arcs(capacity);
    for (const VertexId vertex : read.network.graph.vertices()) {
      network.no_passing.add(vertex < read.network.first_through ? 1 : 0);
    }
    for (const TntpTrips& trips : read.trips) {
      cargo.demand.push_back({trips.from, trips.to, factor * trips.volume});
    }
    cargo.penalty = 1e4;  // minutes: more than any way round
  }

  TntpInstance read;
  CapacitatedNetwork network;
  CargoClass cargo;
};

void expect_share(const Instance& on, double share, double digits) {
  const ConcurrentFlow answer = concurrent_flow(on.network, {&on.cargo, 1});
  EXPECT_TRUE(answer.converged);
  EXPECT_NEAR(answer.share, share, digits);
  EXPECT_TRUE(certify(on.network, {&on.cargo, 1}, answer).holds());
}

TEST(PublicConcurrentFlow, ReachesTheKnownShares) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_share({"SiouxFalls", "SiouxFalls"}, 0.5233007884, 6e-11);
  expect_share({"Anaheim", "Anaheim"}, 0.5293261384, 6e-11);
  expect_share({"Eastern-Massachusetts", "EMA"}, 0.7417041774, 6e-11);
  expect_share({"Berlin-Mitte-Center", "berlin-mitte-center"}, 1.725565986, 6e-10);
}

// No share is known but ours, which its certificate proves: 387 zones, 93,135 pairs.
TEST(PublicConcurrentFlow, ProvesTheShareOfChicagoSketch) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  if (is_slow_build) GTEST_SKIP() << "takes too long in this build";
  expect_share({"Chicago-Sketch", "ChicagoSketch"}, 0.420355873282, 1e-10);
}

void expect_cost(Instance on, double cost, double digits) {
  const MulticommodityFlow answer = multicommodity_flow(on.network, {&on.cargo, 1});
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(answer.unmet.empty());
  EXPECT_NEAR(answer.objective, cost, digits);
  EXPECT_TRUE(certify(on.network, {&on.cargo, 1}, answer).holds());
  // A link closes, the next scenario begins with what is known, and is as good as one that does
  // not.
  on.cargo.cost[answer.paths.front().arcs.front()] = std::numeric_limits<double>::infinity();
  MulticommodityOptions warm;
  warm.start = answer.start.get();
  const MulticommodityFlow after = multicommodity_flow(on.network, {&on.cargo, 1}, warm);
  EXPECT_TRUE(certify(on.network, {&on.cargo, 1}, after).holds());
  EXPECT_GE(after.objective, answer.objective - digits);
  EXPECT_NEAR(after.objective, multicommodity_flow(on.network, {&on.cargo, 1}).objective, 0.01);
}

TEST(PublicMulticommodityFlow, ReachesTheKnownCosts) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_cost({"SiouxFalls", "SiouxFalls", 0.5}, 1719686.937, 6e-4);
  expect_cost({"Anaheim", "Anaheim", 0.5}, 624609.5769, 6e-5);
  expect_cost({"Berlin-Mitte-Center", "berlin-mitte-center", 1.5}, 1534917.788, 6e-4);
}

}  // namespace
}  // namespace corridor::test
