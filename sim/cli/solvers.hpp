#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "corridor/input/road_graph.hpp"
#include "corridor/route/solver.hpp"

namespace corridor::cli {

/// What `solve` and `bench` share.

/// `--solver NAME`, with the names in its help.
CLI::Option* add_solver_option(CLI::App& command, std::string& solver, const std::string& help);
CLI::Option* add_solver_option(CLI::App& command, std::vector<std::string>& solvers,
                               const std::string& help);

/// Throws CommandError if there is none of that name.
SolverOptions find_solver(const std::string& name);

/// Whether places on a map help the solver to prepare.
bool uses_points(const SolverOptions& solver);

/// The graph, with the coordinates given or, if `wanted`, those beside it.
RoadGraph load_road_graph(const std::string& file, const std::string& coordinates, bool wanted);

/// "21.4 us", "35.1 ms", "5.30 s".
std::string seconds_text(double seconds);

}  // namespace corridor::cli
