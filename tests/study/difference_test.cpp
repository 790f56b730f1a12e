#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

/// What is said of the shortest route by some places after the shortest one by others.
std::string difference(const Lab& lab, const Trip& first, const Trip& second) {
  const World world = lab.world();
  const Evaluation one = lab.solve(world, first, Objective::distance);
  const Evaluation other = lab.solve(world, second, Objective::distance);
  EXPECT_TRUE(one.reachable && other.reachable);
  return difference_in_words(lab.compiled(), world.metric, one.arcs, other.arcs);
}

Trip by(const std::vector<std::string>& via, const std::vector<std::string>& modes = {}) {
  Trip result = trip("a", "d");
  result.via = name_list(via);
  result.modes = name_list(modes);
  return result;
}

TEST(Difference, OfARouteFromItselfIsNothing) {
  const Lab lab{"a-rail- b 10 km\n b-rail- d 10 km"};
  EXPECT_EQ(difference(lab, by({}), by({"b"})), "");
}

// From a by x, y and z to d it is 200 km: y is 70 km from a, z 130 km. Of p and q, 50 and 150 km on
// a way of 200 km, both are 50 km from its middle.
TEST(Difference, IsThePlaceNearestToTheMiddleOfEachWay) {
  const Lab lab{R"(
    a-rail- x  10 km
    x-rail- y  60 km
    y-rail- z  70 km
    z-rail- d  60 km
    a-rail- p  50 km
    p-rail- q 100 km
    q-rail- d  50 km
  )"};
  EXPECT_EQ(difference(lab, by({"x"}), by({"p"})), "by p instead of y");
  EXPECT_EQ(difference(lab, by({"p"}), by({"x"})), "by y instead of p");
}

TEST(Difference, IsToldOfEachStretchThatTheRoutesDoNotShare) {
  const Lab lab{R"(
    a-rail- b 10 km
    a-rail- x 10 km
    b-rail- m 10 km
    x-rail- m 10 km
    m-rail- n 10 km
    n-rail- c 10 km
    n-rail- y 10 km
    c-rail- d 10 km
    y-rail- d 10 km
  )"};
  EXPECT_EQ(difference(lab, by({"b", "c"}), by({"x", "y"})),
            "by x instead of b and by y instead of c");
  EXPECT_EQ(difference(lab, by({"b", "c"}), by({"b", "y"})), "by y instead of c");
}

// The trucks go from a to d by b, as the trains do, and pass by m beside the tunnel t.
TEST(Difference, IsTheModeWhereTheRoutesPassTheSamePlacesAndInARowOfSuchStretches) {
  const Lab lab{R"(
    a-rail- b 10 km
    a-road- b 10 km
    b-rail- t 10 km
    t-rail- c 10 km
    b-road- m 10 km
    m-road- c 10 km
    c-rail- d 10 km
    c-road- d 10 km
  )"};
  EXPECT_EQ(difference(lab, by({}, {"rail"}), by({}, {"road"})),
            "by road instead of rail between a and d");
  Trip to_b = by({}, {"road"});
  Trip train_to_b = by({}, {"rail"});
  to_b.to = train_to_b.to = name("b");
  EXPECT_EQ(difference(lab, train_to_b, to_b), "by road instead of rail between a and b");
  Trip inland = by({"m"}, {"road"});
  Trip tunnel = by({"t"}, {"rail"});
  inland.from = tunnel.from = name("b");
  inland.to = tunnel.to = name("c");
  EXPECT_EQ(difference(lab, tunnel, inland), "by m instead of t") << "a single stretch has a place";
}

TEST(Difference, IsAWayRoundOrAStraightOneWhereOneRouteHasNoPlaceOfItsOwn) {
  const Lab lab{R"(
    a-rail- d 50 km
    a-rail- b 50 km
    b-rail- d 50 km
  )"};
  EXPECT_EQ(difference(lab, by({}), by({"b"})), "by b instead of straight from a to d");
  EXPECT_EQ(difference(lab, by({"b"}), by({})), "straight from a to d instead of by b");
  const Lab mixed{R"(
    a-sea-  d 50 km
    a-rail- b 50 km
    b-road- d 50 km
  )"};
  EXPECT_EQ(difference(mixed, by({"b"}), by({})), "by sea from a to d instead of by b");
}

TEST(Difference, IsAnotherLinkWhereTwoOfOneModeJoinTheSamePlaces) {
  const Lab lab{R"(
    a-rail- d 50 km id=old
    a-rail- d 60 km id=new
  )"};
  Trip second = by({});
  second.avoid = name_list({"old"});
  EXPECT_EQ(difference(lab, by({}), second), "by another rail link from a to d");
}

TEST(Difference, NamesPlacesInFullWhereTheirShortNamesAreAlike) {
  Network network = sketch("a-rail- b 10 km\n b-rail- d 10 km\n a-rail- c 10 km\n c-rail- d 10 km");
  network.nodes[*network.find_node("b")].name = "Astara (Iran)";
  network.nodes[*network.find_node("c")].name = "Astara (Azerbaijan)";
  EXPECT_EQ(difference(Lab{network}, by({"b"}), by({"c"})),
            "by Astara (Azerbaijan) instead of Astara (Iran)");
  network.nodes[*network.find_node("b")].name = "Rasht (Iran)";
  EXPECT_EQ(difference(Lab{network}, by({"b"}), by({"c"})), "by Astara instead of Rasht");
}

TEST(Difference, IsToldByARunOfARunnerUpWhoseRouteMayReadLikeTheBest) {
  const Lab lab{"a-rail- b 10 km\n b-rail- d 10 km\n a-rail- c 20 km\n c-rail- d 10 km"};
  const RunResult result = run(lab.compiled(), scenario({}, {by({})}), {});
  const Side& side = result.subjects.at(0).scenario;
  EXPECT_EQ(side.route, "a -> (rail) d");
  EXPECT_EQ(side.runner_up_route, "a -> (rail) d");
  EXPECT_EQ(side.runner_up_difference, "by c instead of b");
}

class RandomDifference : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomDifference, IsSaidOfEveryRunnerUpAndOfNoRouteFromItself) {
  const Lab lab{random_sketch(GetParam())};
  const World world = lab.world();
  for (const Node& to : lab.network().nodes) {
    if (to.id == lab.network().nodes[NodeId{0}].id) continue;
    const TripQuery query = lab.query(trip(lab.network().nodes[NodeId{0}].id, to.id));
    const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
    const RunnerUp second = runner_up(lab.compiled(), world, query, best);
    if (!second.found) continue;
    const std::vector<ArcId>& arcs = best.evaluation.arcs;
    const auto said = [&](const std::vector<ArcId>& other) {
      return difference_in_words(lab.compiled(), world.metric, arcs, other);
    };
    EXPECT_EQ(said(arcs), "");
    EXPECT_NE(said(second.evaluation.arcs), "");
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomDifference, ::testing::Range(1U, 31U));

}  // namespace
}  // namespace corridor::test
