#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "corridor/flow/assignment.hpp"

namespace corridor {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void require_sizes(const CongestedNetwork& network, std::span<const DemandClass> classes,
                   const Assignment& answer) {
  const std::size_t arcs = network.graph->arc_count();
  bool fits = answer.volume.size() == arcs && answer.by_class.size() == classes.size() &&
              answer.carried.size() == classes.size();
  for (std::size_t k = 0; fits && k < classes.size(); ++k) {
    fits =
        answer.by_class[k].size() == arcs && answer.carried[k].size() == classes[k].demand.size();
  }
  if (!fits) throw std::invalid_argument{"the answer is not one of this problem"};
}

/// What one more unit of link volume costs, in time: to itself, or to all.
double price(const LinkDelay& link, Principle principle, double volume) {
  const double time = time_at(link, volume);
  return principle == Principle::user_equilibrium ? time : time + volume * slope_at(link, volume);
}

double area(const LinkDelay& link, Principle principle, double volume) {
  return principle == Principle::user_equilibrium ? area_at(link, volume)
                                                  : volume * time_at(link, volume);
}

/// Checks one class by itself.
class ClassChecker {
 public:
  ClassChecker(const CongestedNetwork& network, const DemandClass& of,
               std::span<const double> price)
      : network_{network}, graph_{*network.graph}, of_{of}, cost_(graph_.arc_count(), 0.0) {
    for (const ArcId arc : graph_.arcs()) cost_[arc] = price[arc.index()] + fixed(arc);
  }

  double fixed(ArcId arc) const { return of_.fixed.empty() ? 0 : of_.fixed[arc] / of_.time_value; }
  double cost(ArcId arc) const { return cost_[arc]; }

  /// The largest of what a vertex sends out beyond what it takes in and what begins and ends
  /// there. At vertices that are not passed, what comes in and what goes out count by themselves.
  double imbalance(const IdVector<ArcId, double>& volume, std::span<const char> carried) const {
    IdVector<VertexId, double> out(graph_.vertex_count(), 0.0);
    IdVector<VertexId, double> in(graph_.vertex_count(), 0.0);
    for (const ArcId arc : graph_.arcs()) {
      if (volume[arc] == 0 || graph_.tail(arc) == graph_.head(arc)) continue;
      out[graph_.tail(arc)] += volume[arc];
      in[graph_.head(arc)] += volume[arc];
    }
    for (std::size_t i = 0; i < of_.demand.size(); ++i) {
      const OdVolume& pair = of_.demand[i];
      if (carried[i] == 0 || pair.from == pair.to) continue;
      out[pair.from] -= pair.volume;
      in[pair.to] -= pair.volume;
    }
    double worst = 0;
    for (const VertexId v : graph_.vertices()) {
      worst = std::max(worst, is_passed(v) ? std::abs(out[v] - in[v])
                                           : std::max(std::abs(out[v]), std::abs(in[v])));
    }
    return worst;
  }

  struct Pairs {
    double least_cost = 0;  // of the trips that are carried, on shortest paths
    std::size_t wrongly_left_out = 0;
  };
  Pairs pairs(std::span<const char> carried) {
    std::vector<std::size_t> by_origin(of_.demand.size());
    for (std::size_t i = 0; i < by_origin.size(); ++i) by_origin[i] = i;
    std::stable_sort(by_origin.begin(), by_origin.end(), [&](std::size_t a, std::size_t b) {
      return of_.demand[a].from < of_.demand[b].from;
    });
    Pairs result;
    VertexId root;
    for (const std::size_t i : by_origin) {
      const OdVolume& pair = of_.demand[i];
      if (pair.from != root) search(root = pair.from);
      const double distance = pair.from == pair.to ? 0 : distance_[pair.to];
      if (carried[i] == 0) {
        if (distance < infinity) ++result.wrongly_left_out;
      } else if (pair.volume > 0) {
        result.least_cost += of_.load * pair.volume * distance;
      }
    }
    return result;
  }

 private:
  bool is_passed(VertexId vertex) const {
    return network_.no_passing.empty() || network_.no_passing[vertex] == 0;
  }

  /// Dijkstra 1959.
  void search(VertexId root) {
    using Entry = std::pair<double, VertexId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance_ = IdVector<VertexId, double>(graph_.vertex_count(), infinity);
    distance_[root] = 0;
    queue.emplace(0.0, root);
    while (!queue.empty()) {
      const auto [distance, vertex] = queue.top();
      queue.pop();
      if (distance > distance_[vertex] || (vertex != root && !is_passed(vertex))) continue;
      for (const ArcId arc : graph_.out(vertex)) {
        const VertexId head = graph_.head(arc);
        if (!(distance + cost_[arc] < distance_[head])) continue;
        distance_[head] = distance + cost_[arc];
        queue.emplace(distance_[head], head);
      }
    }
  }

  const CongestedNetwork& network_;
  const Graph& graph_;
  const DemandClass& of_;
  IdVector<ArcId, double> cost_;
  IdVector<VertexId, double> distance_;
};

}  // namespace

AssignmentCertificate certify(const CongestedNetwork& network, std::span<const DemandClass> classes,
                              Principle principle, const Assignment& answer) {
  require_sizes(network, classes, answer);
  const Graph& graph = *network.graph;
  AssignmentCertificate certificate;
  std::vector<double> prices;
  for (const ArcId arc : graph.arcs()) {
    double sum = 0;
    for (std::size_t k = 0; k < classes.size(); ++k) {
      sum += classes[k].load * answer.by_class[k][arc];
      certificate.least_volume = std::min(certificate.least_volume, answer.by_class[k][arc]);
    }
    certificate.worst_volume_sum =
        std::max(certificate.worst_volume_sum, std::abs(answer.volume[arc] - sum));
    prices.push_back(price(network.delay[arc], principle, answer.volume[arc]));
    certificate.objective += area(network.delay[arc], principle, answer.volume[arc]);
  }
  double cost = 0;
  double least = 0;
  for (std::size_t k = 0; k < classes.size(); ++k) {
    ClassChecker checker{network, classes[k], prices};
    for (const ArcId arc : graph.arcs()) {
      const double volume = classes[k].load * answer.by_class[k][arc];
      if (volume == 0) continue;
      cost += volume * checker.cost(arc);
      certificate.objective += volume * checker.fixed(arc);
    }
    const auto pairs = checker.pairs(answer.carried[k]);
    least += pairs.least_cost;
    certificate.wrongly_left_out += pairs.wrongly_left_out;
    certificate.worst_imbalance = std::max(
        certificate.worst_imbalance, checker.imbalance(answer.by_class[k], answer.carried[k]));
  }
  certificate.relative_gap = cost > 0 ? (cost - least) / cost : 0;
  certificate.lower_bound = certificate.objective - (cost - least);
  return certificate;
}

}  // namespace corridor
