#include "flow/bushes.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace corridor::detail {

namespace {

/// Of the volume of a bush.
constexpr double dust_share = 1e-13;

}  // namespace

Bushes::Bushes(const AssignmentProblem& problem, BushNetwork& network)
    : problem_{&problem},
      network_{&network},
      feeders_(network.vertex_count()),
      need_(network.vertex_count()),
      by_tree_(network.vertex_count()) {
  for (std::uint32_t k = 0; k < problem.classes.size(); ++k) {
    const ProblemClass& of = problem.classes[k];
    for (const ProblemOrigin& origin : of.origins) {
      const std::span<const ProblemPair> demand{of.pairs.data() + origin.first,
                                                of.pairs.data() + origin.last};
      double volume = 0;
      for (const ProblemPair& pair : demand) volume += pair.volume;
      bushes_.push_back({k, origin.vertex, demand, dust_share * volume});
    }
  }
  carried_.assign(bushes_.size() * network.arc_count(), 0);
  order_.resize(bushes_.size() * network.vertex_count());
  for (std::size_t bush = 0; bush < bushes_.size(); ++bush) {
    const std::span<Index> vertices = order(bush);
    std::iota(vertices.begin(), vertices.end(), 0U);
  }
}

bool Bushes::reload(std::size_t bush) {
  sort_by_flow(bush);
  std::fill(need_.begin(), need_.end(), 0.0);
  std::fill(by_tree_.begin(), by_tree_.end(), 0.0);
  for (const ProblemPair& pair : bushes_[bush].demand) need_[pair.to] += pair.volume;
  const std::span<double> carried = this->carried(bush);
  bool complete = true;
  for (std::size_t i = by_flow_.size(); i-- > 0;) {
    const Index v = by_flow_[i];
    const Index first = network_->first_in(v);
    const Index last = network_->first_in(v + 1);
    double entering = 0;
    for (Index arc = first; arc < last; ++arc) entering += carried[arc];
    const bool is_entered = entering > bushes_[bush].dust && v != bushes_[bush].origin;
    const double scale = is_entered ? need_[v] / entering : 0;
    for (Index arc = first; arc < last; ++arc) {
      if (carried[arc] == 0) continue;
      carried[arc] *= scale;
      need_[network_->tail(arc)] += carried[arc];
    }
    if (is_entered || need_[v] == 0 || v == bushes_[bush].origin) continue;
    by_tree_[v] = need_[v];
    complete = false;
  }
  return !complete;
}

void Bushes::bring_by_tree(std::size_t bush, const BushTree& tree) {
  const std::span<double> carried = this->carried(bush);
  const std::span<const Index> vertices = order(bush);
  for (std::size_t i = vertices.size(); i-- > 0;) {
    const Index v = vertices[i];
    const Index arc = tree.arc_into(v);
    if (by_tree_[v] == 0 || arc == BushNetwork::none) continue;
    carried[arc] += by_tree_[v];
    by_tree_[network_->tail(arc)] += by_tree_[v];
  }
}

/// By distance, if that will do, as it does near an equilibrium; else by counting feeders.
void Bushes::sort_by_flow(std::size_t bush) {
  const std::span<double> carried = this->carried(bush);
  const std::span<const Index> by_distance = order(bush);
  for (Index i = 0; i < by_distance.size(); ++i) feeders_[by_distance[i]] = i;
  bool is_sorted = true;
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    if (carried[arc] == 0) continue;
    if (!network_->is_open(arc, bushes_[bush].of_class)) carried[arc] = 0;
    const bool is_right = feeders_[network_->tail(arc)] < feeders_[network_->head(arc)];
    is_sorted = is_sorted && (is_right || carried[arc] == 0);
  }
  if (is_sorted) {
    by_flow_.assign(by_distance.begin(), by_distance.end());
    return;
  }
  while (!sort_by_feeders(carried)) drop_a_cycle(carried);
}

/// False if vertices are left over.
bool Bushes::sort_by_feeders(std::span<const double> carried) {
  std::fill(feeders_.begin(), feeders_.end(), 0U);
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    feeders_[network_->head(arc)] += carried[arc] > 0 ? 1U : 0U;
  }
  by_flow_.clear();
  for (Index v = 0; v < network_->vertex_count(); ++v) {
    if (feeders_[v] == 0) by_flow_.push_back(v);
  }
  for (std::size_t i = 0; i < by_flow_.size(); ++i) {
    for (const Index arc : network_->out(by_flow_[i])) {
      if (carried[arc] > 0 && --feeders_[network_->head(arc)] == 0) {
        by_flow_.push_back(network_->head(arc));
      }
    }
  }
  return by_flow_.size() == network_->vertex_count();
}

/// Where vertices are left over, each has an arc from another of them: going back along these must
/// close a circle.
void Bushes::drop_a_cycle(std::span<double> carried) {
  std::vector<Index> arcs;
  std::vector<std::size_t> seen(network_->vertex_count());  // 1 + number of arcs before
  Index v = 0;
  while (feeders_[v] == 0) ++v;
  while (seen[v] == 0) {
    seen[v] = arcs.size() + 1;
    Index arc = network_->first_in(v);
    while (carried[arc] <= 0 || feeders_[network_->tail(arc)] == 0) ++arc;
    arcs.push_back(arc);
    v = network_->tail(arc);
  }
  const std::span<const Index> cycle = std::span{arcs}.subspan(seen[v] - 1);
  double least = carried[cycle[0]];
  for (const Index arc : cycle) least = std::min(least, carried[arc]);
  for (const Index arc : cycle) carried[arc] -= least;
}

void Bushes::add_to_volumes(std::size_t bush) {
  const std::span<const double> carried = this->carried(bush);
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    if (carried[arc] > 0) network_->add(arc, carried[arc]);
  }
}

void Bushes::add_up() {
  std::vector<double> sum(network_->arc_count());
  for (std::size_t bush = 0; bush < size(); ++bush) {
    const std::span<const double> carried = this->carried(bush);
    for (Index arc = 0; arc < sum.size(); ++arc) sum[arc] += carried[arc];
  }
  for (Index arc = 0; arc < sum.size(); ++arc) network_->set_volume(arc, sum[arc]);
}

ClassVolumes Bushes::by_class() const {
  const std::size_t arcs = network_->arc_count();
  ClassVolumes result(problem_->classes.size() * arcs);
  for (std::size_t bush = 0; bush < size(); ++bush) {
    const std::span<const double> carried = this->carried(bush);
    double* const sum = result.data() + bushes_[bush].of_class * arcs;
    for (Index arc = 0; arc < arcs; ++arc) sum[network_->in_problem(arc)] += carried[arc];
  }
  return result;
}

bool Bushes::take_over(const BushMemory& memory) {
  if (memory.vertex_count != network_->vertex_count()) return false;
  std::vector<Index> column_of(problem_->network->graph->arc_count(), BushNetwork::none);
  for (Index i = 0; i < memory.arcs.size(); ++i) {
    if (memory.arcs[i].index() >= column_of.size()) return false;
    column_of[memory.arcs[i].index()] = i;
  }
  std::vector<Index> column;
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    column.push_back(column_of[problem_->id[network_->in_problem(arc)].index()]);
  }
  take_over(memory, column);
  return true;
}

void Bushes::take_over(const BushMemory& memory, std::span<const Index> column) {
  const std::size_t vertices = network_->vertex_count();
  for (std::size_t bush = 0; bush < size(); ++bush) {
    const BushMemory::Row row{bushes_[bush].of_class, bushes_[bush].origin};
    const auto at = std::lower_bound(memory.rows.begin(), memory.rows.end(), row);
    if (at == memory.rows.end() || *at != row) continue;
    const auto place = static_cast<std::size_t>(at - memory.rows.begin());
    const double* const before = memory.carried.data() + place * memory.arcs.size();
    const std::span<double> carried = this->carried(bush);
    for (Index arc = 0; arc < column.size(); ++arc) {
      carried[arc] = column[arc] == BushNetwork::none ? 0 : before[column[arc]];
    }
    std::copy_n(memory.order.data() + place * vertices, vertices, order(bush).data());
  }
}

std::shared_ptr<const BushMemory> Bushes::memory() && {
  auto memory = std::make_shared<BushMemory>();
  memory->vertex_count = network_->vertex_count();
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    memory->arcs.push_back(problem_->id[network_->in_problem(arc)]);
  }
  for (const Bush& bush : bushes_) memory->rows.push_back({bush.of_class, bush.origin});
  memory->carried = std::move(carried_);
  memory->order = std::move(order_);
  return memory;
}

}  // namespace corridor::detail
