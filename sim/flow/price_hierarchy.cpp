#include "flow/price_hierarchy.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace corridor {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::uint32_t none = UINT32_MAX;

/// The two sides of an edge.
using Both = double __attribute__((vector_size(16)));

/// For each two edges up from one rank, in order, the edge between their heads.
std::vector<EdgeIndex> closing_edges(const Hierarchy& hierarchy) {
  std::vector<EdgeIndex> closing;
  closing.reserve(hierarchy.triangle_count());
  for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
    const EdgeIndex end = hierarchy.first_up(rank + 1);
    for (EdgeIndex one = hierarchy.first_up(rank); one < end; ++one) {
      EdgeIndex upper = hierarchy.first_up(hierarchy.head(one));
      for (EdgeIndex other = one + 1; other < end; ++other) {
        while (hierarchy.head(upper) != hierarchy.head(other)) ++upper;
        closing.push_back(upper);
      }
    }
  }
  return closing;
}

}  // namespace

PriceHierarchy::PriceHierarchy(const Graph& graph, const Hierarchy& hierarchy)
    : graph_{&graph},
      hierarchy_{&hierarchy},
      closing_{closing_edges(hierarchy)},
      sides_(2 * hierarchy.edge_count()),
      starts_{std::vector<std::uint32_t>(graph.vertex_count(), none), {}},
      goals_{std::vector<std::uint32_t>(graph.vertex_count(), none), {}},
      from_origin_(hierarchy.size(), infinite),
      to_target_(hierarchy.size(), infinite),
      passed_(graph.vertex_count(), 0) {}

void PriceHierarchy::customise(std::span<const double> price) {
  price_ = price;
  ++round_;
  std::fill(sides_.begin(), sides_.end(), infinite);
  const std::span<const ArcId> arcs = hierarchy_->arcs();
  const std::span<const std::uint32_t> sides = hierarchy_->sides();
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    sides_[sides[i]] = std::min(sides_[sides[i]], price[arcs[i].index()]);
  }
  const EdgeIndex* closing = closing_.data();
  const std::span<const EdgeIndex> first_up = hierarchy_->first_up();
  for (Rank rank = 0; rank < hierarchy_->size(); ++rank) {
    const EdgeIndex end = first_up[rank + 1];
    for (EdgeIndex one = first_up[rank]; one < end; ++one) {
      const EdgeIndex* const last = closing + (end - one - 1);
      const double* other = sides_.data() + 2 * (std::size_t{one} + 1);
      const Both turned{side_of(one, down), side_of(one, up)};
      if (turned[0] == infinite && turned[1] == infinite) closing = last;
      for (; closing < last; ++closing, other += 2) {
        double* const target = sides_.data() + 2 * std::size_t{*closing};
        Both by_way;
        Both old;
        std::memcpy(&by_way, other, sizeof by_way);
        std::memcpy(&old, target, sizeof old);
        by_way += turned;
        old = by_way < old ? by_way : old;
        std::memcpy(target, &old, sizeof old);
      }
    }
  }
}

/// An end that the hierarchy leaves out is joined to it by arcs.
PriceHierarchy::Walk PriceHierarchy::walk_of(VertexId end, Side side) const {
  Walk walk;
  if (hierarchy_->rank(end) != no_rank) {
    walk.joints.push_back({hierarchy_->rank(end), ArcId{}});
  } else if (side == up) {
    for (const ArcId arc : graph_->out(end)) {
      walk.joints.push_back({hierarchy_->rank(graph_->head(arc)), arc});
    }
  } else {
    for (const ArcId arc : graph_->in(end)) {
      walk.joints.push_back({hierarchy_->rank(graph_->tail(arc)), arc});
    }
  }
  std::erase_if(walk.joints, [](const Joint& joint) { return joint.rank == no_rank; });
  for (const Joint& joint : walk.joints) {
    for (Rank rank = joint.rank; rank != no_rank; rank = hierarchy_->parent(rank)) {
      walk.ranks.push_back(rank);
    }
  }
  std::sort(walk.ranks.begin(), walk.ranks.end());
  walk.ranks.erase(std::unique(walk.ranks.begin(), walk.ranks.end()), walk.ranks.end());
  return walk;
}

std::uint32_t PriceHierarchy::number_of(VertexId end, Side side) {
  Ends& ends = side == up ? starts_ : goals_;
  std::uint32_t& number = ends.number[end.index()];
  if (number == none) {
    number = static_cast<std::uint32_t>(ends.walks.size());
    ends.walks.push_back(walk_of(end, side));
  }
  return number;
}

/// Labels are infinite before.
void PriceHierarchy::climb(const Walk& walk, Side side, std::vector<double>& label) const {
  for (const Joint& joint : walk.joints) {
    label[joint.rank] = std::min(label[joint.rank], joint_price(joint));
  }
  const Rank* const head = hierarchy_->head().data();
  for (const Rank rank : walk.ranks) {
    const double here = label[rank];
    if (here == infinite) continue;
    const EdgeIndex end = hierarchy_->first_up(rank + 1);
    for (EdgeIndex edge = hierarchy_->first_up(rank); edge < end; ++edge) {
      const double through = here + side_of(edge, side);
      double& at_head = label[head[edge]];
      at_head = through < at_head ? through : at_head;
    }
  }
}

void PriceHierarchy::begin(VertexId origin) {
  if (origin_.valid()) {
    for (const Rank rank : starts_.walks[start_].ranks) from_origin_[rank] = infinite;
  }
  origin_ = origin;
  start_ = number_of(origin, up);
  climb(starts_.walks[start_], up, from_origin_);
}

const PriceHierarchy::Target& PriceHierarchy::look_at(VertexId target) {
  const std::uint32_t number = number_of(target, down);
  if (targets_.size() <= number) targets_.resize(number + 1);
  Target& at = targets_[number];
  if (std::exchange(at.round, round_) == round_) return at;
  const Walk& walk = goals_.walks[number];
  climb(walk, down, to_target_);
  at.labels.clear();
  for (const Rank rank : walk.ranks) {
    const double price = std::exchange(to_target_[rank], infinite);
    if (price < infinite) at.labels.push_back({rank, price});
  }
  return at;
}

/// The cheapest arc between two ends of which the hierarchy does not hold both.
double PriceHierarchy::by_arc(VertexId target, ArcId& arc) const {
  double least = infinite;
  const bool are_in = hierarchy_->rank(origin_) != no_rank && hierarchy_->rank(target) != no_rank;
  if (are_in) return least;
  for (const ArcId each : graph_->out(origin_)) {
    if (graph_->head(each) != target || !(price_[each.index()] < least)) continue;
    least = price_[each.index()];
    arc = each;
  }
  return least;
}

double PriceHierarchy::distance(VertexId target) {
  if (target == origin_) return 0;
  ArcId arc;
  double least = by_arc(target, arc);
  for (const Label& label : look_at(target).labels) {
    const double through = from_origin_[label.rank] + label.price;
    least = through < least ? through : least;
  }
  return least;
}

}  // namespace corridor
