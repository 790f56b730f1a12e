#include <algorithm>
#include <stdexcept>
#include <utility>

#include "route/hierarchy_tree.hpp"

namespace corridor::detail {
namespace {

class Filler {
 public:
  Filler(const Graph& graph, const EliminationTree& tree)
      : graph_{graph}, tree_{tree}, seen_(tree.vertex.size(), no_rank) {
    result_.first_up.reserve(tree.vertex.size() + 1);
    result_.first_up.push_back(0);
    result_.head.reserve(2 * graph.arc_count());
  }

  ChordalGraph fill() {
    for (Rank rank = 0; rank < tree_.vertex.size(); ++rank) {
      eliminate(rank);
      if (result_.head.size() >= no_edge / 2) throw std::length_error("order: too many edges");
      result_.first_up.push_back(static_cast<EdgeIndex>(result_.head.size()));
    }
    return std::move(result_);
  }

 private:
  std::size_t up_degree(Rank rank) const {
    return result_.first_up[rank + 1] - result_.first_up[rank];
  }

  /// A child, whose block ends right before the blocks already seen; no_rank after the last.
  Rank child_before(Rank end, Rank parent) const {
    return end == tree_.first_below[parent] ? no_rank : end - 1;
  }

  Rank child_of_most_neighbours(Rank rank) const {
    Rank best = no_rank;
    for (Rank child = child_before(rank, rank); child != no_rank;
         child = child_before(tree_.first_below[child], rank)) {
      if (best == no_rank || up_degree(child) > up_degree(best)) best = child;
    }
    return best;
  }

  void add(Rank head, Rank rank) {
    if (seen_[head] == rank) return;
    seen_[head] = rank;
    others_.push_back(head);
  }

  // Appends all that a child sees beyond its parent.
  void inherit(Rank child, Rank rank) {
    for (EdgeIndex e = result_.first_up[child] + 1; e < result_.first_up[child + 1]; ++e) {
      const Rank head = result_.head[e];
      seen_[head] = rank;
      result_.head.push_back(head);
    }
  }

  void eliminate(Rank rank) {
    const std::size_t begin = result_.head.size();
    others_.clear();
    const Rank heir = child_of_most_neighbours(rank);
    if (heir != no_rank) inherit(heir, rank);
    for (Rank child = child_before(rank, rank); child != no_rank;
         child = child_before(tree_.first_below[child], rank)) {
      if (child == heir) continue;
      for (EdgeIndex e = result_.first_up[child] + 1; e < result_.first_up[child + 1]; ++e) {
        add(result_.head[e], rank);
      }
    }
    add_arcs(rank);
    merge_others(begin);
  }

  void add_arcs(Rank rank) {
    const auto visit = [&](VertexId neighbour) {
      const Rank head = tree_.rank[neighbour.index()];
      if (head != no_rank && head > rank) add(head, rank);
    };
    const VertexId vertex = tree_.vertex[rank];
    for (const ArcId arc : graph_.out(vertex)) visit(graph_.head(arc));
    for (const ArcId arc : graph_.in(vertex)) visit(graph_.tail(arc));
  }

  void merge_others(std::size_t begin) {
    if (others_.empty()) return;
    std::sort(others_.begin(), others_.end());
    std::size_t old = result_.head.size();
    result_.head.resize(old + others_.size());
    std::size_t place = result_.head.size();
    for (std::size_t i = others_.size(); i-- > 0;) {
      while (old > begin && result_.head[old - 1] > others_[i]) {
        result_.head[--place] = result_.head[--old];
      }
      result_.head[--place] = others_[i];
    }
  }

  const Graph& graph_;
  const EliminationTree& tree_;
  ChordalGraph result_;
  std::vector<Rank> seen_;  // the last rank that each was found to be a neighbour of
  std::vector<Rank> others_;
};

}  // namespace

ChordalGraph fill_in(const Graph& graph, const EliminationTree& tree) {
  return Filler{graph, tree}.fill();
}

}  // namespace corridor::detail
