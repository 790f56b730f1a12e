#pragma once

#include <span>
#include <vector>

#include "corridor/study/bench.hpp"

namespace corridor {

/// What the reference has answered, and how long each question took it.
struct Reference {
  std::vector<Weight> distance;
  std::vector<double> seconds;
};

/// Measures a solver. Of the reference itself `reference` is empty, and is filled.
SolverBench bench_solver(const Instance& instance, std::span<const VertexPair> pairs,
                         const SolverOptions& solver, const BenchOptions& options,
                         Reference& reference);

/// Trees, rows and customisation, into the result.
void bench_many(const Instance& instance, std::span<const VertexPair> pairs,
                const BenchOptions& options, BenchResult& result);

}  // namespace corridor
