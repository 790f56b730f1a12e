#include "corridor/study/trip_solver.hpp"

#include <algorithm>
#include <utility>

#include "corridor/core/parallel.hpp"
#include "corridor/route/lane_paths.hpp"

#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// What all tasks with the same weights share.
struct Column {
  const TripTask* first;  // of its tasks
  IdVector<ArcId, Weight> weights;
};

bool share_weights(const TripTask& a, const TripTask& b) {
  return a.world == b.world && a.query->objective == b.query->objective &&
         a.query->arc_barred == b.query->arc_barred;
}

bool ask_the_same(const TripQuery& a, const TripQuery& b) {
  return a.from == b.from && a.to == b.to && a.via == b.via && a.gates == b.gates;
}

/// What holds of all answers from which the best was taken.
PathCertificate both(const PathCertificate& a, const PathCertificate& b) {
  return {a.connected && b.connected,
          a.open && b.open,
          a.weight_agrees && b.weight_agrees,
          a.potentials_feasible && b.potentials_feasible,
          a.tight && b.tight,
          a.arcs_checked + b.arcs_checked};
}

/// Tasks over up to eight sets of weights.
struct Block {
  std::vector<std::size_t> tasks;
  std::vector<std::size_t> column_of_task;
  std::vector<Column> columns;
};

/// Tasks are taken in order; one whose weights no task before it in its block has brings a column.
std::vector<Block> blocks_of(std::span<const TripTask> tasks) {
  std::vector<Block> blocks(1);
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    const auto shares = [&](const Column& c) { return share_weights(*c.first, tasks[task]); };
    Block* block = &blocks.back();
    auto column = std::ranges::find_if(block->columns, shares);
    if (column == block->columns.end()) {
      if (block->columns.size() == LanePaths::lanes) block = &blocks.emplace_back();
      block->columns.push_back({&tasks[task], {}});
      column = std::prev(block->columns.end());
    }
    block->tasks.push_back(task);
    block->column_of_task.push_back(static_cast<std::size_t>(column - block->columns.begin()));
  }
  return blocks;
}

/// Keeps the best of the orders in which a trip may pass its corridor's gates.
class Answering {
 public:
  Answering(const Compiled& compiled, std::span<const TripTask> tasks, bool certify)
      : compiled_{compiled}, tasks_{tasks}, certify_{certify}, answers_(tasks.size()) {}

  /// Blocks may be solved by several threads, each with lanes of its own.
  void solve(Block& block, LanePaths& lanes) {
    std::vector<std::span<const Weight>> weights;
    bool fit = true;
    for (Column& column : block.columns) {
      column.weights = trip_weights(compiled_, *column.first->world, *column.first->query);
      weights.emplace_back(column.weights.values());
      fit = fit && lanes.fits(weights.back());
    }
    if (fit) lanes.customise(weights);
    std::vector<char> done(block.tasks.size(), 0);
    for (std::size_t i = 0; i < block.tasks.size(); ++i) {
      if (done[i] != 0) continue;
      std::vector<std::size_t> alike;  // positions of tasks that ask the same
      for (std::size_t j = i; j < block.tasks.size(); ++j) {
        if (done[j] != 0 || !ask_the_same(query_of(block, i), query_of(block, j))) continue;
        alike.push_back(j);
        done[j] = 1;
      }
      for (const PathQuery& order : path_queries(compiled_.topology, query_of(block, i))) {
        const bool by_lanes = fit && order.via.size() <= LanePaths::most_vias;
        answer(block, alike, order, by_lanes ? &lanes : nullptr);
      }
    }
  }

  std::vector<TripAnswer> finish() && {
    for (std::size_t task = 0; task < tasks_.size(); ++task) {
      if (answers_[task].path.found) evaluate_best(task);
    }
    std::vector<TripAnswer> result;
    result.reserve(answers_.size());
    for (Best& best : answers_) result.push_back(std::move(best.answer));
    return result;
  }

 private:
  struct Best {
    TripAnswer answer;
    Path path;
  };

  const TripQuery& query_of(const Block& block, std::size_t position) const {
    return *tasks_[block.tasks[position]].query;
  }

  void answer(const Block& block, const std::vector<std::size_t>& alike, const PathQuery& order,
              const LanePaths* lanes) {
    std::vector<ProvedPath> found;
    if (lanes != nullptr) found = lanes->solve(order, certify_ ? Proof::potentials : Proof::none);
    for (const std::size_t position : alike) {
      const std::size_t column = block.column_of_task[position];
      const IdVector<ArcId, Weight>& weights = block.columns[column].weights;
      keep_better(block.tasks[position], order, weights,
                  lanes != nullptr
                      ? found[column]
                      : shortest_path(compiled_.topology.graph, weights.values(), order));
    }
  }

  void keep_better(std::size_t task, const PathQuery& order, const IdVector<ArcId, Weight>& weights,
                   const ProvedPath& solved) {
    Best& best = answers_[task];
    if (certify_) {
      const PathCertificate certificate =
          certify(compiled_.topology.graph, weights.values(), order, solved);
      std::optional<PathCertificate>& all = best.answer.certificate;
      all = all ? both(*all, certificate) : certificate;
    }
    // The first of equally cheap orders stays; without any route the first order is kept.
    if (best.answer.query.from.valid() && solved.path.weight >= best.path.weight) return;
    best.path = solved.path;
    best.answer.query = order;
    best.answer.weight = solved.path.weight;
    best.answer.weights = weights;
  }

  void evaluate_best(std::size_t task) {
    const TripTask& asked = tasks_[task];
    answers_[task].answer.evaluation =
        evaluate(compiled_, asked.world->metric, answers_[task].path.arcs,
                 value_of_time(compiled_.network, asked.query->cargo));
  }

  const Compiled& compiled_;
  std::span<const TripTask> tasks_;
  bool certify_;
  std::vector<Best> answers_;  // by task; no two blocks share one
};

}  // namespace

std::vector<TripAnswer> solve_trips(const Compiled& compiled, std::span<const TripTask> tasks,
                                    bool certify, std::size_t threads) {
  std::vector<Block> blocks = blocks_of(tasks);
  Answering answering{compiled, tasks, certify};
  std::vector<std::optional<LanePaths>> lanes(std::max<std::size_t>(1, threads));  // by worker
  parallel_for(blocks.size(), threads, [&](std::size_t block, std::size_t worker) {
    if (!lanes[worker]) lanes[worker].emplace(compiled.topology.graph, *compiled.hierarchy);
    answering.solve(blocks[block], *lanes[worker]);
  });
  return std::move(answering).finish();
}

TripAnswer solve_trip(const Compiled& compiled, const World& world, const TripQuery& query,
                      bool certify) {
  const TripTask task{&world, &query};
  return solve_trips(compiled, std::span{&task, 1}, certify, 1).front();
}

}  // namespace corridor
