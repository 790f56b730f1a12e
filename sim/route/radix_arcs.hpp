#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// Vertices in the order in which their data lie in memory, so that neighbours lie close together
/// whatever the order of the input.
class MemoryOrder {
 public:
  /// As the graph has them.
  static MemoryOrder as_given(const Graph& graph);
  /// In the order in which a walk in depth, along and against the arcs, comes to them.
  static MemoryOrder by_depth(const Graph& graph);

  std::uint32_t place(VertexId vertex) const { return place_[vertex.index()]; }
  VertexId vertex(std::uint32_t place) const { return VertexId{vertex_[place]}; }
  std::size_t size() const { return place_.size(); }
  std::size_t memory() const { return (place_.capacity() + vertex_.capacity()) * sizeof place_[0]; }

 private:
  std::vector<std::uint32_t> place_;
  std::vector<std::uint32_t> vertex_;
};

/// The open arcs of a graph under one metric, as a search reads them: ends and weights side by
/// side, loops left out, vertices in memory order.
template <class Word>
class RadixArcs {
 public:
  RadixArcs() = default;
  RadixArcs(const Graph& graph, std::span<const Weight> weight, const MemoryOrder& order,
            Direction direction)
      : RadixArcs{} {
    assign(graph, weight, order, direction);
  }
  void assign(const Graph& graph, std::span<const Weight> weight, const MemoryOrder& order,
              Direction direction) {
    first_.clear();
    arcs_.clear();
    ids_.clear();
    first_.reserve(graph.vertex_count() + 1);
    arcs_.reserve(graph.arc_count());
    ids_.reserve(graph.arc_count());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
      first_.push_back(static_cast<std::uint32_t>(arcs_.size()));
      const VertexId vertex = order.vertex(place);
      if (direction == Direction::forward) {
        for (const ArcId arc : graph.out(vertex)) {
          add(vertex, graph.head(arc), arc, weight, order);
        }
      } else {
        for (const ArcId arc : graph.in(vertex)) add(vertex, graph.tail(arc), arc, weight, order);
      }
    }
    first_.push_back(static_cast<std::uint32_t>(arcs_.size()));
  }

  struct Arc {
    std::uint32_t head;
    Word weight;
  };
  /// The arcs of a vertex are at [first(vertex), first(vertex + 1)).
  std::uint32_t first(std::uint32_t vertex) const { return first_[vertex]; }
  const Arc& arc(std::uint32_t at) const { return arcs_[at]; }
  ArcId id(std::uint32_t at) const { return ids_[at]; }

  /// Hints that a vertex is about to be looked up, and then its arcs.
  void expect(std::uint32_t vertex) const { __builtin_prefetch(first_.data() + vertex); }
  void expect_arcs(std::uint32_t vertex) const {
    __builtin_prefetch(arcs_.data() + first_[vertex]);
  }

  std::size_t memory() const {
    return first_.capacity() * sizeof(std::uint32_t) + arcs_.capacity() * sizeof(Arc) +
           ids_.capacity() * sizeof(ArcId);
  }

 private:
  void add(VertexId from, VertexId to, ArcId arc, std::span<const Weight> weight,
           const MemoryOrder& order) {
    const Weight w = weight[arc.index()];
    if (w >= infinite_weight || to == from) return;
    arcs_.push_back({order.place(to), static_cast<Word>(w)});
    ids_.push_back(arc);
  }

  std::vector<std::uint32_t> first_;
  std::vector<Arc> arcs_;
  std::vector<ArcId> ids_;
};

/// The same in the order of the graph, for a single search: quickly made, with no list of ids.
/// Closed arcs become loops, which lead nowhere.
template <class Word, Direction direction>
class PlainArcs {
 public:
  PlainArcs(const Graph& graph, std::span<const Weight> weight)
      : first_(std::make_unique_for_overwrite<std::uint32_t[]>(graph.vertex_count() + 1)),
        arcs_(std::make_unique_for_overwrite<Arc[]>(graph.arc_count())),
        in_{graph.vertex_count() > 0 ? graph.in(VertexId{0}).data() : nullptr} {
    const auto arcs = static_cast<std::uint32_t>(graph.arc_count());
    for (const VertexId vertex : graph.vertices()) first_[vertex.index()] = first_of(graph, vertex);
    first_[graph.vertex_count()] = arcs;
    for (std::uint32_t at = 0; at < arcs; ++at) {
      const ArcId arc = id(at);
      const bool forward = direction == Direction::forward;
      const VertexId from = forward ? graph.tail(arc) : graph.head(arc);
      const VertexId to = forward ? graph.head(arc) : graph.tail(arc);
      const Weight w = weight[arc.index()];
      const bool open = w < infinite_weight;
      arcs_[at] = {static_cast<std::uint32_t>((open ? to : from).index()),
                   static_cast<Word>(open ? w : 0)};
    }
  }

  struct Arc {
    std::uint32_t head;
    Word weight;
  };
  std::uint32_t first(std::uint32_t vertex) const { return first_[vertex]; }
  const Arc& arc(std::uint32_t at) const { return arcs_[at]; }
  ArcId id(std::uint32_t at) const { return direction == Direction::forward ? ArcId{at} : in_[at]; }
  void expect(std::uint32_t vertex) const { __builtin_prefetch(first_.get() + vertex); }
  void expect_arcs(std::uint32_t vertex) const { __builtin_prefetch(arcs_.get() + first_[vertex]); }

 private:
  std::uint32_t first_of(const Graph& graph, VertexId vertex) const {
    if constexpr (direction == Direction::forward) {
      return static_cast<std::uint32_t>((*graph.out(vertex).begin()).index());
    } else {
      return static_cast<std::uint32_t>(graph.in(vertex).data() - in_);
    }
  }

  std::unique_ptr<std::uint32_t[]> first_;
  std::unique_ptr<Arc[]> arcs_;
  const ArcId* in_;  // the arcs into all vertices, one after the other
};

}  // namespace corridor
