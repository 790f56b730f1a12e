#pragma once

#include <optional>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/scenario/select.hpp"
#include "corridor/scenario/state.hpp"

#include "scenario/edits.hpp"

namespace corridor {

/// Applies changes one at a time: all but `policy` and `build`, which are the business of apply(),
/// and `demand`, which is no matter of the network.
/// `base` is what `status` selects by, and what a value returns to when an edit takes it back.
struct ChangeRun {
  const Network& network;
  const State& base;
  State& state;
  Diagnostics& diagnostics;
  Origin origin;               // its words come from the change
  std::optional<LinkId> only;  // edits are kept to this link

  Effect run(const Change& change);

  void apply(const OpenChange& change, Effect& effect);
  void apply(const CloseChange& change, Effect& effect);
  void apply(const SetChange& change, Effect& effect);
  void apply(const ScaleChange& change, Effect& effect);
  void apply(const TollChange& change, Effect& effect);
  void apply(const PolicyChange&, Effect&) {}
  void apply(const BuildChange&, Effect&) {}
  void apply(const DemandChange&, Effect&) {}  // the network stays as it is

 private:
  Selection pick(const Selector& where, const Expected& was);
  void edit_all(const Selector& where, const std::vector<Edit>& edits, const Expected& was,
                Effect& effect);
  void edit_one_way(WayId way, const Edit& edit, Effect& effect);
  void edit_one_node(NodeId node, const Edit& edit, Effect& effect);
  bool is_sound(const Edit& edit);
  void keep_to_link(std::vector<WayId>& ways) const;
};

/// Turns a policy on and applies its changes.
Effect turn_on(PolicyId policy, ChangeRun& run);

/// What a change picks links and nodes by; null of `policy`, `build` and `demand`.
const Selector* selector_of(const Change& change);

}  // namespace corridor
