#pragma once

#include <cstddef>
#include <string>

#include "corridor/report/table.hpp"
#include "corridor/study/solve_flow.hpp"

namespace corridor {

// Answers on standard instances of flow problems, with their questions. Nodes are shown as files
// count them, from 1. Nothing in them hangs on the clock. For people they are a summary; csv is a
// row for each arc; json is both.

struct MaxFlowReport {
  std::string file;
  const MaxFlowQuestion& question;
  const MaxFlowAnswer& answer;
};
std::string report_solve(const MaxFlowReport& report, Format format);

struct MinCostReport {
  std::string file;
  const MinCostQuestion& question;
  const MinCostAnswer& answer;
};
/// csv has no rows where there is no optimum.
std::string report_solve(const MinCostReport& report, Format format);

struct AssignmentReport {
  std::string file;
  std::string trips;
  std::size_t zones = 0;
  const AssignmentQuestion& question;
  const AssignmentAnswer& answer;
};
std::string report_solve(const AssignmentReport& report, Format format);

}  // namespace corridor
