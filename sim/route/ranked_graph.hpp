#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/hierarchy.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor::detail {

/// A graph whose vertices go by their ranks, and after them those that the hierarchy leaves out: so
/// that what a search reads lies together, and distances by rank can guide it.
class RankedGraph {
 public:
  using Node = std::uint32_t;
  /// Along an arc, to its other end.
  struct Step {
    Node node;
    std::uint32_t arc;
  };
  /// The steps from every node, along arcs or against them. Loops are left out, and so is what
  /// leads from a rank to a node without one, where no path goes on.
  struct Steps {
    std::vector<std::uint32_t> first;  // by node, and one past the last
    std::vector<Step> list;

    std::span<const Step> from(Node node) const {
      return std::span{list}.subspan(first[node], first[node + 1] - first[node]);
    }
  };

  RankedGraph(const Graph& graph, const Hierarchy& hierarchy);

  std::size_t size() const { return node_.size(); }
  std::size_t arc_count() const { return tail_.size(); }
  bool has_rank(Node node) const { return node < ranks_; }
  std::size_t ranks() const { return ranks_; }
  Node node(VertexId vertex) const { return node_[vertex.index()]; }
  Node tail(ArcId arc) const { return tail_[arc.index()]; }
  Node head(ArcId arc) const { return head_[arc.index()]; }
  const Steps& steps(Direction direction) const {
    return direction == Direction::forward ? out_ : in_;
  }

 private:
  Steps list_steps(std::span<const Node> from, std::span<const Node> to) const;
  bool is_step(Node from, Node to) const { return from != to && (has_rank(to) || !has_rank(from)); }

  std::size_t ranks_;
  std::vector<Node> node_;  // by vertex
  std::vector<Node> tail_;  // by arc
  std::vector<Node> head_;
  Steps out_;
  Steps in_;
};

}  // namespace corridor::detail
