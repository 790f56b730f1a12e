#include "corridor/study/pareto.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "corridor/route/k_shortest.hpp"

#include "study/lab.hpp"

namespace corridor::test {
namespace {

Frontier frontier_of(const Lab& lab, const Trip& trip, std::vector<Measure> measures) {
  FrontierOptions options;
  options.measures = std::move(measures);
  options.certify = true;
  return frontier(lab.compiled(), lab.world(), lab.query(trip), options);
}

double figure(const Evaluation& evaluation, Measure measure) {
  return measure_of(evaluation, measure, 1);
}

// By rail: 3 + 0.03 x 1000 + 3 = 36 USD/t and 12 + 25 + 12 = 49 h. By road: 1 + 0.08 x 1000 + 1 =
// 82 USD/t and 2 + 1000/50 (with a night's rest of 12 h in each 12 h driven) + 2 h; by the slow
// detour of 700 + 700 km by rail 48 USD/t, and no faster.
TEST(Frontier, OfRailAndRoadSaysAtWhichValueOfTimeTheRoadTakesOver) {
  const Lab lab{R"(
    a-rail- b 1000 km
    a-road- b 1000 km
    a-rail- c  700 km
    c-rail- b  700 km
  )"};
  const Frontier found = frontier_of(lab, trip("a", "b"), {Measure::cost, Measure::time});
  ASSERT_EQ(found.members.size(), 2U);
  const Evaluation& rail = found.members[0].evaluation;
  const Evaluation& road = found.members[1].evaluation;
  EXPECT_NEAR(rail.cost_usd_t, 36, 1e-9);
  EXPECT_NEAR(rail.time_h, 49, 1e-9);
  EXPECT_NEAR(road.cost_usd_t, 82, 1e-9);
  const double even = (road.cost_usd_t - rail.cost_usd_t) / (rail.time_h - road.time_h);
  ASSERT_TRUE(found.members[0].best_for && found.members[1].best_for);
  EXPECT_EQ(found.members[0].best_for->from_usd_t_h, 0);
  EXPECT_NEAR(found.members[0].best_for->to_usd_t_h, even, 1e-9);
  EXPECT_NEAR(found.members[1].best_for->from_usd_t_h, even, 1e-9);
  EXPECT_EQ(found.members[0].difference, "");
  EXPECT_EQ(found.members[1].difference, "by road instead of rail between a and b");
  EXPECT_TRUE(found.certificate->holds());
}

// Speeds of 20, 25, 40 km/h over 1000 km: 50, 40, 25 h. Lengths cost 0.03 USD/tkm. The middle one
// would have to cost less than on the line between the others to be the best at any value of time.
TEST(Frontier, NamesNoValueOfTimeForARouteInsideTheHull) {
  const Lab lab{R"(
    a-rail- b 1000 km id=slow speed=20
    a-rail- b 1900 km id=middle speed=47.5
    a-rail- b 2000 km id=fast speed=80
  )"};
  const Frontier found = frontier_of(lab, trip("a", "b"), {Measure::cost, Measure::time});
  ASSERT_EQ(found.members.size(), 3U);
  EXPECT_TRUE(found.members[0].best_for);
  EXPECT_FALSE(found.members[1].best_for) << "57 USD/t for 10 h, but 60 for 25";
  EXPECT_TRUE(found.members[2].best_for);
  // 30 USD/t more for 25 h less.
  EXPECT_NEAR(found.members[2].best_for->from_usd_t_h, 30.0 / 25, 1e-9);
}

// From XA the ship may call at PB, where the cargo lands and boards again, or sail on to PC.
// Landing at a port of the country where it boarded is no crossing, however many countries it sails
// past.
TEST(Frontier, CountsAsBordersTheLandingsAbroad) {
  const Lab lab{R"(
    a:XA/seaport-sea- b:XB/seaport 100 km
    b-sea- c:XA/seaport 100 km
    b-rail- d:XB 50 km
    d-rail- e:XA 50 km
    c-rail- e 900 km
  )"};
  const Frontier found = frontier_of(lab, trip("a", "e"), {Measure::cost, Measure::borders});
  ASSERT_EQ(found.members.size(), 2U);
  EXPECT_EQ(found.members[0].evaluation.borders, 2) << "lands in XB, and comes back by rail";
  EXPECT_EQ(found.members[1].evaluation.borders, 0) << "sails round, from XA to XA";
  EXPECT_TRUE(found.certificate->holds());
}

TEST(Frontier, RefusesOtherThanTwoToFourDifferentMeasures) {
  const Lab lab{"a-rail- b 100 km"};
  using M = std::vector<Measure>;
  for (const M& measures :
       {M{}, M{Measure::cost}, M{Measure::cost, Measure::cost},
        M{Measure::cost, Measure::transfers},
        M{Measure::cost, Measure::time, Measure::distance, Measure::emissions, Measure::borders}}) {
    EXPECT_THROW(frontier_of(lab, trip("a", "b"), measures), std::invalid_argument);
  }
}

TEST(Frontier, OfATripWithoutARouteIsEmpty) {
  const Lab lab{"a-rail- b 100 km status=planned"};
  const Frontier found = frontier_of(lab, trip("a", "b"), {Measure::cost, Measure::time});
  EXPECT_TRUE(found.members.empty());
  EXPECT_TRUE(found.complete);
  EXPECT_TRUE(found.certificate->holds());
}

class RandomFrontier : public testing::TestWithParam<std::uint32_t> {};

/// No member is worse than another by every measure, and the best by one measure is the best route.
TEST_P(RandomFrontier, KeepsTheLaws) {
  const Lab lab{random_sketch(GetParam())};
  const World world = lab.world();
  const std::vector<Measure> all = traded_measures();
  for (std::size_t skip = 0; skip < all.size(); ++skip) {
    std::vector<Measure> measures = all;
    measures.erase(measures.begin() + static_cast<std::ptrdiff_t>(skip));
    if (GetParam() % 2 == 0) measures.pop_back();
    Trip asked = trip(lab.network().nodes[NodeId{0}].id, lab.network().nodes[NodeId{3}].id);
    if (GetParam() % 3 == 0) asked.via = name_list({lab.network().nodes[NodeId{1}].id});
    const Frontier found = frontier_of(lab, asked, measures);
    EXPECT_TRUE(found.certificate->holds());
    for (const FrontierMember& a : found.members) {
      for (const FrontierMember& b : found.members) {
        const bool matched = &a != &b && std::ranges::all_of(measures, [&](Measure measure) {
          return figure(a.evaluation, measure) <= figure(b.evaluation, measure) - 1e-3;
        });
        EXPECT_FALSE(matched);
      }
    }
    for (const auto& [measure, objective] :
         {std::pair{Measure::cost, Objective::cost}, std::pair{Measure::time, Objective::time},
          std::pair{Measure::distance, Objective::distance},
          std::pair{Measure::emissions, Objective::emissions}}) {
      if (std::ranges::find(measures, measure) == measures.end()) continue;
      const Evaluation best = lab.solve(world, asked, objective);
      ASSERT_EQ(best.reachable, !found.members.empty());
      if (!best.reachable) continue;
      double least = figure(found.members.front().evaluation, measure);
      for (const FrontierMember& member : found.members) {
        least = std::min(least, figure(member.evaluation, measure));
      }
      EXPECT_NEAR(least, figure(best, measure), 1e-4);
    }
  }
}

/// Ships that land abroad count as borders only by where they were boarded; the frontier's counts
/// are those of evaluate().
TEST_P(RandomFrontier, PaysForFewerBorders) {
  const Lab lab{random_sketch(GetParam())};
  const World world = lab.world();
  const Trip asked = trip(lab.network().nodes[NodeId{0}].id, lab.network().nodes[NodeId{4}].id);
  const Frontier found = frontier_of(lab, asked, {Measure::cost, Measure::borders});
  for (std::size_t i = 1; i < found.members.size(); ++i) {
    const Evaluation& before = found.members[i - 1].evaluation;
    const Evaluation& after = found.members[i].evaluation;
    EXPECT_LT(after.borders, before.borders);
    EXPECT_GT(after.cost_usd_t, before.cost_usd_t - 1e-3);
  }
  if (!found.members.empty()) {
    EXPECT_LE(found.members.front().evaluation.borders,
              lab.solve(world, asked, Objective::cost).borders);
  }
}

/// Hundreds of routes found one after the other, by no measure but cost: each is matched.
TEST_P(RandomFrontier, MatchesEveryRouteThatAnybodyFinds) {
  const Lab lab{random_sketch(GetParam())};
  const World world = lab.world();
  const Topology& topology = lab.compiled().topology;
  const Trip asked = trip(lab.network().nodes[NodeId{0}].id, lab.network().nodes[NodeId{4}].id);
  const std::vector<Measure> measures{Measure::cost, Measure::time, Measure::borders};
  const Frontier found = frontier_of(lab, asked, measures);
  LooplessPaths paths{topology.graph};
  const IdVector<ArcId, Weight> cost = weights(world.metric, Objective::cost, 0);
  const TripQuery query = lab.query(asked);
  paths.ask(cost.values(), {topology.origin[query.from], topology.destination[query.to], {}});
  for (int i = 0; i < 300; ++i) {
    const Path path = paths.next();
    if (!path.found) break;
    const Evaluation other = evaluate(lab.compiled(), world.metric, path.arcs, 0);
    const auto matches = [&](const FrontierMember& member) {
      return std::ranges::all_of(measures, [&](Measure measure) {
        return figure(member.evaluation, measure) <= figure(other, measure) + 1e-3;
      });
    };
    ASSERT_TRUE(std::ranges::any_of(found.members, matches)) << lab.words(other);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomFrontier, testing::Range(1U, 41U));

}  // namespace
}  // namespace corridor::test
