#pragma once

#include <fmt/format.h>

#include "corridor/input/write.hpp"
#include "corridor/report/solve_flow.hpp"

#include "cli/solve_command.hpp"
#include "cli/solvers.hpp"

namespace corridor::cli {

inline void say_times(const SolveCommand& command, double read_s, double answer_s) {
  if (command.output.quiet) return;
  fmt::print(stderr, "read in {}, answered in {}\n", seconds_text(read_s), seconds_text(answer_s));
}

/// The flows to their file, if they have one, then the answer.
template <class Report>
void emit_flows(const SolveCommand& command, const Report& report) {
  if (!command.flows.empty()) {
    write_file(command.flows, report_solve(report, Format::csv), command.output.force);
  }
  emit(command.output, report_solve(report, format_of(command.output)));
}

}  // namespace corridor::cli
