#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corridor/report/carriage.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

inline constexpr const char* default_demand = "scenarios/demand/2024.yaml";

/// The options of `flow` that carry a demand.
struct DemandCommand {
  std::string demand;  // a file, instead of the scenarios'
  CarriageOptions carriage;
  bool share = false;              // the largest that fits, instead of carrying
  CLI::Option* penalty = nullptr;  // means nothing to a share
  CLI::Option* theta = nullptr;    // means something to the logits alone
  std::size_t most = 10;
};
/// Adds them; each of them speaks of demand, and none may stand beside one of `others`.
void add_demand_options(CLI::App& sub, DemandCommand& command,
                        const std::vector<CLI::Option*>& others);

/// The demands of a scenario and its baseline; of no scenario, the network's as it stands.
struct ScenarioDemands {
  Demand baseline;
  Demand scenario;
};
ScenarioDemands demands_of(const Network& network, const Scenario* scenario,
                           const std::string& file, const OutputOptions& output);

/// Says on standard error what was checked of one side, as `which` has it, in a scenario or in the
/// network as it stands. `good` becomes false where it does not hold.
void print_proof(const Scenario* scenario, const char* which,
                 const std::optional<CarriageCertificate>& certificate, bool& good);

/// `--with-demand` of `run` and `compare`.
void add_with_demand_option(CLI::App& sub, bool& wanted);

/// The scenarios' demand carried at least cost in each of them; `certified` becomes false where it
/// was to be proved and was not.
CarriageReport demand_in(const Compiled& compiled, const Study& study, const RunOptions& options,
                         const OutputOptions& output, bool& certified);

/// Carries the demand in each scenario, or in the network as it stands, or finds the share of it
/// that fits, and reports it.
int carry_demand(const Study& study, const DemandCommand& command, const OutputOptions& output);

}  // namespace corridor::cli
