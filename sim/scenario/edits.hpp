#pragma once

#include <string>

#include "corridor/network/network.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// Where an edit comes from.
struct Origin {
  Basis basis = Basis::given;  // of the values that it sets
  std::string words;           // for `closed_by`
  bool for_cargo = false;      // it was made for certain cargoes, the state's among them
};

/// The number of an edit for a tonne of a cargo; factors are left alone.
double number_of(const Edit& edit, const Cargo& cargo);

/// False of a capacity in TEU where the cargo is not counted in TEU: it says nothing about it.
bool concerns(const Edit& edit, const Cargo& cargo);

/// A value after an edit.
Value edited(const Value& old, const Edit& edit, const Cargo& cargo, Basis basis);

/// Changes a way or a node, but derives nothing. Nothing happens where the edit does not concern
/// the cargo or the way (a border time where no border is).
void edit_way(const Cargo& cargo, const Edit& edit, const Origin& origin, WayState& state);
void edit_node(const Cargo& cargo, const Edit& edit, const Origin& origin, NodeState& state);

}  // namespace corridor
