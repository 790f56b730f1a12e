#include "flow/flow_problem.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace corridor {

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::invalid_argument{std::string{"multicommodity flow: "} + what};
}

bool is_amount(double value) { return std::isfinite(value) && value >= 0; }

void check(const CapacitatedNetwork& network) {
  require(network.graph != nullptr, "there is no graph");
  require(network.no_passing.empty() || network.no_passing.size() == network.graph->vertex_count(),
          "no_passing is not by vertex");
  for (const SharedCapacity& shared : network.capacities) {
    require(shared.capacity >= 0, "a capacity is negative or not a number");
    for (const ArcId arc : shared.arcs) {
      require(arc.index() < network.graph->arc_count(),
              "a capacity names an arc that is not there");
    }
    require(std::is_sorted(shared.classes.begin(), shared.classes.end()),
            "the classes of a capacity are not ascending");
  }
}

void check(const Graph& graph, const CargoClass& cargo) {
  require(std::isfinite(cargo.load) && cargo.load > 0, "a load is not above 0");
  require(is_amount(cargo.penalty), "a penalty is negative or not finite");
  require(cargo.cost.empty() || cargo.cost.size() == graph.arc_count(), "costs are not by arc");
  for (const double cost : cargo.cost) require(cost >= 0, "a cost is negative or not a number");
  for (const OdVolume& pair : cargo.demand) {
    require(is_amount(pair.volume), "a volume is negative or not finite");
    require(pair.from.index() < graph.vertex_count() && pair.to.index() < graph.vertex_count(),
            "a demand names a vertex that is not there");
  }
}

}  // namespace

bool limits(const SharedCapacity& shared, std::size_t cargo) {
  return shared.classes.empty() ||
         std::binary_search(shared.classes.begin(), shared.classes.end(), cargo);
}

std::vector<SharedCapacity> capacities_of_arcs(std::span<const double> capacity) {
  std::vector<SharedCapacity> result;
  for (std::size_t arc = 0; arc < capacity.size(); ++arc) {
    if (std::isinf(capacity[arc]) && capacity[arc] > 0) continue;
    result.push_back({{ArcId{arc}}, capacity[arc]});
  }
  return result;
}

IdVector<ArcId, double> costs_of(std::span<const Weight> weight) {
  IdVector<ArcId, double> result;
  result.reserve(weight.size());
  for (const Weight each : weight) {
    result.add(each >= infinite_weight ? infinite_cost : static_cast<double>(each));
  }
  return result;
}

FlowProblem::FlowProblem(const CapacitatedNetwork& network, std::span<const CargoClass> classes)
    : network_{&network}, classes_{classes} {
  check(network);
  for (const CargoClass& cargo : classes) check(*network.graph, cargo);
  list_commodities();
  list_batches();
  list_kinds();
  list_rows();
}

void FlowProblem::list_commodities() {
  for (std::size_t cargo = 0; cargo < classes_.size(); ++cargo) {
    const std::vector<OdVolume>& demand = classes_[cargo].demand;
    for (std::size_t pair = 0; pair < demand.size(); ++pair) {
      if (demand[pair].volume <= 0) continue;
      const DemandId id{static_cast<std::uint32_t>(cargo), static_cast<std::uint32_t>(pair)};
      commodities_.push_back({id, demand[pair].from, demand[pair].to, demand[pair].volume,
                              classes_[cargo].penalty, 0});
    }
  }
  const auto key = [](const Commodity& commodity) {
    return std::tuple{commodity.id.cargo, commodity.from, commodity.to, commodity.id.pair};
  };
  std::sort(commodities_.begin(), commodities_.end(),
            [&](const Commodity& a, const Commodity& b) { return key(a) < key(b); });
}

void FlowProblem::list_batches() {
  batches_.clear();
  targets_.clear();
  for (std::size_t i = 0; i < commodities_.size(); ++i) {
    const Commodity& commodity = commodities_[i];
    if (batches_.empty() || batches_.back().cargo != commodity.id.cargo ||
        batches_.back().origin != commodity.from) {
      batches_.push_back({commodity.id.cargo, commodity.from, i, i});
    }
    batches_.back().last = i + 1;
    targets_.push_back(commodity.to);
  }
}

void FlowProblem::list_kinds() {
  const auto have_the_same = [&](std::size_t a, std::size_t b) {
    return std::all_of(
        network_->capacities.begin(), network_->capacities.end(),
        [&](const SharedCapacity& shared) { return limits(shared, a) == limits(shared, b); });
  };
  std::vector<std::size_t> first_of_kind;
  for (std::size_t cargo = 0; cargo < classes_.size(); ++cargo) {
    std::uint32_t kind = 0;
    while (kind < first_of_kind.size() && !have_the_same(first_of_kind[kind], cargo)) ++kind;
    if (kind == first_of_kind.size()) first_of_kind.push_back(cargo);
    kind_.push_back(kind);
  }
  for (const std::size_t cargo : first_of_kind) arc_rows_.push_back(rows_of(cargo));
}

void FlowProblem::list_rows() {
  first_arc_.assign(1, 0);
  for (const SharedCapacity& shared : network_->capacities) {
    const auto first = static_cast<std::ptrdiff_t>(row_arcs_.size());
    if (!std::isinf(shared.capacity)) {
      row_arcs_.insert(row_arcs_.end(), shared.arcs.begin(), shared.arcs.end());
    }
    std::sort(row_arcs_.begin() + first, row_arcs_.end());
    row_arcs_.erase(std::unique(row_arcs_.begin() + first, row_arcs_.end()), row_arcs_.end());
    first_arc_.push_back(row_arcs_.size());
  }
}

FlowProblem::ArcRows FlowProblem::rows_of(std::size_t cargo) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // arc, row
  for (std::size_t row = 0; row < row_count(); ++row) {
    if (std::isinf(capacity(row)) || !limits(network_->capacities[row], cargo)) continue;
    for (const ArcId arc : network_->capacities[row].arcs) {
      pairs.emplace_back(static_cast<std::uint32_t>(arc.index()), static_cast<std::uint32_t>(row));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  ArcRows result;
  result.first.assign(graph().arc_count() + 1, 0);
  for (const auto& [arc, row] : pairs) {
    ++result.first[arc + 1];
    result.row.push_back(row);
  }
  for (std::size_t arc = 0; arc < graph().arc_count(); ++arc) {
    result.first[arc + 1] += result.first[arc];
  }
  return result;
}

void FlowProblem::close_empty_capacities() {
  for (ArcRows& of : arc_rows_) {
    of.closed.assign(graph().arc_count(), 0);
    for (const ArcId arc : graph().arcs()) {
      for (std::size_t i = of.first[arc.index()]; i < of.first[arc.index() + 1]; ++i) {
        if (capacity(of.row[i]) <= 0) of.closed[arc.index()] = 1;
      }
    }
  }
}

void FlowProblem::leave_out(const std::vector<char>& marked) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < commodities_.size(); ++i) {
    if (marked[i] == 0) commodities_[kept++] = commodities_[i];
  }
  commodities_.resize(kept);
  list_batches();
}

void FlowProblem::spread(std::uint32_t cargo, std::span<const double> by_row,
                         std::vector<double>& by_arc) const {
  by_arc.assign(graph().arc_count(), 0);
  for (std::size_t row = 0; row < by_row.size(); ++row) {
    if (by_row[row] == 0 || !limits(network_->capacities[row], cargo)) continue;
    for (std::size_t i = first_arc_[row]; i < first_arc_[row + 1]; ++i) {
      by_arc[row_arcs_[i].index()] += by_row[row];
    }
  }
}

}  // namespace corridor
