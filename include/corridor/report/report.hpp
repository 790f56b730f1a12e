#pragma once

#include <string>
#include <variant>
#include <vector>

#include "corridor/report/carriage.hpp"
#include "corridor/report/table.hpp"
#include "corridor/scenario/demand.hpp"
#include "corridor/scenario/diff.hpp"
#include "corridor/study/compare.hpp"
#include "corridor/study/run.hpp"
#include "corridor/study/validate.hpp"

namespace corridor {

// Values in, text out. Every format but csv and json tells the same story for people; csv is one
// table in long form, and json follows the contract "corridor/1" of docs/output.md.

// With `demand`, the demand carried in the same scenarios, in their order, is told besides.
std::string report_run(const Compiled& compiled, const std::vector<RunResult>& runs, Format format,
                       const CarriageReport* demand = nullptr);
/// One table a measure.
std::string report_comparison(const Compiled& compiled, const std::vector<ComparisonTable>& tables,
                              Format format, const CarriageReport* demand = nullptr);
/// The routes of the scenario's side, leg by leg.
std::string report_routes(const Compiled& compiled, const std::vector<RunResult>& runs,
                          Format format);
std::string report_validation(const Compiled& compiled, const Validation& validation,
                              Format format);

/// What a scenario changes, before anything is computed.
struct DiffReport {
  const Scenario* scenario = nullptr;
  std::vector<std::string> cargoes;  // for which it is so
  std::vector<Effect> effects;
  std::vector<AttributeChange> changes;
  // Of the demand, in the first report of a scenario only:
  std::vector<DemandEffect> demand_effects;
  std::vector<DemandDifference> demand;
};
std::string report_diff(const Network& network, const std::vector<DiffReport>& diffs,
                        Format format);

/// A list of things with their ids. Keys name the columns in json and csv.
struct Listing {
  struct Column {
    std::string key;
    std::string heading;
    int decimals = 0;  // of numbers
  };
  using Cell = std::variant<std::string, double>;

  std::string what;  // nodes, links, ...
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};
std::string report_listing(const Listing& listing, Format format);

}  // namespace corridor
