#pragma once

#include <string>

namespace corridor::fuzz {

/// Reads any bytes as a network, a scenario, each of a network's tables, a graph and coordinates
/// (which begin after the first NUL, if there is one), or a flow problem of either kind. What is
/// wrong with them is of no interest here, only that nothing crashes, hangs or fills the memory.
void read_as_network(const std::string& bytes);
void read_as_scenario(const std::string& bytes);
void read_as_tables(const std::string& bytes);
void read_as_road_graph(const std::string& bytes);
void read_as_flow_instance(const std::string& bytes);
/// The same with a network for assignment, and its trips after the first NUL.
void read_as_tntp(const std::string& bytes);

}  // namespace corridor::fuzz
