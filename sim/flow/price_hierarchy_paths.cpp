#include <algorithm>
#include <cstddef>
#include <limits>

#include "flow/price_hierarchy.hpp"

// Sums are found again bit by bit, as they are made of the same numbers.

namespace corridor {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

/// Goes down from a rank along what its label is made of, noting edges, to one where the walk is
/// joined to its end; returns that.
Rank PriceHierarchy::trace(Rank rank, const Walk& walk, Direction direction,
                           const std::vector<double>& label) {
  const auto is_joined = [&](const Joint& joint) {
    return joint.rank == rank && joint_price(joint) == label[rank];
  };
  while (std::none_of(walk.joints.begin(), walk.joints.end(), is_joined)) {
    const auto lower = hierarchy().lower(rank);
    std::size_t i = 0;
    Way way = PriceWays::no_way;
    for (;; ++i) {
      way = ways_->of(hierarchy().down(rank)[i], direction);
      if (way != PriceWays::no_way && label[lower[i]] + way_price_[way] == label[rank]) break;
    }
    pieces_.push_back(way);
    rank = lower[i];
  }
  return rank;
}

/// Takes the ways apart into arcs.
void PriceHierarchy::unpack(std::vector<ArcId>& arcs) {
  while (!pieces_.empty()) {
    const Way way = pieces_.back();
    const double price = way_price_[way];
    pieces_.pop_back();
    const auto on = ways_->arcs(way);
    const auto arc = std::find_if(on.begin(), on.end(),
                                  [&](ArcId each) { return price_[each.index()] == price; });
    if (arc != on.end()) {
      arcs.push_back(*arc);
      continue;
    }
    const auto detours = ways_->detours(way);
    const auto by =
        std::find_if(detours.begin(), detours.end(), [&](const PriceWays::Detour& detour) {
          return way_price_[detour.first] + way_price_[detour.second] == price;
        });
    pieces_.push_back(by->second);
    pieces_.push_back(by->first);
  }
}

/// Arcs without a price can make a path that comes by a vertex twice no dearer.
void PriceHierarchy::drop_circles(std::size_t first, std::vector<ArcId>& arcs) {
  std::size_t kept = first;
  passed_[origin_.index()] = 1;
  for (std::size_t i = first; i < arcs.size(); ++i) {
    const ArcId arc = arcs[i];
    const std::uint32_t before = passed_[graph_->head(arc).index()];
    if (before == 0) {
      arcs[kept++] = arc;
      passed_[graph_->head(arc).index()] = static_cast<std::uint32_t>(kept - first) + 1;
      continue;
    }
    for (; kept > first + before - 1; --kept) passed_[graph_->head(arcs[kept - 1]).index()] = 0;
  }
  arcs.resize(kept);
  passed_[origin_.index()] = 0;
  for (std::size_t i = first; i < kept; ++i) passed_[graph_->head(arcs[i]).index()] = 0;
}

void PriceHierarchy::path(VertexId target, std::vector<ArcId>& arcs) {
  const double price = distance(target);
  if (target == origin_ || price == infinite) return;
  ArcId direct;
  if (by_arc(target, direct) == price) {
    arcs.push_back(direct);
    return;
  }
  const std::size_t first = arcs.size();
  const std::vector<Label>& labels = look_at(target).labels;
  Rank meeting = no_rank;
  for (const Label& label : labels) {
    to_target_[label.rank] = label.price;
    const bool meets = from_origin_[label.rank] + label.price == price;
    if (meets && meeting == no_rank) meeting = label.rank;
  }
  const Walk& start = starts_.walks[start_];
  const Walk& goal = goals_.walks[goals_.number[target.index()]];
  const auto joint_of = [&](const Walk& walk, Rank rank, const std::vector<double>& label) {
    return std::find_if(walk.joints.begin(), walk.joints.end(),
                        [&](const Joint& joint) {
                          return joint.rank == rank && joint_price(joint) == label[rank];
                        })
        ->arc;
  };
  // What is noted last is unpacked first: the way down from its end, then the way up as it comes.
  const Rank last = trace(meeting, goal, PriceWays::down, to_target_);
  std::reverse(pieces_.begin(), pieces_.end());
  const Rank first_rank = trace(meeting, start, PriceWays::up, from_origin_);
  if (const ArcId arc = joint_of(start, first_rank, from_origin_); arc.valid()) arcs.push_back(arc);
  unpack(arcs);
  if (const ArcId arc = joint_of(goal, last, to_target_); arc.valid()) arcs.push_back(arc);
  for (const Label& label : labels) to_target_[label.rank] = infinite;
  drop_circles(first, arcs);
}

}  // namespace corridor
