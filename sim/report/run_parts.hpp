#pragma once

#include <string>
#include <vector>

#include "corridor/report/carriage.hpp"

#include "report/document.hpp"
#include "report/measures.hpp"

namespace corridor {

/// Title, what the tables stand on, and what the scenario changed.
Document run_header(const Compiled& compiled, const RunResult& run);

/// A trip or corridor whose figures changed: measures, routes and why.
Document subject_comparison(const Compiled& compiled, const Subject& subject);
/// A trip or corridor of a scenario that changes nothing: one side only.
Document subject_profile(const Compiled& compiled, const Subject& subject);
/// The subjects that a scenario leaves as they were, a line each.
Table unchanged_table(const Compiled& compiled, const std::vector<const Subject*>& subjects);

/// Claims with their verdicts, and news.
Document run_footer(const Compiled& compiled, const RunResult& run);

/// "scenario zangezur, against status_quo" and the like, which other reports show too.
std::string baseline_name(const Scenario& scenario);
/// A change in words with the number of links and nodes that it matched.
std::string effect_text(const Effect& effect);
/// Why there is no route and what would help, in words.
std::string no_route_text(const Network& network, const std::optional<Disconnection>& why);

/// The best other route and its margin. The subject has a runner-up, found or not.
std::string runner_up_text(const Network& network, const Subject& subject);

Table run_table(const Compiled& compiled, const std::vector<RunResult>& runs,
                const CarriageReport* demand);
std::string run_json(const Compiled& compiled, const std::vector<RunResult>& runs,
                     const CarriageReport* demand);

}  // namespace corridor
