#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/flow_problem.hpp"
#include "flow/path_search.hpp"

namespace corridor {

using PathIndex = std::uint32_t;
inline constexpr PathIndex no_path_index = UINT32_MAX;

/// The paths that are known for each commodity, each once. Staying at home is one of them: a path
/// without arcs that costs the penalty.
class PathPool {
 public:
  explicit PathPool(const FlowProblem& problem)
      : problem_{&problem}, newest_(problem.commodities().size(), no_path_index) {}

  /// The path of the last search to the commodity's target, which it reached.
  PathIndex add(std::size_t commodity, PathSearch& search);
  PathIndex add(std::size_t commodity, std::span<const ArcId> arcs);
  PathIndex add_staying(std::size_t commodity);

  std::size_t size() const { return paths_.size(); }
  std::size_t commodity(PathIndex path) const { return paths_[path].commodity; }
  bool stays(PathIndex path) const { return paths_[path].stays; }
  double cost(PathIndex path) const { return paths_[path].cost; }  // of a unit
  std::span<const ArcId> arcs(PathIndex path) const {
    return std::span{arcs_}.subspan(paths_[path].first, paths_[path].count);
  }
  /// The rows that limit it, each as often as it is passed.
  std::span<const std::uint32_t> rows(PathIndex path) const {
    return std::span{rows_}.subspan(paths_[path].first_row, paths_[path].row_count);
  }
  /// The commodity's paths, newest first: older() of the last is no_path_index.
  PathIndex newest(std::size_t commodity) const { return newest_[commodity]; }
  PathIndex older(PathIndex path) const { return paths_[path].older; }

 private:
  struct Entry {
    std::size_t first;
    std::uint32_t count;
    std::size_t first_row;
    std::uint32_t row_count;
    std::uint32_t commodity;
    PathIndex older;
    bool stays;
    std::uint64_t hash;
    double cost;
  };

  PathIndex find_or_keep(std::size_t commodity, std::size_t first);
  PathIndex append(const Entry& entry);

  const FlowProblem* problem_;
  std::vector<Entry> paths_;
  std::vector<ArcId> arcs_;
  std::vector<std::uint32_t> rows_;
  std::vector<PathIndex> newest_;  // by commodity
};

}  // namespace corridor
