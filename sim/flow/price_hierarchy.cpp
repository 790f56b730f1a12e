#include "flow/price_hierarchy.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace corridor {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::uint32_t none = UINT32_MAX;

}  // namespace

PriceHierarchy::PriceHierarchy(const Graph& graph, std::shared_ptr<const PriceWays> ways)
    : graph_{&graph},
      ways_{std::move(ways)},
      starts_{std::vector<std::uint32_t>(graph.vertex_count(), none), {}},
      goals_{std::vector<std::uint32_t>(graph.vertex_count(), none), {}},
      from_origin_(hierarchy().size(), infinite),
      to_target_(hierarchy().size(), infinite),
      passed_(graph.vertex_count(), 0) {}

void PriceHierarchy::customise(std::span<const double> price) {
  price_ = price;
  ++round_;
  ways_->price(price, way_price_);
}

/// An end that the hierarchy leaves out is joined to it by arcs.
PriceHierarchy::Walk PriceHierarchy::walk_of(VertexId end, Direction direction) const {
  Walk walk;
  if (hierarchy().rank(end) != no_rank) {
    walk.joints.push_back({hierarchy().rank(end), ArcId{}});
  } else if (direction == PriceWays::up) {
    for (const ArcId arc : graph_->out(end)) {
      walk.joints.push_back({hierarchy().rank(graph_->head(arc)), arc});
    }
  } else {
    for (const ArcId arc : graph_->in(end)) {
      walk.joints.push_back({hierarchy().rank(graph_->tail(arc)), arc});
    }
  }
  std::erase_if(walk.joints, [](const Joint& joint) { return joint.rank == no_rank; });
  std::vector<Rank> next;  // on the way up from each joint: where two meet, they go on as one
  for (const Joint& joint : walk.joints) next.push_back(joint.rank);
  while (!next.empty()) {
    const Rank lowest = *std::min_element(next.begin(), next.end());
    walk.ranks.push_back(lowest);
    next.erase(std::remove(next.begin(), next.end(), lowest), next.end());
    if (hierarchy().parent(lowest) != no_rank) next.push_back(hierarchy().parent(lowest));
  }
  return walk;
}

std::uint32_t PriceHierarchy::number_of(VertexId end, Direction direction) {
  Ends& ends = direction == PriceWays::up ? starts_ : goals_;
  std::uint32_t& number = ends.number[end.index()];
  if (number == none) {
    number = static_cast<std::uint32_t>(ends.walks.size());
    ends.walks.push_back(walk_of(end, direction));
  }
  return number;
}

/// Labels are infinite before.
void PriceHierarchy::climb(const Walk& walk, Direction direction,
                           std::vector<double>& label) const {
  for (const Joint& joint : walk.joints) {
    label[joint.rank] = std::min(label[joint.rank], joint_price(joint));
  }
  const Rank* const upper = ways_->upper().data();
  const double* const price = way_price_.data();
  for (const Rank rank : walk.ranks) {
    const double here = label[rank];
    if (here == infinite) continue;
    const Way last = ways_->last(rank, direction);
    for (Way way = ways_->first(rank, direction); way < last; ++way) {
      const double through = here + price[way];
      double& above = label[upper[way]];
      above = through < above ? through : above;
    }
  }
}

void PriceHierarchy::begin(VertexId origin) {
  if (origin_.valid()) {
    for (const Rank rank : starts_.walks[start_].ranks) from_origin_[rank] = infinite;
  }
  origin_ = origin;
  start_ = number_of(origin, PriceWays::up);
  climb(starts_.walks[start_], PriceWays::up, from_origin_);
}

const PriceHierarchy::Target& PriceHierarchy::look_at(VertexId target) {
  const std::uint32_t number = number_of(target, PriceWays::down);
  if (targets_.size() <= number) targets_.resize(number + 1);
  Target& at = targets_[number];
  if (std::exchange(at.round, round_) == round_) return at;
  const Walk& walk = goals_.walks[number];
  climb(walk, PriceWays::down, to_target_);
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
  const bool are_in = hierarchy().rank(origin_) != no_rank && hierarchy().rank(target) != no_rank;
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
