#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "flow/column_generation.hpp"
#include "flow/flow_start.hpp"

namespace corridor {

/// One question from its first paths to the answer's: what both aims share.
class FlowRun {
 public:
  /// `start`, if any, is what the run begins with.
  FlowRun(const CapacitatedNetwork& network, std::span<const CargoClass> classes, MasterAim aim,
          const FlowStart* start);
  FlowRun(const FlowRun&) = delete;
  FlowRun& operator=(const FlowRun&) = delete;

  /// Begins with what an earlier run knew, or with paths of its own, and goes on until it is done.
  void run(const MulticommodityOptions& options);

  const FlowProblem& problem() const { return problem_; }
  const PathPool& pool() const { return pool_; }
  const PathMaster& master() const { return *master_; }
  const ColumnGeneration& generation() const { return *generation_; }
  /// For another run to begin with.
  std::shared_ptr<const FlowStart> end(std::vector<double> prices) const;
  /// Demands that nothing can be done about: no path, or none that is worth its cost.
  const std::vector<UnmetDemand>& left_out() const { return left_out_; }
  /// For least congestion: demands that go where nothing limits them, and need no more thought.
  const std::vector<PathFlow>& free_paths() const { return free_paths_; }

 private:
  void price_class(std::uint32_t cargo);
  void leave_clear_ones();
  bool is_clear(std::size_t commodity);
  void begin_anew();
  void begin_with(const FlowStart& start);
  void complete(std::vector<PathIndex>& keys);
  void make_master(std::vector<PathIndex> keys);

  FlowProblem problem_;
  MasterAim aim_;
  const FlowStart* start_;
  PathSearch search_;
  std::vector<UnmetDemand> left_out_;
  std::vector<PathFlow> free_paths_;
  PathPool pool_;
  std::optional<PathMaster> master_;
  std::optional<ColumnGeneration> generation_;
  std::vector<double> price_;  // by arc, of the class at hand
};

}  // namespace corridor
