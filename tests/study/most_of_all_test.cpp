#include "corridor/study/most_of_all.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

MostOfAll most(const Lab& lab, const std::vector<std::string>& ids) {
  std::vector<NodeId> places;
  for (const std::string& id : ids) places.push_back(lab.node(id));
  MostOfAll answer = most_of_all(lab.compiled(), lab.world(), places, true);
  EXPECT_TRUE(answer.certified.value());
  EXPECT_NE(answer.tree.empty(), answer.no_tree.empty());
  return answer;
}

/// The least of the edges that part two places.
double by_tree(const MostOfAll& answer, std::size_t from, std::size_t to) {
  double least = std::numeric_limits<double>::infinity();
  for (const CutTreeEdge& edge : answer.tree) {
    const auto is_there = [&](std::size_t i) {
      return std::ranges::count(edge.side, answer.places[i]) > 0;
    };
    if (is_there(from) != is_there(to)) least = std::min(least, edge.t_yr);
  }
  return least;
}

// 3 by b and 4 by c between a and d; b sends 3 + 9, and what goes on from d to c is 4 beside a's 8.
TEST(MostOfAll, IsATableAndATreeOfCuts) {
  const Lab lab{R"(
    a-rail- b 100 km cap=3
    b-rail- d 100 km cap=9
    a-rail- c 100 km cap=8
    c-rail- d 100 km cap=4
  )"};
  const MostOfAll answer = most(lab, {"a", "b", "c", "d"});
  EXPECT_DOUBLE_EQ(answer.between(0, 3), 7e6);
  EXPECT_DOUBLE_EQ(answer.between(3, 0), 7e6);
  EXPECT_DOUBLE_EQ(answer.between(0, 2), 11e6);  // 8, and 3 around by b and d
  EXPECT_DOUBLE_EQ(answer.between(1, 3), 12e6);  // 9, and 3 around by a and c
  EXPECT_TRUE(std::isinf(answer.between(1, 1)));
  ASSERT_EQ(answer.tree.size(), 3U);
  EXPECT_DOUBLE_EQ(answer.tree[0].t_yr, 7e6);
  EXPECT_THAT(answer.tree[0].side, ElementsAre(lab.node("b"), lab.node("d")));
  EXPECT_THAT(arcs_in_words(lab.network(), lab.compiled().topology, answer.tree[0].cut),
              ElementsAre("a - b, rail", "c - d, rail"));
}

TEST(MostOfAll, SaysWhichLinkKeepsItFromATree) {
  const Lab lab{R"(
    a-rail- b 100 km cap=3
    b-rail- c 100 km cap=4 oneway
    c-rail- a 100 km cap=5
  )"};
  const MostOfAll answer = most(lab, {"a", "b", "c"});
  EXPECT_DOUBLE_EQ(answer.between(1, 2), 7e6);
  EXPECT_DOUBLE_EQ(answer.between(2, 1), 3e6);
  EXPECT_THAT(answer.tree, IsEmpty());
  EXPECT_THAT(answer.no_tree, HasSubstr("b - c, rail carries more in one direction"));
}

TEST(MostOfAll, HasNoTreeWhereCargoWouldHaveToChangeTwiceInARow) {
  // The station changes 1 Mt/yr from gauge to gauge, and 5 go by lorry to x and back. From rail to
  // road and on by the other gauge would be two stops in a row, which no cargo makes.
  Network network = sketch(R"(
    a-rail- s 100 km cap=8 gauge=1520
    s-rail- d 100 km cap=9 gauge=1435
    s-road- x 100 km
  )");
  Figure<TonnesPerYear> capacity{TonnesPerYear{1e6}};
  capacity.provenance = {"made up for a test", Confidence::high, false};
  network.nodes[network.find_node("s").value()].capacity = capacity;
  const Lab lab{network};
  const MostOfAll answer = most(lab, {"a", "d", "x"});
  EXPECT_DOUBLE_EQ(answer.between(0, 1), 6e6);
  EXPECT_THAT(answer.tree, IsEmpty());
  EXPECT_THAT(answer.no_tree, HasSubstr("from a to d less fits than by a tree"));
}

TEST(MostOfAll, TreeAndTableAgreeWithSolvesOfSinglePairs) {
  std::size_t trees = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    std::vector<std::string> ids;
    for (const Node& node : lab.network().nodes) ids.push_back(node.id);
    const MostOfAll answer = most(lab, ids);
    trees += answer.tree.empty() ? 0U : 1U;
    for (std::size_t from = 0; from < ids.size(); ++from) {
      for (std::size_t to = 0; to < ids.size(); ++to) {
        if (from == to) continue;
        const Throughput alone = most_throughput(lab.compiled(), lab.world(), lab.node(ids[from]),
                                                 lab.node(ids[to]), false);
        EXPECT_EQ(answer.between(from, to),
                  alone.unlimited ? std::numeric_limits<double>::infinity() : alone.value_t_yr);
        if (!answer.tree.empty()) {
          EXPECT_EQ(answer.between(from, to), by_tree(answer, from, to));
        }
      }
    }
  }
  EXPECT_GT(trees, 20U);
}

}  // namespace
}  // namespace corridor::test
