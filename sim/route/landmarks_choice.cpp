#include "route/landmarks_choice.hpp"

#include <algorithm>
#include <numeric>

#include "route/landmarks_table.hpp"

namespace corridor {

namespace {

std::vector<Weight> distances_by_place(AnyRadixTree& any, VertexId root) {
  return std::visit(
      [&](auto& tree) {
        tree.run(root);
        std::vector<Weight> distance(tree.order().size());
        for (std::uint32_t place = 0; place < distance.size(); ++place) {
          distance[place] = tree.search().distance(place);
        }
        return distance;
      },
      any);
}

}  // namespace

LandmarkChooser::LandmarkChooser(const Graph& graph, std::span<const Weight> weight,
                                 const std::shared_ptr<const MemoryOrder>& order)
    : graph_{graph},
      order_{order},
      forward_{any_radix_tree(graph, weight, {order, Direction::forward})},
      backward_{any_radix_tree(graph, weight, {order, Direction::backward})},
      nearest_(graph.vertex_count(), infinite_weight) {}

void LandmarkChooser::choose(const LandmarkOptions& options) {
  if (graph_.vertex_count() == 0 || options.count == 0) return;
  // The first is far from the middle of things; what stands in for the middle is dropped again.
  add(busiest());
  const std::uint32_t first = farthest();
  if (first != no_place) {
    vertices_.clear();
    columns_.clear();
    std::fill(nearest_.begin(), nearest_.end(), infinite_weight);
    add(first);
  }
  while (vertices_.size() < options.count) {
    std::uint32_t next = no_place;
    if (options.choice == LandmarkChoice::avoid) next = avoided();
    if (next == no_place) next = farthest();
    if (next == no_place) return;
    add(next);
  }
}

void LandmarkChooser::add(std::uint32_t place) {
  const VertexId vertex = order_->vertex(place);
  vertices_.push_back(vertex);
  columns_.push_back({distances_by_place(forward_, vertex), distances_by_place(backward_, vertex)});
  const LandmarkDistances& column = columns_.back();
  for (std::size_t i = 0; i < nearest_.size(); ++i) {
    nearest_[i] = std::min({nearest_[i], column.from[i], column.to[i]});
  }
}

std::uint32_t LandmarkChooser::busiest() const {
  std::size_t most = 0;
  std::uint32_t busiest = 0;
  for (const VertexId vertex : graph_.vertices()) {
    const std::size_t arcs = graph_.out(vertex).size() * graph_.in(vertex).size();
    if (arcs <= most) continue;
    most = arcs;
    busiest = order_->place(vertex);
  }
  return busiest;
}

/// Of the vertices that some landmark reaches or is reached by, the one farthest from all of them.
std::uint32_t LandmarkChooser::farthest() const {
  std::uint32_t farthest = no_place;
  for (std::uint32_t place = 0; place < nearest_.size(); ++place) {
    if (nearest_[place] == 0 || nearest_[place] >= infinite_weight) continue;
    if (farthest == no_place || nearest_[place] > nearest_[farthest]) farthest = place;
  }
  return farthest;
}

/// A vertex drawn with a chance in proportion to its distance from the landmarks.
std::uint32_t LandmarkChooser::root_of_search() {
  double sum = 0;
  for (const Weight near : nearest_) {
    if (near < infinite_weight) sum += static_cast<double>(near);
  }
  double left = sum * (static_cast<double>(engine_()) / 4294967296.0);
  for (std::uint32_t place = 0; place < nearest_.size(); ++place) {
    if (nearest_[place] == 0 || nearest_[place] >= infinite_weight) continue;
    left -= static_cast<double>(nearest_[place]);
    if (left < 0) return place;
  }
  return no_place;
}

Weight LandmarkChooser::bound(std::uint32_t from, std::uint32_t to) const {
  using Table = LandmarkTable<Weight>;
  const auto word = [](Weight distance) {
    return distance < infinite_weight ? distance : Table::none;
  };
  Weight bound = 0;
  for (const LandmarkDistances& column : columns_) {
    bound = std::max(bound, Table::bound({word(column.from[from]), word(column.to[from])},
                                         {word(column.from[to]), word(column.to[to])}));
  }
  return bound;
}

LandmarkChooser::Branches LandmarkChooser::branches_from(std::uint32_t root) {
  Branches branches;
  branches.distance = distances_by_place(forward_, order_->vertex(root));
  branches.parent.assign(branches.distance.size(), no_place);
  std::vector<std::uint32_t> hops(branches.distance.size());
  std::visit(
      [&](const auto& tree) {
        for (std::uint32_t place = 0; place < hops.size(); ++place) {
          if (branches.distance[place] >= infinite_weight) continue;
          branches.reached.push_back(place);
          hops[place] = tree.search().hops(place);
          const ArcId arc = tree.parent_at(place);
          if (arc.valid()) branches.parent[place] = order_->place(graph_.tail(arc));
        }
      },
      forward_);
  std::sort(
      branches.reached.begin(), branches.reached.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{branches.distance[a], hops[a]} > std::pair{branches.distance[b], hops[b]};
      });
  return branches;
}

/// Where the bounds from a root are worst: the leaf at the end of the heaviest branch of its tree,
/// a branch that holds a landmark weighing nothing and any other what its bounds fall short.
std::uint32_t LandmarkChooser::avoided() {
  const std::uint32_t root = root_of_search();
  if (root == no_place) return no_place;
  const Branches branches = branches_from(root);
  constexpr Weight holds_landmark = -1;
  std::vector<Weight> size(branches.distance.size(), 0);
  for (const VertexId landmark : vertices_) size[order_->place(landmark)] = holds_landmark;
  for (const std::uint32_t place : branches.reached) {
    if (size[place] != holds_landmark) {
      const Weight short_by = branches.distance[place] - bound(root, place);
      size[place] = std::min(size[place] + short_by, infinite_weight);
    }
    if (branches.parent[place] == no_place) continue;
    Weight& above = size[branches.parent[place]];
    if (size[place] == holds_landmark || above == holds_landmark) {
      above = holds_landmark;
    } else {
      above = std::min(above + size[place], infinite_weight);
    }
  }
  return end_of_heaviest_branch(branches.parent, size);
}

std::uint32_t LandmarkChooser::end_of_heaviest_branch(const std::vector<std::uint32_t>& parent,
                                                      const std::vector<Weight>& size) const {
  std::vector<std::uint32_t> heaviest_child(parent.size(), no_place);
  for (std::uint32_t place = 0; place < parent.size(); ++place) {
    if (parent[place] == no_place) continue;
    std::uint32_t& child = heaviest_child[parent[place]];
    if (child == no_place || size[place] > size[child]) child = place;
  }
  const auto top = std::max_element(size.begin(), size.end());
  if (*top <= 0) return no_place;
  auto at = static_cast<std::uint32_t>(top - size.begin());
  while (heaviest_child[at] != no_place) at = heaviest_child[at];
  return at;
}

}  // namespace corridor
