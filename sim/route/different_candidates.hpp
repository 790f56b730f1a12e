#pragma once

#include <span>

#include "corridor/route/alternatives.hpp"

#include "route/different_pieces.hpp"

namespace corridor::detail {

/// What the candidates for a next path are made from.
struct CandidateQuestion {
  const Graph& graph;
  std::span<const Weight> weight;
  const PathQuery& query;
  std::span<const Pieces> earlier;  // of the paths to differ from
  Weight most;                      // weight
};

/// Of the cheapest paths by way of each state, the cheapest without a loop that differs.
Path best_by_way(const CandidateQuestion& question);

/// Of the cheapest paths without one piece of an earlier one, the cheapest that differs from all.
Path best_without_a_piece(const CandidateQuestion& question);

}  // namespace corridor::detail
