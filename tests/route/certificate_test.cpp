#include "corridor/route/certificate.hpp"

#include <gtest/gtest.h>

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::weighted_graph;
using test::WeightedGraph;

/// 0 to 3 by 1 for 2 + 2, or by 2 for 1 + 4; 3 is to be reached by way of the middle.
struct PathCertificateOfASquare : testing::Test {
  WeightedGraph graph = weighted_graph(4, {{0, 1, 2}, {0, 2, 1}, {1, 3, 2}, {2, 3, 4}});
  PathQuery query{VertexId{0}, VertexId{3}, {{VertexId{1}, VertexId{2}}}};
  ProvedPath answer = shortest_path(graph.graph, graph.weights(), query);
  PathCertificate certificate() const {
    return certify(graph.graph, graph.weights(), query, answer);
  }
};

TEST_F(PathCertificateOfASquare, HoldsAndSaysWhatItChecked) {
  EXPECT_TRUE(certificate().holds());
  EXPECT_EQ(certificate().arcs_checked, 8U) << "four arcs in two stages";
  EXPECT_EQ(answer.path.weight, 4);
}

TEST_F(PathCertificateOfASquare, FailsForADearerPath) {
  answer.path = {true, 5, {ArcId{1}, ArcId{3}}, {0, 1}};
  EXPECT_TRUE(certificate().connected);
  EXPECT_TRUE(certificate().weight_agrees);
  EXPECT_FALSE(certificate().tight);
  answer.potential[1][VertexId{3}] = 5;
  EXPECT_TRUE(certificate().tight);
  EXPECT_FALSE(certificate().potentials_feasible) << "the cheaper path gives the lie to it";
}

TEST_F(PathCertificateOfASquare, FailsForAWrongWeight) {
  answer.path.weight = 3;
  EXPECT_FALSE(certificate().weight_agrees);
  EXPECT_FALSE(certificate().tight);
}

TEST_F(PathCertificateOfASquare, FailsForAPathWithAGap) {
  answer.path.arcs = {ArcId{0}, ArcId{3}};
  EXPECT_FALSE(certificate().connected);
  answer.path.arcs = {ArcId{2}, ArcId{3}};
  EXPECT_FALSE(certificate().connected);
  answer.path.arcs.pop_back();
  EXPECT_FALSE(certificate().connected);
  answer.path.arcs = {ArcId{0}, ArcId{77}};
  EXPECT_FALSE(certificate().connected);
}

TEST_F(PathCertificateOfASquare, FailsForAViaLeftOut) {
  query.via.push_back({VertexId{0}});
  EXPECT_FALSE(certificate().connected);
  EXPECT_FALSE(certificate().holds());
}

TEST_F(PathCertificateOfASquare, FailsForAClosedArc) {
  graph.weight[answer.path.arcs[0]] = infinite_weight;
  EXPECT_FALSE(certificate().open);
  EXPECT_FALSE(certificate().holds());
}

TEST_F(PathCertificateOfASquare, FailsForMissingPotentials) {
  answer.potential.pop_back();
  EXPECT_FALSE(certificate().holds());
  answer.potential.clear();
  EXPECT_FALSE(certificate().holds());
}

TEST_F(PathCertificateOfASquare, FailsWhereAnExistingPathIsDenied) {
  answer.path = {};
  EXPECT_FALSE(certificate().holds());
  for (auto& stage : answer.potential) {
    for (Weight& potential : stage) potential = infinite_weight;
  }
  EXPECT_FALSE(certificate().holds()) << "nothing is known of a place that the origin is not in";
  answer.potential[0][VertexId{0}] = 0;
  EXPECT_FALSE(certificate().holds());
}

TEST(PathCertificate, ProvesThatThereIsNoPath) {
  const WeightedGraph graph = weighted_graph(3, {{0, 1, 1}, {1, 2, infinite_weight}, {2, 0, 1}});
  const PathQuery query{VertexId{0}, VertexId{2}, {}};
  const ProvedPath answer = shortest_path(graph.graph, graph.weights(), query);
  EXPECT_FALSE(answer.path.found);
  EXPECT_TRUE(certify(graph.graph, graph.weights(), query, answer).holds());
}

// Any change of any potential by one either breaks an arc, or the target, or is no lie: where it
// stays feasible and tight, the proof is still one.
TEST(PathCertificate, SurvivesNoTamperingThatHidesACheaperPath) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 8, 24, 3);
    const PathQuery query = test::random_query(dice, 8, 2);
    ProvedPath answer = shortest_path(graph.graph, graph.weights(), query);
    if (!answer.path.found) continue;
    auto& stage = answer.potential[dice.roll(answer.potential.size())];
    stage[VertexId{dice.roll(8)}] += dice.roll(2) == 0 ? 1 : -1;
    answer.path.weight += dice.roll(3) == 0 ? 1 : 0;
    const PathCertificate certificate = certify(graph.graph, graph.weights(), query, answer);
    if (certificate.holds()) {
      EXPECT_EQ(answer.path.weight, test::weight_by_brute_force(graph, query));
    }
  }
}

}  // namespace
}  // namespace corridor
