#include "corridor/study/most_between.hpp"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Places = std::vector<std::string>;

MostAnswer most(const Lab& lab, const World& world, const Places& from, const Places& to) {
  std::vector<NodeId> sources;
  std::vector<NodeId> sinks;
  for (const std::string& id : from) sources.push_back(lab.node(id));
  for (const std::string& id : to) sinks.push_back(lab.node(id));
  MostAnswer answer = most_between(lab.compiled(), world, {sources, sinks, true});
  EXPECT_TRUE(answer.most.certified.value());
  return answer;
}

MostAnswer most(const Lab& lab, const Places& from, const Places& to) {
  return most(lab, lab.world(), from, to);
}

/// What each bottleneck would bring, in Mt/yr; unlimited: -1.
std::map<std::string, double> rises(const Lab& lab, const MostAnswer& answer) {
  std::map<std::string, double> result;
  for (const BottleneckWidening& one : answer.widenings) {
    result[in_words(lab.network(), one.at)] = one.unlimited ? -1 : one.rise_t_yr / 1e6;
  }
  return result;
}

std::vector<std::string> words(const Lab& lab, const std::vector<ArcId>& cut) {
  return arcs_in_words(lab.network(), lab.compiled().topology, cut);
}

Network with_node_capacity(Network network, const char* node, double t_yr) {
  Figure<TonnesPerYear> capacity{TonnesPerYear{t_yr}};
  capacity.provenance = {"made up for a test", Confidence::high, false};
  network.nodes[network.find_node(node).value()].capacity = capacity;
  return network;
}

// a - b and c - d bind, 3 + 4 = 7 Mt/yr. With a - b wider, b - d binds at 9 and c - d at 4: 13.
// With c - d wider, a - b binds at 3 and a - c at 8: 11.
TEST(MostBetween, SaysWhatASingleWiderLinkBringsAndWhatBindsThen) {
  const Lab lab{R"(
    a-rail- b 100 km cap=3
    b-rail- d 100 km cap=9
    a-rail- c 100 km cap=8
    c-rail- d 100 km cap=4
  )"};
  const MostAnswer answer = most(lab, {"a"}, {"d"});
  EXPECT_DOUBLE_EQ(answer.most.value_t_yr, 7e6);
  EXPECT_EQ(answer.last_cut, answer.most.cut);
  ASSERT_EQ(answer.widenings.size(), 2U);
  EXPECT_EQ(answer.widenings[0].at, (Bottleneck{lab.link("a_b_rail"), {}}));
  EXPECT_DOUBLE_EQ(answer.widenings[0].rise_t_yr, 6e6);
  EXPECT_FALSE(answer.widenings[0].assumed);
  EXPECT_THAT(words(lab, answer.widenings[0].then_binds),
              ElementsAre("b - d, rail", "c - d, rail"));
  EXPECT_EQ(answer.widenings[1].at, (Bottleneck{lab.link("c_d_rail"), {}}));
  EXPECT_DOUBLE_EQ(answer.widenings[1].rise_t_yr, 4e6);
}

TEST(MostBetween, TwoLinksInLineThatBindAlikeHelpOnlyTogether) {
  const Lab lab{R"(
    a-rail- b 100 km cap=3
    b-rail- c 100 km cap=3
  )"};
  const MostAnswer answer = most(lab, {"a"}, {"c"});
  EXPECT_THAT(answer.widenings, IsEmpty());
  EXPECT_THAT(words(lab, answer.most.cut), ElementsAre("a - b, rail"));
  EXPECT_THAT(words(lab, answer.last_cut), ElementsAre("b - c, rail"));
}

TEST(MostBetween, APortIsWidenedAsAWhole) {
  // Ships come in by two services at 2 Mt/yr for the port; the railway beyond takes 10 by its
  // class.
  const Lab lab{with_node_capacity(sketch(R"(
    p:AA/seaport-sea- q:BB/seaport 600 km
    q-rail- c:BB 100 km
  )"),
                                   "q", 2e6)};
  const MostAnswer answer = most(lab, {"p"}, {"c"});
  EXPECT_EQ(rises(lab, answer), (std::map<std::string, double>{{"port of q", 8}}));
  EXPECT_TRUE(answer.widenings[0].assumed);  // the class capacity binds then
  EXPECT_THAT(words(lab, answer.widenings[0].then_binds), ElementsAre("q - c, rail"));
}

TEST(MostBetween, AStationIsWidenedAsAWhole) {
  // The station takes 1 Mt/yr from one gauge to the other, the links before and after it 8 and 9.
  const Lab lab{with_node_capacity(sketch(R"(
    a-rail- s 100 km cap=8 gauge=1520
    s-rail- d 100 km cap=9 gauge=1435
  )"),
                                   "s", 1e6)};
  const MostAnswer answer = most(lab, {"a"}, {"d"});
  EXPECT_DOUBLE_EQ(answer.most.value_t_yr, 1e6);
  EXPECT_EQ(rises(lab, answer), (std::map<std::string, double>{{"gauge change at s", 7}}));
}

TEST(MostBetween, NothingIsPromisedOfClosedLinks) {
  const Lab lab{R"(
    a-rail- b 100 km status=closed cap=3
    a-road- c 100 km cap=2
  )"};
  const MostAnswer answer = most(lab, {"a"}, {"b"});
  EXPECT_DOUBLE_EQ(answer.most.value_t_yr, 0);
  EXPECT_THAT(answer.widenings, IsEmpty());
}

TEST(MostBetween, WhereNothingElseBindsMoreIsUnlimited) {
  const Lab lab{"a-rail- b 100 km cap=3"};
  EXPECT_EQ(rises(lab, most(lab, {"a"}, {"b"})),
            (std::map<std::string, double>{{"a - b, rail", -1}}));
}

/// Nodes of a random sketch, by their positions; some of its eight may be on no link.
Places nodes(const Lab& lab, std::size_t first, std::size_t second) {
  return {lab.network().nodes[NodeId{first}].id, lab.network().nodes[NodeId{second}].id};
}

Scenario wider(const Lab& lab, LinkId link, double t_yr) {
  return scenario(
      {edit(links({lab.network().links[link].id}), Attribute::capacity, EditKind::add, t_yr)});
}

TEST(MostBetween, PromisesWhatTheFlowIsOnceTheLinkIsWider) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    const Places ends = nodes(lab, 0, 3);
    const MostAnswer before = most(lab, {ends[0]}, {ends[1]});
    if (before.most.unlimited) continue;
    const World world = lab.world();
    for (const LinkId link : lab.network().links.keys()) {
      const auto found =
          std::ranges::find(before.widenings, Bottleneck{link, {}}, &BottleneckWidening::at);
      const bool none = found == before.widenings.end();
      if (world.metric.open[lab.compiled().topology.haul[way(link, true)]] == 0) {
        EXPECT_TRUE(none);
        continue;
      }
      // Half of the promise brings half of it; all of it, and beyond, no more than is promised.
      const double rise = none ? 0 : found->rise_t_yr;
      for (const double share : {0.5, 1.0, 3.0}) {
        if (!none && found->unlimited) continue;
        const Scenario change = wider(lab, link, none ? share * 1e6 : share * rise);
        const MostAnswer after = most(lab, lab.world(&change), {ends[0]}, {ends[1]});
        EXPECT_DOUBLE_EQ(after.most.value_t_yr,
                         before.most.value_t_yr + std::min(share, 1.0) * rise);
      }
    }
  }
}

TEST(MostBetween, SetsCarryAtLeastWhatAnyPairDoesAndAtMostAllPairsTogether) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    const Places from = nodes(lab, 0, 1);
    const Places to = nodes(lab, 2, 3);
    const MostAnswer together = most(lab, from, to);
    double largest = 0;
    double sum = 0;
    for (const std::string& a : from) {
      for (const std::string& b : to) {
        const MostAnswer one = most(lab, {a}, {b});
        if (one.most.unlimited) {
          EXPECT_TRUE(together.most.unlimited);
          largest = sum = 0;
        }
        largest = std::max(largest, one.most.value_t_yr);
        sum += one.most.value_t_yr;
      }
    }
    if (together.most.unlimited) continue;
    EXPECT_GE(together.most.value_t_yr, largest);
    EXPECT_LE(together.most.value_t_yr, sum);
  }
}

}  // namespace
}  // namespace corridor::test
