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

/// Prices the arcs for a class, and the same under the master's own prices if they are others.
void ColumnGeneration::price_class(std::uint32_t cargo, const std::vector<double>& prices,
                                   bool collect) {
  price_arcs(*problem_, cargo, master_->aim(), prices, arc_price_);
  search_->price(arc_price_);
  if (!collect) return;
  if (smoothing_ > 0) {
    price_arcs(*problem_, cargo, master_->aim(), dual_, dual_arc_);
  } else {
    dual_arc_ = arc_price_;
  }
}

/// Prices the commodities of a class, `from` the batch to be looked at. Returns the first batch of
/// the next class.
std::size_t ColumnGeneration::price_commodities(std::size_t from, const std::vector<double>& prices,
                                                bool collect) {
  const std::vector<Batch>& batches = problem_->batches();
  const std::uint32_t cargo = batches[from].cargo;
  bool is_priced = false;
  for (; from < batches.size() && batches[from].cargo == cargo; ++from) {
    list_open(batches[from], prices);
    if (open_.empty()) continue;
    if (!is_priced) price_class(cargo, prices, collect);
    is_priced = true;
    price_batch(batches[from], prices, collect);
  }
  return from;
}

/// The bound that the prices prove: what cheapest paths cost under them, less what the capacities
/// are worth; of congestion, the ratio of the two. All commodities have been priced.
double ColumnGeneration::proved_by(const std::vector<double>& prices) const {
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

double ColumnGeneration::bound_under(const std::vector<double>& prices, bool collect) {
  for (std::size_t i = 0; i < problem_->batches().size();) {
    i = price_commodities(i, prices, collect);
  }
  return proved_by(prices);
}

void ColumnGeneration::take_bound(const std::vector<double>& prices, double bound) {
  if (bound <= bound_ && !centre_.empty()) return;
  bound_ = bound;
  centre_ = prices;
}

/// Prices the classes for which something was found the last time, and only if nothing is found
/// there, the others as well: without them there is no bound. (Partial pricing.)
void ColumnGeneration::look_by_class() {
  const std::vector<Batch>& batches = problem_->batches();
  const std::vector<char> was_quiet = is_quiet_;
  for (const bool quiet : {false, true}) {
    bool are_all = true;
    for (std::size_t i = 0; i < batches.size();) {
      const std::uint32_t cargo = batches[i].cargo;
      if ((was_quiet[cargo] != 0) != quiet) {
        are_all = false;
        while (i < batches.size() && batches[i].cargo == cargo) ++i;
        continue;
      }
      const std::size_t before = found_.size();
      i = price_commodities(i, dual_, true);
      is_quiet_[cargo] = found_.size() == before ? 1 : 0;
    }
    if (!quiet && !are_all && !found_.empty()) return;
  }
  take_bound(dual_, proved_by(dual_));
}

/// Searches under the master's prices mixed with the centre's; if nothing is found there that helps
/// the master, the centre has become better, and less of it is mixed in.
void ColumnGeneration::look_by_smoothing() {
  for (;;) {
    std::vector<double> prices = dual_;
    if (smoothing_ > 0) {
      const double unit = 1 / value_of_capacities(*problem_, centre_);
      for (std::size_t row = 0; row < prices.size(); ++row) {
        prices[row] += smoothing_ * (unit * centre_[row] - prices[row]);
      }
    }
    take_bound(prices, bound_under(prices, true));
    if (!found_.empty() || smoothing_ == 0) return;
    smoothing_ = smoothing_ > least_smoothing ? first_smoothing * smoothing_ : 0;
  }
}

void ColumnGeneration::look_for_columns() {
  value_known_paths();
  found_.clear();
  if (master_->aim() == MasterAim::least_cost) {
    look_by_class();
  } else {
    look_by_smoothing();
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
  if (dual_ == centre_) return;
  const double bound = bound_under(dual_, false);
  const double objective = master_->objective();
  const double slip = gap * std::max(objective, master_->mean_cost());
  if (objective - bound > std::max(slip, objective - bound_)) return;
  bound_ = bound;
  centre_ = dual_;
}

void ColumnGeneration::run(const MulticommodityOptions& options) {
  converged_ = converges(options);
  if (converged_) {
    settle(options.gap);
  } else if (iterations_ > 0) {
    take_bound(dual_, bound_under(dual_, false));
  }
}

bool ColumnGeneration::converges(const MulticommodityOptions& options) {
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
    if (solved && fits && is_proved(options.gap)) return true;
    if (!found_.empty()) {
      master_->add_columns(found_);
    } else if (!solved || fits || !master_->raise_overload_cost()) {
      return false;
    }
  }
  return false;
}

}  // namespace corridor
