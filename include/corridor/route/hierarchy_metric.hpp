#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <vector>

#include "corridor/graph/metric.hpp"
#include "corridor/route/hierarchy.hpp"

namespace corridor {

/// What a hierarchy counts in: half the memory where distances are known to fit, or all of Weight.
template <class W>
concept HierarchyWeight = std::same_as<W, std::uint32_t> || std::same_as<W, Weight>;

/// Of what cannot be reached. Two of them add up without overflow.
template <HierarchyWeight W>
inline constexpr W unreachable = std::same_as<W, Weight> ? static_cast<W>(infinite_weight)
                                                         : static_cast<W>(INT32_MAX);

/// Whether no path without a loop can weigh as much as unreachable<std::uint32_t>: the heaviest
/// open arc out of each vertex, added up.
bool fits_in_32_bits(const Graph& graph, std::span<const Weight> weight);

/// Allocates whole cache lines, which vectors neither straddle nor share.
template <class T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t line{64};

  LineAllocator() = default;
  template <class U>
  LineAllocator(const LineAllocator<U>&) {}  // NOLINT(google-explicit-constructor)
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), line)); }
  void deallocate(T* values, std::size_t) { ::operator delete(values, line); }
  friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};
template <class T>
using LineVector = std::vector<T, LineAllocator<T>>;

namespace detail {

/// A number that it has not returned before; from any thread.
std::uint64_t next_revision();

/// A head of the rank in hand, and whether the way from the rank, or to it, is open.
struct OpenHead {
  std::uint32_t depth;
  std::uint32_t is_open;
};

/// Whether the two sides of an edge are open in any lane.
struct OpenSidesOfEdge {
  std::uint8_t up;
  std::uint8_t down;
};

/// What customisation keeps of the sides of edges that are open, where few are.
struct OpenSides {
  OpenSides() = default;
  explicit OpenSides(const Hierarchy& hierarchy);

  std::size_t words = 0;            // of 64 bits, one for each depth
  std::vector<std::uint64_t> bits;  // by depth of a row: as many for ways up, then for ways down
  std::vector<std::uint8_t> arc;    // in the order of arcs(): whether it is open in any lane
  std::vector<OpenHead> up;         // of the rank in hand, and one past the last
  std::vector<OpenHead> down;
  std::vector<OpenSidesOfEdge> was;   // by edge: whether it may have been given out as open
  std::vector<std::uint8_t> was_any;  // by rank: whether any of its sides may have been
};

/// Where customisation works. While it has yet to come to a rank, the rank's edges stand in an open
/// row, by the depths of their heads: what lower ranks see of any two heads then lies at the same
/// places in all rows, and few rows are open at a time, those of one walk to a root. Empty if the
/// hierarchy has no layout for that.
template <HierarchyWeight W>
struct OpenRows {
  OpenRows(const Hierarchy& hierarchy, std::size_t lanes);

  std::vector<std::size_t> first;  // by depth: where the row begins
  LineVector<W> cell;              // unreachable in rows that are not open
  LineVector<W> sides;             // weights of the rank in hand: down and up again, by its edges
  std::vector<W*> target;          // the rows of their heads
  OpenSides open;                  // of several lanes
};

/// Ranks, of which the lowest is found at once: a bit each, a bit for every word that has one, and
/// so on.
class RankSet {
 public:
  explicit RankSet(std::size_t ranks = 0);
  void insert(Rank rank);
  void erase(Rank rank);
  Rank first() const;  // no_rank if there is none

 private:
  std::vector<std::vector<std::uint64_t>> levels_;
};

/// Where updates work; made by the first of them. Rows are by depth as in customisation.
template <HierarchyWeight W>
struct Repair {
  bool is_ready = false;
  RankSet pending;                   // with edges that may have changed
  std::vector<std::uint32_t> sides;  // whose arcs have
  std::vector<Rank> loaded;          // by depth: the rank whose edges the row holds
  LineVector<W> cell;
  std::vector<std::uint8_t> lost;   // by cell: whether what the weight stood on has become dearer
  std::vector<W> before;            // the edges of the rank in hand, up and down by turns
  std::vector<W> after;             // and what they weigh now
  std::vector<std::size_t> row;     // where the rows of their heads begin
  std::vector<std::uint8_t> moved;  // whether they weigh something else
  std::vector<EdgeIndex> triangle;  // pairs of edges
};

}  // namespace detail

/// What shortest paths need of a hierarchy under one metric: for each rank the arcs to higher
/// ranks, or from them, that are no dearer than any path between their ends. Of each pair of
/// vertices one cheapest path that goes up and then down is made of these alone.
template <HierarchyWeight W>
struct PrunedArcs {
  std::vector<EdgeIndex> first;  // by rank, and one past the last
  std::vector<Rank> head;        // the upper end, ascending for each rank
  std::vector<W> weight;
  std::vector<EdgeIndex> edge;  // of the hierarchy
};

template <HierarchyWeight W>
struct PrunedHierarchy {
  PrunedArcs<W> up;    // from the rank to higher ones
  PrunedArcs<W> down;  // from higher ranks to it
};

/// Weights of a hierarchy's edges under one metric, after customisation: no edge is dearer than a
/// path over lower ranks between its ends. The hierarchy must outlive it.
template <HierarchyWeight W>
class HierarchyMetric {
 public:
  explicit HierarchyMetric(const Hierarchy& hierarchy);

  /// Takes over all weights, by arc; infinite_weight closes an arc.
  void customise(std::span<const Weight> weight);
  /// Takes over the weights of the `changed` arcs, the others being as at the last call, and mends
  /// what follows from them. The result is the same to the bit as that of customise(weight).
  /// Returns the number of edges that weighed something else, or stood on something that did.
  std::size_t update(std::span<const Weight> weight, std::span<const ArcId> changed);

  /// Perfect customisation (Dibbelt, Strasser, Wagner 2016): the edges that remain when all those
  /// are left out that some path undercuts, and those that lead nowhere. It takes about as long as
  /// two customisations; sweeps over what remains read about half as much.
  PrunedHierarchy<W> pruned() const;

  const Hierarchy& hierarchy() const { return *hierarchy_; }
  /// Another after each customisation and update, of whatever metric; a copy has the same.
  std::uint64_t revision() const { return revision_; }
  W up(EdgeIndex edge) const { return up_[edge]; }      // from the lower end to the upper one
  W down(EdgeIndex edge) const { return down_[edge]; }  // and back
  std::span<const W> up() const { return up_; }
  std::span<const W> down() const { return down_; }

 private:
  const Hierarchy* hierarchy_;
  LineVector<W> up_;
  LineVector<W> down_;
  detail::OpenRows<W> rows_;
  detail::Repair<W> repair_;
  std::uint64_t revision_;
};

/// Several metrics side by side, edge by edge: one pass over the triangles customises them all,
/// with the widest vectors that the processor has. Lane l of edge e is at e * lanes() + l.
template <HierarchyWeight W>
class HierarchyLanes {
 public:
  /// 8 or 16 lanes.
  HierarchyLanes(const Hierarchy& hierarchy, std::size_t lanes);

  /// Takes over the weights of up to lanes() metrics; lanes without one are closed throughout.
  void customise(std::span<const std::span<const Weight>> weights);
  /// The same of weights that stand side by side already: lane l of arc a is at a * lanes() + l,
  /// and at most unreachable<W>.
  void customise_rows(std::span<const W> weights);

  const Hierarchy& hierarchy() const { return *hierarchy_; }
  std::size_t lanes() const { return lanes_; }
  std::span<const W> up() const { return up_; }
  std::span<const W> down() const { return down_; }

 private:
  const Hierarchy* hierarchy_;
  std::size_t lanes_;
  LineVector<W> up_;
  LineVector<W> down_;
  detail::OpenRows<W> rows_;
};

}  // namespace corridor
