#pragma once

#include <cstdint>
#include <vector>

#include "corridor/flow/min_cost_flow.hpp"

#include "flow/arc_prices.hpp"
#include "flow/basis_tree.hpp"

namespace corridor {

/// What nothing limits: more than all that is limited together, twice over.
inline constexpr Tonnage endless = Tonnage{1} << 62;

/// A flow problem as the simplex method wants it: no lower bounds, no limits of nodes.
struct SimplexNetwork {
  std::uint32_t nodes = 0;
  std::vector<std::uint32_t> tail;  // by arc
  std::vector<std::uint32_t> head;
  std::vector<FlowCost> cost;
  std::vector<Tonnage> room;    // capacity; endless where nothing limits it
  std::vector<Tonnage> supply;  // by node; all of it adds up to 0
};

/// A parent for each node that hangs on another by an arc to it; none of the others.
struct SimplexForest {
  std::vector<std::uint32_t> parent;
  std::vector<std::uint32_t> arc;
};

/// The primal network simplex method. A node that nothing else connects hangs on the root by an
/// arc of its own, which takes what it cannot send, or gives what it does not get, at a price above
/// that of any path; once such an arc has left the tree it does not come back.
class NetworkSimplex {
 public:
  using Node = BasisTree::Node;
  using Arc = std::uint32_t;

  NetworkSimplex(SimplexNetwork network, const SimplexForest& forest);

  void set_cost(Arc arc, FlowCost cost);
  void set_room(Arc arc, Tonnage room);
  void set_supply(Node node, Tonnage supply);

  /// Starts from the present tree: where its flow does not fit any more, it is cut, and what was
  /// cut off hung on the root. What no change has touched is left as it is. False if the flow is
  /// unbounded: then the cost falls without end along cycle().
  bool run();
  const std::vector<Arc>& cycle() const { return cycle_; }
  std::int64_t pivots() const { return pivots_; }

  const SimplexNetwork& network() const { return network_; }
  std::vector<Tonnage> flow() const;
  FlowCost price(Node node) const { return tree_.price(node); }
  /// What a node cannot send; less than 0 if it lacks something instead.
  Tonnage unsent(Node node) const;

 private:
  enum class State : std::uint8_t { lower, upper, basic };

  /// What an entering arc runs into.
  struct Block {
    Tonnage amount = 0;
    Node join = BasisTree::none;
    Node leaving = BasisTree::none;  // the node whose hook gives way; none: the arc itself is full
    bool before_arc = false;         // the hook lies between the join and the arc's start
  };

  bool is_artificial(Arc arc) const { return arc >= network_.tail.size(); }
  void set_nonbasic(Arc arc, State state);
  void collect_supplies();
  void fit_tree();
  bool refit(Node node, Tonnage amount);
  void hang_on_root(Node node, Tonnage amount);
  void find_prices();

  bool find_entering(Arc& entering);
  Block blocking(Arc entering) const;
  void send(Arc entering, const Block& block);
  void exchange(Arc entering, const Block& block);
  void note_cycle(Arc entering, const Block& block);

  SimplexNetwork network_;
  BasisTree tree_;
  ArcPrices arcs_;
  std::vector<State> state_;
  Arc next_arc_ = 0;  // where the next block begins
  Arc block_size_ = 1;
  FlowCost dearest_ = 0;  // of any cost there ever was
  bool flow_is_stale_ = true;
  bool prices_are_stale_ = true;
  std::int64_t pivots_ = 0;
  std::vector<Arc> cycle_;
  std::vector<Tonnage> to_send_;  // by node, while the flow is found
};

}  // namespace corridor
