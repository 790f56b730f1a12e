#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_ends.hpp"

namespace corridor::detail {

/// A stretch of a path: a side of the hierarchy, which is 2 x edge + (0 up, 1 down), or an arc, as
/// the number of all sides + its own.
using Stretch = std::uint32_t;
inline constexpr Stretch no_stretch = UINT32_MAX;

/// What a side stands for: two stretches by way of a lower rank, in the order of the path; or an
/// arc alone.
struct Split {
  Stretch first = 0;
  Stretch second = 0;  // or no_stretch

  /// No path has the same stretch twice.
  bool is_known() const { return first != second; }
};

/// Splits by side, of those that somebody has asked for: few, as paths are. Memory grows by pages
/// of sides that lie together.
class SplitTable {
 public:
  /// Up to `stretches` may be asked for, though arcs have no split.
  explicit SplitTable(std::size_t stretches)
      : own_(stretches / page_size + 1), pages_(own_.size(), &empty_page) {}

  void prefetch(Stretch stretch) const {
    __builtin_prefetch(pages_[stretch / page_size]->data() + stretch % page_size);
  }
  Split find(Stretch side) const { return (*pages_[side / page_size])[side % page_size]; }
  void keep(Stretch side, const Split& split);
  /// Forgets all, in as many steps as there were.
  void clear();

 private:
  static constexpr std::size_t page_size = 2048;
  using Page = std::array<Split, page_size>;

  static const Page empty_page;

  std::vector<std::unique_ptr<Page>> own_;  // by their sides; null where nothing is known
  std::vector<const Page*> pages_;          // the same, but for the empty one instead of null
  std::vector<Split*> kept_;
};

/// Finds splits in the hierarchy. An edge that is dearer by all its arcs than by its weight is a
/// path over a lower rank, which both ends have an edge to: of several such ranks the lowest, so
/// that paths pass no rank twice, not even where weights are zero. (If they did, the lower ranks
/// between both visits and the ends would make a path as cheap, over a rank lower still.)
template <HierarchyWeight W>
class SplitSearch {
 public:
  SplitSearch(const Ground& ground, const HierarchyMetric<W>& metric)
      : ground_{ground}, metric_{&metric}, sides_{2 * ground.hierarchy.edge_count()} {}

  bool is_arc(Stretch stretch) const { return stretch >= sides_; }
  ArcId arc(Stretch stretch) const { return ArcId{stretch - sides_}; }
  /// How many there are. Throws std::length_error if that is too many to count.
  std::size_t stretches() const;

  /// Asks for what find() will read: first where it lies, then itself.
  void prefetch_places(Stretch side) const;
  void prefetch_rows(Stretch side) const;
  Split find(Stretch side) const;

 private:
  struct Line {
    EdgeIndex edge;
    bool is_up;
    Rank tail;
    Rank head;
    W weight;
  };

  Line line(Stretch side) const;
  /// The cheapest of the arcs on a line, if it weighs no more than the line.
  ArcId arc_on(const Line& line) const;
  /// The arc that a side stands for, or the side itself.
  Stretch arc_or(Stretch side) const;
  Split find_among_few(const Line& line) const;
  Split find_among_many(const Line& line) const;
  bool is_path(const Line& line, EdgeIndex to_tail, EdgeIndex to_head) const;
  Split over(const Line& line, EdgeIndex to_tail, EdgeIndex to_head) const;
  Stretch stretch(ArcId arc) const { return static_cast<Stretch>(sides_ + arc.index()); }
  W weight_of(EdgeIndex edge, bool is_up) const {
    return is_up ? metric_->up(edge) : metric_->down(edge);
  }

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  std::size_t sides_;
};

}  // namespace corridor::detail
