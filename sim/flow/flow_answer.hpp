#pragma once

#include <vector>

#include "flow/path_master.hpp"

namespace corridor {

/// What a master's solution makes of each commodity: paths that add up to its volume or, with what
/// stays, to it.
struct FlowAnswer {
  std::vector<PathFlow> paths;  // by demand
  std::vector<UnmetDemand> unmet;
};

FlowAnswer answer_of(const FlowProblem& problem, const PathPool& pool, const PathMaster& master);

/// Flows of arcs, by class.
std::vector<IdVector<ArcId, double>> flows_of(const FlowProblem& problem,
                                              const std::vector<PathFlow>& paths);

/// What the paths load onto each row.
std::vector<double> loads_of(const FlowProblem& problem, const std::vector<PathFlow>& paths);

/// Takes from the paths over each overfull row what is too much, and leaves it unmet.
void make_fit(const FlowProblem& problem, FlowAnswer& answer);

}  // namespace corridor
