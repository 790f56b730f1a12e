#include "corridor/core/id.hpp"

#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace corridor {
namespace {

using AppleId = Id<struct AppleTag>;
using PearId = Id<struct PearTag>;

template <class Vector, class Key>
concept IndexableBy = requires(Vector v, Key k) {
  v[k];
};

static_assert(IndexableBy<IdVector<AppleId, double>, AppleId>);
static_assert(!IndexableBy<IdVector<AppleId, double>, PearId>);
static_assert(!IndexableBy<IdVector<AppleId, double>, std::size_t>);
static_assert(!std::is_convertible_v<std::size_t, AppleId>);

TEST(Id, NamesNothingUntilItIsGivenAPosition) {
  EXPECT_FALSE(AppleId{}.valid());
  EXPECT_TRUE(AppleId{0}.valid());
  EXPECT_LT(AppleId{1}, AppleId{2});
}

TEST(IdVector, ReturnsWhatWasAddedUnderTheIdThatItGave) {
  IdVector<AppleId, int> weights;
  const AppleId first = weights.add(7);
  const AppleId second = weights.add(9);
  EXPECT_EQ(weights[first], 7);
  EXPECT_EQ(weights[second], 9);
  EXPECT_TRUE(weights.contains(second));
  EXPECT_FALSE(weights.contains(AppleId{2}));
}

TEST(IdRange, WalksTheIdsInOrder) {
  std::vector<AppleId> seen;
  for (const AppleId id : IdRange<AppleId>{2, 5}) seen.push_back(id);
  EXPECT_EQ(seen, (std::vector<AppleId>{AppleId{2}, AppleId{3}, AppleId{4}}));
  EXPECT_TRUE((IdRange<AppleId>{3, 3}.empty()));
}

}  // namespace
}  // namespace corridor
