#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/route/hierarchy.hpp"

namespace corridor {

/// The ways of a hierarchy: its edges in one direction, those left out that no arc and no path over
/// lower ranks can ever make. On networks whose vertices are mostly passed one way, that is half of
/// the edges and half of the triangles. Ways are numbered by their lower rank, those up before
/// those down, then by their upper rank.
class PriceWays {
 public:
  using Way = std::uint32_t;
  static constexpr Way no_way = UINT32_MAX;

  /// Two ways over a lower rank that make one, in travel order.
  struct Detour {
    Way first;
    Way second;
  };
  enum Direction : std::uint32_t { up = 0, down = 1 };

  explicit PriceWays(std::shared_ptr<const Hierarchy> hierarchy);

  const Hierarchy& hierarchy() const { return *hierarchy_; }
  std::size_t size() const { return upper_.size(); }

  /// The ways between a rank and higher ones: from first(rank, direction) up to, but without,
  /// last(rank, direction).
  Way first(Rank rank, Direction direction) const {
    return first_[2 * std::size_t{rank} + direction];
  }
  Way last(Rank rank, Direction direction) const {
    return first_[2 * std::size_t{rank} + direction + 1];
  }
  std::span<const Rank> upper() const { return upper_; }  // by way: its upper rank
  /// The way of an edge, or no_way.
  Way of(EdgeIndex edge, Direction direction) const {
    return way_[2 * std::size_t{edge} + direction];
  }
  /// The arcs that make a way.
  std::span<const ArcId> arcs(Way way) const {
    return std::span{arcs_}.subspan(first_arc_[way], first_arc_[way + 1] - first_arc_[way]);
  }
  std::span<const Detour> detours(Way way) const {
    return std::span{detours_}.subspan(first_detour_[way],
                                       first_detour_[way + 1] - first_detour_[way]);
  }

  /// Of each way the least that its arcs and detours cost, under prices by arc.
  void price(std::span<const double> by_arc, std::vector<double>& by_way) const;

 private:
  /// A detour with what it makes.
  struct Making {
    Way way;
    Way first;
    Way second;
  };
  std::vector<Making> find_detours(std::vector<char>& is_way) const;
  void index_detours();
  void index_arcs();
  void number_ways(const std::vector<char>& is_way);

  std::shared_ptr<const Hierarchy> hierarchy_;
  std::vector<Way> first_;  // by rank and direction, and one past the last
  std::vector<Rank> upper_;
  std::vector<std::uint32_t> first_arc_;
  std::vector<ArcId> arcs_;
  std::vector<Way> way_;        // by side
  std::vector<Way> arc_way_;    // in the order of the hierarchy's arcs
  std::vector<Making> making_;  // by lower rank: what is made comes before what it makes
  std::vector<std::uint32_t> first_detour_;
  std::vector<Detour> detours_;
};

}  // namespace corridor
