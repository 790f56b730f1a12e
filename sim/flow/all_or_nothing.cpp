#include "flow/all_or_nothing.hpp"

#include <algorithm>

namespace corridor::detail {

AllOrNothing::AllOrNothing(const AssignmentProblem& problem)
    : problem_{problem},
      trees_{problem},
      cost_(problem.arc_count()),
      through_(problem.vertex_count),
      volume_in_(problem.arc_count()) {
  std::size_t trees = 0;
  for (const ProblemClass& of : problem.classes) {
    orders_.emplace_back(of.origins.size());
    trees += of.origins.size();
  }
  remembers_ = trees <= most_remembered / std::max<std::size_t>(problem.vertex_count, 1);
}

double AllOrNothing::load(std::span<const double> time, ClassVolumes& by_class) {
  const std::size_t arcs = problem_.arc_count();
  by_class.resize(arcs * problem_.classes.size());
  double sum = 0;
  for (std::size_t k = 0; k < problem_.classes.size(); ++k) {
    const ProblemClass& of = problem_.classes[k];
    costs_of(problem_, of, time, cost_);
    trees_.set_costs(cost_);
    std::fill(volume_in_.begin(), volume_in_.end(), 0.0);
    for (std::size_t i = 0; i < of.origins.size(); ++i) {
      CostTrees::Order& order = orders_[k][i];
      trees_.grow(of.origins[i].vertex, order);
      sum += load_origin(of, of.origins[i], order);
      if (!remembers_) CostTrees::Order{}.swap(order);
    }
    for (std::size_t i = 0; i < arcs; ++i) by_class[k * arcs + problem_.in[i]] = volume_in_[i];
  }
  return sum;
}

double AllOrNothing::load_origin(const ProblemClass& of, const ProblemOrigin& origin,
                                 const CostTrees::Order& order) {
  double sum = 0;
  std::fill(through_.begin(), through_.end(), 0.0);
  for (std::uint32_t i = origin.first; i < origin.last; ++i) {
    const ProblemPair& pair = of.pairs[i];
    through_[pair.to] = pair.volume;
    sum += pair.volume * trees_.distance(pair.to);
  }
  for (std::size_t i = order.size(); i-- > 1;) {
    const double volume = through_[order[i]];
    const std::uint32_t parent = trees_.parent(order[i]);
    volume_in_[parent] += volume;
    through_[trees_.tail(parent)] += volume;
  }
  return sum;
}

}  // namespace corridor::detail
