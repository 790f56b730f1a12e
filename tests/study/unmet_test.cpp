#include "corridor/study/unmet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/demand_of.hpp"
#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<UnmetCause> causes(const Lab& lab, const std::vector<Sent>& sent,
                               const CarriageOptions& options = {},
                               const Scenario* scenario = nullptr) {
  const Demand one = demand(lab, sent);
  const CarriageResult result = carry(lab.compiled(), scenario, {one, one}, options);
  Worlds worlds{lab.compiled(), scenario, result.changed.date};
  return causes_of_unmet(lab.compiled(), worlds, result.changed, 10);
}

std::vector<std::string> full(const Lab& lab, const UnmetCause& cause) {
  std::vector<std::string> names;
  for (const Bottleneck& at : cause.full) names.push_back(in_words(lab.network(), at));
  return names;
}

TEST(Unmet, NamesTheFullLinksThatAllWaysComeTo) {
  // Behind b there is room, and the way by x leads nowhere.
  const Lab lab{R"(
    a-rail- b 100 km cap=1
    a-road- b 100 km cap=2
    b-rail- c 100 km cap=9
    a-rail- x 100 km cap=9
  )"};
  const std::vector<UnmetCause> found = causes(lab, {{"a", "c", "container", 5}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].no_route);
  EXPECT_EQ(found[0].room_usd_t, 0);
  EXPECT_THAT(full(lab, found[0]), ElementsAre("a - b, rail", "a - b, road"));
}

TEST(Unmet, SaysWhatTheWayWithRoomCostsWhereItIsDearerThanThePenalty) {
  // 9.53 USD/t by the short link, 12.58 by the long one, as the tests of carriage have it.
  const Lab lab{R"(
    a:AA-rail- b:AA 100 km id=short cap=1
    a-rail- b 200 km id=long cap=10
  )"};
  CarriageOptions options;
  options.penalty_usd_t = 10;
  const std::vector<UnmetCause> some = causes(lab, {{"a", "b", "grain", 3}}, options);
  ASSERT_EQ(some.size(), 1U);
  EXPECT_THAT(some[0].full, ElementsAre(Bottleneck{lab.link("short"), {}}));
  EXPECT_NEAR(some[0].room_usd_t, 12.58, 1e-5);
  options.penalty_usd_t = 5;
  const std::vector<UnmetCause> all = causes(lab, {{"a", "b", "grain", 3}}, options);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].full, IsEmpty());
  EXPECT_NEAR(all[0].room_usd_t, 9.53, 1e-5);
}

TEST(Unmet, NamesTheCutAndWhatClosedIt) {
  const Lab lab{R"(
    a-rail- b 100 km
    b-rail- c 100 km
    b-road- c 100 km status=planned
  )"};
  Scenario shut = scenario({close({"b_c_rail"})});
  shut.changes[0].text = "close: b_c_rail";
  for (const CarriageMethod method : {CarriageMethod::least_cost, CarriageMethod::equilibrium}) {
    CarriageOptions options;
    options.method = method;
    const std::vector<UnmetCause> found =
        causes(lab, {{"a", "c", "container", 5}, {"a", "b", "grain", 1}}, options, &shut);
    ASSERT_EQ(found.size(), 1U);
    ASSERT_TRUE(found[0].no_route);
    EXPECT_THAT(lab.ids(found[0].no_route->cut), ElementsAre("b_c_rail", "b_c_road"));
    EXPECT_THAT(found[0].closed_by, ElementsAre("close: b_c_rail", "status planned"));
    EXPECT_FALSE(found[0].barred);
  }
}

TEST(Unmet, TellsAnEmbargoFromAClosure) {
  const Lab lab{"a-rail- b 100 km"};
  Scenario embargo = scenario({close({"a_b_rail"})});
  std::get<CloseChange>(embargo.changes[0].what).where.cargoes = name_list({"grain"});
  const std::vector<UnmetCause> found =
      causes(lab, {{"a", "b", "container", 5}, {"a", "b", "grain", 1}}, {}, &embargo);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].barred);
  EXPECT_THAT(found[0].closed_by, ElementsAre("a change"));
}

TEST(Unmet, SaysWhereNoLinkLeadsForTheCargo) {
  const Lab lab{"a-road- b 100 km"};  // grain may not go by road
  const std::vector<UnmetCause> found = causes(lab, {{"a", "b", "grain", 1}});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].no_route);
  EXPECT_TRUE(found[0].no_route->never);
}

TEST(Unmet, APortWithoutCapacityIsFull) {
  Network network = sketch("p:AA/seaport-sea- q:BB/seaport 600 km");
  Figure<TonnesPerYear> none{TonnesPerYear{0}};
  none.provenance = {"made up for a test", Confidence::high, false};
  network.nodes[network.find_node("q").value()].capacity = none;
  const Lab lab{network};
  for (const CarriageMethod method : {CarriageMethod::least_cost, CarriageMethod::equilibrium}) {
    CarriageOptions options;
    options.method = method;
    const std::vector<UnmetCause> found = causes(lab, {{"p", "q", "grain", 1}}, options);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].no_route);
    EXPECT_THAT(full(lab, found[0]), ElementsAre("port of q"));
  }
}

TEST(Unmet, TheMostComesFirstAndNoMoreThanAskedFor) {
  const Lab lab{R"(
    a-rail- b 100 km status=closed
    c-rail- d 100 km
  )"};
  const Demand one = demand(lab, {{"a", "b", "grain", 1},
                                  {"b", "a", "grain", 3},
                                  {"c", "d", "grain", 1},
                                  {"a", "b", "container", 2}});
  const CarriageResult result = carry(lab.compiled(), nullptr, {one, one}, {});
  Worlds worlds{lab.compiled(), nullptr, result.changed.date};
  const std::vector<UnmetCause> found = causes_of_unmet(lab.compiled(), worlds, result.changed, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(result.changed.pairs[found[0].pair].unmet_t_yr(), 3e6);
  EXPECT_EQ(result.changed.pairs[found[1].pair].unmet_t_yr(), 2e6);
}

}  // namespace
}  // namespace corridor::test
