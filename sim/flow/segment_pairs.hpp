#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/bush_network.hpp"
#include "flow/bush_tree.hpp"
#include "flow/bushes.hpp"

namespace corridor::detail {

/// Pairs of alternative segments: two ways from one vertex to another without an arc in common,
/// with the bushes that may move trips from one to the other (Bar-Gera 2010). Few pairs describe
/// all choices of route of all origins, so that evening out their costs one by one, over and over,
/// takes far less than going through the bushes does.
class SegmentPairs {
 public:
  using Index = BushNetwork::Index;

  SegmentPairs(BushNetwork& network, Bushes& bushes);

  /// Finds a pair by which the bush can leave an arc that it uses although it costs `excess` more
  /// than the cheapest way to its head: one that it knows, one known to others, or a new one, from
  /// the tree on one side and back along the fullest arcs of the bush on the other (Xie and Xie
  /// 2016). None if what the arc carried has turned out to go in circles.
  Index relate(std::size_t bush, Index arc, const BushTree& tree, double excess);

  /// Moves trips from the dearer segment until both cost the same or none is left there. Returns
  /// the cost saved, at the difference of before.
  double even_out(Index pair);
  /// Evens out all pairs in turn and retires those without trips to move.
  double even_out_all();

  /// How often `relate` has dropped something that went in circles.
  std::size_t dropped() const { return dropped_; }

  /// Moves on along all that has been moved since the last time, that move included, as far as it
  /// saves cost and there are trips (a pattern move: Hooke and Jeeves 1961). Rounds creep where one
  /// pair takes back most of what another has moved, such as those of two classes over the same
  /// segments: together they can go a long way without changing any time.
  void go_on();

 private:
  struct Pair {
    std::array<std::size_t, 3> first;  // of the two segments in arcs_, and one past the last
    std::uint32_t of_class;
    bool in_use;
    double moved;       // from segment 0 to segment 1, on balance, since go_on began to move
    double difference;  // of costs, when last visited
    std::vector<std::uint32_t> bushes;
  };
  struct Difference {
    int dearer;
    double cost;
    double slope;  // by which it falls with what is moved
    double noise;  // differences no larger than this may be rounding
  };

  std::span<const Index> segment(const Pair& pair, int side) const {
    const auto at = static_cast<std::size_t>(side);
    return {arcs_.data() + pair.first[at], arcs_.data() + pair.first[at + 1]};
  }
  double cost(std::span<const Index> segment, std::uint32_t of_class) const;
  Difference difference(const Pair& pair) const;
  double move(Pair& pair, int from, double most);
  double movable(const Pair& pair, int from, double enough) const;
  double step_along_moves();
  double take(std::size_t bush, std::span<const Index> from, std::span<const Index> to,
              double most);

  Index known(std::size_t bush, Index arc, Index other, double excess) const;
  bool trace(std::size_t bush, Index arc, const BushTree& tree);
  Index fullest_into(std::size_t bush, Index vertex) const;
  void drop_cycle(std::size_t bush, std::span<const Index> arcs);
  Index add(std::size_t bush, Index arc, const BushTree& tree);
  void join(Index pair, std::size_t bush);

  BushNetwork* network_;
  Bushes* bushes_;
  std::vector<Index> arcs_;  // of all segments, backwards
  std::vector<Pair> pairs_;
  std::vector<Index> in_use_;
  std::vector<std::vector<Index>> ending_;  // by arc: 2 pair + side of the segments it ends
  std::vector<double> along_;               // by arc: what go_on would add
  // Of the trace at hand:
  std::vector<Index> trace_;  // arcs, backwards
  std::vector<Index> seen_;   // by vertex: stamp_ on the tree's path, stamp_ + 1 on the trace
  std::vector<Index> place_;  // by vertex on the trace: of the arc that left it, backwards
  Index stamp_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace corridor::detail
