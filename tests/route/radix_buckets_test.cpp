#include "route/radix_buckets.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "route/radix_key.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using Entry = RadixBuckets::Entry;

TEST(RadixBuckets, GiveEntriesByUnitFirstInFirstOut) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    RadixBuckets buckets;
    std::vector<std::uint64_t> unit;  // by vertex
    std::map<std::uint64_t, std::vector<std::uint32_t>> expected;
    const auto push = [&](std::uint64_t at) {
      const auto vertex = static_cast<std::uint32_t>(unit.size());
      unit.push_back(at);
      expected[at].push_back(vertex);
      buckets.push({vertex, vertex * 7}, at);
    };
    for (int i = 0; i < 40; ++i) push(dice.roll(1000));
    const auto unit_of = [&](Entry entry) { return unit[entry.vertex]; };
    while (buckets.open_next(unit_of)) {
      const std::uint64_t open = buckets.open_unit();
      ASSERT_EQ(open, expected.begin()->first);
      ASSERT_EQ(buckets.open_size(), expected.begin()->second.size());
      std::vector<std::uint32_t> got;
      Entry entry;
      while (buckets.pop(entry)) {
        ASSERT_EQ(entry.mark, entry.vertex * 7);
        got.push_back(entry.vertex);
        if (unit.size() < 1500) {
          push(open + dice.roll(2));
          push(open + (std::uint64_t{1} << dice.roll(50)));
        }
      }
      std::vector<std::uint32_t> all = expected[open];
      std::sort(all.begin(), all.end());
      std::sort(got.begin(), got.end());
      ASSERT_EQ(got, all);
      expected.erase(open);
    }
    EXPECT_TRUE(expected.empty());
    EXPECT_TRUE(buckets.empty());
  }
}

TEST(RadixBuckets, KeepTheOrderOfOneBucketOverManyChunks) {
  RadixBuckets buckets;
  for (std::uint32_t i = 0; i < 1000; ++i) buckets.push({i, 0}, 5);
  ASSERT_TRUE(buckets.open_next([](Entry) { return std::uint64_t{5}; }));
  EXPECT_EQ(buckets.open_size(), 1000U);
  Entry entry;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    ASSERT_TRUE(buckets.pop(entry));
    ASSERT_EQ(entry.vertex, i);
    if (i < 1000) buckets.push({1000 + i, 0}, 5);
  }
  EXPECT_FALSE(buckets.pop(entry));
  buckets.push({7, 0}, 5);
  ASSERT_TRUE(buckets.pop(entry)) << "an open bucket that was empty may fill again";
  EXPECT_EQ(entry.vertex, 7U);
  EXPECT_FALSE(buckets.pop(entry));
  EXPECT_FALSE(buckets.open_next([](Entry) { return std::uint64_t{5}; }));
}

TEST(RadixBuckets, DropWhatIsOvertakenOnTheWayDown) {
  RadixBuckets buckets;
  buckets.push({1, 0}, 100'000);
  buckets.push({2, 0}, 100'001);
  const auto unit_of = [](Entry entry) {
    return entry.vertex == 1 ? RadixBuckets::overtaken : std::uint64_t{100'001};
  };
  ASSERT_TRUE(buckets.open_next(unit_of));
  Entry entry;
  ASSERT_TRUE(buckets.pop(entry));
  EXPECT_EQ(entry.vertex, 2U);
  EXPECT_FALSE(buckets.pop(entry));
  EXPECT_TRUE(buckets.empty());
}

TEST(RadixBuckets, UseTheirMemoryAgain) {
  RadixBuckets buckets;
  std::size_t memory = 0;
  for (int round = 0; round < 20; ++round) {
    for (std::uint32_t i = 0; i < 5000; ++i) buckets.push({i, 0}, i * 3);
    Entry entry;
    while (buckets.open_next([](Entry e) { return std::uint64_t{e.vertex} * 3; })) {
      while (buckets.pop(entry)) continue;
    }
    buckets.clear();
    if (round == 0) memory = buckets.memory();
  }
  EXPECT_LE(buckets.memory(), memory + memory / 4);
}

TEST(TreeKeys, OrderByDistanceThenArcs) {
  const TreeKeys<std::uint64_t> keys{1000};
  const auto two_arcs = keys.step(3) + keys.step(4);
  EXPECT_EQ(keys.distance(two_arcs), 7);
  EXPECT_EQ(keys.hops(two_arcs), 2U);
  EXPECT_LT(keys.step(7), two_arcs);
  EXPECT_LT(two_arcs, keys.step(8));
  EXPECT_EQ(keys.distance(keys.none()), infinite_weight);
  EXPECT_GT(keys.step(static_cast<std::uint64_t>(keys.most())), keys.none());
}

// 1000 vertices take 10 bits for arcs; one is kept for an estimate. 63 - 11 = 52 are left.
TEST(TreeKeys, FitWhereDistancesLeaveRoomForArcs) {
  using Keys = TreeKeys<std::uint64_t>;
  EXPECT_TRUE(Keys::fit({(Weight{1} << 52) - 1, 0}, 1000));
  EXPECT_FALSE(Keys::fit({Weight{1} << 52, 0}, 1000));
  EXPECT_FALSE(Keys::fit({infinite_weight, 0}, 1));
  EXPECT_TRUE(TreeKeys<WideKey>::fit({infinite_weight, 0}, 1000));
}

TEST(WeightRange, BoundsEveryPath) {
  const test::WeightedGraph graph = test::weighted_graph(
      4, {{0, 1, 5}, {0, 2, 9}, {1, 2, infinite_weight}, {2, 3, 100}, {3, 0, 1}});
  EXPECT_EQ(rough_range(graph.graph, graph.weights()).bound, 4 * 100);
  EXPECT_EQ(tight_bound(graph.graph, graph.weights()), 9 + 0 + 100 + 1);
  // 5, 9, 100 and 1 have 3, 4, 7 and 1 digits.
  EXPECT_EQ(rough_range(graph.graph, graph.weights()).typical_bits, (3 + 4 + 7 + 1) / 4);
}

}  // namespace
}  // namespace corridor
