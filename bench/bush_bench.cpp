// Equilibria by bushes: whole solves, from the network and its trips to the answer, beside one pass
// of Boost's Dijkstra that loads all trips on the cheapest paths of the empty network.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "corridor/flow/assignment.hpp"
#include "corridor/input/tntp.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

namespace corridor::bench {

namespace {

struct Congested {
  std::unique_ptr<const Graph> graph;  // the network points at it
  CongestedNetwork network;
  std::vector<DemandClass> classes{1};
};

/// The grid's weights are free times; every tenth vertex sends trips to every tenth.
Congested grid() {
  const Instance plain = grid_with_holes(1, 900);
  Congested result;
  result.graph = std::make_unique<const Graph>(plain.graph);
  result.network.graph = result.graph.get();
  std::mt19937 engine{1};
  for (const Weight weight : plain.weights()) {
    const double capacity = 1000 + static_cast<double>(engine() % 3000);
    result.network.delay.add({DelayForm::bpr, static_cast<double>(weight), capacity, 0.15, 4});
  }
  const std::size_t vertices = plain.graph.vertex_count();
  for (std::size_t from = 0; from < vertices; from += 10) {
    for (std::size_t to = 0; to < vertices; to += 10) {
      const auto volume = static_cast<double>(1 + engine() % 20);
      if (from != to) result.classes[0].demand.push_back({VertexId{from}, VertexId{to}, volume});
    }
  }
  return result;
}

/// `name` is that of the folder and the beginning of the files' names.
Congested read(const std::string& name, double toll_weight, double distance_weight) {
  const auto stem = public_data().value() / "tntp" / name;
  TntpInstance instance = read_tntp(stem.string() + "_net.tntp", stem.string() + "_trips.tntp");
  Congested result;
  for (const TntpLink& link : instance.network.link) {
    result.network.delay.add({DelayForm::bpr, link.free_time, link.capacity, link.b, link.power});
    result.classes[0].fixed.add(toll_weight * link.toll + distance_weight * link.length);
  }
  for (const VertexId vertex : instance.network.graph.vertices()) {
    result.network.no_passing.add(vertex < instance.network.first_through ? 1 : 0);
  }
  for (const TntpTrips& pair : instance.trips) {
    result.classes[0].demand.push_back({pair.from, pair.to, pair.volume});
  }
  result.graph = std::make_unique<const Graph>(std::move(instance.network.graph));
  result.network.graph = result.graph.get();
  return result;
}

using Source = std::function<const Congested&()>;

Source kept(std::function<Congested()> make) {
  auto kept = std::make_shared<std::unique_ptr<Congested>>();
  return [kept, make = std::move(make)]() -> const Congested& {
    if (*kept == nullptr) *kept = std::make_unique<Congested>(make());
    return **kept;
  };
}

void report(benchmark::State& state, const Assignment& answer) {
  if (!answer.converged) state.SkipWithError("the gap has not been closed");
  state.counters["gap"] = answer.relative_gap;
  state.counters["passes"] = static_cast<double>(answer.iterations);
}

void solve(benchmark::State& state, const Source& source, double gap) {
  const Congested& on = source();
  AssignmentOptions options;
  options.gap = gap;
  Assignment answer;
  for (auto _ : state) answer = assign(on.network, on.classes, options);
  report(state, answer);
}

/// Again after the fullest link has lost a tenth of its capacity.
void solve_warm(benchmark::State& state, const Source& source, double gap) {
  const Congested& on = source();
  AssignmentOptions options;
  options.gap = gap;
  const Assignment before = assign(on.network, on.classes, options);
  CongestedNetwork narrower = on.network;
  const auto fullest = std::max_element(before.volume.begin(), before.volume.end());
  narrower.delay[ArcId{static_cast<std::size_t>(fullest - before.volume.begin())}].capacity *= 0.9;
  options.start = &before;
  Assignment answer;
  for (auto _ : state) answer = assign(narrower, on.classes, options);
  report(state, answer);
}

/// Keeps the vertices in the order in which they are settled.
struct Settled : boost::default_dijkstra_visitor {
  std::vector<std::size_t>* order;
  explicit Settled(std::vector<std::size_t>& into) : order{&into} {}
  template <class Vertex, class BoostGraph>
  void examine_vertex(Vertex vertex, const BoostGraph&) {
    order->push_back(vertex);
  }
};

using TimedGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                       boost::property<boost::edge_weight_t, double>>;

TimedGraph empty_network(const Congested& on) {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<double> cost;
  for (const ArcId arc : on.graph->arcs()) {
    ends.emplace_back(on.graph->tail(arc).index(), on.graph->head(arc).index());
    const auto& fixed = on.classes[0].fixed;
    cost.push_back(time_at(on.network.delay[arc], 0) + (fixed.empty() ? 0 : fixed[arc]));
  }
  return {boost::edges_are_sorted, ends.begin(), ends.end(), cost.begin(),
          on.graph->vertex_count()};
}

/// Zones are passed as if they were crossings.
void load_by_boost(benchmark::State& state, const Source& source) {
  const Congested& on = source();
  const TimedGraph graph = empty_network(on);
  const std::size_t vertices = on.graph->vertex_count();
  std::vector<double> distance(vertices);
  std::vector<std::size_t> parent(vertices);
  std::vector<std::size_t> order;
  std::vector<double> through(vertices);
  const auto& demand = on.classes[0].demand;
  const auto index = get(boost::vertex_index, graph);
  for (auto _ : state) {
    for (std::size_t i = 0; i < demand.size();) {
      const VertexId origin = demand[i].from;
      order.clear();
      boost::dijkstra_shortest_paths(
          graph, origin.index(),
          boost::distance_map(boost::make_iterator_property_map(distance.begin(), index))
              .predecessor_map(boost::make_iterator_property_map(parent.begin(), index))
              .visitor(Settled{order}));
      std::fill(through.begin(), through.end(), 0.0);
      for (; i < demand.size() && demand[i].from == origin; ++i) {
        through[demand[i].to.index()] += demand[i].volume;
      }
      for (std::size_t at = order.size(); at-- > 1;) {
        through[parent[order[at]]] += through[order[at]];
      }
      benchmark::DoNotOptimize(through.data());
    }
  }
}

void add(const std::string& name, const Source& source, const std::vector<double>& gaps) {
  const auto add_case = [&](const std::string& kind, auto run) {
    benchmark::RegisterBenchmark(("equilibrium/" + name + '/' + kind).c_str(), run)
        ->Unit(benchmark::kMillisecond);
  };
  for (const double gap : gaps) {
    char text[32];
    std::snprintf(text, sizeof text, "%.0e", gap);
    add_case(std::string{"bushes/"} + text,
             [=](benchmark::State& state) { solve(state, source, gap); });
  }
  add_case("bushes/warm", [=](benchmark::State& state) { solve_warm(state, source, gaps.back()); });
  add_case("boost_loads_once", [=](benchmark::State& state) { load_by_boost(state, source); });
}

const bool registered = [] {
  add("grid", kept(grid), {1e-6, 1e-10});
  if (!public_data()) return true;
  const auto tntp = [](const char* name, double toll_weight, double distance_weight) {
    return kept([=] { return read(name, toll_weight, distance_weight); });
  };
  add("sioux_falls", tntp("SiouxFalls/SiouxFalls", 0, 0), {1e-10});
  add("anaheim", tntp("Anaheim/Anaheim", 0, 0), {1e-6, 1e-10});
  add("chicago_sketch", tntp("Chicago-Sketch/ChicagoSketch", 0.02, 0.04), {1e-6, 1e-10, 1e-12});
  return true;
}();

}  // namespace

}  // namespace corridor::bench
