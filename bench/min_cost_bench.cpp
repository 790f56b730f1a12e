#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

#include "corridor/core/stopwatch.hpp"
#include "corridor/flow/min_cost_flow.hpp"
#include "corridor/graph/bgl.hpp"
#include "corridor/input/flow_instance.hpp"

#include "flow/residual.hpp"
#include "networks.hpp"
#include "public_bench.hpp"
#include "support/standard_flows.hpp"
#ifdef CORRIDOR_BENCH_LEMON
#include "lemon_rival.hpp"
#endif

// Flows of least cost: on roads of our own, on those of Chicago and of New York.

namespace corridor::bench {
namespace {

using Make = std::function<MinCostInstance()>;

/// Each is made once a process, when first asked for.
const MinCostInstance& made(const std::string& name, const Make& make) {
  static std::map<std::string, MinCostInstance> kept;
  const auto at = kept.find(name);
  return at != kept.end() ? at->second : kept.emplace(name, make()).first->second;
}

/// Cargo from one in sixty-four vertices to as many others.
MinCostInstance on_roads(std::size_t vertices) {
  Instance roads = roads_with_corridors(1, vertices);
  const RoadGraph graph{std::move(roads.graph), std::move(roads.weight), {}};
  return test::overflow_problem(graph, vertices / 64);
}

MinCostProblem question(const MinCostInstance& instance) {
  return {instance.capacity.values(), instance.cost.values(), instance.supply.values(),
          instance.least.values()};
}

std::int64_t least_by_ours(const MinCostInstance& instance) {
  return static_cast<std::int64_t>(min_cost_flow(instance.graph, question(instance)).cost);
}

void by_ours(benchmark::State& state, const std::string& name, const Make& make) {
  const MinCostInstance& instance = made(name, make);
  std::int64_t pivots = 0;
  for (auto _ : state) {
    MinCostSolver solver{instance.graph, question(instance)};
    benchmark::DoNotOptimize(solver.solve());
    pivots = solver.pivots();
  }
  state.counters["pivots"] = static_cast<double>(pivots);
}

/// Every arc of a sample of those that carry something is closed; only the solve after that is
/// timed, not the one after it has been opened again.
void closing_one_arc(benchmark::State& state, const std::string& name, const Make& make) {
  const MinCostInstance& instance = made(name, make);
  MinCostSolver solver{instance.graph, question(instance)};
  const MinCostFlow before = solver.solve();
  std::vector<ArcId> used;
  for (const ArcId arc : instance.graph.arcs()) {
    if (before.flow[arc] > 0) used.push_back(arc);
  }
  std::size_t turn = 0;
  for (auto _ : state) {
    const ArcId arc = used[turn++ * 617 % used.size()];
    solver.set_capacity(arc, 0);
    Stopwatch watch;
    benchmark::DoNotOptimize(solver.solve());
    state.SetIterationTime(watch.lap());
    solver.set_capacity(arc, instance.capacity[arc]);
    solver.solve();
  }
}

#ifdef CORRIDOR_BENCH_LEMON
void by_lemon(benchmark::State& state, const std::string& name, const Make& make) {
  const MinCostInstance& instance = made(name, make);
  LemonFlow problem;
  problem.arcs.nodes = static_cast<int>(instance.graph.vertex_count());
  for (const ArcId arc : instance.graph.arcs()) {
    problem.arcs.tail.push_back(static_cast<int>(instance.graph.tail(arc).index()));
    problem.arcs.head.push_back(static_cast<int>(instance.graph.head(arc).index()));
    problem.arcs.weight.push_back(instance.cost[arc]);
    problem.capacity.push_back(instance.capacity[arc]);
  }
  problem.supply.assign(instance.supply.begin(), instance.supply.end());
  LemonNetworkSimplex simplex{problem};
  std::int64_t cost = 0;
  for (auto _ : state) cost = simplex.least_cost();
  if (cost != least_by_ours(instance)) state.SkipWithError("LEMON and ours do not agree");
}
#endif

/// One source and one sink before and after the others, and an opposite to each arc.
struct BoostFlow {
  Residual residual;
  IdVector<ArcId, FlowCost> cost;
};

BoostFlow for_boost(const MinCostInstance& instance) {
  const VertexId source{instance.graph.vertex_count()};
  const VertexId sink{instance.graph.vertex_count() + 1};
  std::vector<test::FlowArc> arcs;
  for (const ArcId arc : instance.graph.arcs()) {
    arcs.push_back({instance.graph.tail(arc), instance.graph.head(arc), instance.capacity[arc],
                    instance.cost[arc]});
  }
  for (const VertexId vertex : instance.graph.vertices()) {
    const std::int64_t supply = instance.supply[vertex];
    if (supply > 0) arcs.push_back({source, vertex, supply, 0});
    if (supply < 0) arcs.push_back({vertex, sink, -supply, 0});
  }
  const Graph graph{instance.graph.vertex_count() + 2, test::sorted_ends(arcs)};
  std::vector<Tonnage> capacity;
  for (const test::FlowArc& arc : arcs) capacity.push_back(arc.capacity);
  BoostFlow result{make_residual(graph, capacity), {}};
  for (const ArcId arc : result.residual.graph.arcs()) {
    const ArcId original = result.residual.original[arc];
    const ArcId opposite = result.residual.original[result.residual.opposite[arc]];
    result.cost.add(original.valid() ? arcs[original.index()].cost : -arcs[opposite.index()].cost);
  }
  return result;
}

void by_boost(benchmark::State& state, const std::string& name, const Make& make) {
  const MinCostInstance& instance = made(name, make);
  BoostFlow problem = for_boost(instance);
  const std::size_t vertices = instance.graph.vertex_count();
  IdVector<ArcId, Tonnage> left(problem.residual.graph.arc_count());
  for (auto _ : state) {
    boost::successive_shortest_path_nonnegative_weights(
        problem.residual.graph, VertexId{vertices}, VertexId{vertices + 1},
        boost::capacity_map(property_map(problem.residual.capacity))
            .residual_capacity_map(property_map(left))
            .reverse_edge_map(property_map(problem.residual.opposite))
            .weight_map(property_map(problem.cost)));
  }
  std::int64_t cost = 0;
  for (const ArcId arc : problem.residual.graph.arcs()) {
    if (!problem.residual.original[arc].valid()) continue;
    cost += (problem.residual.capacity[arc] - left[arc]) * problem.cost[arc];
  }
  if (cost != least_by_ours(instance)) state.SkipWithError("Boost and ours do not agree");
}

using Case = void (*)(benchmark::State&, const std::string&, const Make&);

void add(const std::string& solver, Case run, const std::string& name, const Make& make) {
  auto* bench = benchmark::RegisterBenchmark(
      ("flow/min_cost/" + solver + '/' + name).c_str(),
      [run, name, make](benchmark::State& state) { run(state, name, make); });
  bench->Unit(benchmark::kMillisecond);
  if (run == closing_one_arc) bench->UseManualTime();
}

void add_rivals(const std::string& name, const Make& make) {
  add("ours", by_ours, name, make);
  add("ours_closing_one_arc", closing_one_arc, name, make);
#ifdef CORRIDOR_BENCH_LEMON
  add("lemon_network_simplex", by_lemon, name, make);
#endif
}

MinCostInstance chicago(const char* name) {
  return read_min_cost_instance(public_data().value() / "flow" / name);
}

const bool registered = [] {
  for (const std::size_t vertices : {std::size_t{1} << 10, std::size_t{1} << 14}) {
    const std::string name = "roads/" + std::to_string(vertices);
    const Make make = [vertices] { return on_roads(vertices); };
    add_rivals(name, make);
    if (vertices < 2000) add("boost_successive_paths", by_boost, name, make);
  }
  if (!public_data()) return true;
  add_rivals("chisk60", [] { return chicago("chisk60.min.gz"); });
  add("boost_successive_paths", by_boost, "chisk60", [] { return chicago("chisk60.min.gz"); });
  add_rivals("chireg200", [] { return chicago("chireg200.min.gz"); });
  add_rivals("ny500", [] { return test::overflow_problem(new_york_by_time(), 500); });
  return true;
}();

}  // namespace
}  // namespace corridor::bench
