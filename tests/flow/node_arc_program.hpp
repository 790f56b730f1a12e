#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <ClpSimplex.hpp>

#include "corridor/flow/multicommodity.hpp"

namespace corridor::test {

/// The same question as one linear program with a flow for each demand and arc, handed to Clp as it
/// stands.
class NodeArcProgram {
 public:
  NodeArcProgram(const CapacitatedNetwork& network, std::span<const CargoClass> classes)
      : network_{network}, classes_{classes} {
    program_.setLogLevel(0);
    program_.setPrimalTolerance(1e-9);
    program_.setDualTolerance(1e-9);
  }

  /// With unmet demand at its penalty.
  double least_cost() {
    limit_capacities();
    for (const CargoClass& cargo : classes_) {
      for (const OdVolume& pair : cargo.demand) {
        const int rows = add_conservation(pair, pair.volume);
        add_flows(cargo, pair, rows, true);
        add_column({from_row(pair, rows), to_row(pair, rows)}, {1, -1}, pair.volume, cargo.penalty);
      }
    }
    program_.dual();
    return program_.objectiveValue();
  }

  /// Of demands that `counts` marks, by class and pair.
  double largest_share(const std::vector<std::vector<char>>& counts) {
    limit_capacities();
    std::vector<int> share_rows;
    std::vector<double> share_values;
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      for (std::size_t p = 0; p < classes_[c].demand.size(); ++p) {
        const OdVolume& pair = classes_[c].demand[p];
        if (counts[c][p] == 0 || pair.from == pair.to || pair.volume <= 0) continue;
        const int rows = add_conservation(pair, 0);
        add_flows(classes_[c], pair, rows, false);
        share_rows.insert(share_rows.end(), {from_row(pair, rows), to_row(pair, rows)});
        share_values.insert(share_values.end(), {-pair.volume, pair.volume});
      }
    }
    add_column(share_rows, share_values, COIN_DBL_MAX, -1);
    program_.primal();
    return program_.status() == 0 ? -program_.objectiveValue() : COIN_DBL_MAX;
  }

 private:
  static int from_row(const OdVolume& pair, int rows) {
    return rows + static_cast<int>(pair.from.index());
  }
  static int to_row(const OdVolume& pair, int rows) {
    return rows + static_cast<int>(pair.to.index());
  }

  void limit_capacities() {
    for (const SharedCapacity& shared : network_.capacities) {
      program_.addRow(0, nullptr, nullptr, -COIN_DBL_MAX,
                      std::isinf(shared.capacity) ? COIN_DBL_MAX : shared.capacity);
    }
  }

  /// A row for each vertex: what leaves less what enters. Returns the first.
  int add_conservation(const OdVolume& pair, double volume) {
    const int first = program_.numberRows();
    for (const VertexId vertex : network_.graph->vertices()) {
      const double net = (vertex == pair.from ? volume : 0) - (vertex == pair.to ? volume : 0);
      program_.addRow(0, nullptr, nullptr, net, net);
    }
    return first;
  }

  void add_flows(const CargoClass& cargo, const OdVolume& pair, int rows, bool with_costs) {
    const Graph& graph = *network_.graph;
    for (const ArcId arc : graph.arcs()) {
      const VertexId tail = graph.tail(arc);
      const double cost = cargo.cost.empty() ? 0 : cargo.cost[arc];
      const bool ends_here = !network_.no_passing.empty() && network_.no_passing[tail] != 0;
      if (std::isinf(cost) || tail == graph.head(arc) || (ends_here && tail != pair.from)) continue;
      std::vector<int> at{rows + static_cast<int>(tail.index()),
                          rows + static_cast<int>(graph.head(arc).index())};
      std::vector<double> value{1, -1};
      for (std::size_t i = 0; i < network_.capacities.size(); ++i) {
        const std::vector<ArcId>& arcs = network_.capacities[i].arcs;
        if (std::find(arcs.begin(), arcs.end(), arc) == arcs.end()) continue;
        at.push_back(static_cast<int>(i));
        value.push_back(cargo.load);
      }
      add_column(at, value, COIN_DBL_MAX, with_costs ? cost : 0);
    }
  }

  /// Entries of one row are added up.
  void add_column(const std::vector<int>& rows, const std::vector<double>& values, double upper,
                  double cost) {
    std::vector<int> index;
    std::vector<double> value;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto known = std::find(index.begin(), index.end(), rows[i]);
      if (known == index.end()) {
        index.push_back(rows[i]);
        value.push_back(values[i]);
      } else {
        value[static_cast<std::size_t>(known - index.begin())] += values[i];
      }
    }
    program_.addColumn(static_cast<int>(index.size()), index.data(), value.data(), 0, upper, cost);
  }

  const CapacitatedNetwork& network_;
  std::span<const CargoClass> classes_;
  ClpSimplex program_;
};

}  // namespace corridor::test
