#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corridor/study/solve.hpp"

namespace corridor {

using VertexPair = std::pair<VertexId, VertexId>;

struct BenchOptions {
  std::vector<SolverOptions> solvers;  // none: all; the reference, Boost's Dijkstra, always
  std::size_t repeat = 1;              // of each measurement; the least time counts
  double budget_s = 10;  // of a solver's questions; what it has not been asked by then it is not
  std::function<void(const std::string&)> progress;  // told what is being measured
};

/// Of the times of single questions, in seconds. The 99th percentile is the least time that 99 in a
/// hundred do not exceed.
struct Spread {
  double mean_s = 0;
  double median_s = 0;
  double p99_s = 0;
};
/// Of any number of times; all zero of none.
Spread spread_of(std::vector<double> seconds);

/// One solver's one-to-one answers.
struct SolverBench {
  std::string solver;
  double prepare_s = 0;        // once a topology
  double customise_s = 0;      // once a metric
  Spread distance;             // of questions for a distance
  Spread path;                 // of questions for a path
  std::size_t questions = 0;   // asked for a distance
  std::size_t memory = 0;      // bytes beyond the graph and the weights
  std::size_t wrong = 0;       // questions whose distance or path is not the reference's
  bool certified = false;      // the first answer, by potentials
  double times_reference = 0;  // the reference's mean over this one's, on the same questions
  bool agrees() const { return wrong == 0 && certified; }
};

/// One way to get many distances: trees, or rows of a matrix.
struct ManyBench {
  std::string method;
  double prepare_s = 0;
  double each_s = 0;           // mean time of a tree, a row or a metric
  std::size_t count = 0;       // of them
  std::size_t wrong = 0;       // distances that are not the reference's
  double times_reference = 0;  // the reference's time over this one's
  bool agrees() const { return wrong == 0; }
};

struct BenchResult {
  std::size_t vertices = 0;
  std::size_t arcs = 0;
  std::size_t questions = 0;           // that the reference has answered: all solvers share them
  std::vector<SolverBench> solvers;    // the reference first
  std::vector<ManyBench> trees;        // to all vertices; the reference first
  std::vector<ManyBench> rows;         // of a matrix between the first vertices of the questions
  std::vector<ManyBench> customising;  // a metric; the reference is one at a time
  bool agrees() const;
};

/// The first of so many pairs that a seed stands for, each of whose ends is one of `ends`.
std::vector<VertexPair> random_pairs(std::span<const VertexId> origins,
                                     std::span<const VertexId> targets, std::size_t count,
                                     std::uint32_t seed);

/// Asks all solvers the same questions, and holds each answer against Boost's Dijkstra. There must
/// be a pair.
BenchResult bench(const Instance& instance, std::span<const VertexPair> pairs,
                  const BenchOptions& options);

}  // namespace corridor
