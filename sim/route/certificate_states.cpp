#include "route/certificate_states.hpp"

namespace corridor::detail {

CertificateStates::CertificateStates(const Graph& graph, std::span<const Weight> weight,
                                     const PathQuery& query)
    : graph_{graph}, weight_{weight}, query_{query} {
  onward_.assign(graph.vertex_count() * (query.via.size() + 1), infinite_weight);
  Queue queue;
  onward_[target()] = 0;
  for (queue.push({0, target()}); !queue.empty();) {
    const auto [distance, state] = queue.top();
    queue.pop();
    if (distance == onward_[state]) look_back(state, queue);
  }
}

void CertificateStates::look_back(State state, Queue& queue) {
  const std::size_t stage = state / graph_.vertex_count();
  for (const ArcId arc : graph_.in(VertexId{state % graph_.vertex_count()})) {
    if (weight_[arc.index()] >= infinite_weight) continue;
    for (std::size_t before = 0; before <= stage; ++before) {
      if (entered(graph_.head(arc), before) != state) continue;
      const State tail = state_of(graph_.tail(arc), before);
      const Weight sum = onward_[state] + weight_[arc.index()];
      if (sum >= onward_[tail]) continue;
      onward_[tail] = sum;
      queue.push({sum, tail});
    }
  }
}

}  // namespace corridor::detail
