#pragma once

#include <string>

#include "corridor/report/table.hpp"
#include "corridor/study/solve.hpp"

namespace corridor {

/// An answer on a standard instance, with its question. Nodes are shown as files count them, from
/// 1. Nothing in it hangs on the clock.
struct SolveReport {
  std::string file;
  const Graph& graph;
  const SolveQuestion& question;
  const SolveAnswer& answer;
  bool whole_paths = false;  // in text for people; csv and json always hold them
};

/// Paths, or, of a tree, a summary for people and all nodes in csv and json.
std::string report_solve(const SolveReport& report, Format format);

}  // namespace corridor
