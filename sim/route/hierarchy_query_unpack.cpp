#include "route/hierarchy_query_unpack.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace corridor::detail {

template <HierarchyWeight W>
void Unpacker<W>::add(EdgeIndex edge, bool is_up) {
  const Hierarchy& h = ground_.hierarchy;
  const auto index = static_cast<Index>(pieces_.size());
  if (index > 0) pieces_.back().next = index;
  pieces_.push_back(
      {edge, h.tail(edge), h.head(edge), weight_of(edge, is_up), is_up, none, ArcId{}});
  open_.push_back(index);
}

/// Asks for what the round will read, array by array.
template <HierarchyWeight W>
void Unpacker<W>::fetch() const {
  const Hierarchy& h = ground_.hierarchy;
  for (const Index i : open_) {
    const Rank tail = pieces_[i].tail;
    __builtin_prefetch(&h.first_arc()[tail]);
  }
  for (const Index i : open_) {
    const Rank tail = pieces_[i].tail;
    __builtin_prefetch(h.sides(tail).data());
    __builtin_prefetch(h.arcs(tail).data());
    __builtin_prefetch(h.lower(tail).data());
    __builtin_prefetch(h.down(tail).data());
  }
}

template <HierarchyWeight W>
bool Unpacker<W>::take_arc(Piece& piece) const {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const std::uint32_t> sides = h.sides(piece.tail);
  const std::span<const ArcId> arcs = h.arcs(piece.tail);
  const std::uint32_t side = 2 * piece.edge + (piece.is_up ? 0 : 1);
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (sides[i] != side || weight_as<W>(ground_.weight[arcs[i].index()]) != piece.weight) continue;
    piece.arc = arcs[i];
    return true;
  }
  return false;
}

template <HierarchyWeight W>
bool Unpacker<W>::is_path(const Piece& piece, EdgeIndex to_tail, EdgeIndex to_head) const {
  return weight_of(to_tail, !piece.is_up) + weight_of(to_head, piece.is_up) == piece.weight;
}

/// Looks for the upper end in the row of each lower neighbour of the lower end.
template <HierarchyWeight W>
auto Unpacker<W>::triangle_among_few(const Piece& piece) const -> Triangle {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const Rank> lower = h.lower(piece.tail);
  const std::span<const EdgeIndex> down = h.down(piece.tail);
  for (std::size_t i = lower.size(); i-- > 0;) {
    if (weight_of(down[i], !piece.is_up) > piece.weight) continue;
    const EdgeIndex last = h.first_up(lower[i] + 1);
    EdgeIndex e = down[i] + 1;
    while (e < last && h.head(e) < piece.head) ++e;
    if (e < last && h.head(e) == piece.head && is_path(piece, down[i], e)) {
      return {lower[i], down[i], e};
    }
  }
  assert(false && "an edge is no dearer than its arcs and its triangles");
  return {};
}

/// Looks for common lower neighbours of both ends.
template <HierarchyWeight W>
auto Unpacker<W>::triangle_among_many(const Piece& piece) const -> Triangle {
  const Hierarchy& h = ground_.hierarchy;
  const std::span<const Rank> a = h.lower(piece.tail);
  const std::span<const Rank> b = h.lower(piece.head);
  const std::span<const EdgeIndex> to_a = h.down(piece.tail);
  const std::span<const EdgeIndex> to_b = h.down(piece.head);
  std::size_t i = a.size();
  auto j = static_cast<std::size_t>(std::lower_bound(b.begin(), b.end(), piece.tail) - b.begin());
  while (i > 0 && j > 0) {
    const Rank x = a[i - 1];
    const Rank y = b[j - 1];
    if (x == y && is_path(piece, to_a[i - 1], to_b[j - 1])) return {x, to_a[i - 1], to_b[j - 1]};
    i -= x >= y ? 1 : 0;
    j -= y >= x ? 1 : 0;
  }
  assert(false && "an edge is no dearer than its arcs and its triangles");
  return {};
}

template <HierarchyWeight W>
auto Unpacker<W>::triangle(const Piece& piece) const -> Triangle {
  constexpr std::size_t few = 8;
  return ground_.hierarchy.lower(piece.tail).size() <= few ? triangle_among_few(piece)
                                                           : triangle_among_many(piece);
}

template <HierarchyWeight W>
void Unpacker<W>::split(Index index) {
  const Piece piece = pieces_[index];
  const Triangle t = triangle(piece);
  const auto half = [&](EdgeIndex edge, Rank head, bool is_up, Index next) -> Piece {
    return {edge, t.apex, head, weight_of(edge, is_up), is_up, next, ArcId{}};
  };
  const auto second = static_cast<Index>(pieces_.size());
  if (piece.is_up) {
    pieces_[index] = half(t.to_tail, piece.tail, false, second);
    pieces_.push_back(half(t.to_head, piece.head, true, piece.next));
  } else {
    pieces_[index] = half(t.to_head, piece.head, false, second);
    pieces_.push_back(half(t.to_tail, piece.tail, true, piece.next));
  }
  split_.push_back(index);
  split_.push_back(second);
}

template <HierarchyWeight W>
void Unpacker<W>::finish(std::vector<ArcId>& arcs) {
  while (!open_.empty()) {
    fetch();
    split_.clear();
    for (const Index index : open_) {
      if (!take_arc(pieces_[index])) split(index);
    }
    std::swap(open_, split_);
  }
  for (Index i = pieces_.empty() ? none : 0; i != none; i = pieces_[i].next) {
    arcs.push_back(pieces_[i].arc);
  }
  pieces_.clear();
}

template class Unpacker<std::uint32_t>;
template class Unpacker<Weight>;

}  // namespace corridor::detail
