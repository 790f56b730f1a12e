#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/min_cost_flow.hpp"

#include "flow/min_cost_graph.hpp"

namespace corridor {
namespace {

using test::cost_graph;
using test::CostGraph;

/// 10 t from 0 to 3 by 1 (6 t at 2) and by 2 (at 5); at most 8 t may pass 2.
struct MinCostCertificateOfASquare : testing::Test {
  MinCostCertificateOfASquare() {
    question.through[2] = 8;
    answer = min_cost_flow(question.graph, question.problem());
  }
  MinCostCertificate certificate() const {
    return certify(question.graph, question.problem(), answer);
  }
  CostGraph question =
      cost_graph({10, 0, 0, -10}, {{0, 1, 6, 1}, {0, 2, 9, 2}, {1, 3, 8, 1}, {2, 3, 9, 3}});
  MinCostFlow answer;
};

TEST_F(MinCostCertificateOfASquare, Holds) { EXPECT_TRUE(certificate().holds()); }

TEST_F(MinCostCertificateOfASquare, FailsForALostTonneAndForTooMany) {
  --answer.flow[ArcId{1}];
  EXPECT_FALSE(certificate().conserved);
  answer.flow[ArcId{1}] = 1;
  answer.flow[ArcId{3}] = 1;
  answer.flow[ArcId{0}] = 9;
  answer.flow[ArcId{2}] = 9;
  EXPECT_TRUE(certificate().conserved);
  EXPECT_FALSE(certificate().within_bounds);
}

TEST_F(MinCostCertificateOfASquare, FailsForADearerFlow) {
  answer.flow[ArcId{0}] = answer.flow[ArcId{2}] = 5;
  answer.flow[ArcId{1}] = answer.flow[ArcId{3}] = 5;
  answer.cost = 35;
  EXPECT_TRUE(certificate().conserved && certificate().within_bounds);
  EXPECT_FALSE(certificate().prices_fit);
}

TEST_F(MinCostCertificateOfASquare, FailsForTooMuchPastAVertex) {
  question.through[2] = 3;
  EXPECT_FALSE(certificate().within_bounds);
}

TEST_F(MinCostCertificateOfASquare, FailsForAnotherCostAndForOtherPrices) {
  ++answer.cost;
  EXPECT_FALSE(certificate().primal_equals_dual);
  --answer.cost;
  ++answer.price_past[VertexId{2}];
  EXPECT_FALSE(certificate().prices_fit);
  --answer.price_past[VertexId{2}];
  answer.price[VertexId{3}] -= 1;
  EXPECT_FALSE(certificate().prices_fit);
  answer.price = {};
  EXPECT_FALSE(certificate().holds());
}

TEST_F(MinCostCertificateOfASquare, FailsForTroubleThatIsNone) {
  answer.status = FlowStatus::infeasible;
  EXPECT_FALSE(certificate().holds());
  answer.shortage.imbalance = 1;
  EXPECT_FALSE(certificate().holds());
  answer.shortage = {};
  answer.shortage.conflict = ArcId{0};
  EXPECT_FALSE(certificate().holds());
  answer.shortage = {};
  answer.shortage.surplus = 1;
  answer.shortage.side = IdVector<VertexId, std::uint8_t>(4, 0);
  answer.shortage.side[VertexId{0}] = 3;
  EXPECT_FALSE(certificate().holds());
  answer.status = FlowStatus::unbounded;
  EXPECT_FALSE(certificate().holds());
  answer.cycle = {ArcId{0}};
  EXPECT_FALSE(certificate().holds());
}

// 5 t from 0 by 1, where 3 may pass: 2 are left over at the arrivals of 1.
TEST(MinCostCertificate, OfAShortageKnowsTheLimitsOfVertices) {
  CostGraph question = cost_graph({5, 0, -5}, {{0, 1, 9, 1}, {1, 2, 9, 1}});
  question.through[1] = 3;
  MinCostFlow answer = min_cost_flow(question.graph, question.problem());
  EXPECT_EQ(answer.shortage.surplus, 2);
  EXPECT_EQ(answer.shortage.side[VertexId{1}], 1);
  EXPECT_TRUE(certify(question.graph, question.problem(), answer).holds());
  answer.shortage.side[VertexId{1}] = 0;
  EXPECT_FALSE(certify(question.graph, question.problem(), answer).holds());
}

}  // namespace
}  // namespace corridor
