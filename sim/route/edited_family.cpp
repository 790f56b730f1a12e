#include "route/edited_family.hpp"

#include <algorithm>
#include <numeric>

namespace corridor::detail {

namespace {

bool is_before(std::span<const ArcEdit> a, std::span<const ArcEdit> b) {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::ranges::lexicographical_compare(a, b, [](const ArcEdit& x, const ArcEdit& y) {
    return x.arc != y.arc ? x.arc < y.arc : x.weight < y.weight;
  });
}

/// Which tree a vertex has; the next one if it has none yet.
std::uint32_t tree_of(const RankedGraph& graph, VertexId root, std::vector<BaseTree>& trees,
                      std::size_t& count) {
  const auto used = std::span{trees}.first(count);
  const auto known = std::ranges::find(used, root, &BaseTree::root);
  const auto index = static_cast<std::uint32_t>(known - used.begin());
  if (index < count) return index;
  if (++count > trees.size()) trees.emplace_back();
  trees[index].root = root;
  trees[index].node = graph.node(root);
  return index;
}

}  // namespace

void EditedFamily::take_up(const RankedGraph& graph, const MetricFamily& family,
                           EditedMajority& majority) {
  graph_ = &graph;
  ends_ = family.ends;
  base_.assign(family.base.begin(), family.base.end());
  for (Weight& weight : base_) weight = std::min(weight, infinite_weight);
  find_distinct(family);
  std::vector<std::span<const ArcEdit>> metrics;
  for (const std::uint32_t given : given_) metrics.push_back(family.edits[given]);
  move_base(majority.of(metrics));
  edit_from_base(family);
  open_arcs_ = static_cast<std::size_t>(
      std::ranges::count_if(base_, [](Weight weight) { return weight < infinite_weight; }));
  list_ends();
}

void EditedFamily::find_distinct(const MetricFamily& family) {
  std::vector<std::uint32_t> order(family.edits.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return is_before(family.edits[a], family.edits[b]);
  });
  metric_of_.resize(order.size());
  given_.clear();
  std::vector<std::uint32_t> first_like(order.size());  // the first metric that is the same
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool is_same =
        i > 0 && std::ranges::equal(family.edits[order[i - 1]], family.edits[order[i]]);
    first_like[order[i]] = is_same ? first_like[order[i - 1]] : order[i];
  }
  for (std::uint32_t given = 0; given < order.size(); ++given) {
    if (first_like[given] == given) {
      metric_of_[given] = static_cast<std::uint32_t>(given_.size());
      given_.push_back(given);
    } else {
      metric_of_[given] = metric_of_[first_like[given]];
    }
  }
}

/// To what most metrics have in common: fewer edits remain to be looked at, and more answers stand.
void EditedFamily::move_base(std::span<const ArcEdit> agreed) {
  moved_.clear();
  for (const ArcEdit& edit : agreed) {
    Weight& base = base_[edit.arc.index()];
    const Weight weight = std::min(edit.weight, infinite_weight);
    if (weight == base) continue;
    moved_.push_back({edit.arc, base});
    base = weight;
  }
}

/// Says of each metric how it differs from the base as it is now.
void EditedFamily::edit_from_base(const MetricFamily& family) {
  edits_.clear();
  first_.assign(1, 0);
  for (const std::uint32_t given : given_) {
    auto next = moved_.begin();
    const auto put_back = [&](const auto& is_passed) {  // what the metric does not edit
      for (; next != moved_.end() && is_passed(next->arc); ++next) edits_.push_back(*next);
    };
    for (const ArcEdit& edit : family.edits[given]) {
      put_back([&](ArcId arc) { return arc < edit.arc; });
      if (next != moved_.end() && next->arc == edit.arc) ++next;
      const Weight weight = std::min(edit.weight, infinite_weight);
      if (weight != base_[edit.arc.index()]) edits_.push_back({edit.arc, weight});
    }
    put_back([](ArcId) { return true; });
    first_.push_back(edits_.size());
  }
}

void EditedFamily::list_ends() {
  from_of_.clear();
  to_of_.clear();
  from_count_ = 0;
  to_count_ = 0;
  for (const Ends& pair : ends_) {
    from_of_.push_back(tree_of(*graph_, pair.from, from_, from_count_));
    to_of_.push_back(tree_of(*graph_, pair.to, to_, to_count_));
  }
}

void EditedFamily::take_distances() {
  distance_.resize(ends_.size());
  for (std::size_t pair = 0; pair < ends_.size(); ++pair) {
    const std::vector<Weight>& from = from_[from_of_[pair]].distance;
    const RankedGraph::Node to = to_[to_of_[pair]].node;
    distance_[pair] = from[to];
    if (graph_->has_rank(to)) continue;
    for (const RankedGraph::Step& step : graph_->steps(Direction::backward).from(to)) {
      distance_[pair] = std::min(distance_[pair], from[step.node] + base_[step.arc]);
    }
  }
}

}  // namespace corridor::detail
