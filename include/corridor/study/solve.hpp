#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/graph/point.hpp"
#include "corridor/route/solver.hpp"

namespace corridor {

/// A graph with weights, wherever it comes from. What the spans show must outlive it.
struct Instance {
  const Graph& graph;
  std::span<const Weight> weight;  // by arc
  std::span<const Point> points;   // by vertex, or empty
};

/// What is asked of an instance: the cheapest path, the `k` cheapest without a loop, or, without
/// `to`, the tree of cheapest paths to everywhere.
struct SolveQuestion {
  VertexId from;
  std::optional<VertexId> to = {};
  std::size_t k = 1;
  SolverOptions solver = {};  // of one path; trees and several paths have a solver of their own
  bool certify = false;
};

/// What was checked about an answer, in words, and whether it held.
struct SolveCertificate {
  bool holds = false;
  std::string checked;
};

struct SolveAnswer {
  std::vector<Path> paths;  // by weight; none: there is no path
  std::optional<PathTree> tree;
  std::optional<SolveCertificate> certificate;
  double prepare_s = 0;  // of what does not hang on the question
  double answer_s = 0;   // with its potentials where they are asked for; without checking them
};

SolveAnswer solve(const Instance& instance, const SolveQuestion& question);

}  // namespace corridor
