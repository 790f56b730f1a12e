#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/alternatives.hpp"

#include "route/different_pieces.hpp"
#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor::detail {

/// What a search for the next different path came to. Without a path, none exists if `complete`.
struct Found {
  Path path;
  bool complete = true;
};

/// Cheapest paths that answer one query and leave out a piece of each earlier path, by labels. Of
/// labels at one state, one that is no dearer and may still leave out all that another may ends
/// that one; a loop only takes pieces away, so no path found has one.
class DifferentSearch {
 public:
  DifferentSearch(const Graph& graph, std::span<const Weight> weight, const PathQuery& query);

  /// The best that weighs at most `most`; gives up at so many labels. The first of the earlier
  /// paths must be those of the last call.
  Found cheapest(std::span<const Pieces> earlier, Weight most, std::size_t most_labels);

 private:
  using Bits = std::uint64_t;
  static constexpr std::uint32_t none = UINT32_MAX;

  struct PathLabel {
    Weight weight = 0;
    std::uint32_t arcs = 0;
    StateIndex state = 0;
    std::uint32_t parent = none;
    ArcId arc;
    std::uint32_t next_at_state = none;  // of those that have been settled
  };

  const std::vector<Label>& to_target() const { return to_target_.labels(); }
  void look_ahead(const Pieces& pieces);
  void begin();
  void grow(std::uint32_t label, ArcId arc, Weight most, StateIndex next);
  bool may_differ(StateIndex state) const;
  bool is_dominated(std::span<const Bits> left, StateIndex state) const;
  std::span<const Bits> left_of(std::uint32_t label) const;
  void push(const PathLabel& label);
  Path path_of(std::uint32_t label) const;

  const Graph& graph_;
  std::span<const Weight> weight_;
  Stages stages_;
  Search to_target_;
  std::span<const Pieces> earlier_;
  std::vector<std::vector<Bits>> ahead_;  // by earlier path, by state: pieces that the way from
                                          // there to the target can leave out
  std::size_t words_ = 0;                 // of all earlier paths
  std::vector<PathLabel> labels_;
  std::vector<Bits> left_;  // by label, by earlier path: pieces that have been left out so far
  std::vector<Bits> next_;  // the same of the label that is being made
  std::vector<std::uint32_t> first_at_state_;
  LengthHeap queue_;
};

}  // namespace corridor::detail
