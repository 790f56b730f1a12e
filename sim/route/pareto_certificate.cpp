#include <algorithm>
#include <bit>
#include <utility>

#include "corridor/route/pareto.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

namespace {

/// Where somebody is, and how many vias have been passed.
struct Position {
  VertexId vertex;
  std::size_t stage = 0;
  void arrive(VertexId at, const PathQuery& query) {
    vertex = at;
    while (stage < query.via.size() && std::find(query.via[stage].begin(), query.via[stage].end(),
                                                 at) != query.via[stage].end()) {
      ++stage;
    }
  }
};

bool is_connected(const Graph& graph, const PathQuery& query, const ParetoPath& path) {
  if (path.stage.size() != path.arcs.size()) return false;
  Position position;
  position.arrive(query.from, query);
  for (std::size_t i = 0; i < path.arcs.size(); ++i) {
    const ArcId arc = path.arcs[i];
    if (arc.index() >= graph.arc_count() || graph.tail(arc) != position.vertex) return false;
    if (path.stage[i] != position.stage) return false;
    position.arrive(graph.head(arc), query);
  }
  return position.vertex == query.to && position.stage == query.via.size();
}

bool is_open(WeightColumns columns, ArcId arc) {
  return std::all_of(columns.begin(), columns.end(), [&](std::span<const Weight> column) {
    return column[arc.index()] < infinite_weight;
  });
}

bool costs_agree(WeightColumns columns, const ParetoPath& path) {
  CostVector sum{};
  for (const ArcId arc : path.arcs) {
    for (std::size_t i = 0; i < columns.size(); ++i) sum[i] += columns[i][arc.index()];
  }
  return sum == path.cost;
}

bool is_as_good(const CostVector& a, const CostVector& b) {
  for (std::size_t i = 0; i < most_objectives; ++i) {
    if (a[i] > b[i]) return false;
  }
  return true;
}

/// Ascending vectors, none of which is as good as another: as good can only be one before it. Of
/// two objectives that is the one before, as the second must fall.
bool are_nondominated(const ParetoSet& answer) {
  const std::vector<ParetoPath>& paths = answer.paths;
  for (std::size_t i = 1; i < paths.size(); ++i) {
    if (!(paths[i - 1].cost < paths[i].cost)) return false;
    for (std::size_t j = answer.objectives == 2 ? i - 1 : 0; j < i; ++j) {
      if (is_as_good(paths[j].cost, paths[i].cost)) return false;
    }
  }
  return true;
}

/// Whether b lies on or above the straight line from a to c.
bool is_above(const CostVector& a, const CostVector& b, const CostVector& c) {
  const auto slope = [](const CostVector& from, const CostVector& to) {
    return static_cast<long double>(to[1] - from[1]) / static_cast<long double>(to[0] - from[0]);
  };
  return slope(a, b) >= slope(b, c);
}

/// Weighted sums that say something of a set: each objective alone, and mixes.
std::vector<CostVector> telling_sums(const ParetoSet& answer) {
  std::vector<CostVector> sums;
  for (std::size_t i = 0; i < answer.objectives; ++i) sums.emplace_back()[i] = 1;
  if (answer.objectives > 2) {
    std::fill_n(sums.emplace_back().begin(), answer.objectives, Weight{1});
    return sums;
  }
  std::vector<CostVector> hull;
  for (const ParetoPath& path : answer.paths) {
    while (hull.size() > 1 && is_above(hull[hull.size() - 2], hull.back(), path.cost)) {
      hull.pop_back();
    }
    hull.push_back(path.cost);
  }
  for (std::size_t i = 1; i < hull.size(); ++i) {
    sums.push_back({hull[i - 1][1] - hull[i][1], hull[i][0] - hull[i - 1][0]});
  }
  return sums;
}

/// Checks weighted sums of all columns, with shares cut to so many bits that nothing overflows:
/// the best of a whole set is the best of all by any shares.
class Sums {
 public:
  Sums(const Graph& graph, WeightColumns columns, const PathQuery& query)
      : graph_{graph}, columns_{columns}, query_{query} {
    Weight most = 1;  // that a path without a loop costs in one stage, all columns together
    for (const VertexId vertex : graph.vertices()) {
      Weight heaviest = 0;
      for (const ArcId arc : graph.out(vertex)) {
        if (!is_open(columns, arc)) continue;
        Weight sum = 0;
        for (const std::span<const Weight> column : columns) sum += column[arc.index()];
        heaviest = std::max(heaviest, std::min(sum, infinite_weight));
      }
      most = std::min(most + heaviest, infinite_weight);
    }
    const auto stages = static_cast<std::uint64_t>(query.via.size() + 1);
    share_bits_ = 60 - static_cast<int>(std::bit_width(static_cast<std::uint64_t>(most) * stages));
  }

  /// Whether no path is better than the set's best, or than what epsilon allows it to be.
  bool holds(const ParetoSet& answer, const CostVector& sum) const {
    const CostVector share = cut(sum);
    std::vector<Weight> weight(graph_.arc_count(), infinite_weight);
    for (const ArcId arc : graph_.arcs()) {
      if (is_open(columns_, arc)) weight[arc.index()] = mixed(share, arc);
    }
    const Path best = route(graph_, weight, query_);
    if (!best.found || answer.paths.empty()) return !best.found && answer.paths.empty();
    Weight least = infinite_weight;
    for (const ParetoPath& path : answer.paths) {
      Weight here = 0;
      for (std::size_t i = 0; i < columns_.size(); ++i) here += share[i] * path.cost[i];
      least = std::min(least, here);
    }
    if (answer.epsilon == 0) return least == best.weight;
    return least >= best.weight && static_cast<double>(least) <= static_cast<double>(best.weight) *
                                                                     (1 + answer.epsilon) *
                                                                     (1 + 1e-12);
  }

 private:
  CostVector cut(CostVector share) const {
    const Weight most = *std::max_element(share.begin(), share.end());
    const int over = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(most))) -
                     std::max(share_bits_, 1);
    if (over > 0) {
      for (Weight& each : share) each >>= over;
    }
    return share;
  }

  Weight mixed(const CostVector& share, ArcId arc) const {
    Weight sum = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) sum += share[i] * columns_[i][arc.index()];
    return sum;
  }

  const Graph& graph_;
  WeightColumns columns_;
  const PathQuery& query_;
  int share_bits_ = 1;
};

}  // namespace

ParetoCertificate certify(const Graph& graph, WeightColumns columns, const PathQuery& query,
                          const ParetoSet& answer) {
  const std::vector<ParetoPath>& paths = answer.paths;
  ParetoCertificate certificate;
  certificate.connected = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return is_connected(graph, query, path);
  });
  if (!certificate.connected) return certificate;
  certificate.open = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return std::all_of(path.arcs.begin(), path.arcs.end(),
                       [&](ArcId arc) { return is_open(columns, arc); });
  });
  if (!certificate.open) return certificate;
  certificate.costs_agree = std::all_of(paths.begin(), paths.end(), [&](const ParetoPath& path) {
    return costs_agree(columns, path);
  });
  certificate.nondominated = are_nondominated(answer);
  if (!certificate.nondominated) return certificate;
  if (answer.objectives != columns.size() || !answer.complete) return certificate;
  const Sums sums{graph, columns, query};
  const std::vector<CostVector> telling = telling_sums(answer);
  certificate.sums_checked = telling.size();
  certificate.hull_optimal =
      std::all_of(telling.begin(), telling.end(),
                  [&](const CostVector& sum) { return sums.holds(answer, sum); });
  return certificate;
}

}  // namespace corridor
