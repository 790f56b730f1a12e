#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/pareto_labels.hpp"
#include "route/pareto_reach.hpp"
#include "route/pareto_space.hpp"

namespace corridor::detail {

/// What is left of a search space once all states and arcs are gone that no useful path passes. Its
/// arcs cost what a path by way of them costs more than the cheapest from their tail on, by each
/// objective: so the cost of a label is a bound on the excess of whatever path it becomes over the
/// best by each objective, and at the target it is that excess.
template <class W>
struct TwoCore {
  using Arc = ExcessArc<W, 2>;
  /// The ways known to a state, or from it on: by the cheapest path of either objective.
  struct Ways {
    Pair<Pair<W>> from_start;
    Pair<Pair<W>> to_target;
  };

  Pair<W> least{};  // cost of the best path by each objective
  Pair<W> range{};  // excess of the best path by the other: more of it is of no use
  std::uint32_t start = 0;
  std::uint32_t target = 0;
  std::vector<StateIndex> state;     // of the query, by state of the core
  std::vector<std::uint32_t> first;  // first arc by state, and one past the last
  std::vector<Arc> arcs;
  std::vector<std::uint32_t> first_in;
  std::vector<Arc> arcs_in;
  std::vector<Ways> ways;  // by state

  std::size_t size() const { return state.size(); }
  std::span<const Arc> out(std::uint32_t of) const {
    return {arcs.data() + first[of], first[of + 1] - first[of]};
  }
  std::span<const Arc> in(std::uint32_t of) const {
    return {arcs_in.data() + first_in[of], first_in[of + 1] - first_in[of]};
  }
};

/// Finds the core of a query: the states and arcs on whose best paths neither objective costs more
/// than on the other's best path. Each objective is searched backward until the origin is reached,
/// forward among what the limit leaves, towards the target by what the first search has found, and
/// backward again where that is still open; the second objective only where the first leaves
/// anything.
template <class W>
class CoreSearch {
 public:
  /// False: there is no path.
  bool run(const TwoSpace<W>& space);
  const TwoCore<W>& core() const { return core_; }

 private:
  using Backward = Reach<W, Direction::backward>;
  using Forward = Reach<W, Direction::forward>;

  void search_to_start(const TwoSpace<W>& space, std::size_t objective);
  template <class Inside>
  void search_between(const TwoSpace<W>& space, std::size_t objective, const Inside& inside);
  bool is_inside(StateIndex state, std::size_t objective) const;
  void number_states(const TwoSpace<W>& space);
  void add_arcs(const TwoSpace<W>& space, StateIndex state);
  typename TwoCore<W>::Ways ways_of(StateIndex state) const;
  void reverse_arcs();

  Pair<Backward> back_{Backward{0}, Backward{1}};
  Pair<Forward> ahead_{Forward{0}, Forward{1}};
  Pair<W> most_{};                    // cost of the best path by the other objective
  std::vector<std::uint32_t> index_;  // in the core, by state of the query
  TwoCore<W> core_;
};

extern template class CoreSearch<std::uint32_t>;
extern template class CoreSearch<std::uint64_t>;

}  // namespace corridor::detail
