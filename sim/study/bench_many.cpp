#include <algorithm>
#include <limits>
#include <variant>

#include "corridor/core/stopwatch.hpp"
#include "corridor/route/boost_distances.hpp"
#include "corridor/route/hierarchy_matrix.hpp"
#include "corridor/route/hierarchy_sweep.hpp"
#include "corridor/route/order.hpp"
#include "corridor/route/tree_search.hpp"

#include "study/bench_parts.hpp"

namespace corridor {

namespace {

constexpr std::size_t most_trees = 16;
constexpr std::size_t most_rows = 256;
constexpr std::size_t lanes = 8;

/// The least time of several rounds.
template <class Work>
double least_seconds(std::size_t rounds, const Work& work) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < rounds; ++i) {
    Stopwatch watch;
    work();
    least = std::min(least, watch.lap());
  }
  return least;
}

class ManyMeasuring {
 public:
  ManyMeasuring(const Instance& instance, std::span<const VertexPair> pairs,
                const BenchOptions& options, BenchResult& result)
      : instance_{instance}, options_{options}, result_{result} {
    for (const auto& [from, to] : pairs.first(std::min(pairs.size(), most_rows))) {
      origins_.push_back(from);
      targets_.push_back(to);
    }
  }

  void reference_trees() {
    say("boost-dijkstra: trees");
    ManyBench& bench = result_.trees.emplace_back();
    bench.method = "boost-dijkstra";
    double spent = 0;
    for (const VertexId origin : tree_origins()) {
      if (!trees_.empty() && spent > options_.budget_s) break;
      spent += least_seconds(options_.repeat, [&] {
        auto distance = boost_distances(instance_.graph, instance_.weight, origin);
        if (trees_.size() == bench.count) trees_.push_back(std::move(distance));
      });
      ++bench.count;
    }
    bench.each_s = spent / static_cast<double>(bench.count);
    bench.times_reference = 1;
  }

  void own_trees() {
    say("dijkstra: trees");
    ManyBench bench{.method = "dijkstra"};
    Stopwatch watch;
    TreeSearch search{instance_.graph, instance_.weight};
    search.run(origins_.front());
    bench.prepare_s = watch.lap();
    double spent = 0;
    for (const VertexId origin : tree_origins()) {
      spent += least_seconds(options_.repeat, [&] { search.run(origin); });
      count_wrong(bench, bench.count++, [&](VertexId v) { return search.distance(v); });
    }
    keep(result_.trees, bench, spent);
  }

  template <class W>
  void hierarchies() {
    say("hierarchy: preparing trees, rows and lanes");
    Stopwatch watch;
    const Hierarchy hierarchy{
        instance_.graph,
        nested_dissection_order(instance_.graph, core_vertices(instance_.graph), instance_.points)};
    prepare_s_ = watch.lap();
    HierarchyMetric<W> metric{hierarchy};
    metric.customise(instance_.weight);
    customise(metric);
    sweep(metric);
    matrix(metric);
  }

 private:
  void say(const std::string& what) const {
    if (options_.progress) options_.progress(what);
  }

  std::span<const VertexId> tree_origins() const {
    return std::span{origins_}.first(std::min(origins_.size(), most_trees));
  }

  /// Holds the distances from the i-th origin against the reference's tree, if there is one.
  template <class DistanceOf>
  void count_wrong(ManyBench& bench, std::size_t i, const DistanceOf& distance_of) const {
    if (i >= trees_.size()) return;
    for (const VertexId vertex : instance_.graph.vertices()) {
      if (distance_of(vertex) != trees_[i][vertex]) ++bench.wrong;
    }
  }

  void keep(std::vector<ManyBench>& list, ManyBench bench, double spent) const {
    const double reference_s = list.empty() ? result_.trees.front().each_s : list.front().each_s;
    bench.each_s = spent / static_cast<double>(bench.count);
    bench.times_reference = bench.each_s > 0 ? reference_s / bench.each_s : 0;
    list.push_back(std::move(bench));
  }

  /// Eight times the same metric, so that each lane must come to what one metric does.
  template <class W>
  void customise(HierarchyMetric<W>& metric) {
    ManyBench one{.method = "one metric at a time", .prepare_s = prepare_s_, .count = 1};
    const double alone_s =
        least_seconds(options_.repeat, [&] { metric.customise(instance_.weight); });
    one.each_s = alone_s;
    one.times_reference = 1;
    result_.customising.push_back(one);
    HierarchyLanes<W> many{metric.hierarchy(), lanes};
    const std::vector<std::span<const Weight>> weights(lanes, instance_.weight);
    ManyBench side{.method = "8 metrics at once", .prepare_s = prepare_s_, .count = lanes};
    many.customise(weights);
    const double spent = least_seconds(options_.repeat, [&] { many.customise(weights); });
    for (std::size_t i = 0; i < metric.hierarchy().edge_count() * lanes; ++i) {
      const auto edge = static_cast<EdgeIndex>(i / lanes);
      if (many.up()[i] != metric.up(edge) || many.down()[i] != metric.down(edge)) ++side.wrong;
    }
    keep(result_.customising, std::move(side), spent);
  }

  template <class W>
  void sweep(const HierarchyMetric<W>& metric) {
    say("hierarchy: sweeps");
    ManyBench bench{.method = "hierarchy, 16 trees a sweep", .prepare_s = prepare_s_};
    HierarchySweep<W> search{instance_.graph, metric, instance_.weight};
    bench.count = tree_origins().size();
    search.run(tree_origins());
    const double spent = least_seconds(options_.repeat, [&] { search.run(tree_origins()); });
    for (std::size_t lane = 0; lane < bench.count; ++lane) {
      count_wrong(bench, lane, [&](VertexId v) { return search.distance(v, lane); });
    }
    keep(result_.trees, std::move(bench), spent);
  }

  /// Rows are held against trees of the reference to all targets.
  template <class W>
  void matrix(const HierarchyMetric<W>& metric) {
    say("hierarchy: matrix");
    ManyBench bench{.method = "hierarchy, " + std::to_string(targets_.size()) + " targets",
                    .prepare_s = prepare_s_};
    bench.count = origins_.size();
    std::vector<W> found;
    const double spent = least_seconds(options_.repeat, [&] {
      found = HierarchyMatrix<W>{instance_.graph, metric, instance_.weight, targets_}.distances(
          origins_);
    });
    for (std::size_t row = 0; row < std::min(trees_.size(), origins_.size()); ++row) {
      for (std::size_t i = 0; i < targets_.size(); ++i) {
        const W distance = found[row * targets_.size() + i];
        const Weight known = trees_[row][targets_[i]];
        const bool same = known >= infinite_weight ? distance >= unreachable<W>
                                                   : static_cast<Weight>(distance) == known;
        if (!same) ++bench.wrong;
      }
    }
    keep(result_.rows, std::move(bench), spent);
  }

  const Instance& instance_;
  const BenchOptions& options_;
  BenchResult& result_;
  std::vector<VertexId> origins_;
  std::vector<VertexId> targets_;
  std::vector<IdVector<VertexId, Weight>> trees_;  // of the reference, by origin
  double prepare_s_ = 0;                           // of the order and the hierarchy
};

template <class Solver>
bool is_asked(const BenchOptions& options) {
  return options.solvers.empty() ||
         std::any_of(options.solvers.begin(), options.solvers.end(),
                     [](const auto& solver) { return std::holds_alternative<Solver>(solver); });
}

}  // namespace

void bench_many(const Instance& instance, std::span<const VertexPair> pairs,
                const BenchOptions& options, BenchResult& result) {
  ManyMeasuring measuring{instance, pairs, options, result};
  measuring.reference_trees();
  if (is_asked<Dijkstra>(options)) measuring.own_trees();
  if (!is_asked<ContractionHierarchy>(options)) return;
  if (fits_in_32_bits(instance.graph, instance.weight)) {
    measuring.hierarchies<std::uint32_t>();
  } else {
    measuring.hierarchies<Weight>();
  }
}

}  // namespace corridor
