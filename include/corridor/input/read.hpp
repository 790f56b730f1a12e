#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/demand_plan.hpp"
#include "corridor/scenario/scenario.hpp"

namespace corridor {

/// What the readers may do and how much they will swallow.
struct ReadOptions {
  bool allow_outside = false;         // files outside the folder tree of the first file
  std::size_t max_bytes = 64U << 20;  // of one file
  std::size_t max_depth = 64;         // of nested YAML
  std::size_t max_nodes = 2'000'000;  // of YAML, aliases counted each time they are used
};

/// Reads a network: a YAML file, or a folder that holds `network.yaml`. Throws InputError with all
/// that is wrong; warnings go to `warnings`.
Network read_network(const std::filesystem::path& file_or_folder, Diagnostics& warnings,
                     const ReadOptions& options = {});

/// A scenario with its network, extends and baseline read and resolved, built links added.
struct Study {
  Network network;
  std::vector<Scenario> scenarios;
};

/// Reads scenarios that share a network (or stand on the one given in `network`). Throws
/// InputError.
Study read_study(const std::vector<std::filesystem::path>& scenario_files, Diagnostics& warnings,
                 const ReadOptions& options = {}, const std::filesystem::path& network = {});

/// Reads a demand, and holds it against the network that it is about. Throws InputError.
DemandPlan read_demand(const std::filesystem::path& file, const Network& network,
                       Diagnostics& warnings, const ReadOptions& options = {});

/// The same from text, for tests and fuzzing; file names in diagnostics are as given. `folder` is
/// where tables and other files are looked for.
Network read_network_text(const std::string& yaml, const std::string& name,
                          const std::filesystem::path& folder, Diagnostics& warnings,
                          const ReadOptions& options = {});
Scenario read_scenario_text(const std::string& yaml, const std::string& name,
                            const std::filesystem::path& folder, Diagnostics& warnings,
                            const ReadOptions& options = {});
DemandPlan read_demand_text(const std::string& yaml, const std::string& name,
                            const Network& network, Diagnostics& warnings,
                            const ReadOptions& options = {});

/// What kind of file this is, by its first keys: "network", "scenario", "demand" or "" (none).
std::string kind_of_file(const std::filesystem::path& file);

}  // namespace corridor
