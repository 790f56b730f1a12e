#pragma once

#include <algorithm>
#include <span>

#include <boost/graph/graph_traits.hpp>

#include "corridor/graph/bgl.hpp"
#include "corridor/route/solver.hpp"

namespace corridor {

/// Sums that stop at infinite_weight: what is closed stays closed.
struct AddWeights {
  Weight operator()(Weight a, Weight b) const { return std::min(a + b, infinite_weight); }
};

/// Thrown by a visitor to leave an algorithm of Boost, which offers no other way out.
struct TargetFound {};

/// Boost's algorithms on our graph, without a copy: what the three rivals share.
class BoostSearch : public RouteSolver {
 public:
  explicit BoostSearch(const Graph& graph);

  void customise(std::span<const Weight> weight) override;
  Weight distance(VertexId from, VertexId to) final;
  Path path(VertexId from, VertexId to) final;
  ProvedPath prove(VertexId from, VertexId to) override;
  std::size_t memory() const override;

 protected:
  /// Fills distances and parents at least as far as to `to`.
  virtual void search(VertexId from, VertexId to) = 0;

  const Graph& graph() const { return graph_; }
  SpanMap<ArcId, const Weight> weight_map() const { return SpanMap<ArcId, const Weight>{weight_}; }
  IdVector<VertexId, Weight>& distances() { return distance_; }
  IdVector<VertexId, ArcId>& parents() { return parent_; }

 private:
  const Graph& graph_;
  std::span<const Weight> weight_;
  IdVector<VertexId, Weight> distance_;
  IdVector<VertexId, ArcId> parent_;
};

/// Keeps the last arc to each vertex, and stops at the target. `Base` is the visitor that does
/// nothing.
template <class Base>
struct PathVisitor : Base {
  VertexId target;
  IdVector<VertexId, ArcId>* parent;

  PathVisitor(VertexId to, IdVector<VertexId, ArcId>& parents) : target{to}, parent{&parents} {}

  void edge_relaxed(ArcId arc, const Graph& graph) const { (*parent)[graph.head(arc)] = arc; }
  void examine_vertex(VertexId vertex, const Graph&) const {
    if (vertex == target) throw TargetFound{};
  }
};

}  // namespace corridor
