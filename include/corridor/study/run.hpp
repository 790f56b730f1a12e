#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

struct RunOptions {
  std::optional<Objective> objective;  // instead of the scenario's and the trips' own
  std::optional<Date> as_of;           // instead of the scenario's
  bool certify = false;
  bool runner_up = true;
  bool most_throughput = true;
  std::size_t threads = 1;
};

/// One side of a comparison.
struct Side {
  Evaluation evaluation;
  std::string route;  // in words
  std::vector<Leg> legs;
  std::vector<Evaluation> by_arc;  // of the route's arcs, in order
  std::optional<RunnerUp> runner_up;
  std::string runner_up_route;
  std::string runner_up_difference;  // where it leaves the route, in words
  std::optional<Disconnection> disconnection;
  std::optional<Throughput> most_throughput;  // trips only
  std::optional<PathCertificate> certificate;
};

/// A trip or a corridor, in the baseline and in the scenario.
struct Subject {
  bool is_corridor = false;
  std::string id;
  std::string name;
  CargoId cargo;
  Objective objective = Objective::generalised;
  Side baseline;
  Side scenario;
};

enum class Verdict { holds, fails, cannot_tell };

struct ClaimResult {
  const Expectation* expectation = nullptr;
  Verdict verdict = Verdict::cannot_tell;
  double value = 0;      // the measure, or the relative change (a share)
  double measured = 0;   // the measure, relative claim or not
  double reference = 0;  // what a relative claim compares with
  double miss = 0;       // how far beyond the bound
  std::string why;       // of cannot_tell; otherwise in words
};

struct RunResult {
  const Scenario* scenario = nullptr;
  Date baseline_date;
  Date scenario_date;
  std::string network_hash;
  std::vector<Subject> subjects;
  std::vector<ClaimResult> claims;
  std::vector<Effect> effects;    // of the scenario's changes, for its first cargo
  std::vector<std::string> news;  // how old the last news of links on the routes is
};

RunResult run(const Compiled& compiled, const Scenario& scenario, const RunOptions& options);

/// The same for many scenarios, in their order, whatever the number of threads. Their trips are
/// solved side by side. Throws InputError where the changes of one do not fit the network.
std::vector<RunResult> run_all(const Compiled& compiled, std::span<const Scenario> scenarios,
                               const RunOptions& options);

/// In USD per unit of the cargo, or h: what changed from baseline to scenario, by component. Sums
/// exactly to the change of the totals once rounded to `decimals` (largest remainders). All zero
/// where one side has no route.
struct Waterfall {
  Breakdown change{};
  double total = 0;
};
Waterfall cost_waterfall(const Subject& subject, double tonnes_per_unit, int decimals);
Waterfall time_waterfall(const Subject& subject, int decimals);

}  // namespace corridor
