#include "route/hierarchy_query_unpack.hpp"

#include <utility>

namespace corridor::detail {

template <HierarchyWeight W>
void Unpacker<W>::add(Stretch side) {
  const auto index = static_cast<Index>(pieces_.size());
  if (index > 0) pieces_.back().next = index;
  pieces_.push_back({side, none});
  open_.push_back(index);
  splits_.prefetch(side);
}

template <HierarchyWeight W>
void Unpacker<W>::add_back(std::span<const EdgeIndex> edges) {
  for (std::size_t i = edges.size(); i-- > 0;) add(2 * edges[i]);
}

template <HierarchyWeight W>
void Unpacker<W>::add_on(std::span<const EdgeIndex> edges) {
  for (const EdgeIndex edge : edges) add(2 * edge + 1);
}

template <HierarchyWeight W>
void Unpacker<W>::follow_metric() {
  if (revision_ == metric_->revision()) return;
  revision_ = metric_->revision();
  splits_.clear();
}

/// Leaves a piece for the next round unless it is an arc, which nobody can foresee: so there is no
/// branch.
template <HierarchyWeight W>
void Unpacker<W>::open(Index index) {
  const Stretch stretch = pieces_[index].stretch;
  splits_.prefetch(stretch);
  next_open_[next_open_count_] = index;
  next_open_count_ += search_.is_arc(stretch) ? 0U : 1U;
}

template <HierarchyWeight W>
void Unpacker<W>::split(Index index, const Split& split) {
  pieces_[index].stretch = split.first;
  if (split.second == no_stretch) return;
  const auto second = static_cast<Index>(pieces_.size());
  pieces_.push_back({split.second, pieces_[index].next});
  pieces_[index].next = second;
  open(index);
  open(second);
}

template <HierarchyWeight W>
void Unpacker<W>::split_open() {
  for (const Index index : open_) {
    const Split known = splits_.find(pieces_[index].stretch);
    if (known.is_known()) {
      split(index, known);
    } else {
      unknown_.push_back(index);
    }
  }
}

template <HierarchyWeight W>
void Unpacker<W>::find_unknown() {
  for (const Index index : unknown_) search_.prefetch_places(pieces_[index].stretch);
  for (const Index index : unknown_) search_.prefetch_rows(pieces_[index].stretch);
  for (const Index index : unknown_) {
    const Stretch side = pieces_[index].stretch;
    const Split found = search_.find(side);
    splits_.keep(side, found);
    split(index, found);
  }
  unknown_.clear();
}

template <HierarchyWeight W>
void Unpacker<W>::finish(std::vector<ArcId>& arcs) {
  follow_metric();
  while (!open_.empty()) {
    next_open_count_ = 0;
    next_open_.resize(2 * open_.size());
    split_open();
    find_unknown();
    next_open_.resize(next_open_count_);
    std::swap(open_, next_open_);
  }
  for (Index i = pieces_.empty() ? none : 0; i != none; i = pieces_[i].next) {
    arcs.push_back(search_.arc(pieces_[i].stretch));
  }
  pieces_.clear();
}

template class Unpacker<std::uint32_t>;
template class Unpacker<Weight>;

}  // namespace corridor::detail
