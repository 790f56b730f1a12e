#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/flow/assignment.hpp"
#include "corridor/flow/max_flow.hpp"
#include "corridor/flow/min_cost_flow.hpp"
#include "corridor/study/solve.hpp"

namespace corridor {

// Answers to standard instances of flow problems. Times are of solving, without checking.

/// The most from one vertex to another. What the span shows must outlive it.
struct MaxFlowQuestion {
  const Graph& graph;
  std::span<const Tonnage> capacity;  // by arc
  VertexId source;
  VertexId sink;
  bool certify = false;
};

struct MaxFlowAnswer {
  MaxFlow flow;
  std::optional<SolveCertificate> certificate;
  double answer_s = 0;
};

/// Throws as max_flow does.
MaxFlowAnswer solve(const MaxFlowQuestion& question);

/// The cheapest flow. What the problem shows must outlive it.
struct MinCostQuestion {
  const Graph& graph;
  MinCostProblem problem;
  bool certify = false;
};

struct MinCostAnswer {
  MinCostFlow flow;
  std::int64_t pivots = 0;  // exchanges of basis
  std::optional<SolveCertificate> certificate;
  double answer_s = 0;
};

/// Throws as MinCostSolver does.
MinCostAnswer solve(const MinCostQuestion& question);

/// Trips of one class on links that slow down as they fill.
struct AssignmentQuestion {
  const CongestedNetwork& network;
  const DemandClass& trips;
  AssignmentOptions options = {};
  bool certify = false;
};

struct AssignmentAnswer {
  Assignment flow;
  IdVector<ArcId, double> time;  // of an arc at its volume
  IdVector<ArcId, double> cost;  // the same with what is fixed
  double total_time = 0;         // volume x time
  double total_cost = 0;         // volume x cost
  double asked = 0;              // volume of all trips
  double left_out = 0;           // of those that no open path can carry
  std::optional<AssignmentCertificate> proof;
  std::optional<SolveCertificate> certificate;  // the proof in words
  double answer_s = 0;
};

/// Throws as assign does.
AssignmentAnswer solve(const AssignmentQuestion& question);

/// `algorithm_b`, `bfw`, `cfw`, `fw`: as programs for assignment call them.
std::string name_of(AssignmentMethod method);
std::optional<AssignmentMethod> assignment_method_by_name(const std::string& name);
std::vector<std::string> assignment_method_names();

}  // namespace corridor
