#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include "corridor/graph/graph.hpp"

// A Graph as a model of Boost.Graph's concepts (BidirectionalGraph, VertexListGraph,
// EdgeListGraph), so that Boost's algorithms run on it without a copy. Include this before Boost's
// algorithms.

namespace boost {

template <>
struct graph_traits<corridor::Graph> {
  using vertex_descriptor = corridor::VertexId;
  using edge_descriptor = corridor::ArcId;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : bidirectional_graph_tag,
                              vertex_list_graph_tag,
                              edge_list_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = corridor::IdRange<corridor::VertexId>::iterator;
  using edge_iterator = corridor::IdRange<corridor::ArcId>::iterator;
  using out_edge_iterator = edge_iterator;
  using in_edge_iterator = std::span<const corridor::ArcId>::iterator;
  static vertex_descriptor null_vertex() { return {}; }
};
template <>
struct graph_traits<const corridor::Graph> : graph_traits<corridor::Graph> {};

}  // namespace boost

namespace corridor {

/// The position of a vertex or an arc in its list, as a readable property map.
template <class Key>
struct IndexMap {
  using key_type = Key;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(IndexMap, Key key) { return key.index(); }
};

/// An array by id as an lvalue property map: of values that the algorithm may write, or of const
/// ones that it may read. The array must outlive the map.
template <class Key, class T>
class SpanMap {
 public:
  using key_type = Key;
  using value_type = std::remove_const_t<T>;
  using reference = T&;
  using category = boost::lvalue_property_map_tag;

  SpanMap() = default;
  explicit SpanMap(std::span<T> values) : values_{values} {}
  T& operator[](Key key) const { return values_[key.index()]; }
  friend T& get(const SpanMap& map, Key key) { return map[key]; }
  friend void put(const SpanMap& map, Key key, value_type value) requires(!std::is_const_v<T>) {
    map[key] = value;
  }

 private:
  std::span<T> values_;
};

template <class Key, class T>
SpanMap<Key, T> property_map(IdVector<Key, T>& values) {
  return SpanMap<Key, T>{values.values()};
}
template <class Key, class T>
SpanMap<Key, const T> property_map(const IdVector<Key, T>& values) {
  return SpanMap<Key, const T>{values.values()};
}

// What Boost.Graph asks of a graph, found by argument-dependent look-up.

inline std::size_t num_vertices(const Graph& graph) { return graph.vertex_count(); }
inline std::size_t num_edges(const Graph& graph) { return graph.arc_count(); }
inline VertexId source(ArcId arc, const Graph& graph) { return graph.tail(arc); }
inline VertexId target(ArcId arc, const Graph& graph) { return graph.head(arc); }

inline auto vertices(const Graph& graph) {
  return std::pair{graph.vertices().begin(), graph.vertices().end()};
}
inline auto edges(const Graph& graph) {
  return std::pair{graph.arcs().begin(), graph.arcs().end()};
}
inline auto out_edges(VertexId vertex, const Graph& graph) {
  return std::pair{graph.out(vertex).begin(), graph.out(vertex).end()};
}
inline auto in_edges(VertexId vertex, const Graph& graph) {
  const std::span<const ArcId> arcs = graph.in(vertex);
  return std::pair{arcs.begin(), arcs.end()};
}
inline std::size_t out_degree(VertexId vertex, const Graph& graph) {
  return graph.out(vertex).size();
}
inline std::size_t in_degree(VertexId vertex, const Graph& graph) {
  return graph.in(vertex).size();
}
inline std::size_t degree(VertexId vertex, const Graph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
inline IndexMap<VertexId> get(boost::vertex_index_t, const Graph&) { return {}; }
inline std::size_t get(boost::vertex_index_t, const Graph&, VertexId vertex) {
  return vertex.index();
}
inline IndexMap<ArcId> get(boost::edge_index_t, const Graph&) { return {}; }
inline std::size_t get(boost::edge_index_t, const Graph&, ArcId arc) { return arc.index(); }

}  // namespace corridor

namespace boost {

template <>
struct property_map<corridor::Graph, vertex_index_t> {
  using type = corridor::IndexMap<corridor::VertexId>;
  using const_type = type;
};
template <>
struct property_map<corridor::Graph, edge_index_t> {
  using type = corridor::IndexMap<corridor::ArcId>;
  using const_type = type;
};

}  // namespace boost
