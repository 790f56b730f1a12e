#include <algorithm>
#include <queue>
#include <vector>

#include <gtest/gtest.h>

#include "route/quaternary_heap.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

TEST(QuaternaryHeap, GivesBackWhatThePlainQueueGives) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    QuaternaryHeap<int> heap;
    std::priority_queue<int, std::vector<int>, std::greater<>> plain;
    for (int step = 0; step < 400; ++step) {
      if (plain.empty() || dice.roll(5) < 3) {
        const int entry = static_cast<int>(dice.roll(50));
        heap.push(entry);
        plain.push(entry);
      } else {
        ASSERT_EQ(heap.top(), plain.top());
        heap.pop();
        plain.pop();
      }
      ASSERT_EQ(heap.empty(), plain.empty());
    }
  }
}

TEST(QuaternaryHeap, IsEmptyOnceCleared) {
  QuaternaryHeap<int> heap;
  heap.push(1);
  heap.clear();
  EXPECT_TRUE(heap.empty());
}

}  // namespace
}  // namespace corridor
