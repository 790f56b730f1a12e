#include "flow/augmenting_trees.hpp"

#include <algorithm>

namespace corridor {

namespace {

/// How much finer each round is than what the one before has left. Six and eight were alike, two to
/// four a little slower, sixteen a third slower.
constexpr Tonnage refinement = 8;

}  // namespace

AugmentingTrees::AugmentingTrees(FlowNetwork& network)
    : network_{network},
      label_(network.vertex_count(), 0),
      link_(network.vertex_count()),
      depth_if_lost_(network.vertex_count(), 0),
      bucket_(network.vertex_count() + 2, none),
      next_in_bucket_(network.vertex_count(), none) {}

template <AugmentingTrees::Side side>
void AugmentingTrees::plant(std::span<const VertexId> roots) {
  Tree& planted = tree<side>();
  planted.level = 1;
  planted.front.clear();
  planted.next.clear();
  for (const VertexId vertex : roots) {
    const auto v = static_cast<Vertex>(vertex.index());
    if (label_[v] != 0) continue;
    label_[v] = side;
    link_[v] = {};
    planted.front.push_back(v);
  }
}

/// The widest half out of a tree that cannot grow: no path of more leads from source to sink.
template <AugmentingTrees::Side side>
Tonnage AugmentingTrees::most_across() const {
  Tonnage most = 0;
  for (Vertex v = 0; v < network_.vertex_count(); ++v) {
    if (label_[v] * side <= 0) continue;
    for (const FlowNetwork::Step& step : network_.steps(v)) {
      if (label_[step.head] * side > 0) continue;
      most = std::max(most, network_.left(away<side>(step.half)));
    }
  }
  return most;
}

Tonnage AugmentingTrees::send(std::span<const VertexId> sources, std::span<const VertexId> sinks) {
  sent_ = 0;
  sent_along_.clear();
  grain_ = std::numeric_limits<Tonnage>::max();
  for (;;) {
    std::fill(label_.begin(), label_.end(), 0);
    plant<source>(sources);
    plant<sink>(sinks);
    while (!trees_[0].front.empty() && !trees_[1].front.empty() && sent_ < network_.beyond_all()) {
      if (trees_[0].level <= trees_[1].level) {
        grow<source>();
      } else {
        grow<sink>();
      }
    }
    if (grain_ == 1 || sent_ >= network_.beyond_all()) return sent_;
    const Tonnage most = trees_[0].front.empty() ? most_across<source>() : most_across<sink>();
    grain_ = std::max<Tonnage>(1, most / refinement);
  }
}

void AugmentingTrees::complete() {
  while (!trees_[0].front.empty()) grow<source>();
  while (!trees_[1].front.empty()) grow<sink>();
}

void AugmentingTrees::take_back() {
  for (const auto& [half, amount] : sent_along_) network_.push(half ^ 1U, amount);
  sent_along_.clear();
}

template <AugmentingTrees::Side side>
void AugmentingTrees::grow() {
  Tree& grown = tree<side>();
  grown.growing = true;
  for (const Vertex v : grown.front) scan<side>(v);
  grown.growing = false;
  std::swap(grown.front, grown.next);
  grown.next.clear();
  ++grown.level;
}

template <AugmentingTrees::Side side>
void AugmentingTrees::scan(Vertex v) {
  Tree& grown = tree<side>();
  const auto own = static_cast<Label>(side * static_cast<Label>(grown.level));
  for (const FlowNetwork::Step& step : network_.steps(v)) {
    const std::uint32_t half = away<side>(step.half);
    while (label_[v] == own && label_[step.head] * side < 0 && carries(half)) {
      if constexpr (side == source) {
        augment(v, step.head, half);
      } else {
        augment(step.head, v, half);
      }
    }
    if (label_[v] != own) return;
    if (label_[step.head] != 0 || !carries(half)) continue;
    label_[step.head] = own + side;
    link_[step.head] = {v, half};
    grown.next.push_back(step.head);
  }
}

void AugmentingTrees::augment(Vertex from, Vertex to, std::uint32_t half) {
  const Tonnage amount = std::min({network_.left(half), room_to_root(from), room_to_root(to)});
  push(half, amount);
  sent_ += amount;
  push_to_root(from, amount);
  adopt_orphans<source>();
  push_to_root(to, amount);
  adopt_orphans<sink>();
}

Tonnage AugmentingTrees::room_to_root(Vertex v) const {
  Tonnage room = std::numeric_limits<Tonnage>::max();
  for (; link_[v].parent != none; v = link_[v].parent) {
    room = std::min(room, network_.left(link_[v].half));
  }
  return room;
}

void AugmentingTrees::push_to_root(Vertex v, Tonnage amount) {
  while (link_[v].parent != none) {
    const Link link = link_[v];
    push(link.half, amount);
    if (!carries(link.half)) {
      link_[v].parent = orphan;
      orphans_.push_back(v);
    }
    v = link.parent;
  }
}

void AugmentingTrees::push(std::uint32_t half, Tonnage amount) {
  network_.push(half, amount);
  sent_along_.emplace_back(half, amount);
}

}  // namespace corridor
