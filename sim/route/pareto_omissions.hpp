#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "corridor/route/pareto.hpp"

#include "route/certificate_states.hpp"

namespace corridor::detail {

/// No worse by any objective.
inline bool is_as_good(const CostVector& a, const CostVector& b) {
  return std::equal(a.begin(), a.end(), b.begin(), std::less_equal<>{});
}

/// Whether there is a path that nothing in a set of Pareto paths matches. All ways onward from the
/// origin are followed, but for those that can only lead to paths that are matched: because the set
/// has a vector as good as their costs plus the least that is left, objective by objective, or
/// because another way to the same state has cost no more of any (multi-objective A*: Stewart and
/// White 1991, bounded by the set itself). An epsilon lets the set's vectors be worse by so much.
class ParetoOmissions {
 public:
  /// The set's vectors ascend, and none is as good as another. An arc that one column closes must
  /// be closed by all.
  ParetoOmissions(const Graph& graph, WeightColumns columns, const PathQuery& query,
                  const ParetoSet& answer);

  bool found();
  std::size_t ways_followed() const { return ways_followed_; }

 private:
  using State = CertificateStates::State;

  /// A way to a state, by what a path over it costs at least.
  struct Way {
    CostVector at_least;
    State state;
    friend auto operator<=>(const Way&, const Way&) = default;
  };

  bool is_reachable(State state) const;
  CostVector at_least(const CostVector& cost, State state) const;
  bool is_matched(const CostVector& cost) const;
  bool is_known(const Way& way) const;

  WeightColumns columns_;
  const ParetoSet& answer_;
  std::vector<CertificateStates> states_;       // by objective
  std::vector<std::vector<CostVector>> known_;  // by state: what followed ways cost at least
  std::size_t ways_followed_ = 0;
};

}  // namespace corridor::detail
