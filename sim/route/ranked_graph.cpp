#include "route/ranked_graph.hpp"

namespace corridor::detail {

RankedGraph::RankedGraph(const Graph& graph, const Hierarchy& hierarchy)
    : ranks_{hierarchy.size()} {
  auto next = static_cast<Node>(ranks_);
  for (const VertexId vertex : graph.vertices()) {
    const Rank rank = hierarchy.rank(vertex);
    node_.push_back(rank != no_rank ? rank : next++);
  }
  for (const ArcId arc : graph.arcs()) {
    tail_.push_back(node(graph.tail(arc)));
    head_.push_back(node(graph.head(arc)));
  }
  out_ = list_steps(tail_, head_);
  in_ = list_steps(head_, tail_);
}

RankedGraph::Steps RankedGraph::list_steps(std::span<const Node> from,
                                           std::span<const Node> to) const {
  Steps steps;
  steps.first.assign(size() + 1, 0);
  for (std::size_t arc = 0; arc < from.size(); ++arc) {
    if (is_step(from[arc], to[arc])) ++steps.first[from[arc] + 1];
  }
  for (std::size_t node = 0; node < size(); ++node) steps.first[node + 1] += steps.first[node];
  steps.list.resize(steps.first.back());
  std::vector<std::uint32_t> next{steps.first};
  for (std::uint32_t arc = 0; arc < from.size(); ++arc) {
    if (is_step(from[arc], to[arc])) steps.list[next[from[arc]]++] = {to[arc], arc};
  }
  return steps;
}

}  // namespace corridor::detail
