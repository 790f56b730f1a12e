#include <algorithm>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/customise_kernel.hpp"

namespace corridor {
namespace {

/// One update. Ranks are settled in their order; those above that may follow have rows of weights
/// until it is their turn. A weight there is the least of the edge's arcs and of the sums over its
/// lower triangles, save that it may be too low where it is marked as lost: then it is computed
/// anew. Rows with changes are all on the walk from the rank in hand to its root, so that none
/// takes another's place.
template <HierarchyWeight W>
class Mender {
 public:
  Mender(const Hierarchy& hierarchy, std::span<const Weight> weight, detail::Repair<W>& repair,
         const std::size_t* first, W* up, W* down)
      : h_{hierarchy}, weight_{weight}, repair_{repair}, first_{first}, up_{up}, down_{down} {}

  std::size_t mend(std::span<const ArcId> changed) {
    std::fill(repair_.loaded.begin(), repair_.loaded.end(), no_rank);
    note(changed);
    Rank rank = next();
    for (; rank != no_rank; rank = next()) settle(rank);
    return count_;
  }

 private:
  void note(std::span<const ArcId> changed) {
    repair_.sides.clear();
    for (const ArcId arc : changed) {
      if (h_.side_of(arc) != no_edge) repair_.sides.push_back(h_.side_of(arc));
    }
    std::sort(repair_.sides.begin(), repair_.sides.end());
    side_ = repair_.sides.begin();
  }

  Rank next() const {
    const Rank pending = repair_.pending.first();
    return side_ == repair_.sides.end() ? pending : std::min(pending, h_.tail(*side_ / 2));
  }

  std::span<const std::uint16_t> depths(Rank rank) const {
    return std::span{h_.rows().edge_depth}.subspan(h_.first_up(rank),
                                                   h_.first_up(rank + 1) - h_.first_up(rank));
  }

  W least_arc(std::uint32_t side) const {
    W result = unreachable<W>;
    for (const ArcId arc : side % 2 == 0 ? h_.arcs_up(side / 2) : h_.arcs_down(side / 2)) {
      result = std::min(result, detail::counted<W>(weight_[arc.index()]));
    }
    return result;
  }

  void renew(Rank head, std::size_t place, W before, W after);
  void load(Rank rank, std::size_t depth);
  void take_arcs(Rank rank, std::size_t row);
  void settle(Rank rank);
  std::size_t settle_edges(Rank rank, std::size_t row);
  void find_again(EdgeIndex edge, W* weight, const std::uint8_t* lost);
  std::size_t find_triangles(EdgeIndex edge, std::size_t& i, std::size_t& j);
  void pass_on(Rank rank, std::size_t moved);
  void pass_on_one(Rank rank, std::size_t i);

  const Hierarchy& h_;
  std::span<const Weight> weight_;
  detail::Repair<W>& repair_;
  const std::size_t* first_;  // by depth: where the row begins
  W* up_;
  W* down_;
  std::vector<std::uint32_t>::const_iterator side_;
  std::size_t count_ = 0;
};

/// A sum goes from `before` to `after`. If it falls below the weight it is the new weight. If it
/// rises and the weight was equal to it, the weight is lost, until there is a sum again that it is
/// equal to.
template <HierarchyWeight W>
void Mender<W>::renew(Rank head, std::size_t place, W before, W after) {
  W& weight = repair_.cell[place];
  if (after > weight && before != weight) return;
  repair_.lost[place] = after > weight ? 1 : 0;
  if (after == weight) return;
  weight = std::min(weight, after);
  repair_.pending.insert(head);
}

template <HierarchyWeight W>
void Mender<W>::load(Rank rank, std::size_t depth) {
  if (repair_.loaded[depth] == rank) return;
  repair_.loaded[depth] = rank;
  W* row = repair_.cell.data() + first_[depth];
  EdgeIndex edge = h_.first_up(rank);
  for (const std::size_t head : depths(rank)) {
    row[2 * head] = up_[edge];
    row[2 * head + 1] = down_[edge++];
  }
}

template <HierarchyWeight W>
void Mender<W>::take_arcs(Rank rank, std::size_t row) {
  const EdgeIndex end = h_.first_up(rank + 1);
  for (; side_ != repair_.sides.end() && *side_ / 2 < end; ++side_) {
    const std::size_t place = row + 2 * std::size_t{h_.rows().edge_depth[*side_ / 2]} + *side_ % 2;
    const W arc = least_arc(*side_);
    W& weight = repair_.cell[place];
    repair_.lost[place] = arc > weight ? 1 : 0;
    weight = std::min(weight, arc);
  }
}

/// Lists lower triangles of an edge, from the i-th lower neighbour of its lower end and the j-th of
/// its upper one on, as long as there is room.
template <HierarchyWeight W>
std::size_t Mender<W>::find_triangles(EdgeIndex edge, std::size_t& i, std::size_t& j) {
  const Rank y = h_.tail(edge);
  const std::span<const Rank> below_y = h_.lower(y);
  const EdgeIndex* const down_a = h_.down(y).data() + i;
  const EdgeIndex* const down_b = h_.down(h_.head(edge)).data() + j;
  const Rank* const a_begin = below_y.data() + i;
  const Rank* const b_begin = h_.lower(h_.head(edge)).data() + j;
  const Rank* const a_end = below_y.data() + below_y.size();
  const Rank* a = a_begin;
  const Rank* b = b_begin;
  EdgeIndex* triangle = repair_.triangle.data();
  EdgeIndex* const end = triangle + repair_.triangle.size() - 2;
  // Neighbours of z that are not above y end with y itself: b does not run off its list.
  while (a != a_end && triangle != end) {
    const Rank x_a = *a;
    const Rank x_b = *b;
    triangle[0] = down_a[a - a_begin];
    triangle[1] = down_b[b - b_begin];
    triangle += 2 * static_cast<std::ptrdiff_t>(x_a == x_b);
    a += static_cast<int>(x_a <= x_b);
    b += static_cast<int>(x_b <= x_a);
    if (x_b == y) a = a_end;
  }
  i += static_cast<std::size_t>(a - a_begin);
  j += static_cast<std::size_t>(b - b_begin);
  return static_cast<std::size_t>(triangle - repair_.triangle.data());
}

/// Computes lost weights from the arcs and the lower triangles. They are no higher than what is
/// looked for, so that there is nothing left to look for once they are met again.
template <HierarchyWeight W>
void Mender<W>::find_again(EdgeIndex edge, W* weight, const std::uint8_t* lost) {
  const W up_bound = weight[0];
  const W down_bound = weight[1];
  W up = lost[0] != 0 ? least_arc(2 * edge) : up_bound;
  W down = lost[1] != 0 ? least_arc(2 * edge + 1) : down_bound;
  const std::span<const Rank> below_z = h_.lower(h_.head(edge));
  std::size_t i = 0;
  auto j = static_cast<std::size_t>(
      std::lower_bound(below_z.begin(), below_z.end(), h_.first_below(h_.tail(edge))) -
      below_z.begin());
  while (up != up_bound || down != down_bound) {
    const std::size_t found = find_triangles(edge, i, j);
    if (found == 0) break;
    for (std::size_t t = 0; t < found; t += 2) {
      const EdgeIndex xy = repair_.triangle[t];
      const EdgeIndex xz = repair_.triangle[t + 1];
      up = std::min<W>(up, down_[xy] + up_[xz]);
      down = std::min<W>(down, down_[xz] + up_[xy]);
    }
  }
  weight[0] = up;
  weight[1] = down;
}

/// Compares the row of a rank with its edges, and writes it back. Returns one past the last edge
/// that has changed, or 0.
template <HierarchyWeight W>
std::size_t Mender<W>::settle_edges(Rank rank, std::size_t row) {
  const std::span<const std::uint16_t> depth = depths(rank);
  const EdgeIndex first = h_.first_up(rank);
  std::size_t moved = 0;
  for (std::size_t i = 0; i < depth.size(); ++i) {
    const EdgeIndex edge = first + static_cast<EdgeIndex>(i);
    const std::size_t place = row + 2 * std::size_t{depth[i]};
    W* weight = repair_.cell.data() + place;
    std::uint8_t* lost = repair_.lost.data() + place;
    const bool is_lost = (lost[0] | lost[1]) != 0;
    if (is_lost) {
      find_again(edge, weight, lost);
      lost[0] = lost[1] = 0;
    }
    const bool is_moved = weight[0] != up_[edge] || weight[1] != down_[edge];
    count_ += is_moved || is_lost ? 1 : 0;
    if (is_moved) moved = i + 1;
    repair_.moved[i] = is_moved ? 1 : 0;
    repair_.before[2 * i] = up_[edge];
    repair_.before[2 * i + 1] = down_[edge];
    up_[edge] = repair_.after[2 * i] = weight[0];
    down_[edge] = repair_.after[2 * i + 1] = weight[1];
  }
  return moved;
}

template <HierarchyWeight W>
void Mender<W>::settle(Rank rank) {
  const std::size_t depth = h_.depth(rank);
  repair_.pending.erase(rank);
  load(rank, depth);
  take_arcs(rank, first_[depth]);
  const std::size_t moved = settle_edges(rank, first_[depth]);
  if (moved > 0) pass_on(rank, moved);
}

/// Passes what changed among the edges of a rank, the last of them at `moved` - 1, on to those
/// between its heads.
template <HierarchyWeight W>
void Mender<W>::pass_on(Rank rank, std::size_t moved) {
  const std::span<const std::uint16_t> depth = depths(rank);
  const EdgeIndex first = h_.first_up(rank);
  const std::size_t targets = std::min(moved, depth.size() - 1);
  for (std::size_t i = 0; i < targets; ++i) {
    load(h_.head(first + static_cast<EdgeIndex>(i)), depth[i]);
    repair_.row[i] = first_[depth[i]];
  }
  for (std::size_t i = 0; i < moved; ++i) {
    if (repair_.moved[i] != 0) pass_on_one(rank, i);
  }
}

template <HierarchyWeight W>
void Mender<W>::pass_on_one(Rank rank, std::size_t i) {
  const std::span<const std::uint16_t> depth = depths(rank);
  const Rank* head = h_.head().data() + h_.first_up(rank);
  const W* before = repair_.before.data();
  const W* after = repair_.after.data();
  const W up_before = before[2 * i];
  const W down_before = before[2 * i + 1];
  const W up_after = after[2 * i];
  const W down_after = after[2 * i + 1];
  for (std::size_t low = 0; low < i; ++low) {
    if (repair_.moved[low] != 0) continue;
    const std::size_t place = repair_.row[low] + 2 * std::size_t{depth[i]};
    const W up = before[2 * low];
    const W down = before[2 * low + 1];
    renew(head[low], place, down + up_before, down + up_after);
    renew(head[low], place + 1, down_before + up, down_after + up);
  }
  for (std::size_t high = i + 1; high < depth.size(); ++high) {
    const std::size_t place = repair_.row[i] + 2 * std::size_t{depth[high]};
    renew(head[i], place, down_before + before[2 * high], down_after + after[2 * high]);
    renew(head[i], place + 1, before[2 * high + 1] + up_before, after[2 * high + 1] + up_after);
  }
}

template <HierarchyWeight W>
void make_ready(const Hierarchy& hierarchy, std::size_t cells, detail::Repair<W>& repair) {
  const std::size_t height = hierarchy.height();
  repair.pending = detail::RankSet{hierarchy.size()};
  repair.loaded.resize(height);
  repair.cell.resize(cells);
  repair.lost.resize(cells);
  repair.before.resize(2 * height);
  repair.after.resize(2 * height);
  repair.row.resize(height);
  repair.moved.resize(height);
  repair.triangle.resize(256 + 2);
  repair.is_ready = true;
}

}  // namespace

template <HierarchyWeight W>
std::size_t HierarchyMetric<W>::update(std::span<const Weight> weight,
                                       std::span<const ArcId> changed) {
  if (hierarchy_->rows().empty() || changed.size() > up_.size() / 64 + 8) {
    customise(weight);
    return up_.size();
  }
  revision_ = detail::next_revision();
  if (!repair_.is_ready) make_ready(*hierarchy_, rows_.cell.size(), repair_);
  Mender<W> mender{*hierarchy_, weight, repair_, rows_.first.data(), up_.data(), down_.data()};
  return mender.mend(changed);
}

template std::size_t HierarchyMetric<std::uint32_t>::update(std::span<const Weight>,
                                                            std::span<const ArcId>);
template std::size_t HierarchyMetric<Weight>::update(std::span<const Weight>,
                                                     std::span<const ArcId>);

}  // namespace corridor
