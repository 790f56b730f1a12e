#include "corridor/route/distance_table.hpp"

#include <algorithm>
#include <memory>

#include "corridor/core/parallel.hpp"
#include "corridor/route/lanes_query.hpp"

namespace corridor {

namespace {

constexpr std::size_t lanes = 8;

/// What a thread keeps from block to block.
struct Worker {
  Worker(const Graph& graph, const Hierarchy& hierarchy)
      : metric{hierarchy, lanes}, query{graph, metric} {}
  HierarchyLanes<Weight> metric;
  LanesQuery<Weight> query;
};

}  // namespace

std::vector<Weight> distance_table(const Graph& graph, const Hierarchy& hierarchy,
                                   std::span<const std::span<const Weight>> metrics,
                                   std::span<const Ends> ends, std::size_t threads) {
  std::vector<Weight> table(metrics.size() * ends.size());
  std::vector<std::unique_ptr<Worker>> workers(std::max<std::size_t>(1, threads));
  const std::size_t blocks = (metrics.size() + lanes - 1) / lanes;
  parallel_for(blocks, threads, [&](std::size_t block, std::size_t index) {
    std::unique_ptr<Worker>& worker = workers[index];
    if (!worker) worker = std::make_unique<Worker>(graph, hierarchy);
    const std::size_t first = block * lanes;
    const std::size_t used = std::min(lanes, metrics.size() - first);
    worker->metric.customise(metrics.subspan(first, used));
    worker->query.customise(metrics.subspan(first, used));
    for (std::size_t pair = 0; pair < ends.size(); ++pair) {
      const std::span<const Weight> found = worker->query.distances(ends[pair].from, ends[pair].to);
      for (std::size_t lane = 0; lane < used; ++lane) {
        table[(first + lane) * ends.size() + pair] = found[lane];
      }
    }
  });
  return table;
}

}  // namespace corridor
