#include <optional>

#include "route/boost_search.hpp"
// Before Boost's algorithms comes our graph.
#include <boost/graph/astar_search.hpp>

#include "corridor/route/landmarks.hpp"

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// Boost's A* with the same landmarks as ours.
class BoostAStarSolver : public BoostSearch {
 public:
  BoostAStarSolver(const Graph& graph, std::size_t landmarks)
      : BoostSearch{graph}, landmark_count_{landmarks} {}

  void customise(std::span<const Weight> weight) override {
    BoostSearch::customise(weight);
    landmarks_.emplace(graph(), weight, LandmarkOptions{landmark_count_, LandmarkChoice::avoid});
  }

  ProvedPath prove(VertexId from, VertexId to) override {
    Path found = path(from, to);
    return proved_by_estimate(
        graph(), std::move(found), [&](VertexId vertex) { return distances()[vertex]; },
        [&](VertexId vertex) { return landmarks_->bound(vertex, to, active_); });
  }

  std::size_t memory() const override {
    return BoostSearch::memory() + (landmarks_ ? landmarks_->memory() : 0);
  }

 private:
  struct Bound : boost::astar_heuristic<Graph, Weight> {
    const BoostAStarSolver* solver;
    VertexId target;
    Bound(const BoostAStarSolver* by, VertexId to) : solver{by}, target{to} {}
    Weight operator()(VertexId vertex) const {
      return solver->landmarks_->bound(vertex, target, solver->active_);
    }
  };

  void search(VertexId from, VertexId to) override {
    active_ = landmarks_->best(from, to, active_landmarks);
    try {
      boost::astar_search(graph(), from, Bound{this, to},
                          boost::weight_map(weight_map())
                              .distance_map(property_map(distances()))
                              .vertex_index_map(IndexMap<VertexId>{})
                              .distance_inf(infinite_weight)
                              .distance_combine(AddWeights{})
                              .visitor(PathVisitor<boost::astar_visitor<>>{to, parents()}));
    } catch (const TargetFound&) {
      return;
    }
  }

  std::size_t landmark_count_;
  std::optional<Landmarks> landmarks_;
  std::vector<std::size_t> active_;
};

}  // namespace

std::unique_ptr<RouteSolver> make_boost_a_star(const Graph& graph, std::size_t landmarks) {
  return std::make_unique<BoostAStarSolver>(graph, landmarks);
}

}  // namespace corridor
