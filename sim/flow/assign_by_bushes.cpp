#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/bush_network.hpp"
#include "flow/bush_tree.hpp"
#include "flow/bushes.hpp"
#include "flow/segment_pairs.hpp"

namespace corridor::detail {

namespace {

/// Passes from a cold start in which trips are moved as soon as a better way is found: while times
/// are far from those of the equilibrium, what all bushes find at the same times is mostly wrong.
constexpr std::size_t hasty_passes = 2;
/// Rounds over the pairs of segments after a pass at most, and what share of the first round's
/// saving ends them. Savings fall with the square of the differences.
constexpr int most_rounds = 50;
constexpr double least_saving = 1e-6;
/// Rounds that save more than this share of what those before them did call for longer steps.
constexpr double slow = 0.5;
/// An arc of a bush is left alone if its excess is this share of the mean of all that matter.
constexpr double negligible = 0.02;
/// Excesses within this share of the distance may be rounding.
constexpr double rounding = 2e-15;
/// Passes without progress after which all excesses are heeded, and after which there is no more to
/// be had from doubles. Progress is a gap a tenth better than the best so far, or a saving of more
/// than the shares below of the excess and of all cost.
constexpr std::size_t patience = 4;
constexpr std::size_t last_patience = 40;
constexpr double saving_of_excess = 1e-4;
constexpr double saving_of_cost = 1e-14;
/// Passes after which sums are made afresh; and so they are when the gap comes within this many
/// times the one asked for, as the next pass is likely to be the last.
constexpr std::size_t refreshing = 64;
constexpr double nearly = 100;

enum class Haste : std::uint8_t { measure, note, move };

struct Excess {
  std::uint32_t arc;
  double cost;
};

class BushSolver {
 public:
  BushSolver(const AssignmentProblem& problem, const AssignmentOptions& options)
      : problem_{problem},
        options_{options},
        network_{problem, options.principle},
        bushes_{problem, network_},
        pairs_{network_, bushes_},
        tree_{network_} {}

  Assignment solve();

 private:
  bool start_warm();
  void start_cold();
  void refresh();
  void prepare(std::size_t bush);
  void pass(Haste haste);
  void look(std::size_t bush, Haste haste);
  bool list_excesses(std::size_t bush);
  void even_out();
  void heed_stall();
  bool is_done();
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  const AssignmentProblem& problem_;
  const AssignmentOptions& options_;
  BushNetwork network_;
  Bushes bushes_;
  SegmentPairs pairs_;
  BushTree tree_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::vector<Excess> excesses_;  // of the bush at hand
  double heeded_ = 0;             // excess x volume above which an arc is looked at
  double excess_ = 0;             // of the pass
  double cost_ = 0;
  double gap_ = 1;
  double best_gap_ = 1;
  double saved_ = 0;       // after the pass
  bool is_fresh_ = false;  // nothing has moved since sums were made afresh
  std::size_t since_best_ = 0;
  std::size_t since_progress_ = 0;
  std::size_t passes_ = 0;
};

bool BushSolver::start_warm() {
  const Assignment* start = options_.start;
  if (start == nullptr || start->memory == nullptr || start->memory->bushes == nullptr) {
    return false;
  }
  if (!bushes_.take_over(*start->memory->bushes)) return false;
  refresh();
  return true;
}

/// To be called of every bush in turn.
void BushSolver::prepare(std::size_t bush) {
  const std::uint32_t of_class = bushes_[bush].of_class;
  if (bush > 0 && bushes_[bush - 1].of_class == of_class) return;
  tree_.prepare(network_.costs(of_class));
}

/// One bush after another takes the cheapest paths at the times that those before it have left.
void BushSolver::start_cold() {
  for (std::size_t bush = 0; bush < bushes_.size(); ++bush) {
    const Bush& at = bushes_[bush];
    prepare(bush);
    tree_.search(at.origin, network_.costs(at.of_class), bushes_.order(bush));
    if (bushes_.reload(bush)) bushes_.bring_by_tree(bush, tree_);
    bushes_.add_to_volumes(bush);
  }
}

void BushSolver::refresh() {
  for (std::size_t bush = 0; bush < bushes_.size(); ++bush) {
    prepare(bush);
    if (!bushes_.reload(bush)) continue;
    const Bush& at = bushes_[bush];
    tree_.search(at.origin, network_.costs(at.of_class), bushes_.order(bush));
    bushes_.bring_by_tree(bush, tree_);
  }
  bushes_.add_up();
  is_fresh_ = true;
}

/// Lists the excesses of the bush that matter and adds up all. False if the tree was not yet right.
bool BushSolver::list_excesses(std::size_t bush) {
  const std::span<const double> carried = bushes_.carried(bush);
  const double* const cost = network_.costs(bushes_[bush].of_class).data();
  const double* const distance = tree_.distances().data();
  const std::uint32_t* const tail = network_.tails().data();
  const std::uint32_t* const head = network_.heads().data();
  excesses_.clear();
  double sum = 0;
  double least = 0;
  for (std::uint32_t arc = 0; arc < carried.size(); ++arc) {
    const double to_head = distance[head[arc]];
    const double excess = distance[tail[arc]] + cost[arc] - to_head;
    const double cost_of_excess = carried[arc] * excess;
    least = std::min(least, excess);
    sum += cost_of_excess;
    if (cost_of_excess > heeded_ && excess > rounding * to_head) excesses_.push_back({arc, excess});
  }
  if (least < 0) return false;
  excess_ += sum;
  cost_ += sum;
  return true;
}

void BushSolver::look(std::size_t bush, Haste haste) {
  const Bush& at = bushes_[bush];
  const std::span<const double> costs = network_.costs(at.of_class);
  tree_.sweep(at.origin, costs, bushes_.order(bush));
  if (!list_excesses(bush)) {
    tree_.mend(costs, bushes_.order(bush));
    list_excesses(bush);
  }
  for (const ProblemPair& pair : at.demand) cost_ += pair.volume * tree_.distance(pair.to);
  if (haste == Haste::measure) return;
  for (const Excess& excess : excesses_) {
    if (bushes_.carried(bush)[excess.arc] <= 0) continue;  // by now
    const std::uint32_t pair = pairs_.relate(bush, excess.arc, tree_, excess.cost);
    if (haste == Haste::move && pair != BushNetwork::none) pairs_.even_out(pair);
  }
}

/// Looks at all bushes: to measure the gap, to note better ways too, or even to move at once.
void BushSolver::pass(Haste haste) {
  excess_ = 0;
  cost_ = 0;
  const std::size_t dropped = pairs_.dropped();
  for (std::size_t bush = 0; bush < bushes_.size(); ++bush) {
    prepare(bush);
    look(bush, haste);
  }
  is_fresh_ = is_fresh_ && haste != Haste::move && pairs_.dropped() == dropped;
  gap_ = cost_ > 0 ? excess_ / cost_ : 0;
  ++passes_;
  const double share = std::max(20.0, network_.vertex_count() / 50.0);
  const double matters = std::max(gap_, options_.gap) * cost_;
  heeded_ = negligible * matters / (static_cast<double>(bushes_.size()) * share);
  if (options_.progress) {
    options_.progress({passes_, gap_, objective_of(problem_, bushes_.by_class()), seconds()});
  }
}

void BushSolver::even_out() {
  is_fresh_ = false;
  double first = 0;
  double last = 0;
  saved_ = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const double saved = pairs_.even_out_all();
    if (round == 0) first = saved;
    if (saved <= least_saving * first) break;
    if (round > 1 && saved > slow * last) pairs_.go_on();
    last = saved;
    saved_ += saved;
  }
}

void BushSolver::heed_stall() {
  const bool is_better = gap_ < 0.9 * best_gap_;
  const bool is_saving = saved_ > saving_of_excess * excess_ && saved_ > saving_of_cost * cost_;
  since_best_ = is_better ? 0 : since_best_ + 1;
  since_progress_ = is_better || is_saving ? 0 : since_progress_ + 1;
  best_gap_ = std::min(best_gap_, gap_);
  if (since_best_ >= patience) heeded_ = 0;
  const bool is_due = since_progress_ == last_patience / 2 || passes_ % refreshing == 0;
  if (is_due || gap_ <= nearly * options_.gap) refresh();
}

/// Once the gap is closed, measures it again on sums made afresh, if they were not.
bool BushSolver::is_done() {
  if (gap_ > options_.gap) return false;
  if (is_fresh_) return true;
  refresh();
  pass(Haste::measure);
  return gap_ <= options_.gap;
}

Assignment BushSolver::solve() {
  std::size_t hasty = 0;
  if (!start_warm()) {
    start_cold();
    hasty = hasty_passes;
  }
  bool converged = false;
  while (passes_ < options_.most_iterations && since_progress_ < last_patience) {
    const bool is_hasty = passes_ < hasty;
    pass(is_hasty ? Haste::move : Haste::note);
    converged = !is_hasty && is_done();
    if (converged) break;
    even_out();
    heed_stall();
  }
  if (!converged) {
    refresh();
    pass(Haste::measure);
    converged = gap_ <= options_.gap;
  }
  const ClassVolumes volumes = bushes_.by_class();
  Assignment answer = answer_of(problem_, volumes, std::move(bushes_).memory());
  answer.relative_gap = gap_;
  answer.iterations = passes_;
  answer.converged = converged;
  return answer;
}

}  // namespace

Assignment assign_by_bushes(const AssignmentProblem& problem, const AssignmentOptions& options) {
  return BushSolver{problem, options}.solve();
}

}  // namespace corridor::detail
