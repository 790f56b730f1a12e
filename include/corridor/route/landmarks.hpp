#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

/// How landmarks are chosen. `farthest`: each as far as can be from those before it (Goldberg and
/// Harrelson 2005). `avoid`: each at the end of a branch of a tree of cheapest paths that those
/// before it bound badly (Goldberg and Werneck 2005); better bounds for about twice the time.
enum class LandmarkChoice : std::uint8_t { farthest, avoid };

struct LandmarkOptions {
  // Or fewer, where the graph has no more vertices worth choosing; none where open arcs are so
  // heavy that a path without a loop may weigh infinite_weight.
  std::size_t count = 16;
  LandmarkChoice choice = LandmarkChoice::avoid;
};

/// Distances between a few vertices and all others, both ways, and the lower bounds on other
/// distances that follow by the inequality of the triangle. They take 32 bits where the metric
/// allows it. Only lookups after construction: fit for several threads.
class Landmarks {
 public:
  Landmarks(const Graph& graph, std::span<const Weight> weight,
            const LandmarkOptions& options = {});
  ~Landmarks();
  Landmarks(Landmarks&&) noexcept;
  Landmarks& operator=(Landmarks&&) noexcept;

  const std::vector<VertexId>& vertices() const;
  /// No path from `from` to `to` weighs less; infinite_weight where the landmarks show that there
  /// is none. As a function of `from` it is consistent: no arc takes it down by more than it
  /// weighs. Zero for a vertex and itself.
  Weight bound(VertexId from, VertexId to) const;
  /// The same by some of the landmarks, named by their positions in vertices().
  Weight bound(VertexId from, VertexId to, std::span<const std::size_t> active) const;
  /// The `count` landmarks that bound a distance best, best first.
  std::vector<std::size_t> best(VertexId from, VertexId to, std::size_t count) const;

  std::size_t memory() const;  // bytes

  class Tables;
  const Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<Tables> tables_;
};

}  // namespace corridor
