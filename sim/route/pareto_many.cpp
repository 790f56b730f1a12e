#include "route/pareto_many.hpp"

#include <algorithm>

#include "route/search.hpp"

namespace corridor::detail {

namespace {

constexpr std::uint32_t outside = UINT32_MAX;

bool is_open(WeightColumns columns, ArcId arc) {
  return std::all_of(columns.begin(), columns.end(), [&](std::span<const Weight> column) {
    return column[arc.index()] < infinite_weight;
  });
}

/// The cheapest way to the target by one objective from each state, over arcs open by all.
std::vector<Weight> distances_to_target(const Graph& graph, std::span<const Weight> weight,
                                        const Stages& stages) {
  Search search{stages.state_count()};
  search.run(StagedBackward{graph, stages}, weight, stages.target(), Search::no_target);
  std::vector<Weight> result;
  result.reserve(stages.state_count());
  for (const auto& label : search.labels()) result.push_back(label.distance);
  return result;
}

}  // namespace

template <std::size_t objectives>
bool Nondominated<objectives>::covers(const Excess& excess) const {
  for (const Rest& rest : list_) {
    if (rest[0] > excess[1]) return false;
    bool below = true;
    for (std::size_t i = 1; i + 1 < objectives; ++i) below = below && rest[i] <= excess[i + 1];
    if (below) return true;
  }
  return false;
}

template <std::size_t objectives>
void Nondominated<objectives>::add(const Excess& excess) {
  Rest added;
  for (std::size_t i = 0; i + 1 < objectives; ++i) added[i] = excess[i + 1];
  const auto place = std::lower_bound(list_.begin(), list_.end(), added);
  const auto from = static_cast<std::size_t>(place - list_.begin());
  const auto is_above = [&](const Rest& rest) {
    for (std::size_t i = 1; i + 1 < objectives; ++i) {
      if (rest[i] < added[i]) return false;
    }
    return true;
  };
  list_.erase(std::remove_if(place, list_.end(), is_above), list_.end());
  list_.insert(list_.begin() + static_cast<std::ptrdiff_t>(from), added);
}

template <std::size_t objectives>
ParetoSet ManySearch<objectives>::run(const Graph& graph, WeightColumns columns,
                                      const Stages& stages, const ParetoOptions& options) {
  ParetoSet answer;
  if (prepare(graph, columns, stages)) search_from(graph, stages, options, answer);
  return answer;
}

template <std::size_t objectives>
bool ManySearch<objectives>::prepare(const Graph& graph, WeightColumns columns,
                                     const Stages& stages) {
  std::vector<std::vector<Weight>> open(objectives);
  std::array<std::vector<Weight>, objectives> left;
  for (std::size_t i = 0; i < objectives; ++i) {
    open[i].assign(columns[i].begin(), columns[i].end());
    for (const ArcId arc : graph.arcs()) {
      if (!is_open(columns, arc)) open[i][arc.index()] = infinite_weight;
    }
    left[i] = distances_to_target(graph, open[i], stages);
  }
  if (left[0][stages.start()] >= infinite_weight) return false;
  core_ = {};
  std::vector<std::uint32_t> index(stages.state_count(), outside);
  for (StateIndex state = 0; state < stages.state_count(); ++state) {
    if (left[0][state] >= infinite_weight) continue;
    index[state] = static_cast<std::uint32_t>(core_.state.size());
    core_.state.push_back(state);
  }
  std::uint64_t largest = 0;
  for (const StateIndex state : core_.state) {
    core_.first.push_back(static_cast<std::uint32_t>(core_.arcs.size()));
    StagedForward{graph, stages}.expand(state, [&](ArcId arc, StateIndex next) {
      if (open[0][arc.index()] >= infinite_weight || index[next] == outside) return;
      if (next == state) return;
      Excess excess;
      for (std::size_t i = 0; i < objectives; ++i) {
        excess[i] =
            static_cast<std::uint64_t>(open[i][arc.index()] + left[i][next] - left[i][state]);
      }
      largest = std::max(largest, excess[0]);
      core_.arcs.push_back({index[next], static_cast<std::uint32_t>(arc.index()), excess});
    });
  }
  core_.first.push_back(static_cast<std::uint32_t>(core_.arcs.size()));
  start_ = index[stages.start()];
  target_ = index[stages.target()];
  for (std::size_t i = 0; i < objectives; ++i) {
    core_.least[i] = static_cast<std::uint64_t>(left[i][stages.start()]);
  }
  queue_.start(largest);
  return true;
}

template <std::size_t objectives>
void ManySearch<objectives>::search_from(const Graph&, const Stages& stages,
                                         const ParetoOptions& options, ParetoSet& answer) {
  const auto later = [&](const Entry& a, const Entry& b) { return tree_.is_later(core_, a, b); };
  tree_.clear();
  front_.clear();
  at_.assign(core_.state.size(), {});
  epsilon_ = options.epsilon;
  std::vector<std::uint32_t> found;
  queue_.push(0, {{}, start_, Tree::none});
  while (queue_.least_key() != BucketQueue<Entry>::none && answer.complete) {
    queue_.take(front_);
    std::make_heap(front_.begin(), front_.end(), later);
    while (!front_.empty()) {
      std::pop_heap(front_.begin(), front_.end(), later);
      const Entry entry = front_.back();
      front_.pop_back();
      if (at_[entry.state].covers(entry.excess) || is_covered(entry.excess)) continue;
      if (tree_.size() >= options.most_labels) {
        answer.complete = false;
        break;
      }
      at_[entry.state].add(entry.excess);
      const std::uint32_t label = tree_.keep(entry);
      if (entry.state == target_) {
        found.push_back(label);
      } else {
        expand(label);
      }
    }
  }
  answer.labels = tree_.size();
  for (const std::uint32_t label : found) {
    answer.paths.push_back(tree_.path_to(core_, stages, label));
  }
}

template <std::size_t objectives>
void ManySearch<objectives>::expand(std::uint32_t label) {
  const Excess here = tree_[label].excess;
  for (const auto& arc : core_.out(tree_[label].state)) {
    Excess there;
    for (std::size_t i = 0; i < objectives; ++i) there[i] = here[i] + arc.excess[i];
    if (at_[arc.end].covers(there) || is_covered(there)) continue;
    const Entry entry{there, arc.end, label};
    if (queue_.in_front(there[0])) {
      front_.push_back(entry);
      std::push_heap(front_.begin(), front_.end(),
                     [&](const Entry& a, const Entry& b) { return tree_.is_later(core_, a, b); });
    } else {
      queue_.push(there[0], entry);
    }
  }
}

template <std::size_t objectives>
bool ManySearch<objectives>::is_covered(const Excess& excess) const {
  if (epsilon_ == 0) return at_[target_].covers(excess);
  Excess stretched;
  for (std::size_t i = 0; i < objectives; ++i) {
    const double least = static_cast<double>(core_.least[i]);
    const double cost = (static_cast<double>(excess[i]) + least) * (1 + epsilon_);
    stretched[i] = std::max(excess[i], static_cast<std::uint64_t>(cost - least));
  }
  return at_[target_].covers(stretched);
}

template class ManySearch<3>;
template class ManySearch<4>;

}  // namespace corridor::detail
