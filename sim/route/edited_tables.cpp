#include "corridor/route/edited_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "corridor/core/parallel.hpp"
#include "corridor/route/lanes_query.hpp"

#include "route/edited_bounds.hpp"
#include "route/edited_family.hpp"
#include "route/lane_trees.hpp"
#include "route/lane_weights.hpp"

namespace corridor {

namespace {

using detail::BaseTree;
using detail::EditedFamily;
using detail::FamilyMetric;
constexpr std::size_t lanes = detail::LaneWeights::lanes;

/// What a thread keeps from block to block.
struct Worker {
  Worker(const Graph& graph, const Hierarchy& hierarchy)
      : weights{graph.arc_count()},
        metric{hierarchy, lanes},
        query{graph, metric},
        trees{graph, metric},
        bounds{graph, hierarchy} {}
  void customise(std::span<const FamilyMetric> metrics) {
    weights.set(metrics);
    metric.customise_rows(weights.rows());
    query.customise_rows(weights.rows());
  }

  detail::LaneWeights weights;
  HierarchyLanes<Weight> metric;
  LanesQuery<Weight> query;
  detail::LaneTrees trees;
  detail::EditedBounds bounds;
};

/// Trees of one base that a lane of a block grows.
struct Growth {
  static constexpr std::size_t most = 8;
  EditedFamily* family = nullptr;
  std::size_t first = 0;  // of its origins, then of its destinations
  std::size_t count = 0;
};

/// A metric that some pairs have to be asked under anew.
struct Asked {
  std::size_t family = 0;
  std::size_t metric = 0;
};

}  // namespace

std::vector<ArcEdit> edits_between(std::span<const Weight> base, std::span<const Weight> weight) {
  std::vector<ArcEdit> edits;
  for (std::size_t arc = 0; arc < base.size(); ++arc) {
    if (base[arc] != weight[arc]) edits.push_back({ArcId{arc}, weight[arc]});
  }
  return edits;
}

class EditedTables::Engine {
 public:
  Engine(const Graph& graph, const Hierarchy& hierarchy, std::size_t threads)
      : graph_{graph}, hierarchy_{hierarchy}, workers_(std::max<std::size_t>(1, threads)) {}

  std::vector<std::vector<Weight>> distances(std::span<const MetricFamily> given) {
    prepare(given);
    solve_bases();
    judge();
    solve_asked();
    copy_shared(given);
    return std::move(tables_);
  }

  const EditedTablesCount& count() const { return count_; }

 private:
  Worker& worker(std::size_t index) {
    std::unique_ptr<Worker>& worker = workers_[index];
    if (!worker) worker = std::make_unique<Worker>(graph_, hierarchy_);
    return *worker;
  }
  template <class Work>
  void for_all(std::size_t count, const Work& work) {
    parallel_for(count, workers_.size(), work);
  }

  void prepare(std::span<const MetricFamily> given) {
    count_ = {};
    families_.assign(given.size(), std::nullopt);
    tables_.assign(given.size(), {});
    stands_.assign(given.size(), {});
    for (const std::unique_ptr<Worker>& worker : workers_) {
      if (worker) worker->weights.forget();
    }
    for_all(given.size(), [&](std::size_t i, std::size_t) {
      families_[i].emplace(given[i]);
      tables_[i].resize(given[i].edits.size() * given[i].ends.size());
      stands_[i].resize(families_[i]->metrics() * given[i].ends.size());
    });
    // Metrics that close much are better customised together.
    order_.clear();
    for (std::size_t i = 0; i < families_.size(); ++i) order_.push_back(i);
    std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) {
      return families_[a]->open_arcs() > families_[b]->open_arcs();
    });
  }

  void solve_bases() {
    std::vector<Growth> growths;
    for (const std::size_t index : order_) {
      EditedFamily& family = *families_[index];
      const std::size_t trees = family.from().size() + family.to().size();
      for (std::size_t first = 0; first < trees; first += Growth::most) {
        growths.push_back({&family, first, std::min(Growth::most, trees - first)});
      }
    }
    for_all((growths.size() + lanes - 1) / lanes, [&](std::size_t block, std::size_t index) {
      const std::size_t first = block * lanes;
      grow(worker(index),
           std::span{growths}.subspan(first, std::min(lanes, growths.size() - first)));
    });
    for (std::optional<EditedFamily>& family : families_) {
      family->take_distances(graph_, hierarchy_);
    }
  }

  void grow(Worker& worker, std::span<const Growth> growths) {
    std::array<FamilyMetric, lanes> bases;
    for (std::size_t lane = 0; lane < growths.size(); ++lane) bases[lane] = {growths[lane].family};
    worker.customise(std::span{bases}.first(growths.size()));
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      for (std::size_t step = 0; step < Growth::most; ++step) {
        std::array<BaseTree*, lanes> trees{};
        std::array<VertexId, lanes> roots{};
        for (std::size_t lane = 0; lane < growths.size(); ++lane) {
          trees[lane] = tree(growths[lane], step, direction);
          if (trees[lane] != nullptr) roots[lane] = trees[lane]->root;
        }
        if (std::ranges::none_of(trees, [](const BaseTree* t) { return t != nullptr; })) continue;
        const auto rows = worker.trees.run(roots, direction, worker.weights.rows());
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          if (trees[lane] == nullptr) continue;
          std::vector<Weight>& distance = trees[lane]->distance;
          distance.resize(hierarchy_.size());
          for (std::size_t rank = 0; rank < distance.size(); ++rank) {
            distance[rank] = rows[rank * lanes + lane];
          }
        }
      }
    }
  }

  /// The step-th of a lane's trees in a direction, if there are so many.
  static BaseTree* tree(const Growth& growth, std::size_t step, Direction direction) {
    const std::size_t origins = growth.family->from().size();
    const std::size_t last = growth.first + growth.count;
    if (direction == Direction::forward) {
      const std::size_t index = growth.first + step;
      return index < std::min(last, origins) ? &growth.family->from()[index] : nullptr;
    }
    const std::size_t index = std::max(growth.first, origins) + step;
    return index < last ? &growth.family->to()[index - origins] : nullptr;
  }

  void judge() {
    std::vector<Asked> metrics;
    for (const std::size_t family : order_) {
      for (std::size_t m = 0; m < families_[family]->metrics(); ++m) metrics.push_back({family, m});
    }
    for_all(metrics.size(), [&](std::size_t i, std::size_t index) {
      const auto [family, metric] = metrics[i];
      const std::span<char> stands = stands_of(family, metric);
      worker(index).bounds.judge(*families_[family], metric, stands);
      for (std::size_t pair = 0; pair < stands.size(); ++pair) {
        answer(family, metric, pair) = families_[family]->distance(pair);
      }
    });
    asked_.clear();
    for (const Asked& one : metrics) {
      const std::span<char> stands = stands_of(one.family, one.metric);
      const auto stood = static_cast<std::size_t>(std::ranges::count(stands, 1));
      if (stood < stands.size()) asked_.push_back(one);
      count_.stood += stood;
      count_.solved += stands.size() - stood;
    }
    count_.metrics = asked_.size();
  }

  void solve_asked() {
    for_all((asked_.size() + lanes - 1) / lanes, [&](std::size_t block, std::size_t index) {
      const std::size_t first = block * lanes;
      solve(worker(index),
            std::span{asked_}.subspan(first, std::min(lanes, asked_.size() - first)));
    });
  }

  void solve(Worker& worker, std::span<const Asked> block) {
    std::array<FamilyMetric, lanes> metrics;
    for (std::size_t lane = 0; lane < block.size(); ++lane) {
      metrics[lane] = {&*families_[block[lane].family], block[lane].metric};
    }
    worker.customise(std::span{metrics}.first(block.size()));
    for (std::size_t first = 0; first < block.size();) {
      std::size_t last = first + 1;
      while (last < block.size() && block[last].family == block[first].family) ++last;
      ask(worker, block, first, last);
      first = last;
    }
  }

  /// Lanes `first` to `last` hold metrics of one family.
  void ask(Worker& worker, std::span<const Asked> block, std::size_t first, std::size_t last) {
    const std::span<const Ends> ends = families_[block[first].family]->ends();
    for (std::size_t pair = 0; pair < ends.size(); ++pair) {
      const auto is_open = [&](const Asked& one) {
        return stands_of(one.family, one.metric)[pair] == 0;
      };
      if (std::ranges::none_of(block.subspan(first, last - first), is_open)) continue;
      const std::span<const Weight> found = worker.query.distances(ends[pair].from, ends[pair].to);
      for (std::size_t lane = first; lane < last; ++lane) {
        answer(block[lane].family, block[lane].metric, pair) = found[lane];
      }
    }
  }

  void copy_shared(std::span<const MetricFamily> given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      const std::size_t pairs = given[i].ends.size();
      count_.questions += tables_[i].size();
      for (std::size_t metric = 0; metric < given[i].edits.size(); ++metric) {
        const std::size_t same = families_[i]->given(families_[i]->metric_of(metric));
        if (same == metric) continue;
        count_.shared += pairs;
        std::copy_n(tables_[i].data() + same * pairs, pairs, tables_[i].data() + metric * pairs);
      }
    }
  }

  std::span<char> stands_of(std::size_t family, std::size_t metric) {
    const std::size_t pairs = families_[family]->ends().size();
    return std::span{stands_[family]}.subspan(metric * pairs, pairs);
  }
  Weight& answer(std::size_t family, std::size_t metric, std::size_t pair) {
    const EditedFamily& of = *families_[family];
    return tables_[family][of.given(metric) * of.ends().size() + pair];
  }

  const Graph& graph_;
  const Hierarchy& hierarchy_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::optional<EditedFamily>> families_;
  std::vector<std::size_t> order_;  // in which families are taken up
  std::vector<std::vector<Weight>> tables_;
  std::vector<std::vector<char>> stands_;  // by family: by distinct metric, then by pair
  std::vector<Asked> asked_;
  EditedTablesCount count_;
};

EditedTables::EditedTables(const Graph& graph, const Hierarchy& hierarchy, std::size_t threads)
    : engine_{std::make_unique<Engine>(graph, hierarchy, threads)} {}

EditedTables::EditedTables(EditedTables&&) noexcept = default;
EditedTables& EditedTables::operator=(EditedTables&&) noexcept = default;
EditedTables::~EditedTables() = default;

std::vector<std::vector<Weight>> EditedTables::distances(std::span<const MetricFamily> families) {
  return engine_->distances(families);
}

const EditedTablesCount& EditedTables::count() const { return engine_->count(); }

}  // namespace corridor
