// The inner loops of queries do the same on all instruction sets as plain loops over the edges.

#include <algorithm>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "route/sweep_kernel.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Dice;

template <class W>
class QueryKernels : public testing::Test {};
using Widths = testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(QueryKernels, Widths, );

constexpr std::size_t room = 16;  // that labels and, if edges come after the block, weights have

/// A block of `rows` members with `width` upper neighbours, at labels from 0; the edges' weights
/// and the labels of both sides are random. Half of all blocks are the last of their hierarchy.
template <class W>
struct RandomBlock {
  RandomBlock(std::uint32_t seed, std::size_t lanes) : dice{seed} {
    rows = static_cast<std::uint32_t>(1 + dice.roll(20));
    width = rows - 1 + static_cast<std::uint32_t>(dice.roll(20));
    for (std::uint32_t j = 0; j < width; ++j) heads.push_back(j + 1 + (j + 1 < rows ? 0 : j));
    for (std::size_t i = 0; i < rows; ++i) edges += width - i;
    edges_after = dice.roll(2) * room;
    up = values((edges + edges_after) * lanes);
    down = values((edges + edges_after) * lanes);
    const std::size_t labels = 2 * width + 2;
    from = values((labels + room) * lanes);
    to = values((labels + room) * lanes);
    from_edge.assign(labels + room, no_edge);
    to_edge.assign(labels + room, no_edge);
  }

  std::vector<W> values(std::size_t count) {
    std::vector<W> result(count);
    for (W& value : result) {
      value = dice.roll(4) == 0 ? unreachable<W> : static_cast<W>(dice.roll(100));
    }
    return result;
  }
  detail::Block block() const { return {0, rows, width, 0, heads.data(), edges_after}; }

  Dice dice;
  std::uint32_t rows = 0;
  std::uint32_t width = 0;
  std::size_t edges = 0;
  std::size_t edges_after = 0;
  std::vector<std::uint32_t> heads;
  std::vector<W> up;
  std::vector<W> down;
  std::vector<W> from;
  std::vector<W> to;
  std::vector<EdgeIndex> from_edge;
  std::vector<EdgeIndex> to_edge;
};

/// What both sides come to, and where they meet, rank by rank and edge by edge; of ties the first
/// stays.
template <class W>
detail::Meeting<W> relax_plainly(RandomBlock<W>& b, std::size_t lanes, std::size_t lane) {
  detail::Meeting<W> meeting;
  EdgeIndex edge = 0;
  const auto lower = [&](std::vector<W>& labels, std::vector<EdgeIndex>& by, std::uint32_t head,
                         W value) {
    W& label = labels[head * lanes + lane];
    if (value >= label) return;
    label = value;
    by[head] = edge;
  };
  for (std::uint32_t i = 0; i < b.rows; ++i) {
    const W before = b.from[i * lanes + lane];
    const W after = b.to[i * lanes + lane];
    if (before + after < meeting.best) meeting = {static_cast<W>(before + after), i};
    for (std::uint32_t j = i; j < b.width; ++j, ++edge) {
      lower(b.from, b.from_edge, b.heads[j], before + b.up[edge * lanes + lane]);
      lower(b.to, b.to_edge, b.heads[j], after + b.down[edge * lanes + lane]);
    }
  }
  return meeting;
}

/// Labels of members are as they should be; those of others, unless what came to them was no better
/// than the best meeting.
template <class W>
void expect_labels(const std::vector<W>& found, const std::vector<W>& expected,
                   std::span<const W> best) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] != expected[i]) {
      EXPECT_GE(expected[i], best[i % best.size()]);
    }
  }
}

TYPED_TEST(QueryKernels, RelaxLanesAlikeOnAllInstructionSets) {
  using detail::Isa;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!detail::has(isa)) continue;
      const detail::Kernels<TypeParam>& kernels = detail::kernels<TypeParam>(isa);
      for (const std::size_t lanes : {8U, 16U}) {
        RandomBlock<TypeParam> b{seed, lanes};
        RandomBlock<TypeParam> expected = b;
        std::vector<TypeParam> least;
        for (std::size_t l = 0; l < lanes; ++l) {
          least.push_back(relax_plainly(expected, lanes, l).best);
        }
        std::vector<TypeParam> best(lanes, unreachable<TypeParam>);
        (lanes == 8 ? kernels.lanes_8 : kernels.lanes_16)
            .meet({b.block(), b.up.data(), b.from.data()}, {b.block(), b.down.data(), b.to.data()},
                  best.data());
        EXPECT_EQ(best, least);
        expect_labels<TypeParam>(b.from, expected.from, best);
        expect_labels<TypeParam>(b.to, expected.to, best);
      }
    }
  }
}

/// Room for active rows.
template <class W>
struct Rows {
  explicit Rows(std::size_t rows) : value(rows + 1), weight(rows + 1), row(rows + 1) {}
  detail::ActiveRows<W> active() { return {value.data(), weight.data(), row.data()}; }

  std::vector<W> value;
  std::vector<const W*> weight;
  std::vector<std::uint32_t> row;
};

/// Edges where the label is better than the best meeting, and no_edge elsewhere.
template <class W>
std::vector<EdgeIndex> edges_below(const std::vector<W>& labels, std::vector<EdgeIndex> by,
                                   W best) {
  for (std::size_t i = 0; i < by.size(); ++i) {
    if (labels[i] >= best) by[i] = no_edge;
  }
  return by;
}

TYPED_TEST(QueryKernels, MeetAlikeOnAllInstructionSets) {
  using detail::Isa;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!detail::has(isa)) continue;
      const detail::Kernels<TypeParam>& kernels = detail::kernels<TypeParam>(isa);
      for (const bool keeps_edges : {false, true}) {
        RandomBlock<TypeParam> b{seed, 1};
        RandomBlock<TypeParam> expected = b;
        const detail::Meeting<TypeParam> least = relax_plainly(expected, 1, 0);
        Rows<TypeParam> from_rows{b.rows};
        Rows<TypeParam> to_rows{b.rows};
        detail::Meeting<TypeParam> meeting;
        (keeps_edges ? kernels.path : kernels.distance)
            .meet({b.block(), b.up.data(), {b.from.data(), b.from_edge.data()}, from_rows.active()},
                  {b.block(), b.down.data(), {b.to.data(), b.to_edge.data()}, to_rows.active()},
                  meeting);
        EXPECT_EQ(meeting.best, least.best);
        EXPECT_EQ(meeting.label, least.label);
        expect_labels<TypeParam>(b.from, expected.from, {&least.best, 1});
        expect_labels<TypeParam>(b.to, expected.to, {&least.best, 1});
        if (!keeps_edges) continue;
        EXPECT_EQ(edges_below(expected.from, b.from_edge, least.best),
                  edges_below(expected.from, expected.from_edge, least.best));
        EXPECT_EQ(edges_below(expected.to, b.to_edge, least.best),
                  edges_below(expected.to, expected.to_edge, least.best));
      }
    }
  }
}

TYPED_TEST(QueryKernels, ClimbAlikeOnAllInstructionSets) {
  using detail::Isa;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!detail::has(isa)) continue;
      const detail::Kernels<TypeParam>& kernels = detail::kernels<TypeParam>(isa);
      RandomBlock<TypeParam> b{seed, 1};
      RandomBlock<TypeParam> expected = b;
      relax_plainly(expected, 1, 0);
      Rows<TypeParam> rows{b.rows};
      kernels.path.climb(
          {b.block(), b.up.data(), {b.from.data(), b.from_edge.data()}, rows.active()},
          unreachable<TypeParam>);
      EXPECT_EQ(b.from, expected.from);
      EXPECT_EQ(b.from_edge, expected.from_edge);
    }
  }
}

}  // namespace
}  // namespace corridor
