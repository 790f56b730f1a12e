#include "route/lanes_query_search.hpp"

#include <algorithm>
#include <cassert>

namespace corridor::detail {

template <HierarchyWeight W>
LanesSearch<W>::LanesSearch(const Graph& graph, const HierarchyLanes<W>& lanes)
    : lanes_{&lanes},
      width_{lanes.lanes()},
      kernels_{width_ == 8 ? kernels<W>().lanes_8 : kernels<W>().lanes_16},
      supernodes_{lanes.hierarchy()},
      ancestors_{supernodes_},
      out_{loose_arcs(graph, Direction::forward)},
      in_{loose_arcs(graph, Direction::backward)},
      from_(lanes.hierarchy().size() * width_, unreachable<W>),
      to_(lanes.hierarchy().size() * width_, unreachable<W>),
      best_(width_, unreachable<W>) {}

template <HierarchyWeight W>
LooseArcs<W> LanesSearch<W>::loose_arcs(const Graph& graph, Direction direction) const {
  LooseArcs<W> loose;
  const Hierarchy& h = lanes_->hierarchy();
  for (const VertexId vertex : graph.vertices()) {
    loose.first.push_back(static_cast<std::uint32_t>(loose.arcs.size()));
    if (h.rank(vertex) != no_rank) continue;
    for_arcs(graph, vertex, direction, [&](ArcId arc, VertexId other) {
      if (other != vertex) loose.arcs.push_back({arc, other, h.rank(other)});
    });
  }
  loose.first.push_back(static_cast<std::uint32_t>(loose.arcs.size()));
  loose.weight.assign(loose.arcs.size() * width_, unreachable<W>);
  return loose;
}

template <HierarchyWeight W>
void LanesSearch<W>::customise(std::span<const std::span<const Weight>> weights) {
  assert(weights.size() <= width_);
  for (LooseArcs<W>* const loose : {&out_, &in_}) {
    std::fill(loose->weight.begin(), loose->weight.end(), unreachable<W>);
    for (std::size_t i = 0; i < loose->arcs.size(); ++i) {
      for (std::size_t lane = 0; lane < weights.size(); ++lane) {
        loose->weight[i * width_ + lane] = weight_as<W>(weights[lane][loose->arcs[i].arc.index()]);
      }
    }
  }
}

template <HierarchyWeight W>
void LanesSearch<W>::customise_rows(std::span<const W> weights) {
  for (LooseArcs<W>* const loose : {&out_, &in_}) {
    for (std::size_t i = 0; i < loose->arcs.size(); ++i) {
      const std::size_t arc = loose->arcs[i].arc.index();
      std::copy_n(weights.data() + arc * width_, width_, row(loose->weight, i));
    }
  }
}

template <HierarchyWeight W>
void LanesSearch<W>::enter(const Seed& seed, Side side) {
  assert(seed.offset >= 0);
  const W offset = weight_as<W>(seed.offset);
  if (offset == unreachable<W>) return;
  LineVector<W>& labels = side == from_side ? from_ : to_;
  const Rank rank = lanes_->hierarchy().rank(seed.vertex);
  if (rank != no_rank) {
    W* const label = row(labels, rank);
    for (std::size_t l = 0; l < width_; ++l) label[l] = std::min(label[l], offset);
    ancestors_.add(rank, side);
    return;
  }
  LooseArcs<W>& loose = side == from_side ? out_ : in_;
  const std::size_t vertex = seed.vertex.index();
  for (std::uint32_t i = loose.first[vertex]; i < loose.first[vertex + 1]; ++i) {
    if (loose.arcs[i].rank == no_rank) continue;
    const W* const weight = row(loose.weight, i);
    W* const label = row(labels, loose.arcs[i].rank);
    for (std::size_t l = 0; l < width_; ++l) label[l] = std::min<W>(label[l], offset + weight[l]);
    ancestors_.add(loose.arcs[i].rank, side);
  }
}

/// A seed to end in that has been left out meets one to start from by being the same vertex, or by
/// an arc.
template <HierarchyWeight W>
void LanesSearch<W>::meet_directly(std::span<const Seed> from, const Seed& to) {
  const std::size_t vertex = to.vertex.index();
  const W offset = weight_as<W>(to.offset);
  const auto start = [&](VertexId at) {
    W least = unreachable<W>;
    for (const Seed& seed : from) {
      if (seed.vertex == at) least = std::min(least, weight_as<W>(seed.offset));
    }
    return std::min<W>(least + offset, unreachable<W>);
  };
  if (const W sum = start(to.vertex); sum < unreachable<W>) {
    for (W& best : best_) best = std::min(best, sum);
  }
  for (std::uint32_t i = in_.first[vertex]; i < in_.first[vertex + 1]; ++i) {
    if (in_.arcs[i].rank != no_rank) continue;
    const W sum = start(in_.arcs[i].other);
    const W* const weight = row(in_.weight, i);
    for (std::size_t l = 0; l < width_; ++l) best_[l] = std::min<W>(best_[l], sum + weight[l]);
  }
}

template <HierarchyWeight W>
std::span<const W> LanesSearch<W>::distances(std::span<const Seed> from, std::span<const Seed> to) {
  std::fill(best_.begin(), best_.end(), unreachable<W>);
  ancestors_.clear();
  for (const Seed& seed : from) enter(seed, from_side);
  for (const Seed& seed : to) {
    enter(seed, to_side);
    if (lanes_->hierarchy().rank(seed.vertex) == no_rank) meet_directly(from, seed);
  }
  ancestors_.visit([&](const Block& block, std::uint8_t sides) {
    const LanesTask<W> before{block, lanes_->up().data(), from_.data()};
    const LanesTask<W> after{block, lanes_->down().data(), to_.data()};
    if (sides == (from_side | to_side)) {
      kernels_.meet(before, after, best_.data());
    } else {
      kernels_.climb(sides == from_side ? before : after, best_.data());
    }
    for (LineVector<W>* const labels : {&from_, &to_}) {
      std::fill_n(row(*labels, block.first), block.rows * width_, unreachable<W>);
    }
  });
  return best_;
}

template class LanesSearch<std::uint32_t>;
template class LanesSearch<Weight>;

}  // namespace corridor::detail
