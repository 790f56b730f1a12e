#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include "corridor/route/shortest_path.hpp"

#include "route/certificate_parts.hpp"

namespace corridor::detail {

/// The states of a query, a vertex in a stage each, and the least weight from each to the target.
/// For certificates alone: it shares nothing with the searches that these check.
class CertificateStates {
 public:
  using State = std::size_t;
  using Entry = std::pair<Weight, State>;
  using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;
  using Step = std::pair<ArcId, std::uint32_t>;  // an arc, and the stage at its tail

  CertificateStates(const Graph& graph, std::span<const Weight> weight, const PathQuery& query);

  State start() const { return entered(query_.from, 0); }
  State target() const { return state_of(query_.to, query_.via.size()); }
  std::size_t count() const { return onward_.size(); }
  Weight onward(State state) const { return onward_[state]; }

  /// Calls visit(step, next state, weight) for the open arcs out of a state.
  template <class Visit>
  void for_steps(State state, const Visit& visit) const {
    const std::size_t stage = state / graph_.vertex_count();
    for (const ArcId arc : graph_.out(VertexId{state % graph_.vertex_count()})) {
      if (weight_[arc.index()] >= infinite_weight) continue;
      visit(Step{arc, static_cast<std::uint32_t>(stage)}, entered(graph_.head(arc), stage),
            weight_[arc.index()]);
    }
  }

 private:
  State state_of(VertexId vertex, std::size_t stage) const {
    return stage * graph_.vertex_count() + vertex.index();
  }
  State entered(VertexId vertex, std::size_t stage) const {
    return state_of(vertex, stage_at(query_, vertex, stage));
  }
  void look_back(State state, Queue& queue);

  const Graph& graph_;
  std::span<const Weight> weight_;
  const PathQuery& query_;
  std::vector<Weight> onward_;
};

}  // namespace corridor::detail
