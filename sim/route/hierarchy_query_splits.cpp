#include "route/hierarchy_query_splits.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace corridor::detail {

const SplitTable::Page SplitTable::empty_page{};

void SplitTable::keep(Stretch side, const Split& split) {
  std::unique_ptr<Page>& page = own_[side / page_size];
  if (!page) {
    page = std::make_unique<Page>();
    pages_[side / page_size] = page.get();
  }
  Split& place = (*page)[side % page_size];
  place = split;
  kept_.push_back(&place);
}

void SplitTable::clear() {
  for (Split* const split : kept_) *split = {};
  kept_.clear();
}

template <HierarchyWeight W>
std::size_t SplitSearch<W>::stretches() const {
  const std::size_t count = sides_ + ground_.graph.arc_count();
  if (count >= no_stretch) throw std::length_error{"too many arcs and edges to unpack paths"};
  return count;
}

template <HierarchyWeight W>
void SplitSearch<W>::prefetch_places(Stretch side) const {
  const Hierarchy& h = ground_.hierarchy;
  __builtin_prefetch(&h.first_arc()[h.tail(side / 2)]);
  __builtin_prefetch(&h.first_down()[h.tail(side / 2)]);
}

template <HierarchyWeight W>
void SplitSearch<W>::prefetch_rows(Stretch side) const {
  const Hierarchy& h = ground_.hierarchy;
  const Rank tail = h.tail(side / 2);
  __builtin_prefetch(h.sides(tail).data());
  __builtin_prefetch(h.arcs(tail).data());
  __builtin_prefetch(h.lower(tail).data());
  __builtin_prefetch(h.down(tail).data());
}

template <HierarchyWeight W>
auto SplitSearch<W>::line(Stretch side) const -> Line {
  const Hierarchy& h = ground_.hierarchy;
  const EdgeIndex edge = side / 2;
  const bool is_up = side % 2 == 0;
  return {edge, is_up, h.tail(edge), h.head(edge), weight_of(edge, is_up)};
}

template <HierarchyWeight W>
ArcId SplitSearch<W>::arc_on(const Line& line) const {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const std::uint32_t> sides = h.sides(line.tail);
  const std::span<const ArcId> arcs = h.arcs(line.tail);
  const std::uint32_t side = 2 * line.edge + (line.is_up ? 0 : 1);
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (sides[i] == side && weight_as<W>(ground_.weight[arcs[i].index()]) == line.weight) {
      return arcs[i];
    }
  }
  return ArcId{};
}

template <HierarchyWeight W>
Stretch SplitSearch<W>::arc_or(Stretch side) const {
  const ArcId arc = arc_on(line(side));
  return arc.valid() ? stretch(arc) : side;
}

template <HierarchyWeight W>
bool SplitSearch<W>::is_path(const Line& line, EdgeIndex to_tail, EdgeIndex to_head) const {
  return weight_of(to_tail, !line.is_up) + weight_of(to_head, line.is_up) == line.weight;
}

/// By the edges from a lower rank to both ends of a line.
template <HierarchyWeight W>
Split SplitSearch<W>::over(const Line& line, EdgeIndex to_tail, EdgeIndex to_head) const {
  return line.is_up ? Split{arc_or(2 * to_tail + 1), arc_or(2 * to_head)}
                    : Split{arc_or(2 * to_head + 1), arc_or(2 * to_tail)};
}

/// Looks for the upper end in the row of each lower neighbour of the lower end.
template <HierarchyWeight W>
Split SplitSearch<W>::find_among_few(const Line& line) const {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const Rank> lower = h.lower(line.tail);
  const std::span<const EdgeIndex> down = h.down(line.tail);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (weight_of(down[i], !line.is_up) > line.weight) continue;
    const EdgeIndex last = h.first_up(lower[i] + 1);
    EdgeIndex e = down[i] + 1;
    while (e < last && h.head(e) < line.head) ++e;
    if (e < last && h.head(e) == line.head && is_path(line, down[i], e)) {
      return over(line, down[i], e);
    }
  }
  assert(false && "an edge is no dearer than its arcs and its triangles");
  return {};
}

/// Looks for common lower neighbours of both ends.
template <HierarchyWeight W>
Split SplitSearch<W>::find_among_many(const Line& line) const {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const Rank> a = h.lower(line.tail);
  const std::span<const Rank> b = h.lower(line.head);
  const std::span<const EdgeIndex> to_a = h.down(line.tail);
  const std::span<const EdgeIndex> to_b = h.down(line.head);
  std::size_t i = 0;
  auto j = static_cast<std::size_t>(std::lower_bound(b.begin(), b.end(), a[0]) - b.begin());
  while (i < a.size() && j < b.size()) {
    const Rank x = a[i];
    const Rank y = b[j];
    if (x == y && is_path(line, to_a[i], to_b[j])) return over(line, to_a[i], to_b[j]);
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  assert(false && "an edge is no dearer than its arcs and its triangles");
  return {};
}

template <HierarchyWeight W>
Split SplitSearch<W>::find(Stretch side) const {
  constexpr std::size_t few = 8;
  const Line of = line(side);
  if (const ArcId arc = arc_on(of); arc.valid()) return {stretch(arc), no_stretch};
  return ground_.hierarchy.lower(of.tail).size() <= few ? find_among_few(of) : find_among_many(of);
}

template class SplitSearch<std::uint32_t>;
template class SplitSearch<Weight>;

}  // namespace corridor::detail
