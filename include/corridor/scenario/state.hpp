#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corridor/core/id.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/scenario.hpp"

namespace corridor {

/// What a resolved value rests on. `given` values come from the scenario, and are nobody's finding.
enum class Basis : std::uint8_t { known, assumed, low_confidence, given };

inline bool is_weak(Basis basis) {
  return basis == Basis::assumed || basis == Basis::low_confidence;
}

/// A resolved number in base units, for a tonne of one cargo.
struct Value {
  double value = 0;
  Basis basis = Basis::known;
  friend bool operator==(const Value&, const Value&) = default;
};

/// A link in one direction on one day, for one cargo: what it costs, carries, and whether it is
/// open. The second group follows from the first; edits touch the first and derive the second anew,
/// so that an edit and its inverse leave the same bytes.
struct WayState {
  Status status = Status::operational;
  bool cargo_allowed = true;  // false: a dated event or a change bars this cargo
  double length_km = 0;
  Value speed_km_h;
  Value rate_usd_tkm;
  Value fixed_usd_t;
  Value rate_kg_tkm;  // emissions
  Value toll_usd_t;   // a multiple of toll_quantum_usd_t
  Value wait_h;
  bool crosses_border = false;
  Value border_h;
  Value border_usd_t;
  Value capacity_t_yr;

  bool open = false;  // operational, cargo allowed by the way and by its mode, not one-way's back
  Value haul_h;       // length / speed, stretched by the mode's driving hours a day
  Value haul_usd_t;   // rate x length + fixed cost
  Value emissions_kg_t;   // rate x length
  std::string closed_by;  // the change or event that closed it, in words; empty if none did
  friend bool operator==(const WayState&, const WayState&) = default;
};

/// Tolls are multiples of this (2^-32 USD/t), so that sums of tolls up to a million USD/t are
/// exact: they do not depend on the order of their parts, and taking a toll off leaves what was
/// there.
inline constexpr double toll_quantum_usd_t = 1.0 / 4294967296.0;

struct NodeState {
  Value dwell_h;
  Value handling_usd_t;
  Value transfer_h;  // land to land; negative: the pair's default holds
  Value transfer_usd_t;
  Value gauge_h;
  Value gauge_usd_t;
  Value capacity_t_yr;  // infinity where the node has no limit of its own
  friend bool operator==(const NodeState&, const NodeState&) = default;
};

/// The network on one day, under one scenario, for one cargo. Edit and undo gives an equal State.
struct State {
  Date date;
  CargoId cargo;
  IdVector<WayId, WayState> ways;  // two for each link
  IdVector<NodeId, NodeState> nodes;
  IdVector<PolicyId, char> policies;  // 1: on
  friend bool operator==(const State&, const State&) = default;
};

/// What one change did.
struct Effect {
  const Change* change = nullptr;
  std::vector<LinkId> links;  // that it matched
  std::vector<NodeId> nodes;
  bool changed_anything = false;
};

/// Day of the latest event, or the state date of the tables, whichever is later.
Date latest_date(const Network& network);

/// The network as it stands on `date` for `cargo`, with its active policies.
///
/// A figure is that of the link in its direction, else of the link, else of its mode in the link's
/// countries: between two countries the mean of both, for speed the mean of hours per kilometre
/// (half of the way lies in each), for a class capacity the smaller. A cargo counted in TEU takes a
/// link's capacity in TEU where there is one, else that in tonnes. Then come the events of the
/// date, then the policies, in their order.
State base_state(const Network& network, CargoId cargo, Date date);

/// Applies changes in order to a base_state. Selectors that match nothing and expected values that
/// do not hold are errors, changes without effect are warnings, both at the change's place in the
/// file. `effects`, if wanted, gets one entry a change.
///
/// A policy turned on applies its changes at that place. A policy turned off undoes exactly what it
/// did: the base state is derived anew without it, and the changes before that place are applied
/// again; so `state` must come from base_state, not from an earlier apply. A link that is built
/// falls under the policies that are on at that moment.
///
/// A capacity in tonnes is set for every cargo, one in TEU for cargoes counted in TEU only. Where a
/// value comes back to that of the base state, so does what it rests on.
void apply(const Network& network, const std::vector<Change>& changes, State& state,
           Diagnostics& diagnostics, std::vector<Effect>* effects = nullptr);

/// base_state of the scenario's date (or `date`), then its changes.
State resolve(const Network& network, const Scenario& scenario, CargoId cargo,
              Diagnostics& diagnostics, std::optional<Date> date = {},
              std::vector<Effect>* effects = nullptr);

/// The network with the links that `build` changes of these scenarios (and of their baselines) add,
/// closed until their change opens them. Two scenarios may build the same link if they agree on
/// its ends, mode, gauge and length.
Network with_built_links(const Network& network, const std::vector<Scenario>& scenarios,
                         Diagnostics& diagnostics);

}  // namespace corridor
