#include "flow/flow_run.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "flow/congestion_descent.hpp"

namespace corridor {

namespace {

constexpr double nearly_fullest = 0.9;  // of the fullest row: worth a row from the start

std::vector<std::uint32_t> fullest_rows(const FlowProblem& problem,
                                        const std::vector<double>& load) {
  double fullest = 0;
  for (std::size_t row = 0; row < load.size(); ++row) {
    if (load[row] > 0) fullest = std::max(fullest, load[row] / problem.capacity(row));
  }
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < load.size(); ++row) {
    if (load[row] > 0 && load[row] >= nearly_fullest * fullest * problem.capacity(row)) {
      rows.push_back(row);
    }
  }
  return rows;
}

FlowProblem problem_for(MasterAim aim, const CapacitatedNetwork& network,
                        std::span<const CargoClass> classes) {
  FlowProblem problem{network, classes};
  if (aim == MasterAim::least_congestion) problem.close_empty_capacities();
  return problem;
}

}  // namespace

FlowRun::FlowRun(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
                 MasterAim aim, const FlowStart* start)
    : problem_{problem_for(aim, network, classes)},
      aim_{aim},
      start_{start},
      search_{*network.graph, network.no_passing, network.hierarchy,
              start == nullptr ? nullptr : start->ways},
      pool_{problem_} {
  leave_clear_ones();
  pool_ = PathPool{problem_};
}

/// Costs; for least congestion, arcs that are limited.
void FlowRun::price_class(std::uint32_t cargo) {
  price_.resize(problem_.graph().arc_count());
  for (const ArcId arc : problem_.graph().arcs()) {
    const double cost = problem_.cost(cargo, arc);
    const bool counts = aim_ == MasterAim::least_congestion && cost < infinite_cost;
    const double limited = problem_.rows(cargo, arc).empty() ? 0 : 1;
    price_[arc.index()] = counts ? limited : cost;
  }
  search_.price(price_);
}

/// Takes out the commodities whose answer does not hang on the others.
void FlowRun::leave_clear_ones() {
  std::vector<char> clear;
  std::uint32_t cargo = UINT32_MAX;
  for (const Batch& batch : problem_.batches()) {
    if (std::exchange(cargo, batch.cargo) != batch.cargo) price_class(cargo);
    search_.run(batch.origin, problem_.targets(batch));
    for (std::size_t i = batch.first; i < batch.last; ++i) {
      clear.push_back(is_clear(i) ? 1 : 0);
      if (aim_ == MasterAim::least_congestion) continue;
      problem_.set_floor(i, search_.distance(problem_.commodities()[i].to));
    }
  }
  problem_.leave_out(clear);
  std::sort(left_out_.begin(), left_out_.end(),
            [](const UnmetDemand& a, const UnmetDemand& b) { return a.demand < b.demand; });
}

/// Whether, by the last search, a commodity stays whatever comes or has a path that nothing limits;
/// notes which.
bool FlowRun::is_clear(std::size_t commodity) {
  const Commodity& wanted = problem_.commodities()[commodity];
  const double cost = search_.distance(wanted.to);
  if (cost == infinite_cost) {
    left_out_.push_back({wanted.id, wanted.volume, UnmetReason::no_path});
    return true;
  }
  if (aim_ == MasterAim::least_cost) {
    if (cost <= wanted.penalty) return false;
    left_out_.push_back({wanted.id, wanted.volume, UnmetReason::too_dear});
    return true;
  }
  if (cost > 0) return false;
  const PathIndex path = pool_.add(commodity, search_);
  const auto arcs = pool_.arcs(path);
  free_paths_.push_back({wanted.id, {arcs.begin(), arcs.end()}, wanted.volume});
  return true;
}

void FlowRun::make_master(std::vector<PathIndex> keys) {
  master_.emplace(problem_, pool_, aim_, std::move(keys));
  generation_.emplace(problem_, pool_, *master_, search_);
}

void FlowRun::begin_anew() {
  if (aim_ == MasterAim::least_cost) {
    std::vector<PathIndex> keys(problem_.commodities().size(), no_path_index);
    complete(keys);
    make_master(std::move(keys));
    return;
  }
  CongestionDescent descent = descend(problem_, pool_, search_);
  make_master(std::move(descent.keys));
  master_->add_rows(fullest_rows(problem_, descent.load));
  generation_->centre_on(std::move(descent.prices));
}

void FlowRun::begin_with(const FlowStart& start) {
  const WarmStart warm{problem_, pool_, aim_, start};
  std::vector<PathIndex> keys = warm.keys();
  complete(keys);
  make_master(std::move(keys));
  warm.furnish(*master_);
  if (aim_ == MasterAim::least_congestion && master_->rows().empty()) {
    master_->add_rows(fullest_rows(problem_, master_->key_load()));
  }
  if (aim_ == MasterAim::least_congestion) generation_->centre_on(warm.prices());
}

/// The cheapest paths, for commodities without a key.
void FlowRun::complete(std::vector<PathIndex>& keys) {
  std::uint32_t cargo = UINT32_MAX;
  for (const Batch& batch : problem_.batches()) {
    const auto first = keys.begin() + static_cast<std::ptrdiff_t>(batch.first);
    const auto last = keys.begin() + static_cast<std::ptrdiff_t>(batch.last);
    if (std::find(first, last, no_path_index) == last) continue;
    if (std::exchange(cargo, batch.cargo) != batch.cargo) price_class(cargo);
    search_.run(batch.origin, problem_.targets(batch));
    for (std::size_t i = batch.first; i < batch.last; ++i) {
      if (keys[i] == no_path_index) keys[i] = pool_.add(i, search_);
    }
  }
}

void FlowRun::run(const MulticommodityOptions& options) {
  if (start_ == nullptr) {
    begin_anew();
  } else {
    begin_with(*start_);
  }
  generation_->run(options);
}

std::shared_ptr<const FlowStart> FlowRun::end(std::vector<double> prices) const {
  auto result = std::make_shared<FlowStart>(problem_, pool_, *master_, std::move(prices));
  result->ways = search_.ways();
  return result;
}

}  // namespace corridor
