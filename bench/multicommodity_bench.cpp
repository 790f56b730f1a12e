// Column generation beside one linear program with a flow for each origin and arc, solved by Clp.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <ClpSimplex.hpp>
#include <benchmark/benchmark.h>

#include "corridor/flow/concurrent_flow.hpp"
#include "corridor/flow/multicommodity.hpp"
#include "corridor/input/tntp.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

namespace corridor::bench {
namespace {

/// One cargo on a network. Demands of one origin follow each other.
struct Question {
  Graph graph;
  CapacitatedNetwork network;
  CargoClass cargo;
};

/// Roads with corridors; every 40th vertex or so sends cargo to all others of them.
std::unique_ptr<Question> question_on_roads(std::size_t vertices) {
  auto asked = std::make_unique<Question>();
  const Instance instance = roads_with_corridors(1, vertices);
  asked->graph = instance.graph;
  asked->network.graph = &asked->graph;
  asked->cargo.cost = costs_of(instance.weights());
  std::mt19937 engine{1};
  std::vector<double> capacity;
  for (std::size_t i = 0; i < asked->graph.arc_count(); ++i) {
    capacity.push_back(static_cast<double>(200 + engine() % 800));
  }
  asked->network.capacities = capacities_of_arcs(capacity);
  const std::size_t step = 40;
  for (std::size_t from = 0; from < asked->graph.vertex_count(); from += step) {
    for (std::size_t to = 0; to < asked->graph.vertex_count(); to += step) {
      if (from == to) continue;
      const auto volume = static_cast<double>(10 + engine() % 200);
      asked->cargo.demand.push_back({VertexId{from}, VertexId{to}, volume});
    }
  }
  asked->cargo.penalty = 1e6;
  return asked;
}

/// A public instance by its files, at free-flow times; trips within a zone left out.
std::unique_ptr<Question> public_question(const std::string& files, double factor) {
  const std::string folder = public_data()->string() + "/tntp/";
  const TntpInstance read = read_tntp(folder + files + "_net.tntp", folder + files + "_trips.tntp");
  auto asked = std::make_unique<Question>();
  asked->graph = read.network.graph;
  asked->network.graph = &asked->graph;
  std::vector<double> capacity;
  for (const TntpLink& link : read.network.link) {
    capacity.push_back(link.capacity);
    asked->cargo.cost.add(link.free_time);
  }
  asked->network.capacities = capacities_of_arcs(capacity);
  for (const VertexId vertex : asked->graph.vertices()) {
    asked->network.no_passing.add(vertex < read.network.first_through ? 1 : 0);
  }
  for (const TntpTrips& trips : read.trips) {
    if (trips.from == trips.to) continue;
    asked->cargo.demand.push_back({trips.from, trips.to, factor * trips.volume});
  }
  asked->cargo.penalty = 1e4;
  return asked;
}

/// The rival: rows for capacities and, for each origin, vertices.
class OriginArcProgram {
 public:
  explicit OriginArcProgram(const Question& asked) : asked_{asked} {
    program_.setLogLevel(0);
    for (const SharedCapacity& shared : asked.network.capacities) {
      lower_.push_back(-COIN_DBL_MAX);
      upper_.push_back(shared.capacity);
    }
  }

  double largest_share() {
    build(0);
    std::vector<double> by_row(lower_.size(), 0);
    for (std::size_t i = 0; i < demand_row_.size(); ++i) {
      by_row[static_cast<std::size_t>(demand_row_[i])] += demand_[i];
    }
    for (std::size_t row = 0; row < by_row.size(); ++row) {
      if (by_row[row] != 0) put(static_cast<int>(row), by_row[row]);
    }
    end_column(COIN_DBL_MAX, -1);
    return -solve();
  }

  double least_cost() {
    build(1);
    for (std::size_t i = 0; i + 1 < demand_row_.size(); i += 2) {
      put(demand_row_[i], 1);
      put(demand_row_[i + 1], -1);
      end_column(demand_[i + 1], asked_.cargo.penalty);
    }
    return solve();
  }

 private:
  void put(int row, double value) {
    index_.push_back(row);
    value_.push_back(value);
  }

  void end_column(double upper, double cost) {
    start_.push_back(static_cast<int>(index_.size()));
    column_upper_.push_back(upper);
    cost_.push_back(cost);
  }

  /// Flows of all origins. `fixed` is 1 if demands are fixed, 0 if a share of them is.
  void build(double fixed) {
    int first = 0;
    VertexId origin;
    for (const OdVolume& pair : asked_.cargo.demand) {
      if (pair.from != origin) {
        origin = pair.from;
        first = static_cast<int>(lower_.size());
        lower_.resize(lower_.size() + asked_.graph.vertex_count(), 0);
        upper_.resize(lower_.size(), 0);
        add_flows(origin, first);
      }
      for (const auto& [vertex, sign] : {std::pair{pair.from, 1.0}, {pair.to, -1.0}}) {
        const int row = first + static_cast<int>(vertex.index());
        lower_[static_cast<std::size_t>(row)] += fixed * sign * pair.volume;
        upper_[static_cast<std::size_t>(row)] += fixed * sign * pair.volume;
        demand_row_.push_back(row);
        demand_.push_back(-sign * pair.volume);
      }
    }
  }

  void add_flows(VertexId origin, int first) {
    for (std::size_t i = 0; i < asked_.network.capacities.size(); ++i) {
      const ArcId arc = asked_.network.capacities[i].arcs.front();
      const VertexId tail = asked_.graph.tail(arc);
      const auto& no_passing = asked_.network.no_passing;
      if (!no_passing.empty() && no_passing[tail] != 0 && tail != origin) continue;
      if (std::isinf(asked_.cargo.cost[arc]) || tail == asked_.graph.head(arc)) continue;
      put(static_cast<int>(i), 1);
      put(first + static_cast<int>(tail.index()), 1);
      put(first + static_cast<int>(asked_.graph.head(arc).index()), -1);
      end_column(COIN_DBL_MAX, asked_.cargo.cost[arc]);
    }
  }

  double solve() {
    if (!demand_.empty() && cost_.back() < 0) std::fill(cost_.begin(), cost_.end() - 1, 0.0);
    const std::vector<double> column_lower(cost_.size(), 0);
    program_.loadProblem(static_cast<int>(cost_.size()), static_cast<int>(lower_.size()),
                         start_.data(), index_.data(), value_.data(), column_lower.data(),
                         column_upper_.data(), cost_.data(), lower_.data(), upper_.data());
    program_.initialSolve();
    return program_.objectiveValue();
  }

  const Question& asked_;
  ClpSimplex program_;
  std::vector<int> start_{0};
  std::vector<int> index_;
  std::vector<double> value_;
  std::vector<double> column_upper_;
  std::vector<double> cost_;
  std::vector<double> lower_;
  std::vector<double> upper_;
  std::vector<int> demand_row_;
  std::vector<double> demand_;
};

using Maker = std::function<std::unique_ptr<Question>()>;

void share_by_ours(benchmark::State& state, const Maker& make) {
  const auto asked = make();
  ConcurrentFlow answer;
  for (auto _ : state) answer = concurrent_flow(asked->network, {&asked->cargo, 1});
  state.counters["share"] = answer.share;
  state.counters["gap"] = answer.relative_gap;
}

void share_by_clp(benchmark::State& state, const Maker& make) {
  const auto asked = make();
  double share = 0;
  for (auto _ : state) share = OriginArcProgram{*asked}.largest_share();
  state.counters["share"] = share;
}

void cost_by_ours(benchmark::State& state, const Maker& make) {
  const auto asked = make();
  MulticommodityFlow answer;
  for (auto _ : state) answer = multicommodity_flow(asked->network, {&asked->cargo, 1});
  state.counters["cost"] = answer.objective;
  state.counters["gap"] = answer.relative_gap;
}

/// The same again after the arc with the dearest capacity has closed.
void cost_by_ours_again(benchmark::State& state, const Maker& make) {
  const auto asked = make();
  const MulticommodityFlow before = multicommodity_flow(asked->network, {&asked->cargo, 1});
  const auto dearest = std::max_element(before.price.begin(), before.price.end());
  const auto at = static_cast<std::size_t>(dearest - before.price.begin());
  asked->cargo.cost[asked->network.capacities[at].arcs.front()] = INFINITY;
  MulticommodityOptions warm;
  warm.start = before.start.get();
  MulticommodityFlow answer;
  for (auto _ : state) answer = multicommodity_flow(asked->network, {&asked->cargo, 1}, warm);
  state.counters["cost"] = answer.objective;
  state.counters["gap"] = answer.relative_gap;
}

void cost_by_clp(benchmark::State& state, const Maker& make) {
  const auto asked = make();
  double cost = 0;
  for (auto _ : state) cost = OriginArcProgram{*asked}.least_cost();
  state.counters["cost"] = cost;
}

void add(const std::string& name, void (*run)(benchmark::State&, const Maker&), const Maker& make) {
  benchmark::RegisterBenchmark(("multicommodity/" + name).c_str(), run, make)
      ->Unit(benchmark::kMillisecond);
}

void add_all(const std::string& on, const Maker& all, const Maker& part, bool with_rival) {
  add("share/ours/" + on, share_by_ours, all);
  if (with_rival) add("share/clp/" + on, share_by_clp, all);
  if (!part) return;
  add("cost/ours/" + on, cost_by_ours, part);
  add("cost/ours_after_closing_an_arc/" + on, cost_by_ours_again, part);
  if (with_rival) add("cost/clp/" + on, cost_by_clp, part);
}

const bool registered = [] {
  const Maker roads = [] { return question_on_roads(400); };
  add_all("roads", roads, roads, true);
  if (!public_data()) return true;
  const auto from = [](const std::string& files, double factor) {
    return Maker{[=] { return public_question(files, factor); }};
  };
  const std::string berlin = "Berlin-Mitte-Center/berlin-mitte-center";
  add_all("sioux_falls", from("SiouxFalls/SiouxFalls", 1), from("SiouxFalls/SiouxFalls", 0.5),
          true);
  add_all("anaheim", from("Anaheim/Anaheim", 1), from("Anaheim/Anaheim", 0.5), true);
  add_all("berlin_mitte_center", from(berlin, 1), from(berlin, 1.5), false);
  add_all("eastern_massachusetts", from("Eastern-Massachusetts/EMA", 1), {}, false);
  add_all("chicago_sketch", from("Chicago-Sketch/ChicagoSketch", 1), {}, false);
  return true;
}();

}  // namespace
}  // namespace corridor::bench
