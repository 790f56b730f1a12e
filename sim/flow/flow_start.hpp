#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "flow/path_master.hpp"

namespace corridor {

/// A master problem as it was left, by names that outlive it: paths by their demand, rows by the
/// capacity's position.
class FlowStart {
 public:
  FlowStart(const FlowProblem& problem, const PathPool& pool, const PathMaster& master,
            std::vector<double> prices);

  struct Known {
    DemandId demand;
    std::vector<ArcId> arcs;
    bool stays = false;
    bool is_key = false;
    double part = 0;
    std::uint8_t status = 0;
  };
  struct KnownRow {
    std::uint32_t row = 0;
    std::uint8_t status = 0;
    std::uint8_t extra_status = 0;
  };

  MasterAim aim;
  std::vector<Known> paths;
  std::vector<KnownRow> rows;
  std::vector<std::pair<DemandId, std::uint8_t>> splits;
  std::uint8_t stretch_status = 0;
  double overload_cost = 0;
  std::vector<double> prices;  // by row
  std::shared_ptr<const PriceWays> ways;
};

/// Puts an earlier master problem into a new one, as far as it fits: paths that are closed by now
/// are dropped, and so are those of demands that are no more.
class WarmStart {
 public:
  /// Fills the pool with what is known and is of use: where all demand is to be routed, nothing may
  /// stay.
  WarmStart(const FlowProblem& problem, PathPool& pool, MasterAim aim, const FlowStart& start);

  /// By commodity: the path to take for granted, if any is known.
  const std::vector<PathIndex>& keys() const { return keys_; }
  /// Rows, columns and basis.
  void furnish(PathMaster& master) const;
  /// By row; empty if they are of another aim or of other rows.
  std::vector<double> prices() const;

 private:
  std::optional<std::size_t> commodity(DemandId demand) const;
  bool leads(std::size_t commodity, const FlowStart::Known& known) const;
  void restore(PathMaster& master) const;

  const FlowProblem* problem_;
  const PathPool* pool_;
  MasterAim aim_;
  const FlowStart* start_;
  std::vector<std::vector<std::uint32_t>> commodity_;  // by class and pair
  std::vector<PathIndex> keys_;
  std::vector<PathIndex> index_;  // by the start's paths
};

}  // namespace corridor
