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

inline bool is_weak(Basis basis) { return basis == Basis::assumed || basis == Basis::low_confidence; }

/// A resolved number in base units, for a tonne of one cargo.
struct Value {
  double value = 0;
  Basis basis = Basis::known;
  friend bool operator==(const Value&, const Value&) = default;
};

/// A link in one direction on one day, for one cargo: what it costs, carries, and whether it is open.
struct WayState {
  bool open = false;
  Status status = Status::operational;
  bool cargo_allowed = true;   // a dated event or a change bars this cargo
  double length_km = 0;
  Value speed_km_h;
  Value haul_h;                // length / speed, stretched by the mode's driving hours a day
  Value haul_usd_t;            // rate x length + fixed cost
  Value toll_usd_t;
  Value wait_h;
  bool crosses_border = false;
  Value border_h;
  Value border_usd_t;
  Value emissions_kg_t;
  Value capacity_t_yr;
  std::string closed_by;       // the change or event that closed it, in words; empty if none did
  friend bool operator==(const WayState&, const WayState&) = default;
};

struct NodeState {
  Value dwell_h;
  Value handling_usd_t;
  Value transfer_h;            // land to land; a negative value: the pair's default holds
  Value transfer_usd_t;
  Value gauge_h;
  Value gauge_usd_t;
  Value capacity_t_yr;         // infinity where the node has no limit of its own
  friend bool operator==(const NodeState&, const NodeState&) = default;
};

/// The network on one day, under one scenario, for one cargo. Edit and undo gives an equal State.
struct State {
  Date date;
  CargoId cargo;
  IdVector<WayId, WayState> ways;    // two for each link
  IdVector<NodeId, NodeState> nodes;
  IdVector<PolicyId, char> policies;  // 1: on
  friend bool operator==(const State&, const State&) = default;
};

/// What one change did.
struct Effect {
  const Change* change = nullptr;
  std::vector<LinkId> links;   // that it matched
  std::vector<NodeId> nodes;
  bool changed_anything = false;
};

/// Day of the latest event, or the state date of the tables, whichever is later.
Date latest_date(const Network& network);

/// The network as it stands on `date` for `cargo`, with its active policies.
State base_state(const Network& network, CargoId cargo, Date date);

/// Applies changes in order. Selectors that match nothing and expected values that do not hold are
/// errors, changes without effect are warnings, both at the change's place in the file.
/// `effects`, if wanted, gets one entry a change.
void apply(const Network& network, const std::vector<Change>& changes, State& state,
           Diagnostics& diagnostics, std::vector<Effect>* effects = nullptr);

/// base_state of the scenario's date (or `date`), then its changes.
State resolve(const Network& network, const Scenario& scenario, CargoId cargo, Diagnostics& diagnostics,
              std::optional<Date> date = {}, std::vector<Effect>* effects = nullptr);

/// The network with the links that `build` changes of these scenarios (and of their baselines) add,
/// closed until their change opens them. Two scenarios may build the same link if they agree on
/// its ends, mode, gauge and length.
Network with_built_links(const Network& network, const std::vector<Scenario>& scenarios,
                         Diagnostics& diagnostics);

}  // namespace corridor
