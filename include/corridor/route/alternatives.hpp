#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// For each group of arcs in `groups` (a link's two hauls, say), the cheapest path that uses none
/// of the group: what closing it alone would leave. One path a group, in their order, with `found`
/// false where nothing is left; ties as in shortest_path. A* on the exact distances to the target
/// in the graph with no group closed (Hart, Nilsson, Raphael 1968), which are computed once for all
/// groups.
std::vector<Path> replacement_paths(const Graph& graph, std::span<const Weight> weight,
                                    const PathQuery& query,
                                    std::span<const std::vector<ArcId>> groups);

/// When a path counts as another one, and not as a variant of those before it: of each earlier path
/// it leaves out a piece, in a row, of at least 1 - `overlap` of its length, and goes over no road
/// of that piece. So it shares at most `overlap` of an earlier path's length; that alone would
/// often let the earlier path pass with a siding here and a siding there, until enough is not
/// shared.
struct Difference {
  static constexpr std::uint32_t no_road = UINT32_MAX;

  std::span<const std::uint32_t> road;  // by arc: of a link's two hauls the same number; no_road of
                                        // arcs that overlap with nothing
  std::span<const Weight> length;       // by arc, not negative
  std::size_t most = 5;                 // paths
  double stretch = 1.5;                 // most weight, as a multiple of the cheapest path's
  double overlap = 0.75;                // most of an earlier path's length to share, below 1
  std::size_t most_labels = std::size_t{1} << 22;  // of one search, before it gives up
};

struct DifferentPaths {
  std::vector<Path> paths;
  std::vector<std::size_t> query;  // by path: which of the queries it answers
  std::size_t proved = 0;          // so many of the first paths are what they claim to be
  bool exhausted = false;          // it is proved that there is none after the last
};

/// Paths that differ, at most `difference.most`: the first is the cheapest that answers one of the
/// queries, and each further one is the cheapest within the stretch that differs from all before it
/// (as in the k shortest paths with limited overlap of Chondrogiannis, Bouros, Gamper, Leser,
/// Blumenthal 2020, but for the pieces). Of equal weight that of the first query is taken, then the
/// one with the fewest arcs, then the one that the search, which goes by the order of arcs, meets
/// first. It is this one-by-one choice that is proved; sets with another second path may have a
/// cheaper third. A path over no road at all stays alone.
///
/// The search sets labels in order of weight plus exact remaining weight. A label carries the
/// pieces of earlier paths that may still be left out, and another at the same state that has all
/// of these ends it. That is exact, but there may be very many labels. Where there are more than
/// `most_labels`, the search gives up, and this and all further paths are the cheapest that differ
/// among candidates: of each vertex the cheapest path by way of it (Abraham, Delling, Goldberg,
/// Werneck 2013), and of each piece of the paths before the cheapest path without it. A cheaper one
/// may then have been missed.
DifferentPaths different_paths(const Graph& graph, std::span<const Weight> weight,
                               std::span<const PathQuery> queries, const Difference& difference);

}  // namespace corridor
