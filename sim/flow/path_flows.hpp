#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"

namespace corridor::detail {

/// What the pairs of a problem sent along which paths.
struct PathMemory {
  struct Path {
    std::uint32_t of_class;
    VertexId from;
    VertexId to;
    std::vector<ArcId> arcs;
    double share;  // of what its pair sent
  };
  std::vector<Path> paths;  // by class, origin and destination
};

/// The paths of all pairs with what they carry, in link volume, and the volumes, times and slopes
/// that follow for the arcs of a problem.
class PathFlows {
 public:
  using Index = std::uint32_t;
  static constexpr Index none = std::numeric_limits<Index>::max();

  struct Pair {
    std::uint32_t of_class;
    VertexId from;
    VertexId to;
    double volume;
    std::vector<Index> paths;
  };

  /// Without any paths.
  explicit PathFlows(const AssignmentProblem& problem);

  const std::vector<Pair>& pairs() const { return pairs_; }
  double flow(Index path) const { return paths_[path].flow; }
  double cost(Index path) const {
    const Path& of = paths_[path];
    double sum = of.constant;
    for (const Index arc : slow(of)) sum += time_[arc];
    return sum;
  }
  /// What a class pays on each arc of the network; infinite where it is closed.
  void costs(std::uint32_t of_class, std::vector<double>& by_arc) const;

  /// The path of such arcs, new or known.
  Index add(std::size_t pair, std::span<const ArcId> arcs);
  /// Lets the path of a pair carry more.
  void load(Index path, double flow);
  /// Adds up volumes afresh.
  void add_up();
  /// Moves flow between a pair's paths until all that are used cost the same, or nearly. Returns
  /// the cost saved, at the differences of before.
  double even_out(std::size_t pair);
  /// Forgets paths without flow, but for the cheapest of a pair.
  void drop_idle();

  ClassVolumes by_class() const;
  /// Takes over shares, as far as paths are still open. Pairs of which none is are left without.
  void take_over(const PathMemory& memory);
  std::shared_ptr<const PathMemory> memory() const;

 private:
  struct Path {
    std::size_t first;  // of its arcs, and of those whose times hang on their volume
    std::size_t first_slow;
    std::uint32_t count;
    std::uint32_t slow_count;
    double constant;  // what it costs beside the times of those
    double flow;
  };
  struct State {
    double volume;
    double slope;
  };

  std::span<const Index> arcs(const Path& path) const {
    return std::span{arcs_}.subspan(path.first, path.count);
  }
  std::span<const Index> slow(const Path& path) const {
    return std::span{slow_}.subspan(path.first_slow, path.slow_count);
  }
  bool is_open(std::uint32_t of_class, std::span<const ArcId> arcs) const;
  void set_volume(Index arc, double volume);
  double swap(Index from, Index to);
  void list_difference(Index from, Index to);
  double slope_of_difference() const;
  void shift(double volume);

  const AssignmentProblem* problem_;
  std::vector<Index> in_problem_;  // by arc of the network
  std::vector<Pair> pairs_;        // by class, origin and destination
  std::vector<Path> paths_;
  std::vector<Index> arcs_;
  std::vector<Index> slow_;
  std::vector<State> state_;  // by arc
  std::vector<double> time_;  // by arc
  // Of the swap at hand: the arcs that only one of two paths has.
  std::vector<Index> leaving_;
  std::vector<Index> joining_;
  std::vector<std::uint32_t> seen_;  // by arc
  std::uint32_t stamp_ = 0;
};

}  // namespace corridor::detail
