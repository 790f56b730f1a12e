#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/flow_problem.hpp"

namespace corridor {

/// Dijkstra's algorithm for prices that are not whole numbers and change with every search: nothing
/// is prepared but arrays.
class PriceSearch {
 public:
  PriceSearch(const Graph& graph, const IdVector<VertexId, char>& no_passing)
      : graph_{&graph},
        no_passing_{&no_passing},
        distance_(graph.vertex_count(), infinite_cost),
        parent_(graph.vertex_count()),
        wanted_(graph.vertex_count(), 0) {}

  /// Searches from `origin` until all `targets` have their distances. Prices are by arc, 0 or more;
  /// infinite ones close an arc.
  void run(std::span<const double> price, VertexId origin, std::span<const VertexId> targets) {
    for (const VertexId vertex : reached_) distance_[vertex] = infinite_cost;
    reached_.clear();
    heap_.clear();
    ++round_;
    std::size_t left = 0;
    for (const VertexId target : targets) {
      if (wanted_[target] != round_) ++left;
      wanted_[target] = round_;
    }
    reach(origin, 0, ArcId{});
    while (!heap_.empty() && left > 0) {
      const Entry entry = pop();
      if (entry.distance > distance_[entry.vertex]) continue;
      if (wanted_[entry.vertex] == round_) {
        --left;
        wanted_[entry.vertex] = round_ - 1;
      }
      const bool passes = no_passing_->empty() || (*no_passing_)[entry.vertex] == 0;
      if (passes || entry.vertex == origin) scan(price, entry);
    }
  }

  double distance(VertexId vertex) const { return distance_[vertex]; }
  ArcId parent(VertexId vertex) const { return parent_[vertex]; }

 private:
  struct Entry {
    double distance;
    VertexId vertex;
    bool operator<(const Entry& other) const { return distance < other.distance; }
  };

  void scan(std::span<const double> price, const Entry& entry) {
    for (const ArcId arc : graph_->out(entry.vertex)) {
      const double distance = entry.distance + price[arc.index()];
      if (distance < distance_[graph_->head(arc)]) reach(graph_->head(arc), distance, arc);
    }
  }

  void reach(VertexId vertex, double distance, ArcId parent) {
    if (distance_[vertex] == infinite_cost) reached_.push_back(vertex);
    distance_[vertex] = distance;
    parent_[vertex] = parent;
    push({distance, vertex});
  }

  // A heap with four children a node; better entries are pushed anew.
  void push(const Entry& entry) {
    std::size_t hole = heap_.size();
    heap_.push_back(entry);
    while (hole > 0) {
      const std::size_t above = (hole - 1) / 4;
      if (!(entry < heap_[above])) break;
      heap_[hole] = heap_[above];
      hole = above;
    }
    heap_[hole] = entry;
  }

  Entry pop() {
    const Entry top = heap_.front();
    const Entry last = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      const std::size_t end = std::min(child + 4, size);
      for (std::size_t other = child + 1; other < end; ++other) {
        if (heap_[other] < heap_[child]) child = other;
      }
      if (!(heap_[child] < last)) break;
      heap_[hole] = heap_[child];
      hole = child;
    }
    if (size > 0) heap_[hole] = last;
    return top;
  }

  const Graph* graph_;
  const IdVector<VertexId, char>* no_passing_;
  IdVector<VertexId, double> distance_;
  IdVector<VertexId, ArcId> parent_;
  IdVector<VertexId, std::uint32_t> wanted_;  // by the round that wants it
  std::vector<VertexId> reached_;
  std::vector<Entry> heap_;
  std::uint32_t round_ = 1;
};

}  // namespace corridor
