#pragma once

#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"
#include "corridor/study/evaluation.hpp"

namespace corridor {

/// A topology in which what is at sea remembers the country where it was put on the ship: each
/// vertex of a ship's service is there once for each country with a quay. So the borders that a
/// route crosses are a sum over its arcs, that of a landing abroad included.
class BoardingGraph {
 public:
  explicit BoardingGraph(const Compiled& compiled);

  const Graph& graph() const { return graph_; }
  ArcId original(ArcId arc) const { return original_[arc]; }
  /// By arc, one for each border crossed there.
  std::span<const Weight> borders() const { return borders_.values(); }
  /// Values by arc of the topology, by arc of this graph.
  std::vector<Weight> spread(std::span<const Weight> values) const;
  /// The same question of this graph. Its ends are no vertices at sea.
  PathQuery spread(const PathQuery& query) const;

 private:
  /// Copies of a vertex: one, or at sea one for each country.
  VertexId copy(VertexId vertex, std::size_t country) const {
    return VertexId{first_copy_[vertex].index() + (at_sea_[vertex] != 0 ? country : 0)};
  }
  void add_arcs(const Compiled& compiled, VertexId tail, std::size_t country);

  IdVector<NodeId, std::size_t> country_;  // of nodes with a quay, numbered by first node
  std::size_t countries_ = 0;
  IdVector<VertexId, char> at_sea_;
  IdVector<VertexId, VertexId> first_copy_;
  std::vector<ArcEnds> ends_;
  IdVector<ArcId, ArcId> original_;
  IdVector<ArcId, Weight> borders_;
  Graph graph_;
};

}  // namespace corridor
