#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

Throughput most(const Lab& lab, const std::string& from, const std::string& to) {
  return most_throughput(lab.compiled(), lab.world(), lab.node(from), lab.node(to), true);
}

std::vector<std::string> words(const Lab& lab, const Throughput& found) {
  return arcs_in_words(lab.network(), lab.compiled().topology, found.cut);
}

TEST(Throughput, AddsUpTheRoutesAndNamesWhatBinds) {
  // By b at most 3, by c at most 4: 7 Mt/yr.
  const Lab lab{R"(
    a-rail- b 100 km cap=3
    b-rail- d 100 km cap=9
    a-rail- c 100 km cap=8
    c-rail- d 100 km cap=4
  )"};
  const Throughput found = most(lab, "a", "d");
  EXPECT_FALSE(found.unlimited);
  EXPECT_DOUBLE_EQ(found.value_t_yr, 7e6);
  EXPECT_FALSE(found.assumed);
  EXPECT_THAT(words(lab, found), UnorderedElementsAre("a - b, rail", "c - d, rail"));
  EXPECT_TRUE(found.certified.value());
}

TEST(Throughput, SaysWhenTheCutRestsOnAnAssumption) {
  const Lab lab{R"(
    a-rail- b 100 km
    b-rail- c 100 km cap=12
  )"};
  const Throughput found = most(lab, "a", "c");
  EXPECT_DOUBLE_EQ(found.value_t_yr, 10e6);  // the class capacity of rail
  EXPECT_TRUE(found.assumed);
  EXPECT_THAT(words(lab, found), ElementsAre("a - b, rail"));
}

TEST(Throughput, IsNothingOverClosedLinks) {
  const Lab lab{"a-rail- b 100 km status=closed"};
  const Throughput found = most(lab, "a", "b");
  EXPECT_DOUBLE_EQ(found.value_t_yr, 0);
  EXPECT_TRUE(found.certified.value());
}

TEST(Throughput, IsBoundByAPortThatIsNarrowerThanItsSea) {
  Network network = sketch(R"(
    p:AA/seaport-sea- q:BB/seaport 600 km
    q-rail- c:BB 100 km
  )");
  Figure<TonnesPerYear> capacity{TonnesPerYear{2e6}};
  capacity.provenance = {"made up for a test", Confidence::high, false};
  network.nodes[network.find_node("q").value()].capacity = capacity;
  const Lab lab{network};
  const Throughput found = most(lab, "p", "c");
  EXPECT_DOUBLE_EQ(found.value_t_yr, 2e6);
  EXPECT_THAT(words(lab, found), ElementsAre("port of q"));
}

TEST(Throughput, IsNeverLessThanThatOfTheBestRoute) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    const std::string from = lab.network().nodes[NodeId{0}].id;
    const std::string to = lab.network().nodes[NodeId{3}].id;
    const Evaluation best = lab.solve(lab.world(), trip(from, to));
    const Throughput found = most(lab, from, to);
    EXPECT_TRUE(found.certified.value());
    EXPECT_EQ(best.reachable, found.unlimited || found.value_t_yr > 0);
    if (best.reachable) {
      EXPECT_GE(found.value_t_yr, best.throughput_t_yr);
    }
  }
}

}  // namespace
}  // namespace corridor::test
