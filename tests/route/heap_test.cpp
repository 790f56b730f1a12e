#include <functional>
#include <queue>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "route/length_heap.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

TEST(LengthHeap, GivesBackWhatThePlainQueueGives) {
  using Plain = std::tuple<Weight, std::uint32_t, std::uint32_t>;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    LengthHeap heap;
    std::priority_queue<Plain, std::vector<Plain>, std::greater<>> plain;
    for (std::uint32_t step = 0; step < 400; ++step) {
      if (plain.empty() || dice.roll(5) < 3) {
        const auto distance = static_cast<Weight>(dice.roll(20)) * (infinite_weight / 20);
        const auto hops = static_cast<std::uint32_t>(dice.roll(3));
        heap.push({distance, hops, step});
        plain.emplace(distance, hops, step);
      } else {
        ASSERT_EQ(heap.top().state(), std::get<2>(plain.top()));
        heap.pop();
        plain.pop();
      }
      ASSERT_EQ(heap.empty(), plain.empty());
    }
  }
}

TEST(LengthHeap, IsEmptyOnceCleared) {
  LengthHeap heap;
  heap.push({1, 1, 1});
  heap.clear();
  EXPECT_TRUE(heap.empty());
}

TEST(QueueEntry, ComparesWeightThenArcsThenState) {
  EXPECT_LT((QueueEntry{1, 9, 9}), (QueueEntry{2, 0, 0}));
  EXPECT_LT((QueueEntry{1, 1, 9}), (QueueEntry{1, 2, 0}));
  EXPECT_LT((QueueEntry{1, 1, 1}), (QueueEntry{1, 1, 2}));
  EXPECT_TRUE((QueueEntry{1, 2, 0}.is_longer_than({1, 1, 9})));
  EXPECT_FALSE((QueueEntry{1, 1, 9}.is_longer_than({1, 1, 0}))) << "states have no length";
  EXPECT_LT((QueueEntry{0, UINT32_MAX, UINT32_MAX}), (QueueEntry{infinite_weight, 0, 0}));
}

}  // namespace
}  // namespace corridor
