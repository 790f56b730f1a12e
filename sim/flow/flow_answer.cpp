#include "flow/flow_answer.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace corridor {

namespace {

constexpr double trace = 1e-10;  // of a demand: less is a matter of rounding

/// Parts of one commodity, which rounding may have left a little above or below the whole.
struct Parts {
  std::vector<std::pair<PathIndex, double>> of;

  void scale_to_one() {
    double sum = 0;
    for (const auto& [path, part] : of) sum += part;
    for (auto& [path, part] : of) part /= sum;
  }
};

Parts parts_of(const PathPool& pool, const PathMaster& master, std::size_t commodity) {
  Parts parts;
  for (PathIndex path = pool.newest(commodity); path != no_path_index; path = pool.older(path)) {
    const double part = master.part(path);
    if (part > trace) parts.of.emplace_back(path, part);
  }
  std::reverse(parts.of.begin(), parts.of.end());
  parts.scale_to_one();
  return parts;
}

template <class List>
void sort_by_demand(List& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.demand < b.demand; });
}

}  // namespace

FlowAnswer answer_of(const FlowProblem& problem, const PathPool& pool, const PathMaster& master) {
  FlowAnswer answer;
  for (std::size_t i = 0; i < problem.commodities().size(); ++i) {
    const Commodity& commodity = problem.commodities()[i];
    for (const auto& [path, part] : parts_of(pool, master, i).of) {
      const double volume = part * commodity.volume;
      if (pool.stays(path)) {
        answer.unmet.push_back({commodity.id, volume, UnmetReason::capacity});
      } else {
        const auto arcs = pool.arcs(path);
        answer.paths.push_back({commodity.id, {arcs.begin(), arcs.end()}, volume});
      }
    }
  }
  sort_by_demand(answer.paths);
  sort_by_demand(answer.unmet);
  return answer;
}

std::vector<IdVector<ArcId, double>> flows_of(const FlowProblem& problem,
                                              const std::vector<PathFlow>& paths) {
  std::vector<IdVector<ArcId, double>> flow(
      problem.classes().size(), IdVector<ArcId, double>(problem.graph().arc_count(), 0));
  for (const PathFlow& path : paths) {
    for (const ArcId arc : path.arcs) flow[path.demand.cargo][arc] += path.volume;
  }
  return flow;
}

std::vector<double> loads_of(const FlowProblem& problem, const std::vector<PathFlow>& paths) {
  std::vector<double> load(problem.row_count(), 0);
  for (const PathFlow& path : paths) {
    const double units = path.volume * problem.load(path.demand.cargo);
    for (const ArcId arc : path.arcs) {
      for (const std::uint32_t row : problem.rows(path.demand.cargo, arc)) load[row] += units;
    }
  }
  return load;
}

void make_fit(const FlowProblem& problem, FlowAnswer& answer) {
  const std::vector<double> load = loads_of(problem, answer.paths);
  for (PathFlow& path : answer.paths) {
    double fits = 1;
    for (const ArcId arc : path.arcs) {
      for (const std::uint32_t row : problem.rows(path.demand.cargo, arc)) {
        if (load[row] > problem.capacity(row)) {
          fits = std::min(fits, problem.capacity(row) / load[row]);
        }
      }
    }
    if (fits == 1) continue;
    answer.unmet.push_back({path.demand, (1 - fits) * path.volume, UnmetReason::capacity});
    path.volume *= fits;
  }
  sort_by_demand(answer.unmet);
  std::vector<UnmetDemand> joined;
  for (const UnmetDemand& unmet : answer.unmet) {
    if (!joined.empty() && joined.back().demand == unmet.demand) {
      joined.back().volume += unmet.volume;
    } else {
      joined.push_back(unmet);
    }
  }
  answer.unmet = std::move(joined);
  std::erase_if(answer.paths, [](const PathFlow& path) { return path.volume <= 0; });
}

}  // namespace corridor
