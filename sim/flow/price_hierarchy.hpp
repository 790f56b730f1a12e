#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/route/hierarchy.hpp"

#include "flow/price_ways.hpp"

namespace corridor {

/// Cheapest paths between ends that are asked for again and again, under prices that are not whole
/// numbers and change every time: a customizable contraction hierarchy (Dibbelt, Strasser, Wagner
/// 2016) in doubles. An end is looked at once under each set of prices, with a walk up the
/// elimination tree that is laid out the first time; a pair then takes a look along one walk.
///
/// The graph must outlive it.
class PriceHierarchy {
 public:
  PriceHierarchy(const Graph& graph, std::shared_ptr<const PriceWays> ways);

  const std::shared_ptr<const PriceWays>& ways() const { return ways_; }

  /// Takes over prices, by arc, 0 or more; infinite ones close an arc. They are looked up again for
  /// paths, and must stay as they are until the next call.
  void customise(std::span<const double> price);
  /// Asks from `origin` from now on.
  void begin(VertexId origin);

  /// Infinite where there is no path.
  double distance(VertexId target);
  /// Appends the arcs of a path of that price, in travel order; nothing if there is none. It comes
  /// by no vertex twice.
  void path(VertexId target, std::vector<ArcId>& arcs);

 private:
  /// How an end is joined to a rank: at once, or by an arc.
  struct Joint {
    Rank rank;
    ArcId arc;
  };
  /// The ranks that lie above an end, ascending, and where it is joined to them.
  struct Walk {
    std::vector<Rank> ranks;
    std::vector<Joint> joints;
  };
  struct Label {
    Rank rank;
    double price;
  };
  /// Walks of the ends that have been asked for in one direction.
  struct Ends {
    std::vector<std::uint32_t> number;  // by vertex
    std::vector<Walk> walks;
  };
  /// What a target costs from the ranks above it.
  struct Target {
    std::uint64_t round = 0;
    std::vector<Label> labels;
  };
  using Way = PriceWays::Way;
  using Direction = PriceWays::Direction;

  std::uint32_t number_of(VertexId end, Direction direction);
  Walk walk_of(VertexId end, Direction direction) const;
  void climb(const Walk& walk, Direction direction, std::vector<double>& label) const;
  const Target& look_at(VertexId target);
  double by_arc(VertexId target, ArcId& arc) const;
  Rank trace(Rank rank, const Walk& walk, Direction direction, const std::vector<double>& label);
  void unpack(std::vector<ArcId>& arcs);
  void drop_circles(std::size_t first, std::vector<ArcId>& arcs);
  const Hierarchy& hierarchy() const { return ways_->hierarchy(); }
  double joint_price(const Joint& joint) const {
    return joint.arc.valid() ? price_[joint.arc.index()] : 0.0;
  }

  const Graph* graph_;
  std::shared_ptr<const PriceWays> ways_;
  std::vector<double> way_price_;
  std::span<const double> price_;  // by arc
  std::uint64_t round_ = 0;        // of prices

  Ends starts_;
  Ends goals_;
  std::vector<Target> targets_;  // by the number of the goal
  VertexId origin_;
  std::uint32_t start_ = 0;            // its number
  std::vector<double> from_origin_;    // by rank; infinite beyond the walk
  std::vector<double> to_target_;      // by rank, infinite between uses
  std::vector<Way> pieces_;            // of a path, to be unpacked, the next one last
  std::vector<std::uint32_t> passed_;  // by vertex: the number of arcs before it, plus one
};

}  // namespace corridor
