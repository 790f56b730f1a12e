#include "flow/column_generation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace corridor {

namespace {

constexpr double first_smoothing = 0.3;
constexpr double least_smoothing = 1e-3;
constexpr double cheaper = 1 - 1e-11;    // of a path's price: below it another is cheaper
constexpr double overload_slip = 1e-10;  // of all load

/// `load` x the rows' prices of each arc, and the class's own cost.
void price_arcs(const FlowProblem& problem, std::uint32_t cargo, MasterAim aim,
                std::span<const double> by_row, std::vector<double>& price) {
  problem.spread(cargo, by_row, price);
  const double load = problem.load(cargo);
  for (const ArcId arc : problem.graph().arcs()) {
    const double cost = problem.cost(cargo, arc);
    const double base = aim == MasterAim::least_cost || cost == infinite_cost ? cost : 0;
    price[arc.index()] = base + load * price[arc.index()];
  }
}

double value_of_capacities(const FlowProblem& problem, const std::vector<double>& prices) {
  double sum = 0;
  for (std::size_t row = 0; row < prices.size(); ++row) {
    if (prices[row] > 0) sum += prices[row] * problem.capacity(row);
  }
  return sum;
}

}  // namespace

void ColumnGeneration::centre_on(std::vector<double> prices) {
  if (prices.empty()) return;
  dual_ = prices;
  value_known_paths();
  const double bound = bound_under(prices, false);
  if (bound <= bound_) return;
  bound_ = bound;
  centre_ = std::move(prices);
  smoothing_ = first_smoothing;
}

/// What a path of the pool costs under prices of rows.
double ColumnGeneration::price_of(PathIndex path, std::span<const double> by_row) const {
  const std::uint32_t cargo = problem_->commodities()[pool_->commodity(path)].id.cargo;
  double sum = 0;
  for (const std::uint32_t row : pool_->rows(path)) sum += by_row[row];
  const double cost = master_->aim() == MasterAim::least_cost ? pool_->cost(path) : 0;
  return cost + problem_->load(cargo) * sum;
}

/// Of each commodity, the path of the master that costs least under its prices.
void ColumnGeneration::value_known_paths() {
  value_.assign(problem_->commodities().size(), infinite_cost);
  best_ = master_->keys();
  for (const PathIndex key : best_) value_[pool_->commodity(key)] = price_of(key, dual_);
  for (const PathIndex path : master_->columns()) {
    const std::size_t commodity = pool_->commodity(path);
    const double price = price_of(path, dual_);
    if (price < value_[commodity]) best_[commodity] = path;
    value_[commodity] = std::min(value_[commodity], price);
  }
}

/// The path that the search has found at such a distance under the prices of rows, if it is cheaper
/// under the master's own prices as well.
void ColumnGeneration::consider(std::size_t commodity, double distance,
                                std::span<const double> by_row) {
  if (value_[commodity] <= 0) return;
  const Commodity& wanted = problem_->commodities()[commodity];
  const double limit = value_[commodity] * cheaper;
  const bool may_stay = master_->aim() == MasterAim::least_cost;
  if (may_stay && wanted.penalty < limit && wanted.penalty <= distance) {
    const PathIndex path = pool_->add_staying(commodity);
    if (!master_->holds(path)) found_.push_back(path);
    return;
  }
  if (distance == infinite_cost) return;
  // Mostly, the path found is the one that is the best of those known.
  if (price_of(best_[commodity], by_row) * cheaper <= distance) return;
  path_.clear();
  search_->path(wanted.to, path_);
  double price = 0;
  for (const ArcId arc : path_) price += dual_arc_[arc.index()];
  if (price >= limit) return;
  const PathIndex path = pool_->add(commodity, path_);
  if (!master_->holds(path)) found_.push_back(path);
}

/// Lists the commodities of a batch whose best known path costs more under the prices of rows than
/// the cheapest would without any. The others need no search: no prices make a path cheaper.
void ColumnGeneration::list_open(const Batch& batch, std::span<const double> by_row) {
  open_.clear();
  targets_.clear();
  for (std::size_t i = batch.first; i < batch.last; ++i) {
    least_[i] = problem_->commodities()[i].floor;
    if (price_of(best_[i], by_row) * cheaper <= least_[i]) continue;
    open_.push_back(i);
    targets_.push_back(problem_->commodities()[i].to);
  }
}

/// Finds what the commodities of the batch cost at least under the prices of rows.
void ColumnGeneration::price_batch(const Batch& batch, std::span<const double> by_row,
                                   bool collect) {
  search_->run(batch.origin, targets_);
  for (const std::size_t i : open_) {
    least_[i] = search_->distance(problem_->commodities()[i].to);
    if (collect) consider(i, least_[i], by_row);
  }
}

/// The bound that the prices prove: what cheapest paths cost under them, less what the capacities
/// are worth; of congestion, the ratio of the two.
double ColumnGeneration::bound_under(const std::vector<double>& prices, bool collect) {
  std::uint32_t cargo = UINT32_MAX;
  least_.resize(problem_->commodities().size());
  for (const Batch& batch : problem_->batches()) {
    list_open(batch, prices);
    if (open_.empty()) continue;
    if (batch.cargo != cargo) {
      cargo = batch.cargo;
      price_arcs(*problem_, cargo, master_->aim(), prices, arc_price_);
      search_->price(arc_price_);
      if (collect) price_arcs(*problem_, cargo, master_->aim(), dual_, dual_arc_);
    }
    price_batch(batch, prices, collect);
  }
  const bool may_stay = master_->aim() == MasterAim::least_cost;
  double sum = 0;
  for (std::size_t i = 0; i < least_.size(); ++i) {
    const Commodity& commodity = problem_->commodities()[i];
    sum += commodity.volume * (may_stay ? std::min(least_[i], commodity.penalty) : least_[i]);
  }
  const double worth = value_of_capacities(*problem_, prices);
  if (master_->aim() == MasterAim::least_cost) return sum - worth;
  return worth > 0 ? sum / worth : 0;
}

/// Searches under the master's prices mixed with the centre's; if nothing is found there that helps
/// the master, the centre has become better, and less of it is mixed in.
void ColumnGeneration::look_for_columns() {
  value_known_paths();
  found_.clear();
  for (;;) {
    std::vector<double> prices = dual_;
    if (smoothing_ > 0) {
      const bool scaled = master_->aim() == MasterAim::least_congestion;
      const double unit = scaled ? 1 / value_of_capacities(*problem_, centre_) : 1;
      for (std::size_t row = 0; row < prices.size(); ++row) {
        prices[row] += smoothing_ * (unit * centre_[row] - prices[row]);
      }
    }
    const double bound = bound_under(prices, true);
    if (bound > bound_ || centre_.empty()) {
      bound_ = bound;
      centre_ = std::move(prices);
    }
    if (!found_.empty() || smoothing_ == 0) return;
    smoothing_ = smoothing_ > least_smoothing ? first_smoothing * smoothing_ : 0;
  }
}

/// Of a cost near nothing, against what a commodity costs: the program is not exact to the last
/// bit.
bool ColumnGeneration::is_proved(double gap) const {
  const double objective = master_->objective();
  return objective - bound_ <= gap * std::max(objective, master_->mean_cost());
}

/// The master's own prices, if they prove as much: those of a basis are zero where they can be.
void ColumnGeneration::settle(double gap) {
  if (master_->aim() == MasterAim::least_cost) {
    for (double& price : dual_) price = std::min(price, master_->dearest_price());
  }
  const double bound = bound_under(dual_, false);
  const double objective = master_->objective();
  const double slip = gap * std::max(objective, master_->mean_cost());
  if (objective - bound > std::max(slip, objective - bound_)) return;
  bound_ = bound;
  centre_ = dual_;
}

void ColumnGeneration::run(const MulticommodityOptions& options) {
  double all_load = 0;
  for (const Commodity& commodity : problem_->commodities()) {
    all_load += commodity.volume * problem_->load(commodity.id.cargo);
  }
  while (iterations_ < options.most_iterations) {
    ++iterations_;
    const bool solved = master_->solve();
    master_->prices(dual_);
    look_for_columns();
    const bool fits = master_->overload() <= overload_slip * all_load;
    if (solved && fits && is_proved(options.gap)) {
      converged_ = true;
      settle(options.gap);
      return;
    }
    if (!found_.empty()) {
      master_->add_columns(found_);
    } else if (!solved || fits || !master_->raise_overload_cost()) {
      return;
    }
  }
}

}  // namespace corridor
