#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "flow/assignment_parts.hpp"

namespace corridor::detail {

namespace {

void require(bool condition, const char* otherwise) {
  if (!condition) throw std::invalid_argument{otherwise};
}

bool is_amount(double value) { return std::isfinite(value) && value >= 0; }

void check(const CongestedNetwork& network) {
  require(network.graph != nullptr, "an assignment needs a graph");
  require(network.delay.size() == network.graph->arc_count(), "each arc needs a delay");
  require(network.no_passing.empty() || network.no_passing.size() == network.graph->vertex_count(),
          "no_passing has another size than the graph");
  for (const LinkDelay& link : network.delay) {
    const std::string_view fault = fault_of(link);
    if (!fault.empty()) throw std::invalid_argument{std::string{fault}};
  }
}

void check(const Graph& graph, const DemandClass& of) {
  require(std::isfinite(of.time_value) && of.time_value > 0, "a time value is not above 0");
  require(std::isfinite(of.load) && of.load > 0, "a load is not above 0");
  require(of.fixed.empty() || of.fixed.size() == graph.arc_count(),
          "fixed costs have another size than the graph");
  // Infinity closes the arc.
  require(std::all_of(of.fixed.begin(), of.fixed.end(), [](double cost) { return cost >= 0; }),
          "a fixed cost is negative or not a number");
  for (const OdVolume& pair : of.demand) {
    require(pair.from.index() < graph.vertex_count() && pair.to.index() < graph.vertex_count(),
            "an end of a pair is not in the graph");
    require(is_amount(pair.volume), "a demand is negative or not finite");
  }
}

/// Where arcs lead and trips end: a vertex that may not be passed has a second number for that.
std::vector<std::uint32_t> arrivals_of(const CongestedNetwork& network) {
  const std::size_t vertices = network.graph->vertex_count();
  auto next = static_cast<std::uint32_t>(vertices);
  std::vector<std::uint32_t> arrival(vertices);
  for (const VertexId vertex : network.graph->vertices()) {
    const bool passed = network.no_passing.empty() || network.no_passing[vertex] == 0;
    arrival[vertex.index()] = passed ? static_cast<std::uint32_t>(vertex.index()) : next++;
  }
  return arrival;
}

bool is_open(std::span<const DemandClass> classes, ArcId arc) {
  return std::any_of(classes.begin(), classes.end(), [&](const DemandClass& of) {
    return of.fixed.empty() || std::isfinite(of.fixed[arc]);
  });
}

void add_arcs(AssignmentProblem& problem, std::span<const DemandClass> classes,
              std::span<const std::uint32_t> arrival) {
  const Graph& graph = *problem.network->graph;
  for (const ArcId arc : graph.arcs()) {
    const VertexId tail = graph.tail(arc);
    const VertexId head = graph.head(arc);
    if (tail == head || !is_open(classes, arc)) continue;
    problem.tail.push_back(static_cast<std::uint32_t>(tail.index()));
    problem.head.push_back(arrival[head.index()]);
    problem.id.push_back(arc);
    problem.delays.add(problem.network->delay[arc]);
  }
  const auto split = std::count_if(problem.network->no_passing.begin(),
                                   problem.network->no_passing.end(), [](char no) { return no; });
  problem.vertex_count = static_cast<std::uint32_t>(graph.vertex_count() + std::size_t(split));
  problem.vertex.resize(problem.vertex_count);
  for (const VertexId v : graph.vertices()) {
    problem.vertex[v.index()] = problem.vertex[arrival[v.index()]] = v;
  }
}

/// Where the arcs of each vertex begin if they are sorted by it, and one past the last.
std::vector<std::uint32_t> firsts(const std::vector<std::uint32_t>& vertex, std::size_t vertices) {
  std::vector<std::uint32_t> first(vertices + 1);
  for (const std::uint32_t v : vertex) ++first[v + 1];
  for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
  return first;
}

void index_arcs(AssignmentProblem& problem) {
  problem.first_out = firsts(problem.tail, problem.vertex_count);
  problem.first_in = firsts(problem.head, problem.vertex_count);
  problem.in.resize(problem.arc_count());
  std::vector<std::uint32_t> next = problem.first_in;
  for (std::uint32_t arc = 0; arc < problem.arc_count(); ++arc) {
    problem.in[next[problem.head[arc]]++] = arc;
  }
}

std::vector<double> fixed_of(const AssignmentProblem& problem, const DemandClass& of) {
  std::vector<double> fixed;
  if (of.fixed.empty()) return fixed;
  fixed.reserve(problem.arc_count());
  for (const ArcId arc : problem.id) fixed.push_back(of.fixed[arc] / of.time_value);
  const bool none = std::all_of(fixed.begin(), fixed.end(), [](double cost) { return cost == 0; });
  return none ? std::vector<double>{} : fixed;
}

/// A pair of the demand in the problem's numbers.
struct Trip {
  std::uint32_t from;
  std::uint32_t to;
  std::uint32_t pair;
};

/// Which trips of a class open paths join.
class Reach {
 public:
  Reach(const AssignmentProblem& problem, std::span<const double> fixed)
      : problem_{problem}, fixed_{fixed}, reached_(problem.vertex_count) {}

  /// `trips` are sorted by origin.
  void mark(std::span<const Trip> trips, std::vector<char>& carried) {
    const bool all = all_pass_one_vertex(trips);
    for (std::size_t i = 0; i < trips.size(); ++i) {
      if (!all && (i == 0 || trips[i].from != trips[i - 1].from)) spread(trips[i].from);
      carried[trips[i].pair] = all || reached_[trips[i].to] != 0 ? 1 : 0;
    }
  }

 private:
  bool is_open(std::uint32_t arc) const { return fixed_.empty() || std::isfinite(fixed_[arc]); }

  /// Spares the search from each origin on networks that hang together: all origins lead to some
  /// vertex, from which all destinations are reached.
  bool all_pass_one_vertex(std::span<const Trip> trips) {
    if (trips.empty()) return true;
    const std::uint32_t from = trips[0].from;
    if (problem_.first_out[from] == problem_.first_out[from + 1]) return false;
    const std::uint32_t middle = problem_.head[problem_.first_out[from]];
    spread(middle);
    const auto is_reached = [&](std::uint32_t vertex) { return reached_[vertex] != 0; };
    if (!std::all_of(trips.begin(), trips.end(), [&](Trip t) { return is_reached(t.to); })) {
      return false;
    }
    spread_back(middle);
    return std::all_of(trips.begin(), trips.end(), [&](Trip t) { return is_reached(t.from); });
  }

  void spread(std::uint32_t root) {
    for (begin(root); !open_.empty();) {
      const std::uint32_t vertex = take();
      for (std::uint32_t arc = problem_.first_out[vertex]; arc < problem_.first_out[vertex + 1];
           ++arc) {
        if (is_open(arc)) reach(problem_.head[arc]);
      }
    }
  }
  void spread_back(std::uint32_t root) {
    for (begin(root); !open_.empty();) {
      const std::uint32_t vertex = take();
      for (std::uint32_t at = problem_.first_in[vertex]; at < problem_.first_in[vertex + 1]; ++at) {
        if (is_open(problem_.in[at])) reach(problem_.tail[problem_.in[at]]);
      }
    }
  }
  std::uint32_t take() {
    const std::uint32_t vertex = open_.back();
    open_.pop_back();
    return vertex;
  }
  void begin(std::uint32_t root) {
    std::fill(reached_.begin(), reached_.end(), 0);
    reach(root);
  }
  void reach(std::uint32_t vertex) {
    if (reached_[vertex] != 0) return;
    reached_[vertex] = 1;
    open_.push_back(vertex);
  }

  const AssignmentProblem& problem_;
  std::span<const double> fixed_;
  std::vector<char> reached_;
  std::vector<std::uint32_t> open_;  // reached, and yet to be looked at
};

/// Trips that leave their vertex, by origin and destination.
std::vector<Trip> trips_of(const DemandClass& of, std::span<const std::uint32_t> arrival) {
  std::vector<Trip> trips;
  trips.reserve(of.demand.size());
  for (std::size_t i = 0; i < of.demand.size(); ++i) {
    const OdVolume& pair = of.demand[i];
    if (pair.from == pair.to) continue;
    trips.push_back({static_cast<std::uint32_t>(pair.from.index()), arrival[pair.to.index()],
                     static_cast<std::uint32_t>(i)});
  }
  std::sort(trips.begin(), trips.end(), [](const Trip& a, const Trip& b) {
    return std::pair{a.from, a.to} != std::pair{b.from, b.to}
               ? std::pair{a.from, a.to} < std::pair{b.from, b.to}
               : a.pair < b.pair;
  });
  return trips;
}

void add_pairs(ProblemClass& result, const DemandClass& of, std::span<const Trip> trips,
               std::span<const char> carried) {
  for (const Trip& trip : trips) {
    const double volume = of.load * of.demand[trip.pair].volume;
    if (volume == 0 || carried[trip.pair] == 0) continue;
    if (result.origins.empty() || result.origins.back().vertex != trip.from) {
      const auto first = static_cast<std::uint32_t>(result.pairs.size());
      result.origins.push_back({trip.from, first, first});
    }
    ProblemOrigin& origin = result.origins.back();
    if (origin.first < origin.last && result.pairs.back().to == trip.to) {
      result.pairs.back().volume += volume;
    } else {
      result.pairs.push_back({trip.to, volume});
      ++origin.last;
    }
  }
}

}  // namespace

AssignmentProblem problem_of(const CongestedNetwork& network, std::span<const DemandClass> classes,
                             Principle principle) {
  check(network);
  for (const DemandClass& of : classes) check(*network.graph, of);
  const std::vector<std::uint32_t> arrival = arrivals_of(network);
  AssignmentProblem problem;
  problem.network = &network;
  problem.delays = DelayTable{principle};
  add_arcs(problem, classes, arrival);
  index_arcs(problem);
  for (const DemandClass& of : classes) {
    ProblemClass result;
    result.load = of.load;
    result.fixed = fixed_of(problem, of);
    std::vector<char> carried(of.demand.size(), 1);
    const std::vector<Trip> trips = trips_of(of, arrival);
    Reach{problem, result.fixed}.mark(trips, carried);
    add_pairs(result, of, trips, carried);
    problem.classes.push_back(std::move(result));
    problem.carried.push_back(std::move(carried));
  }
  return problem;
}

}  // namespace corridor::detail
