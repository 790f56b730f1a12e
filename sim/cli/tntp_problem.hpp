#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "corridor/flow/assignment.hpp"

namespace corridor::cli {

/// An instance of the files as a problem of assignment.
struct TntpProblem {
  TntpProblem() = default;
  TntpProblem(const TntpProblem&) = delete;  // the network points at the graph
  TntpProblem& operator=(const TntpProblem&) = delete;

  Graph graph;
  CongestedNetwork network;
  DemandClass trips;
  std::size_t zones = 0;
};

/// What a unit of toll and of length adds to the cost of a link, instead of what the file says.
struct TntpWeights {
  std::optional<double> toll;
  std::optional<double> distance;
};

/// The options that set them.
std::vector<CLI::Option*> add_weight_options(CLI::App& sub, TntpWeights& weights);

/// Reads both files into `problem`, which is empty. Throws InputError with all that is wrong.
void read_problem(const std::string& network, const std::string& trips, const TntpWeights& weights,
                  TntpProblem& problem);

}  // namespace corridor::cli
