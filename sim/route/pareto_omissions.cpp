#include "route/pareto_omissions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace corridor::detail {

namespace {

/// The most that may stand for a cost; a little more, for what rounding takes.
Weight allowed(Weight cost, double epsilon) {
  if (epsilon == 0) return cost;
  const double most = std::floor(static_cast<double>(cost) * (1 + epsilon) * (1 + 1e-12));
  return most < static_cast<double>(infinite_weight) ? static_cast<Weight>(most) : infinite_weight;
}

}  // namespace

ParetoOmissions::ParetoOmissions(const Graph& graph, WeightColumns columns, const PathQuery& query,
                                 const ParetoSet& answer)
    : columns_{columns}, answer_{answer} {
  for (const std::span<const Weight> column : columns) states_.emplace_back(graph, column, query);
  known_.resize(states_.front().count());
}

bool ParetoOmissions::is_reachable(State state) const {
  return states_.front().onward(state) < infinite_weight;
}

CostVector ParetoOmissions::at_least(const CostVector& cost, State state) const {
  CostVector sum = cost;
  for (std::size_t i = 0; i < states_.size(); ++i) sum[i] += states_[i].onward(state);
  return sum;
}

bool ParetoOmissions::is_matched(const CostVector& cost) const {
  CostVector most{};
  for (std::size_t i = 0; i < states_.size(); ++i) most[i] = allowed(cost[i], answer_.epsilon);
  const auto first = answer_.paths.begin();
  const auto last =
      std::upper_bound(first, answer_.paths.end(), most[0],
                       [](Weight value, const ParetoPath& path) { return value < path.cost[0]; });
  // Of two objectives the second falls, and the last is the best by it.
  if (states_.size() == 2) return last != first && is_as_good((last - 1)->cost, most);
  return std::any_of(first, last,
                     [&](const ParetoPath& path) { return is_as_good(path.cost, most); });
}

bool ParetoOmissions::is_known(const Way& way) const {
  const std::vector<CostVector>& known = known_[way.state];
  if (states_.size() == 2) return !known.empty() && known.back()[1] <= way.at_least[1];
  return std::any_of(known.begin(), known.end(),
                     [&](const CostVector& one) { return is_as_good(one, way.at_least); });
}

bool ParetoOmissions::found() {
  // In lexicographic order, so that what is known of a state costs no more by the first objective.
  std::priority_queue<Way, std::vector<Way>, std::greater<>> queue;
  const auto reach = [&](const Way& way) {
    if (!is_matched(way.at_least) && !is_known(way)) queue.push(way);
  };
  const CertificateStates& first = states_.front();
  if (is_reachable(first.start())) reach({at_least({}, first.start()), first.start()});
  while (!queue.empty()) {
    const Way way = queue.top();
    queue.pop();
    if (is_known(way)) continue;
    if (way.state == first.target()) return true;
    known_[way.state].push_back(way.at_least);
    ++ways_followed_;
    first.for_steps(way.state, [&](const CertificateStates::Step& step, State next, Weight) {
      if (!is_reachable(next)) return;
      CostVector cost = way.at_least;
      for (std::size_t i = 0; i < states_.size(); ++i) {
        cost[i] += columns_[i][step.first.index()] - states_[i].onward(way.state);
      }
      reach({at_least(cost, next), next});
    });
  }
  return false;
}

}  // namespace corridor::detail
