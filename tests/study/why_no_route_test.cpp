#include <algorithm>
#include <bit>
#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Disconnection why(const Lab& lab, const Trip& asked) {
  return why_no_route(lab.compiled(), lab.world(), lab.query(asked));
}

TEST(WhyNoRoute, NamesTheClosedLinkThatWouldRestoreIt) {
  const Lab lab{R"(
    a-rail- b 100 km
    b-rail- c 100 km status=closed
    c-rail- d 100 km
  )"};
  const Disconnection found = why(lab, trip("a", "d"));
  EXPECT_FALSE(found.never);
  EXPECT_THAT(lab.ids(found.cut), ElementsAre("b_c_rail"));
  EXPECT_THAT(lab.ids(found.restoring), ElementsAre("b_c_rail"));
}

TEST(WhyNoRoute, PrefersOneOpeningToTwoHoweverLongTheWay) {
  const Lab lab{R"(
    a-rail- b  10 km status=closed
    b-rail- d  10 km status=planned
    a-rail- c 900 km
    c-rail- d 900 km status=closed
  )"};
  const Disconnection found = why(lab, trip("a", "d"));
  EXPECT_THAT(lab.ids(found.restoring), ElementsAre("c_d_rail"));
  EXPECT_THAT(lab.ids(found.cut), ElementsAre("a_b_rail", "c_d_rail"));
}

TEST(WhyNoRoute, OfEquallyFewOpeningsTakesThoseOfTheBestRoute) {
  const Lab lab{R"(
    a-rail- b 900 km status=closed
    a-rail- b 300 km status=closed id=short
  )"};
  EXPECT_THAT(lab.ids(why(lab, trip("a", "b")).restoring), ElementsAre("short"));
}

TEST(WhyNoRoute, LeavesOutDeadEndsAndWhatTheTripBars) {
  const Lab lab{R"(
    a-rail- x 100 km status=closed
    a-rail- b 100 km status=closed
    a-road- b  50 km status=closed
  )"};
  Trip by_rail = trip("a", "b");
  by_rail.modes = name_list({"rail"});
  EXPECT_THAT(lab.ids(why(lab, by_rail).cut), ElementsAre("a_b_rail"));
  EXPECT_THAT(lab.ids(why(lab, trip("a", "b", "grain")).restoring), ElementsAre("a_b_rail"));
}

TEST(WhyNoRoute, IsNeverWhereNoLinkLeads) {
  const Lab lab{R"(
    a-rail- b 100 km
    c-rail- d 100 km
  )"};
  const Disconnection found = why(lab, trip("a", "d"));
  EXPECT_TRUE(found.never);
  EXPECT_THAT(found.cut, IsEmpty());
  EXPECT_THAT(found.restoring, IsEmpty());
}

TEST(WhyNoRoute, HoldsTheTripToItsVias) {
  const Lab lab{R"(
    a-rail- d 100 km
    a-rail- v 100 km status=closed
    v-rail- d 100 km
  )"};
  Trip by_v = trip("a", "d");
  by_v.via = name_list({"v"});
  // v can be reached from d: there is a route after all, and nothing to restore.
  EXPECT_THAT(why(lab, by_v).restoring, IsEmpty());
  const Lab apart{R"(
    a-rail- d 100 km
    a-rail- v 100 km status=closed
  )"};
  EXPECT_THAT(apart.ids(why(apart, by_v).restoring), ElementsAre("a_v_rail"));
  EXPECT_THAT(apart.ids(why(apart, by_v).cut), ElementsAre("a_v_rail"));
}

/// Opens each set of closed links in turn, and returns the size of the smallest that restores.
int fewest(const Lab& lab, const Trip& asked, const std::vector<LinkId>& closed) {
  int least = 99;
  for (std::uint32_t set = 0; set < (1U << closed.size()); ++set) {
    const int size = std::popcount(set);
    if (size >= least) continue;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < closed.size(); ++i) {
      if ((set >> i & 1U) != 0) ids.push_back(lab.network().links[closed[i]].id);
    }
    const Scenario opened = scenario(ids.empty() ? std::vector<Change>{} : std::vector{open(ids)});
    if (lab.solve(lab.world(&opened), asked).reachable) least = size;
  }
  return least;
}

TEST(WhyNoRoute, FindsTheFewestOpeningsThatBruteForceFinds) {
  int cut_off = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    const Trip asked = trip(lab.network().nodes[NodeId{0}].id, lab.network().nodes[NodeId{4}].id);
    if (lab.solve(lab.world(), asked).reachable) continue;
    std::vector<LinkId> closed;
    for (const LinkId id : lab.network().links.keys()) {
      if (lab.network().links[id].status != Status::operational) closed.push_back(id);
    }
    const Disconnection found = why(lab, asked);
    const int least = fewest(lab, asked, closed);
    EXPECT_EQ(found.never, least == 99);
    if (found.never) continue;
    ++cut_off;
    EXPECT_EQ(static_cast<int>(found.restoring.size()), least);
    const Scenario restored = scenario({open(lab.ids(found.restoring))});
    EXPECT_TRUE(lab.solve(lab.world(&restored), asked).reachable);
    // What restores must leave what can be reached today by a link of the cut.
    EXPECT_TRUE(std::ranges::any_of(
        found.restoring, [&](LinkId id) { return std::ranges::count(found.cut, id) > 0; }));
  }
  EXPECT_GT(cut_off, 5);
}

}  // namespace
}  // namespace corridor::test
