#include "route/different_pieces.hpp"

#include <algorithm>
#include <cmath>

namespace corridor::detail {

namespace {

/// What a path goes over: a road, and how far it has come at its end.
struct Stretch {
  std::uint32_t road;
  Weight end;
};

/// A road counts as the least there is, so that any road can be left out.
std::vector<Stretch> stretches_of(const Path& path, const Difference& difference) {
  std::vector<Stretch> stretches;
  Weight end = 0;
  for (const ArcId arc : path.arcs) {
    const std::uint32_t road = difference.road[arc.index()];
    if (road == Difference::no_road) continue;
    end += std::max<Weight>(difference.length[arc.index()], 1);
    stretches.push_back({road, end});
  }
  return stretches;
}

/// Stretches, from one up to, but without, another.
struct Piece {
  std::size_t begin;
  std::size_t end;
};

/// The shortest pieces of at least that length; none holds another.
std::vector<Piece> pieces_of(const std::vector<Stretch>& stretches, Weight least) {
  std::vector<Piece> pieces;
  Weight before = 0;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < stretches.size(); before = stretches[begin++].end) {
    while (end < stretches.size() && (end == begin || stretches[end - 1].end - before < least)) {
      ++end;
    }
    if (stretches[end - 1].end - before < least) break;
    if (!pieces.empty() && pieces.back().end == end) pieces.pop_back();
    pieces.push_back({begin, end});
  }
  return pieces;
}

Weight least_of(Weight length, double overlap) {
  const auto most = static_cast<Weight>(std::floor(static_cast<double>(length) * overlap));
  return std::clamp<Weight>(length - most, 1, length);
}

}  // namespace

Pieces::Pieces(const Graph& graph, const Path& path, const Difference& difference)
    : row_(graph.arc_count(), 0) {
  const std::vector<Stretch> stretches = stretches_of(path, difference);
  if (stretches.empty()) return;
  const std::vector<Piece> pieces =
      pieces_of(stretches, least_of(stretches.back().end, difference.overlap));
  count_ = pieces.size();
  all_.assign((count_ + 63) / 64, 0);

  std::vector<std::uint32_t> roads;
  for (const Stretch& stretch : stretches) roads.push_back(stretch.road);
  std::ranges::sort(roads);
  roads.erase(std::unique(roads.begin(), roads.end()), roads.end());
  const auto row_of = [&](std::uint32_t road) {
    const auto found = std::ranges::lower_bound(roads, road);
    return found != roads.end() && *found == road ? 1 + (found - roads.begin()) : 0;
  };
  for (const ArcId arc : graph.arcs()) {
    row_[arc.index()] = static_cast<std::uint32_t>(row_of(difference.road[arc.index()]));
  }
  touched_.assign((roads.size() + 1) * words(), 0);
  for (std::size_t piece = 0; piece < count_; ++piece) {
    const std::uint64_t bit = std::uint64_t{1} << piece % 64;
    all_[piece / 64] |= bit;
    for (std::size_t i = pieces[piece].begin; i < pieces[piece].end; ++i) {
      const auto row = static_cast<std::size_t>(row_of(stretches[i].road));
      touched_[row * words() + piece / 64] |= bit;
    }
  }
}

bool Pieces::are_avoided_by(std::span<const ArcId> arcs) const {
  std::vector<std::uint64_t> left = all_;
  for (const ArcId arc : arcs) touch(arc, left);
  return any(left);
}

std::vector<std::vector<ArcId>> Pieces::arcs() const {
  std::vector<std::vector<ArcId>> result(count_);
  for (std::size_t arc = 0; arc < row_.size(); ++arc) {
    if (row_[arc] == 0) continue;
    for (std::size_t piece = 0; piece < count_; ++piece) {
      const std::uint64_t word = touched_[row_[arc] * words() + piece / 64];
      if ((word >> piece % 64 & 1U) != 0) result[piece].emplace_back(arc);
    }
  }
  return result;
}

}  // namespace corridor::detail
