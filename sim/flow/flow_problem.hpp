#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "corridor/flow/multicommodity.hpp"

namespace corridor {

inline constexpr double infinite_cost = std::numeric_limits<double>::infinity();

struct Commodity {
  DemandId id;
  VertexId from;
  VertexId to;
  double volume = 0;
  double penalty = 0;
  double floor = 0;  // no path costs less
};

/// The commodities of one class from one origin: one search prices them all.
struct Batch {
  std::uint32_t cargo = 0;
  VertexId origin;
  std::size_t first = 0;  // of the commodities
  std::size_t last = 0;
};

/// What is asked, checked and sorted: commodities by class, origin and target; capacities that
/// limit anything as rows, with the rows of each arc.
class FlowProblem {
 public:
  /// Throws std::invalid_argument as multicommodity_flow does.
  FlowProblem(const CapacitatedNetwork& network, std::span<const CargoClass> classes);

  /// Closes the arcs of capacities of zero, for good.
  void close_empty_capacities();
  void set_floor(std::size_t commodity, double cost) { commodities_[commodity].floor = cost; }
  /// Takes out the commodities that are marked.
  void leave_out(const std::vector<char>& marked);

  const Graph& graph() const { return *network_->graph; }
  const CapacitatedNetwork& network() const { return *network_; }
  std::span<const CargoClass> classes() const { return classes_; }
  const std::vector<Commodity>& commodities() const { return commodities_; }
  const std::vector<Batch>& batches() const { return batches_; }
  std::span<const VertexId> targets(const Batch& batch) const {
    return std::span{targets_}.subspan(batch.first, batch.last - batch.first);
  }

  std::size_t row_count() const { return network_->capacities.size(); }
  double capacity(std::size_t row) const { return network_->capacities[row].capacity; }
  /// The rows that limit a class on an arc.
  std::span<const std::uint32_t> rows(std::uint32_t cargo, ArcId arc) const {
    const ArcRows& of = arc_rows_[kind_[cargo]];
    return std::span{of.row}.subspan(of.first[arc.index()],
                                     of.first[arc.index() + 1] - of.first[arc.index()]);
  }
  double load(std::uint32_t cargo) const { return classes_[cargo].load; }
  double cost(std::uint32_t cargo, ArcId arc) const {
    const std::vector<char>& closed = arc_rows_[kind_[cargo]].closed;
    if (!closed.empty() && closed[arc.index()] != 0) return infinite_cost;
    const IdVector<ArcId, double>& cost = classes_[cargo].cost;
    return cost.empty() ? 0.0 : cost[arc];
  }

  /// Sum of row weights over the rows of each arc that limit a class.
  void spread(std::uint32_t cargo, std::span<const double> by_row,
              std::vector<double>& by_arc) const;

 private:
  /// What limits the classes of one kind.
  struct ArcRows {
    std::vector<std::size_t> first;  // by arc, and one past the last
    std::vector<std::uint32_t> row;
    std::vector<char> closed;  // by arc, or empty
  };

  void list_commodities();
  void list_batches();
  void list_kinds();
  void list_rows();
  ArcRows rows_of(std::size_t cargo) const;

  const CapacitatedNetwork* network_;
  std::span<const CargoClass> classes_;
  std::vector<Commodity> commodities_;
  std::vector<Batch> batches_;
  std::vector<VertexId> targets_;       // by commodity
  std::vector<std::uint32_t> kind_;     // by class: those of one kind have the same limits
  std::vector<ArcRows> arc_rows_;       // by kind
  std::vector<std::size_t> first_arc_;  // by row, and one past the last
  std::vector<ArcId> row_arcs_;         // of rows that limit anything, ascending, each once
};

}  // namespace corridor
