#include "flow/network_simplex.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace corridor {

NetworkSimplex::NetworkSimplex(SimplexNetwork network, const SimplexForest& forest)
    : network_{std::move(network)},
      tree_{network_.nodes},
      arcs_{network_.tail.size()},
      state_(network_.tail.size(), State::lower) {
  const auto arcs = static_cast<Arc>(network_.tail.size());
  block_size_ = std::max<Arc>(16, static_cast<Arc>(std::sqrt(static_cast<double>(arcs))));
  for (Arc arc = 0; arc < arcs; ++arc) {
    set_nonbasic(arc, State::lower);
    dearest_ = std::max(dearest_, std::abs(network_.cost[arc]));
  }
  for (Node v = 0; v < network_.nodes; ++v) {
    const bool hangs = forest.parent[v] != BasisTree::none;
    const Arc arc = hangs ? forest.arc[v] : arcs + v;
    tree_.hook(v).parent = hangs ? forest.parent[v] : tree_.root();
    tree_.hook(v).arc = 2 * arc + 1;
    if (hangs) {
      state_[arc] = State::basic;
      arcs_.take_out(arc);
    }
  }
  tree_.rebuild();
}

void NetworkSimplex::set_nonbasic(Arc arc, State state) {
  if (network_.room[arc] == 0 || network_.room[arc] == endless) state = State::lower;
  state_[arc] = state;
  if (network_.room[arc] == 0) {
    arcs_.take_out(arc);
  } else if (state == State::lower) {
    arcs_.set(arc, network_.tail[arc], network_.head[arc], network_.cost[arc]);
  } else {
    arcs_.set(arc, network_.head[arc], network_.tail[arc], -network_.cost[arc]);
  }
}

void NetworkSimplex::set_cost(Arc arc, FlowCost cost) {
  if (network_.cost[arc] == cost) return;
  network_.cost[arc] = cost;
  // The price of artificial arcs grows with the dearest.
  if (state_[arc] == State::basic || std::abs(cost) > dearest_) prices_are_stale_ = true;
  dearest_ = std::max(dearest_, std::abs(cost));
  if (state_[arc] != State::basic) set_nonbasic(arc, state_[arc]);
}

void NetworkSimplex::set_room(Arc arc, Tonnage room) {
  if (network_.room[arc] == room) return;
  network_.room[arc] = room;
  if (state_[arc] != State::lower) flow_is_stale_ = true;
  if (state_[arc] != State::basic) set_nonbasic(arc, state_[arc]);
}

void NetworkSimplex::set_supply(Node node, Tonnage supply) {
  if (network_.supply[node] != supply) flow_is_stale_ = true;
  network_.supply[node] = supply;
}

bool NetworkSimplex::run() {
  if (std::exchange(flow_is_stale_, false)) fit_tree();
  if (std::exchange(prices_are_stale_, false)) find_prices();
  pivots_ = 0;
  next_arc_ = 0;
  for (Arc entering = 0; find_entering(entering); ++pivots_) {
    const Block block = blocking(entering);
    if (block.amount >= endless / 2) {
      note_cycle(entering, block);
      return false;
    }
    if (block.amount > 0) send(entering, block);
    if (block.leaving != BasisTree::none) {
      exchange(entering, block);
    } else {
      set_nonbasic(entering, state_[entering] == State::lower ? State::upper : State::lower);
    }
  }
  return true;
}

/// The arc of the least reduced cost in the first block that has one below 0.
bool NetworkSimplex::find_entering(Arc& entering) {
  const auto arcs = static_cast<Arc>(network_.tail.size());
  for (Arc left = arcs; left > 0;) {
    const Arc first = next_arc_ < arcs ? next_arc_ : 0;
    next_arc_ = std::min(arcs, first + std::min(left, block_size_));
    left -= next_arc_ - first;
    const ArcPrices::Best best = arcs_.best(first, next_arc_, tree_.prices());
    if (best.reduced_cost < 0) {
      entering = best.arc;
      return true;
    }
  }
  return false;
}

// Of several hooks that give way, the last on the way round from the join leaves: so the tree stays
// strongly feasible, that is, something more can be sent up from every node. Hence where nothing
// can be sent at all, the first such hook above the arc's start is the one, and the search ends.
NetworkSimplex::Block NetworkSimplex::blocking(Arc entering) const {
  Block block;
  block.amount = network_.room[entering];
  Tonnage least_after = endless;
  Node after = BasisTree::none;
  Node u = arcs_.from(entering);
  Node v = arcs_.to(entering);
  while (u != v) {
    if (tree_.depth(u) >= tree_.depth(v)) {
      const BasisTree::Hook& hook = tree_.hook(u);
      if (hook.down < block.amount) {
        block.amount = hook.down;
        block.leaving = u;
        block.before_arc = true;
        if (block.amount == 0) return block;
      }
      u = hook.parent;
    } else {
      const BasisTree::Hook& hook = tree_.hook(v);
      if (hook.up <= least_after) {
        least_after = hook.up;
        after = v;
      }
      v = hook.parent;
    }
  }
  block.join = u;
  if (after != BasisTree::none && least_after <= block.amount) {
    block.amount = least_after;
    block.leaving = after;
    block.before_arc = false;
  }
  return block;
}

void NetworkSimplex::send(Arc entering, const Block& block) {
  for (Node u = arcs_.from(entering); u != block.join; u = tree_.hook(u).parent) {
    tree_.hook(u).down -= block.amount;
    tree_.hook(u).up += block.amount;
  }
  for (Node v = arcs_.to(entering); v != block.join; v = tree_.hook(v).parent) {
    tree_.hook(v).up -= block.amount;
    tree_.hook(v).down += block.amount;
  }
}

void NetworkSimplex::exchange(Arc entering, const Block& block) {
  const FlowCost reduced = arcs_.reduced_cost(entering, tree_.prices());
  const Node bottom = block.before_arc ? arcs_.from(entering) : arcs_.to(entering);
  const Node parent = block.before_arc ? arcs_.to(entering) : arcs_.from(entering);
  const BasisTree::Hook& leaving = tree_.hook(block.leaving);
  if (!is_artificial(leaving.arc_number())) {
    const Tonnage flow = leaving.leads_up() ? leaving.down : leaving.up;
    set_nonbasic(leaving.arc_number(), flow == 0 ? State::lower : State::upper);
  }
  const Tonnage room = network_.room[entering];
  const Tonnage flow = state_[entering] == State::lower ? block.amount : room - block.amount;
  const bool leads_up = network_.tail[entering] == bottom;
  const Tonnage rest = room - flow;
  state_[entering] = State::basic;
  arcs_.take_out(entering);
  tree_.rehang(
      block.leaving, bottom,
      {parent, 2 * entering + (leads_up ? 1U : 0U), leads_up ? rest : flow, leads_up ? flow : rest},
      block.before_arc ? -reduced : reduced);
}

void NetworkSimplex::note_cycle(Arc entering, const Block& block) {
  cycle_.clear();
  for (Node u = arcs_.from(entering); u != block.join; u = tree_.hook(u).parent) {
    cycle_.push_back(tree_.hook(u).arc_number());
  }
  std::ranges::reverse(cycle_);
  cycle_.push_back(entering);
  for (Node v = arcs_.to(entering); v != block.join; v = tree_.hook(v).parent) {
    cycle_.push_back(tree_.hook(v).arc_number());
  }
}

}  // namespace corridor
