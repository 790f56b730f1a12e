#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/demand_plan.hpp"
#include "corridor/scenario/scenario.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// What is to be carried from a node to another: the share that this pair has in a total.
struct DemandEntry {
  NodeId from;
  NodeId to;
  CargoId cargo;
  std::size_t total = 0;     // that it is part of: an index of Demand::totals
  double standing_t_yr = 0;  // as the plan has it, above 0
  double low_t_yr = 0;       // range of the same
  double high_t_yr = 0;
  double factor = 1;  // of the scenario's changes
  Basis basis = Basis::known;

  double t_yr() const { return factor * standing_t_yr; }
  friend bool operator==(const DemandEntry&, const DemandEntry&) = default;
};

/// Where the entries of a total come from.
struct DemandSource {
  std::string id;
  Provenance provenance;
  friend bool operator==(const DemandSource&, const DemandSource&) = default;
};

/// A demand in nodes and tonnes. Two totals may hold the same pair and cargo: see by_pair().
struct Demand {
  std::string id;
  std::string title;
  int year = 0;
  std::vector<DemandSource> totals;
  std::vector<DemandEntry> entries;  // by total, then in the order of their regions' places
  friend bool operator==(const Demand&, const Demand&) = default;
};

/// The plan with its totals spread over pairs of places, each by balance(). Row and column margins
/// are the shares of the places at the two ends; the seed is exp(-d/decay), d the great-circle
/// distance (Wilson 1967), or 1 without a decay, and 0 from a place to itself. Amounts in TEU
/// become tonnes by the cargo's. Unknown names, and totals that cannot be spread, are errors.
Demand spread(const Network& network, const DemandPlan& plan, Diagnostics& diagnostics);

/// What one change did to a demand.
struct DemandEffect {
  const Change* change = nullptr;
  std::vector<std::size_t> entries;  // that it matched
  double before_t_yr = 0;            // their sum
  double after_t_yr = 0;
  bool changed_anything = false;
};

/// Applies the `demand` changes among `changes`, in order, to the demand that spread() gave or an
/// earlier apply left; all others are of the network, and are passed over. Selectors that match
/// nothing are errors, changes without effect are warnings. Factors multiply; one within 1e-9 of 1
/// is 1, so that a change and its inverse leave the same bytes. `effects`, if wanted, gets an entry
/// for each `demand` change.
void apply(const Network& network, const std::vector<Change>& changes, Demand& demand,
           Diagnostics& diagnostics, std::vector<DemandEffect>* effects = nullptr);

/// What the scenario has to carry: its plan spread, then its changes. Nothing if it names no demand
/// (and its `extends` and baseline neither).
std::optional<Demand> demand_of(const Network& network, const Scenario& scenario,
                                Diagnostics& diagnostics,
                                std::vector<DemandEffect>* effects = nullptr);

/// All that goes from a node to another of one cargo.
struct PairDemand {
  NodeId from;
  NodeId to;
  CargoId cargo;
  double t_yr = 0;
  double low_t_yr = 0;  // ranges of parts add up, as if they were wrong together
  double high_t_yr = 0;
  Basis basis = Basis::known;  // the weakest of its parts
  friend bool operator==(const PairDemand&, const PairDemand&) = default;
};

/// The entries put together, by origin, destination and cargo; those scaled to nothing are left
/// out.
std::vector<PairDemand> by_pair(const Demand& demand);

/// A pair whose demand differs between two demands.
struct DemandDifference {
  NodeId from;
  NodeId to;
  CargoId cargo;
  double before_t_yr = 0;
  double after_t_yr = 0;
};

/// Every pair and cargo that differs, in their order.
std::vector<DemandDifference> difference(const Demand& before, const Demand& after);

}  // namespace corridor
