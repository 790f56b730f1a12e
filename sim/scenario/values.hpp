#pragma once

#include <string>
#include <vector>

#include "corridor/network/network.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

Basis basis_of(const Provenance& provenance);

/// What a number rests on that is made of two: on an assumption before a figure of low confidence,
/// before one that the scenario gives, before a known one.
Basis weaker(Basis a, Basis b);

/// The nearest multiple of toll_quantum_usd_t.
double quantised_toll(double usd_t);

/// The part of a state that an attribute names; status has none.
Value& value_of(WayState& state, Attribute attribute);
const Value& value_of(const WayState& state, Attribute attribute);
Value& value_of(NodeState& state, Attribute attribute);
const Value& value_of(const NodeState& state, Attribute attribute);

/// A link in one direction as the tables have it. `link` may be one that is about to be built.
WayState way_state(const Network& network, const Link& link, bool forward, const Cargo& cargo);
NodeState node_state(const Network& network, const Node& node, const Cargo& cargo);

/// Fills what follows from the rest: open, haul, emissions.
void derive(const Network& network, const Cargo& cargo, WayId way, WayState& state);

/// Links that end at a node, in their order.
std::vector<LinkId> links_at(const Network& network, NodeId node);

}  // namespace corridor
