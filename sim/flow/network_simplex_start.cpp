#include <algorithm>
#include <cstdlib>

#include "flow/network_simplex.hpp"

namespace corridor {

/// What each node has to send once the arcs outside the tree carry what they do.
void NetworkSimplex::collect_supplies() {
  to_send_ = network_.supply;
  to_send_.push_back(0);
  for (Arc arc = 0; arc < state_.size(); ++arc) {
    if (state_[arc] != State::upper) continue;
    to_send_[network_.tail[arc]] -= network_.room[arc];
    to_send_[network_.head[arc]] += network_.room[arc];
  }
}

/// From the leaves to the root: each node sends up what it has, over its hook as far as that fits.
void NetworkSimplex::fit_tree() {
  collect_supplies();
  bool is_cut = false;
  for (Node v = tree_.previous(tree_.root()); v != tree_.root(); v = tree_.previous(v)) {
    if (is_artificial(tree_.hook(v).arc_number())) {
      hang_on_root(v, to_send_[v]);
    } else if (!refit(v, to_send_[v])) {
      is_cut = true;
    }
  }
  if (!is_cut) return;
  tree_.rebuild();
  prices_are_stale_ = true;
}

/// Sends an amount up a hook that is an arc of the network. If it does not fit, or if nothing more
/// could follow it, the arc leaves with what fits, and the node hangs on the root with the rest.
bool NetworkSimplex::refit(Node node, Tonnage amount) {
  BasisTree::Hook& hook = tree_.hook(node);
  const Arc arc = hook.arc_number();
  const Tonnage room = network_.room[arc];
  const Tonnage flow = hook.leads_up() ? amount : -amount;
  const bool fits = hook.leads_up() ? flow >= 0 && flow < room : flow > 0 && flow <= room;
  if (fits) {
    hook.up = hook.leads_up() ? room - flow : flow;
    hook.down = hook.leads_up() ? flow : room - flow;
    to_send_[hook.parent] += amount;
    return true;
  }
  const Tonnage kept = std::clamp<Tonnage>(flow, 0, room);
  const Tonnage sent = hook.leads_up() ? kept : -kept;
  to_send_[hook.parent] += sent;
  set_nonbasic(arc, kept == 0 ? State::lower : State::upper);
  hang_on_root(node, amount - sent);
  return false;
}

void NetworkSimplex::hang_on_root(Node node, Tonnage amount) {
  const Arc arc = static_cast<Arc>(network_.tail.size()) + node;
  const Tonnage flow = std::abs(amount);
  const bool up = amount >= 0;
  // The one is free, the other dear.
  if (tree_.hook(node).leads_up() != up) prices_are_stale_ = true;
  tree_.hook(node) = {tree_.root(), 2 * arc + (up ? 1U : 0U), up ? endless - flow : flow,
                      up ? flow : endless - flow};
}

/// So that no hook gains or loses: what goes up to the root is given away, and what comes down from
/// it costs more than any path.
void NetworkSimplex::find_prices() {
  const FlowCost artificial_cost = dearest_ * static_cast<FlowCost>(network_.nodes) + 1;
  for (Node v = tree_.next(tree_.root()); v != tree_.root(); v = tree_.next(v)) {
    const BasisTree::Hook& hook = tree_.hook(v);
    const Arc arc = hook.arc_number();
    const FlowCost artificial = hook.leads_up() ? 0 : artificial_cost;
    const FlowCost cost = is_artificial(arc) ? artificial : network_.cost[arc];
    tree_.price(v) = tree_.price(hook.parent) + (hook.leads_up() ? -cost : cost);
  }
}

std::vector<Tonnage> NetworkSimplex::flow() const {
  std::vector<Tonnage> flow(network_.tail.size(), 0);
  for (Arc arc = 0; arc < flow.size(); ++arc) {
    if (state_[arc] == State::upper) flow[arc] = network_.room[arc];
  }
  for (Node v = 0; v < network_.nodes; ++v) {
    const BasisTree::Hook& hook = tree_.hook(v);
    if (is_artificial(hook.arc_number())) continue;
    flow[hook.arc_number()] = hook.leads_up() ? hook.down : hook.up;
  }
  return flow;
}

Tonnage NetworkSimplex::unsent(Node node) const {
  const BasisTree::Hook& hook = tree_.hook(node);
  if (!is_artificial(hook.arc_number())) return 0;
  return hook.leads_up() ? hook.down : -hook.up;
}

}  // namespace corridor
