#include "route/boost_search.hpp"
// Before Boost's algorithms comes our graph.
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

class BoostDijkstraSolver : public BoostSearch {
 public:
  using BoostSearch::BoostSearch;

 private:
  void search(VertexId from, VertexId to) override {
    try {
      boost::dijkstra_shortest_paths(
          graph(), from,
          boost::weight_map(weight_map())
              .distance_map(property_map(distances()))
              .vertex_index_map(IndexMap<VertexId>{})
              .distance_inf(infinite_weight)
              .distance_combine(AddWeights{})
              .visitor(PathVisitor<boost::dijkstra_visitor<>>{to, parents()}));
    } catch (const TargetFound&) {
      return;
    }
  }
};

}  // namespace

std::unique_ptr<RouteSolver> make_boost_dijkstra(const Graph& graph) {
  return std::make_unique<BoostDijkstraSolver>(graph);
}

}  // namespace corridor
