// The published equilibria of Bar-Gera's Transportation Networks, by bushes.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"
#include "corridor/input/tntp.hpp"

#include "public/public_data.hpp"

namespace corridor::test {
namespace {

/// In the folder tntp; `flows` is empty where none are published.
struct Published {
  std::string network;
  std::string trips;
  std::string flows;
  double objective;
  double toll_weight = 0;
  double distance_weight = 0;
};

const Published sioux_falls{"SiouxFalls/SiouxFalls_net.tntp", "SiouxFalls/SiouxFalls_trips.tntp",
                            "SiouxFalls/SiouxFalls_flow.tntp", 4231335.2871};
const Published anaheim{"Anaheim/Anaheim_net.tntp", "Anaheim/Anaheim_trips.tntp",
                        "Anaheim/Anaheim_flow.tntp", 1286032.171};
const Published eastern_massachusetts{"Eastern-Massachusetts/EMA_net.tntp",
                                      "Eastern-Massachusetts/EMA_trips.tntp", "", 26160.34592};
const Published berlin{"Berlin-Mitte-Center/berlin-mitte-center_net.tntp",
                       "Berlin-Mitte-Center/berlin-mitte-center_trips.tntp", "", 992954.69998};
const Published chicago{"Chicago-Sketch/ChicagoSketch_net.tntp",
                        "Chicago-Sketch/ChicagoSketch_trips.tntp",
                        "Chicago-Sketch/ChicagoSketch_flow.tntp",
                        17313018.7387,
                        0.02,
                        0.04};

struct Instance {
  TntpInstance read;
  CongestedNetwork network;
  std::vector<DemandClass> classes;

  explicit Instance(const Published& of)
      : read{read_tntp(*public_data() / "tntp" / of.network, *public_data() / "tntp" / of.trips)} {
    network.graph = &read.network.graph;
    DemandClass trips;
    for (const TntpLink& link : read.network.link) {
      network.delay.add({DelayForm::bpr, link.free_time, link.capacity, link.b, link.power});
      trips.fixed.add(of.toll_weight * link.toll + of.distance_weight * link.length);
    }
    for (const VertexId vertex : read.network.graph.vertices()) {
      network.no_passing.add(vertex < read.network.first_through ? 1 : 0);
    }
    for (const TntpTrips& pair : read.trips) {
      trips.demand.push_back({pair.from, pair.to, pair.volume});
    }
    classes.push_back(std::move(trips));
  }
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;
};

Assignment solved(const Instance& instance, double gap) {
  AssignmentOptions options;
  options.gap = gap;
  return assign(instance.network, instance.classes, options);
}

void expect_published(const Published& of) {
  const Instance instance{of};
  const Assignment answer = solved(instance, 1e-10);
  EXPECT_TRUE(answer.converged);
  const auto proof =
      certify(instance.network, instance.classes, Principle::user_equilibrium, answer);
  EXPECT_LE(proof.relative_gap, 1e-10);
  EXPECT_LE(proof.worst_imbalance, 1e-8);
  EXPECT_LE(proof.worst_volume_sum, 1e-8);
  EXPECT_EQ(proof.wrongly_left_out, 0U);
  EXPECT_NEAR(answer.objective / of.objective, 1, 2e-10);
  EXPECT_NEAR(proof.objective / of.objective, 1, 2e-10);
}

/// Volumes from a file with a heading and rows of tail, head, volume and cost.
std::map<std::pair<std::size_t, std::size_t>, double> published_volumes(const std::string& name) {
  std::ifstream file{*public_data() / "tntp" / name};
  std::map<std::pair<std::size_t, std::size_t>, double> volumes;
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream row{line};
    std::size_t tail = 0;
    std::size_t head = 0;
    double volume = 0;
    if (row >> tail >> head >> volume) volumes[{tail, head}] = volume;
  }
  return volumes;
}

void expect_published_volumes(const Published& of) {
  const Instance instance{of};
  const Assignment answer = solved(instance, 1e-13);
  const auto volumes = published_volumes(of.flows);
  ASSERT_EQ(volumes.size(), answer.volume.size());
  double worst = 0;
  for (const ArcId arc : instance.network.graph->arcs()) {
    const std::size_t tail = instance.network.graph->tail(arc).index() + 1;
    const std::size_t head = instance.network.graph->head(arc).index() + 1;
    const double published = volumes.at({tail, head});
    worst = std::max(worst, std::abs(answer.volume[arc] - published) / std::max(published, 1.0));
  }
  EXPECT_LE(worst, 1e-4);
  ::testing::Test::RecordProperty("worst_share", std::to_string(worst));
}

TEST(PublishedEquilibrium, SiouxFalls) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_published(sioux_falls);
  expect_published_volumes(sioux_falls);
}

TEST(PublishedEquilibrium, Anaheim) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_published(anaheim);
  expect_published_volumes(anaheim);
}

TEST(PublishedEquilibrium, EasternMassachusetts) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_published(eastern_massachusetts);
}

TEST(PublishedEquilibrium, BerlinMitteCenter) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_published(berlin);
}

TEST(PublishedEquilibrium, ChicagoSketch) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  expect_published(chicago);
  expect_published_volumes(chicago);
}

// From the answer before the closure, the same as from nothing.
TEST(PublishedEquilibrium, AnaheimWarmAfterAClosedLink) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  Instance instance{anaheim};
  const Assignment open = solved(instance, 1e-10);
  const auto busiest = std::max_element(open.volume.begin() + 300, open.volume.end());
  const ArcId closed{static_cast<std::size_t>(busiest - open.volume.begin())};
  instance.classes[0].fixed[closed] = std::numeric_limits<double>::infinity();
  AssignmentOptions options;
  options.gap = 1e-10;
  const Assignment cold = assign(instance.network, instance.classes, options);
  options.start = &open;
  const Assignment warm = assign(instance.network, instance.classes, options);
  EXPECT_EQ(warm.volume[closed], 0);
  EXPECT_NEAR(warm.objective, cold.objective, 2e-10 * cold.objective);
  EXPECT_LE(
      certify(instance.network, instance.classes, Principle::user_equilibrium, warm).relative_gap,
      1e-10);
}

}  // namespace
}  // namespace corridor::test
