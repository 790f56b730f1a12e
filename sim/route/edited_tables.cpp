#include "corridor/route/edited_tables.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>

#include "corridor/core/parallel.hpp"

#include "route/edited_bases.hpp"
#include "route/edited_family.hpp"
#include "route/edited_worker.hpp"

namespace corridor {

namespace {

using detail::EditedFamily;
using detail::EditedWorker;
using detail::FamilyMetric;
constexpr std::size_t lanes = EditedWorker::lanes;

/// How a question has been answered.
enum class Answer : std::uint8_t { none, stood, searched };

/// A row of a table: one of the distinct metrics of a family.
struct Row {
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
      : ground_{graph, hierarchy}, workers_(std::max<std::size_t>(1, threads)) {}

  std::vector<std::vector<Weight>> distances(std::span<const MetricFamily> given) {
    prepare(given);
    solve_bases();
    answer_beside_bases();
    answer_rest();
    copy_shared(given);
    return std::move(tables_);
  }

  const EditedTablesCount& count() const { return count_; }

 private:
  EditedWorker& worker(std::size_t index) {
    std::unique_ptr<EditedWorker>& worker = workers_[index];
    if (!worker) worker = std::make_unique<EditedWorker>(ground_);
    return *worker;
  }
  template <class Work>
  void for_all(std::size_t count, const Work& work) {
    parallel_for(count, workers_.size(), work);
  }

  void prepare(std::span<const MetricFamily> given) {
    count_ = {};
    if (families_.size() < given.size()) families_.resize(given.size());
    tables_.assign(given.size(), {});
    answers_.resize(given.size());
    for (const std::unique_ptr<EditedWorker>& worker : workers_) {
      if (worker) worker->forget();
    }
    for_all(given.size(), [&](std::size_t i, std::size_t index) {
      families_[i].take_up(ground_.ranked, given[i], worker(index).majority);
      tables_[i].resize(given[i].edits.size() * given[i].ends.size());
      answers_[i].assign(families_[i].metrics() * given[i].ends.size(), Answer::none);
    });
    // Metrics that close much are better customised together.
    order_.resize(given.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) {
      return families_[a].open_arcs() > families_[b].open_arcs();
    });
    rows_.clear();
    for (const std::size_t family : order_) {
      for (std::size_t m = 0; m < families_[family].metrics(); ++m) rows_.push_back({family, m});
    }
  }

  void solve_bases() {
    std::vector<EditedFamily*> families;
    for (const std::size_t index : order_) families.push_back(&families_[index]);
    bases_.take_up(families);
    for_all(bases_.blocks(),
            [&](std::size_t block, std::size_t index) { bases_.solve(block, worker(index)); });
    for (EditedFamily* const family : families) family->take_distances();
  }

  void answer_beside_bases() {
    // Rows of a family lie together in memory, so a thread takes some at a time.
    constexpr std::size_t taken = 4;
    for_all((rows_.size() + taken - 1) / taken, [&](std::size_t block, std::size_t index) {
      const std::size_t first = block * taken;
      for (const Row& row :
           std::span{rows_}.subspan(first, std::min(taken, rows_.size() - first))) {
        answer_beside_base(worker(index), row);
      }
    });
    asked_.clear();
    for (const Row& one : rows_) {
      const std::span<Answer> answers = answers_of(one);
      const auto stood = static_cast<std::size_t>(std::ranges::count(answers, Answer::stood));
      const auto left = static_cast<std::size_t>(std::ranges::count(answers, Answer::none));
      count_.stood += stood;
      count_.searched += answers.size() - stood - left;
      count_.solved += left;
      if (left > 0) asked_.push_back(one);
    }
    count_.metrics = asked_.size();
  }

  void answer_beside_base(EditedWorker& worker, const Row& one) {
    const EditedFamily& family = families_[one.family];
    const std::span<Answer> answers = answers_of(one);
    worker.bounds.take_up(family, one.metric);
    for (std::size_t pair = 0; pair < answers.size(); ++pair) {
      const detail::PairBounds bounds = worker.bounds.of(pair);
      if (bounds.stands(family.distance(pair))) {
        answers[pair] = Answer::stood;
        cell(one, pair) = family.distance(pair);
        continue;
      }
      worker.search.take_up(family, one.metric);
      if (const auto found = worker.search.distance(pair, worker.bounds, bounds)) {
        answers[pair] = Answer::searched;
        cell(one, pair) = *found;
      }
    }
  }

  void answer_rest() {
    for_all((asked_.size() + lanes - 1) / lanes, [&](std::size_t block, std::size_t index) {
      const std::size_t first = block * lanes;
      solve(worker(index),
            std::span{asked_}.subspan(first, std::min(lanes, asked_.size() - first)));
    });
  }

  void solve(EditedWorker& worker, std::span<const Row> block) {
    std::array<FamilyMetric, lanes> metrics;
    for (std::size_t lane = 0; lane < block.size(); ++lane) {
      metrics[lane] = {&families_[block[lane].family], block[lane].metric};
    }
    worker.customise_to_ask(std::span{metrics}.first(block.size()));
    for (std::size_t first = 0; first < block.size();) {
      std::size_t last = first + 1;
      while (last < block.size() && block[last].family == block[first].family) ++last;
      ask(worker, block, first, last);
      first = last;
    }
  }

  /// Lanes `first` to `last` hold metrics of one family.
  void ask(EditedWorker& worker, std::span<const Row> block, std::size_t first, std::size_t last) {
    const std::span<const Ends> ends = families_[block[first].family].ends();
    for (std::size_t pair = 0; pair < ends.size(); ++pair) {
      const auto is_left = [&](const Row& one) { return answers_of(one)[pair] == Answer::none; };
      if (std::ranges::none_of(block.subspan(first, last - first), is_left)) continue;
      const std::span<const Weight> found = worker.query.distances(ends[pair].from, ends[pair].to);
      for (std::size_t lane = first; lane < last; ++lane) cell(block[lane], pair) = found[lane];
    }
  }

  void copy_shared(std::span<const MetricFamily> given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      const std::size_t pairs = given[i].ends.size();
      count_.questions += tables_[i].size();
      for (std::size_t metric = 0; metric < given[i].edits.size(); ++metric) {
        const std::size_t same = families_[i].given(families_[i].metric_of(metric));
        if (same == metric) continue;
        count_.shared += pairs;
        std::copy_n(tables_[i].data() + same * pairs, pairs, tables_[i].data() + metric * pairs);
      }
    }
  }

  std::span<Answer> answers_of(const Row& one) {
    const std::size_t pairs = families_[one.family].ends().size();
    return std::span{answers_[one.family]}.subspan(one.metric * pairs, pairs);
  }
  Weight& cell(const Row& one, std::size_t pair) {
    const EditedFamily& of = families_[one.family];
    return tables_[one.family][of.given(one.metric) * of.ends().size() + pair];
  }

  detail::EditedGround ground_;
  std::vector<std::unique_ptr<EditedWorker>> workers_;
  std::vector<EditedFamily> families_;  // of which the first are asked about
  std::vector<std::size_t> order_;      // in which families are taken up
  std::vector<Row> rows_;               // in that order
  detail::EditedBases bases_;
  std::vector<std::vector<Weight>> tables_;
  std::vector<std::vector<Answer>> answers_;  // by family: by distinct metric, then by pair
  std::vector<Row> asked_;                    // that some pairs have to be asked under anew
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
