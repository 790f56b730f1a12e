#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/path_master.hpp"
#include "flow/path_search.hpp"

namespace corridor {

/// Master problem and cheapest paths in turn, until they prove each other.
class ColumnGeneration {
 public:
  ColumnGeneration(const FlowProblem& problem, PathPool& pool, PathMaster& master,
                   PathSearch& search)
      : problem_{&problem},
        pool_{&pool},
        master_{&master},
        search_{&search},
        least_(problem.commodities().size()),
        is_quiet_(problem.classes().size(), 0) {}

  /// Prices that may be good, to begin with.
  void centre_on(std::vector<double> prices);
  void run(const MulticommodityOptions& options);

  double bound() const { return bound_; }
  /// Those that prove the bound.
  const std::vector<double>& prices() const { return centre_; }
  std::size_t iterations() const { return iterations_; }
  bool converged() const { return converged_; }

 private:
  void value_known_paths();
  bool converges(const MulticommodityOptions& options);
  void look_for_columns();
  void look_by_class();
  void look_by_smoothing();
  double proved_by(const std::vector<double>& prices) const;
  void take_bound(const std::vector<double>& prices, double bound);
  double bound_under(const std::vector<double>& prices, bool collect);
  double price_of(PathIndex path, std::span<const double> by_row) const;
  void price_class(std::uint32_t cargo, const std::vector<double>& prices, bool collect);
  std::size_t price_commodities(std::size_t from, const std::vector<double>& prices, bool collect);
  void list_open(const Batch& batch, std::span<const double> by_row);
  void price_batch(const Batch& batch, std::span<const double> by_row, bool collect);
  void consider(std::size_t commodity, double distance, std::span<const double> by_row);
  bool is_proved(double gap) const;
  void settle(double gap);

  const FlowProblem* problem_;
  PathPool* pool_;
  PathMaster* master_;
  PathSearch* search_;

  std::vector<double> centre_;  // by row: the prices of the best bound
  double bound_ = 0;
  double smoothing_ = 0;           // how much of the centre is in the prices of the search
  std::vector<double> dual_;       // by row: the master's prices
  std::vector<double> dual_arc_;   // by arc, of the class at hand
  std::vector<double> arc_price_;  // by arc, of the class at hand, as searched
  std::vector<PathIndex> best_;    // by commodity: its cheapest path of the master under dual_
  std::vector<double> value_;      // by commodity: what that costs
  std::vector<double> least_;      // by commodity: its cheapest path under the prices of the search
  std::vector<char> is_quiet_;     // by class: nothing was found for it the last time
  // Of the batch at hand: the commodities to search for, and their targets.
  std::vector<std::size_t> open_;
  std::vector<VertexId> targets_;
  std::vector<ArcId> path_;  // scratch
  std::vector<PathIndex> found_;
  std::size_t iterations_ = 0;
  bool converged_ = false;
};

}  // namespace corridor
