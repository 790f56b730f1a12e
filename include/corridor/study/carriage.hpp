#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/flow/assignment.hpp"
#include "corridor/flow/multicommodity.hpp"
#include "corridor/scenario/demand.hpp"
#include "corridor/study/world.hpp"

namespace corridor {

/// By what rule demand finds its way.
enum class CarriageMethod : std::uint8_t {
  least_cost,       // as one planner would: least generalised cost within the capacities
  equilibrium,      // as everybody for himself would on links that slow down as they fill
  system_optimum,   // as one planner would on such links
  logit,            // as everybody for himself, who does not know all costs, on such links
  path_size_logit,  // likewise; routes that share links count for less
};
/// Whether routes are chosen by probabilities.
inline bool is_choice(CarriageMethod method) {
  return method == CarriageMethod::logit || method == CarriageMethod::path_size_logit;
}

struct CarriageOptions {
  CarriageMethod method = CarriageMethod::least_cost;
  /// Relative gap to reach; left out: 1e-9 of least_cost, else 1e-6.
  std::optional<double> gap;
  double penalty_usd_t = 1000;  // of least_cost: what a tonne that is not carried costs
  /// Of the logits: a route that costs 1/theta USD/t more is taken by a factor e more seldom. An
  /// assumption: what shippers know and rates do not say then has a standard deviation of
  /// pi / (theta sqrt 6) = 13 USD/t, a tenth of what a tonne of the shipped demand pays.
  double theta_t_usd = 0.1;
  std::optional<Date> as_of;  // instead of the scenario's
  bool certify = false;
};

/// The gap that stands for one that is left out.
inline double gap_of(const CarriageOptions& options) {
  return options.gap.value_or(options.method == CarriageMethod::least_cost ? 1e-9 : 1e-6);
}

/// What goes by a mode, through a country or along a corridor, a year. Tonnes of a mode are those
/// put on it, of a country those loaded in it or brought into it; of a corridor the mean over its
/// length.
struct Tally {
  double t_yr = 0;
  double tkm_yr = 0;
  double usd_yr = 0;  // without the value of time
};

/// What became of the demand between two places.
struct PairCarriage {
  NodeId from;
  NodeId to;
  CargoId cargo;
  double demand_t_yr = 0;
  double carried_t_yr = 0;
  double generalised_usd_t = 0;  // mean of what is carried, time included; 0 if nothing is
  UnmetReason reason = UnmetReason::capacity;  // of what is not carried

  double unmet_t_yr() const { return demand_t_yr - carried_t_yr; }
};

/// A link in one direction, a port or a gauge-change station, for the cargoes that share it.
struct CapacityUse {
  WayId way;            // of a link
  NodeId node;          // of a port or station
  std::string cargoes;  // "in TEU" or "in t" where cargo by TEU and by tonne has limits of its own
  double volume_t_yr = 0;
  double capacity_t_yr = 0;
  double price_usd_t = 0;  // of least_cost: what another tonne a year of it saves
  bool assumed = false;    // the capacity is an assumption or of low confidence

  double fullness() const { return volume_t_yr / capacity_t_yr; }
};

/// Worst residuals of what was checked without the solver.
struct CarriageCertificate {
  bool holds = false;
  double gap = 0;
  double worst_overload = 0;   // of least_cost, relative
  double worst_imbalance = 0;  // of demand or of conservation, relative
};

/// A demand carried in one world, a year.
struct Carriage {
  Date date;
  double demand_t_yr = 0;
  double carried_t_yr = 0;
  double tkm_yr = 0;
  double usd_yr = 0;
  double time_t_h_yr = 0;  // tonne-hours under way
  double emissions_t_yr = 0;
  double generalised_usd_yr = 0;  // cost and time of what is carried
  IdVector<ModeId, Tally> by_mode;
  std::map<std::string, Tally> by_country;
  IdVector<CorridorId, Tally> by_corridor;
  std::vector<PairCarriage> pairs;  // the same on both sides, by cargo, then as the demand has them
  std::vector<CapacityUse> uses;    // of every capacity that is used, the fullest first, and of
                                    // full ones those with the highest price
  double relative_gap = 0;
  std::size_t iterations = 0;
  double seconds = 0;  // of solving alone
  bool converged = false;
  std::optional<CarriageCertificate> certificate;

  double unmet_t_yr() const { return demand_t_yr - carried_t_yr; }
};

/// What is to be carried before and after; the scenario's may be the same.
struct Demands {
  const Demand& baseline;
  const Demand& scenario;
};

struct CarriageResult {
  const Scenario* scenario = nullptr;  // none: the network as it stands, on both sides
  std::string demand;                  // its id
  Carriage baseline;
  Carriage changed;
};

/// Carries the demand in the scenario's baseline and in the scenario, the second time beginning
/// with the answer of the first. `scenario` may be null. Throws InputError where changes do not fit
/// the network.
CarriageResult carry(const Compiled& compiled, const Scenario* scenario, const Demands& demands,
                     const CarriageOptions& options);

}  // namespace corridor
