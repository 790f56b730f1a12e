#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// The questions of a study, gathered before any is answered, so that they are answered side by
/// side.
class TripBook {
 public:
  /// Returns what to ask `answer` for. `world` must outlive the solving.
  std::size_t ask(const World& world, TripQuery query) {
    queries_.push_back(std::move(query));
    tasks_.push_back({&world, &queries_.back()});
    return tasks_.size() - 1;
  }
  void solve(const Compiled& compiled, bool certify, std::size_t threads) {
    answers_ = solve_trips(compiled, tasks_, certify, threads);
  }

  const World& world(std::size_t question) const { return *tasks_[question].world; }
  const TripQuery& query(std::size_t question) const { return queries_[question]; }
  const TripAnswer& answer(std::size_t question) const { return answers_[question]; }

 private:
  std::deque<TripQuery> queries_;  // which tasks point to
  std::vector<TripTask> tasks_;
  std::vector<TripAnswer> answers_;
};

}  // namespace corridor
