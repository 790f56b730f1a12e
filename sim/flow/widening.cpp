#include <algorithm>
#include <tuple>

#include "corridor/flow/max_flow.hpp"

#include "flow/augmenting_trees.hpp"
#include "flow/flow_network.hpp"

namespace corridor {

namespace {

/// How much more the sources can send to a vertex, or a vertex to the sinks, remembered because
/// arcs share their ends.
class Reserves {
 public:
  Reserves(FlowNetwork& network, std::size_t vertices)
      : trees_{network}, beyond_all_{network.beyond_all()}, known_(vertices, unknown) {}

  /// At least what is left to beyond_all where nothing limits it.
  Tonnage between(VertexId vertex, std::span<const VertexId> sources,
                  std::span<const VertexId> sinks) {
    Tonnage& reserve = known_[vertex];
    if (reserve != unknown) return reserve;
    const bool is_terminal = std::ranges::find(sources, vertex) != sources.end() &&
                             std::ranges::find(sinks, vertex) != sinks.end();
    reserve = is_terminal ? beyond_all_ : trees_.send(sources, sinks);
    if (!is_terminal) trees_.take_back();
    return reserve;
  }

 private:
  static constexpr Tonnage unknown = -1;
  AugmentingTrees trees_;
  Tonnage beyond_all_;
  IdVector<VertexId, Tonnage> known_;
};

}  // namespace

// Once the most flows, what the sources still reach and what still reaches the sinks are apart. A
// wider arc from the one to the other carries what both have to spare, and neither touches the
// other's halves.
std::vector<Widening> widenings(const Graph& graph, std::span<const Tonnage> capacity,
                                const Terminals& terminals, const MaxFlow& answer) {
  std::vector<Widening> result;
  if (answer.unlimited) return result;
  FlowNetwork network{graph, capacity};
  network.carry(graph, answer.flow);
  Reserves before{network, graph.vertex_count()};
  Reserves after{network, graph.vertex_count()};
  for (const ArcId arc : answer.cut) {
    const VertexId tail = graph.tail(arc);
    const VertexId head = graph.head(arc);
    if (answer.sink_side[head] == 0) continue;
    const Tonnage rise = std::min(before.between(tail, terminals.sources, {&tail, 1}),
                                  after.between(head, {&head, 1}, terminals.sinks));
    // A limited flow is less than beyond_all with the rise as without.
    const bool unlimited = rise >= network.beyond_all() - answer.value;
    result.push_back({arc, unlimited, unlimited ? 0 : rise});
  }
  std::ranges::sort(result, [](const Widening& a, const Widening& b) {
    return std::tuple{!a.unlimited, -a.rise, a.arc} < std::tuple{!b.unlimited, -b.rise, b.arc};
  });
  return result;
}

}  // namespace corridor
