#include <gtest/gtest.h>

#include "corridor/flow/max_flow.hpp"

#include "flow/flow_graph.hpp"

namespace corridor {
namespace {

using test::weighted_graph;
using test::WeightedGraph;

/// 0 to 3 by 1 (5, then 4) and by 2 (3, then 6), with an arc from 1 to 2 that carries anything:
/// the cut is the two arcs that leave 0, and the flow 8.
struct FlowCertificateOfASquare : testing::Test {
  WeightedGraph graph =
      weighted_graph(4, {{0, 1, 5}, {0, 2, 3}, {1, 2, unlimited_tonnage}, {1, 3, 4}, {2, 3, 6}});
  MaxFlow answer = max_flow(graph.graph, graph.weights(), VertexId{0}, VertexId{3});
  FlowCertificate certificate() const {
    return certify(graph.graph, graph.weights(), VertexId{0}, VertexId{3}, answer);
  }
};

TEST_F(FlowCertificateOfASquare, Holds) {
  EXPECT_EQ(answer.value, 8);
  EXPECT_TRUE(certificate().holds());
}

TEST_F(FlowCertificateOfASquare, FailsForALostTonne) {
  --answer.flow[ArcId{0}];
  EXPECT_FALSE(certificate().conserved);
  EXPECT_FALSE(certificate().cut_equals_flow);
}

TEST_F(FlowCertificateOfASquare, FailsForMoreThanFits) {
  answer.flow[ArcId{0}] += 1;
  answer.flow[ArcId{2}] += 1;
  answer.flow[ArcId{4}] += 1;
  EXPECT_TRUE(certificate().conserved);
  EXPECT_FALSE(certificate().within_capacity);
  answer.flow[ArcId{0}] = -1;
  EXPECT_FALSE(certificate().within_capacity);
}

TEST_F(FlowCertificateOfASquare, FailsForAnotherValue) {
  ++answer.value;
  EXPECT_FALSE(certificate().cut_equals_flow);
}

TEST_F(FlowCertificateOfASquare, FailsForAFlowThatIsNotTheMost) {
  for (Tonnage& flow : answer.flow) flow = 0;
  answer.value = 0;
  EXPECT_TRUE(certificate().conserved);
  EXPECT_FALSE(certificate().cut_equals_flow);
}

TEST_F(FlowCertificateOfASquare, FailsForACutWithAHole) {
  answer.cut.pop_back();
  EXPECT_FALSE(certificate().cut_separates);
  EXPECT_FALSE(certificate().cut_equals_flow);
}

TEST_F(FlowCertificateOfASquare, FailsForACutThatSeparatesNothing) {
  answer.source_side[VertexId{3}] = 1;
  EXPECT_FALSE(certificate().cut_separates);
  answer.source_side[VertexId{3}] = 0;
  answer.source_side[VertexId{1}] = 1;
  EXPECT_FALSE(certificate().cut_separates) << "these are not the arcs that leave that side";
}

TEST_F(FlowCertificateOfASquare, FailsForAnotherCutNearestTheSink) {
  answer.sink_cut.clear();
  EXPECT_FALSE(certificate().cut_separates);
  answer = max_flow(graph.graph, graph.weights(), VertexId{0}, VertexId{3});
  answer.sink_side[VertexId{0}] = 1;
  EXPECT_FALSE(certificate().cut_separates);
}

TEST_F(FlowCertificateOfASquare, FailsForAnUnlimitedFlowThatIsNone) {
  answer.unlimited = true;
  answer.cut.clear();
  answer.sink_cut.clear();
  EXPECT_FALSE(certificate().holds());
}

TEST_F(FlowCertificateOfASquare, FailsForArraysOfAnotherSize) {
  answer.flow = {};
  EXPECT_FALSE(certificate().holds());
}

TEST(FlowCertificate, SurvivesNoTamperingWithTheFlow) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_capacities(seed, 8, 24);
    MaxFlow answer = max_flow(graph.graph, graph.weights(), VertexId{0}, VertexId{7});
    if (answer.unlimited) continue;
    const ArcId arc{dice.roll(graph.graph.arc_count())};
    if (graph.graph.tail(arc) == graph.graph.head(arc)) continue;
    answer.flow[arc] += dice.roll(2) == 0 ? 1 : -1;
    EXPECT_FALSE(certify(graph.graph, graph.weights(), VertexId{0}, VertexId{7}, answer).holds());
  }
}

}  // namespace
}  // namespace corridor
