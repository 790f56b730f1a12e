#pragma once

#include "cli/flow_demand.hpp"

namespace corridor::cli {

/// Finds the largest common share of the demand that fits in each scenario, or in the network as it
/// stands, and reports it.
int share_demand(const Study& study, const DemandCommand& command, const OutputOptions& output);

}  // namespace corridor::cli
