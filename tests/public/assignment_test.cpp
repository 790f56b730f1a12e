// Congested assignment on the public TNTP instances: published optima and volumes.

#include "corridor/flow/assignment.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/input/tntp.hpp"

#include "public/public_data.hpp"
#include "support/tntp_problem.hpp"

namespace corridor::test {
namespace {

struct Published {
  const char* folder;
  const char* name;
  double optimum;          // Beckmann's objective
  double digits;           // to which the optimum is known
  double toll_weight = 0;  // in the generalised cost
  double distance_weight = 0;
};

const std::vector<Published> instances = {
    {"SiouxFalls", "SiouxFalls", 4231335.2871074, 1e-7},
    {"Anaheim", "Anaheim", 1286032.1710960, 1e-7},
    {"Eastern-Massachusetts", "EMA", 26160.3459229, 1e-7},
    {"Berlin-Mitte-Center", "berlin-mitte-center", 992954.6999780, 1e-6},
    {"Chicago-Sketch", "ChicagoSketch", 17313018.7387478, 1e-6, 0.02, 0.04},
};

std::filesystem::path file(const Published& which, const std::string& kind) {
  return *public_data() / "tntp" / which.folder / (which.name + std::string{"_"} + kind + ".tntp");
}

void build(Congested& result, const Published& which) {
  build(result, read_tntp(file(which, "net"), file(which, "trips")), which.toll_weight,
        which.distance_weight);
}

/// The best known volumes.
Assignment best_known(const Published& which, const Congested& on) {
  std::ifstream stream{file(which, "flow")};
  std::string line;
  std::getline(stream, line);
  std::map<std::pair<std::size_t, std::size_t>, double> volumes;
  std::size_t from = 0;
  std::size_t to = 0;
  double volume = 0;
  double cost = 0;
  while (stream >> from >> to >> volume >> cost) volumes[{from - 1, to - 1}] = volume;
  Assignment answer;
  for (const ArcId arc : on.graph.arcs()) {
    answer.volume.add(volumes.at({on.graph.tail(arc).index(), on.graph.head(arc).index()}));
  }
  answer.by_class = {answer.volume};
  answer.carried = {std::vector<char>(on.classes[0].demand.size(), 1)};
  return answer;
}

TEST(PublicAssignment, BestKnownVolumesAreCertified) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  for (const std::size_t which : {0U, 1U, 4U}) {
    const Published& published = instances[which];
    SCOPED_TRACE(published.name);
    Congested on;
    build(on, published);
    const auto proof =
        certify(on.network, on.classes, Principle::user_equilibrium, best_known(published, on));
    EXPECT_NEAR(proof.objective, published.optimum, published.digits);
    EXPECT_LE(std::abs(proof.relative_gap), 1e-12);
    EXPECT_LE(proof.worst_imbalance, 1e-8);
    EXPECT_EQ(proof.least_volume, 0);
  }
}

TEST(PublicAssignment, BoundsOfConjugateDirectionsHoldThePublishedOptima) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  for (const Published& published : instances) {
    SCOPED_TRACE(published.name);
    Congested on;
    build(on, published);
    AssignmentOptions options;
    options.method = AssignmentMethod::biconjugate_frank_wolfe;
    options.gap = is_slow_build ? 1e-3 : 2e-5;
    const Assignment answer = assign(on.network, on.classes, options);
    EXPECT_TRUE(answer.converged);
    const auto proof = certify(on.network, on.classes, Principle::user_equilibrium, answer);
    EXPECT_NEAR(proof.relative_gap, answer.relative_gap, 1e-11);
    EXPECT_NEAR(proof.objective, answer.objective, 1e-12 * answer.objective);
    EXPECT_LE(proof.worst_imbalance, 1e-8);
    EXPECT_LE(proof.lower_bound, published.optimum + published.digits);
    EXPECT_GE(proof.objective, published.optimum - published.digits);
    EXPECT_EQ(proof.wrongly_left_out, 0U);
    EXPECT_TRUE(std::all_of(answer.carried[0].begin(), answer.carried[0].end(),
                            [](char carried) { return carried != 0; }));
  }
}

TEST(PublicAssignment, TotalCostsAreThosePublished) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  // Of the best known volumes: volume x (time + fixed cost).
  for (const auto& [which, cost] : {std::pair{0U, 7480225.344921}, std::pair{1U, 1419913.851059},
                                    std::pair{4U, 18935450.261583}}) {
    const Published& published = instances[which];
    SCOPED_TRACE(published.name);
    Congested on;
    build(on, published);
    const Assignment known = best_known(published, on);
    double sum = 0;
    for (const ArcId arc : on.graph.arcs()) {
      sum += known.volume[arc] *
             (time_at(on.network.delay[arc], known.volume[arc]) + on.classes[0].fixed[arc]);
    }
    EXPECT_NEAR(sum, cost, 1e-5);
  }
}

TEST(PublicAssignment, BraesssExampleIsThatOfTheBooks) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  Congested on;
  build(on, {"Braess-Example", "Braess", 386, 1e-5});
  AssignmentOptions options;
  options.method = AssignmentMethod::biconjugate_frank_wolfe;
  options.gap = 1e-8;
  const Assignment answer = assign(on.network, on.classes, options);
  // 4 on the steep links, 2 on all others, as worked in the ordinary tests.
  EXPECT_NEAR(answer.objective, 386, 1e-4);
}

}  // namespace
}  // namespace corridor::test
