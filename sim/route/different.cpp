#include <algorithm>
#include <cmath>
#include <vector>

#include "corridor/route/alternatives.hpp"

#include "route/different_candidates.hpp"
#include "route/different_search.hpp"

namespace corridor {

namespace {

using detail::CandidateQuestion;
using detail::DifferentSearch;
using detail::Found;
using detail::Pieces;

/// So much of a weight, rounded down; a share of a whole number need not be one.
Weight share_of(Weight weight, double share) {
  const double part = std::floor(static_cast<double>(weight) * share);
  return part < static_cast<double>(infinite_weight) ? static_cast<Weight>(part)
                                                     : infinite_weight - 1;
}

/// Takes one path after the other.
class Choice {
 public:
  Choice(const Graph& graph, std::span<const Weight> weight, std::span<const PathQuery> queries,
         const Difference& difference)
      : graph_{graph}, weight_{weight}, queries_{queries}, difference_{difference} {}

  DifferentPaths take();

 private:
  struct Next {
    Path path;
    std::size_t query = 0;
    void offer(Path other, std::size_t its_query) {
      if (other.weight >= path.weight) return;
      path = std::move(other);
      query = its_query;
    }
  };

  Next cheapest() const;
  Next by_search();
  Next by_candidates(Next best) const;
  void accept(Next next);

  const Graph& graph_;
  std::span<const Weight> weight_;
  std::span<const PathQuery> queries_;
  const Difference& difference_;
  Weight most_ = 0;
  bool proves_ = true;
  std::vector<Pieces> earlier_;            // of each path chosen
  std::vector<DifferentSearch> searches_;  // by query
  DifferentPaths chosen_;
};

DifferentPaths Choice::take() {
  Next next = cheapest();
  most_ = share_of(next.path.weight, difference_.stretch);
  while (next.path.found && chosen_.paths.size() < difference_.most) {
    accept(std::move(next));
    next = {};
    if (!earlier_.back().empty() && chosen_.paths.size() < difference_.most) next = by_search();
  }
  chosen_.exhausted = proves_ && chosen_.paths.size() < difference_.most;
  return std::move(chosen_);
}

Choice::Next Choice::cheapest() const {
  Next best;
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    best.offer(route(graph_, weight_, queries_[i]), i);
  }
  return best;
}

Choice::Next Choice::by_search() {
  Next best;
  if (searches_.empty()) {
    for (const PathQuery& query : queries_) searches_.emplace_back(graph_, weight_, query);
  }
  for (std::size_t i = 0; i < queries_.size() && proves_; ++i) {
    Found found = searches_[i].cheapest(earlier_, std::min(most_, best.path.weight - 1),
                                        difference_.most_labels);
    proves_ = found.complete;
    best.offer(std::move(found.path), i);
  }
  return proves_ ? best : by_candidates(std::move(best));
}

Choice::Next Choice::by_candidates(Next best) const {
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    const CandidateQuestion question{graph_, weight_, queries_[i], earlier_, most_};
    best.offer(best_by_way(question), i);
    best.offer(best_without_a_piece(question), i);
  }
  return best;
}

void Choice::accept(Next next) {
  earlier_.emplace_back(graph_, next.path, difference_);
  chosen_.paths.push_back(std::move(next.path));
  chosen_.query.push_back(next.query);
  if (proves_) chosen_.proved = chosen_.paths.size();
}

}  // namespace

DifferentPaths different_paths(const Graph& graph, std::span<const Weight> weight,
                               std::span<const PathQuery> queries, const Difference& difference) {
  return Choice{graph, weight, queries, difference}.take();
}

}  // namespace corridor
