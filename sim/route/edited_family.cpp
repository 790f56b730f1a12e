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

/// Gives each distinct vertex a tree, and says which is whose.
std::uint32_t tree_of(std::vector<BaseTree>& trees, VertexId root) {
  const auto known = std::ranges::find(trees, root, &BaseTree::root);
  const auto index = static_cast<std::uint32_t>(known - trees.begin());
  if (known == trees.end()) trees.push_back({root, {}});
  return index;
}

}  // namespace

EditedFamily::EditedFamily(const MetricFamily& family)
    : base_{family.base.begin(), family.base.end()}, ends_{family.ends} {
  for (Weight& weight : base_) weight = std::min(weight, infinite_weight);
  find_distinct(family);
  edit_from(family, majority(family));
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

/// What more than half of the distinct metrics have in common, where that is not what the base
/// says: fewer edits remain to be looked at, and more answers stand. The vote is Boyer and Moore's
/// (1981): whoever has a majority survives when different votes cancel each other out.
std::vector<ArcEdit> EditedFamily::majority(const MetricFamily& family) const {
  struct Vote {
    std::uint32_t edits = 0;
    std::uint32_t lead = 0;
    std::uint32_t agree = 0;
    Weight weight = 0;
  };
  std::vector<Vote> votes(base_.size());
  for (const std::uint32_t given : given_) {
    for (const ArcEdit& edit : family.edits[given]) {
      Vote& vote = votes[edit.arc.index()];
      ++vote.edits;
      if (vote.lead == 0) vote.weight = edit.weight;
      vote.lead += edit.weight == vote.weight ? 1U : ~0U;
    }
  }
  for (const std::uint32_t given : given_) {
    for (const ArcEdit& edit : family.edits[given]) {
      Vote& vote = votes[edit.arc.index()];
      if (edit.weight == vote.weight) ++vote.agree;
    }
  }
  std::vector<ArcEdit> moved;
  for (std::size_t arc = 0; arc < votes.size(); ++arc) {
    const Weight weight = std::min(votes[arc].weight, infinite_weight);
    if (votes[arc].agree > given_.size() / 2 && weight != base_[arc]) {
      moved.push_back({ArcId{arc}, weight});
    }
  }
  return moved;
}

/// Moves the base, and says of each metric how it differs from there.
void EditedFamily::edit_from(const MetricFamily& family, std::span<const ArcEdit> moved) {
  first_.push_back(0);
  for (const std::uint32_t given : given_) {
    auto next = moved.begin();
    const auto put_back = [&](const auto& is_passed) {  // what the metric does not edit
      for (; next != moved.end() && is_passed(next->arc); ++next) {
        edits_.push_back({next->arc, base_[next->arc.index()]});
      }
    };
    for (const ArcEdit& edit : family.edits[given]) {
      put_back([&](ArcId arc) { return arc < edit.arc; });
      const bool is_moved = next != moved.end() && next->arc == edit.arc;
      const Weight base = is_moved ? (next++)->weight : base_[edit.arc.index()];
      const Weight weight = std::min(edit.weight, infinite_weight);
      if (weight != base) edits_.push_back({edit.arc, weight});
    }
    put_back([](ArcId) { return true; });
    first_.push_back(edits_.size());
  }
  for (const ArcEdit& edit : moved) base_[edit.arc.index()] = edit.weight;
}

void EditedFamily::list_ends() {
  for (const Ends& pair : ends_) {
    from_of_.push_back(tree_of(from_, pair.from));
    to_of_.push_back(tree_of(to_, pair.to));
  }
}

void EditedFamily::take_distances(const Graph& graph, const Hierarchy& hierarchy) {
  for (std::size_t pair = 0; pair < ends_.size(); ++pair) {
    const BaseTree& tree = from_[from_of_[pair]];
    const VertexId to = ends_[pair].to;
    Weight distance = tree.at(hierarchy, to);
    if (hierarchy.rank(to) == no_rank) {
      for (const ArcId arc : graph.in(to)) {
        distance = std::min(distance, tree.at(hierarchy, graph.tail(arc)) + base_[arc.index()]);
      }
    }
    distance_.push_back(distance);
  }
}

}  // namespace corridor::detail
