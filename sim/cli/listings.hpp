#pragma once

#include <filesystem>
#include <string>

#include "corridor/input/read.hpp"
#include "corridor/report/report.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor::cli {

/// What a list is narrowed to; empty texts narrow nothing. Letters count alike in either case.
struct ListFilter {
  std::string text;  // in the id or the name
  std::string country;
  std::string mode;
  std::string status;
  std::string corridor;
};

Listing list_nodes(const Network& network, const ListFilter& filter);
/// Statuses as they are in `state`. Throws InputError where a mode or corridor is unknown.
Listing list_links(const Network& network, const ListFilter& filter, const State& state);
Listing list_corridors(const Network& network, const ListFilter& filter);
Listing list_policies(const Network& network, const ListFilter& filter);
/// The scenario files of a folder, by name. One that cannot be read is listed as such.
Listing list_scenarios(const std::filesystem::path& folder, const ListFilter& filter,
                       const ReadOptions& options);

}  // namespace corridor::cli
