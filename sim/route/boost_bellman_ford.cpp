#include "route/boost_search.hpp"
// Before Boost's algorithms comes our graph.
#include <boost/graph/bellman_ford_shortest_paths.hpp>

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// Looks at every arc in every round, and cannot stop at a target.
class BoostBellmanFordSolver : public BoostSearch {
 public:
  using BoostSearch::BoostSearch;

 private:
  struct KeepParents : boost::bellman_visitor<> {
    IdVector<VertexId, ArcId>* parent;
    explicit KeepParents(IdVector<VertexId, ArcId>& parents) : parent{&parents} {}
    void edge_relaxed(ArcId arc, const Graph& graph) const { (*parent)[graph.head(arc)] = arc; }
  };

  void search(VertexId from, VertexId) override {
    std::fill(distances().begin(), distances().end(), infinite_weight);
    distances()[from] = 0;
    boost::bellman_ford_shortest_paths(graph(), graph().vertex_count(), weight_map(),
                                       boost::dummy_property_map{}, property_map(distances()),
                                       AddWeights{}, std::less<>{}, KeepParents{parents()});
  }
};

}  // namespace

std::unique_ptr<RouteSolver> make_boost_bellman_ford(const Graph& graph) {
  return std::make_unique<BoostBellmanFordSolver>(graph);
}

}  // namespace corridor
