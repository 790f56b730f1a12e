#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "route/edited_bounds.hpp"
#include "route/edited_family.hpp"
#include "route/length_heap.hpp"
#include "route/ranked_graph.hpp"

namespace corridor::detail {

/// Answers pairs under an edited metric by searches that the distances of the base guide, so that
/// they see little more than what the edits change; F, B and d are those of EditedBounds. A search
/// starts from whichever end promises to see less; what follows is said of one from the origin.
///
/// Where arcs have only become cheaper, a lightest path below d is lighter than the base's paths to
/// all its vertices from the head of its first cheaper arc to that of its last one, and goes on as
/// the base does. So only vertices that are reached below F get labels g, the first of them from
/// cheaper arcs, and each offers a path of g + B. As long as a cheaper arc is to come, at least
/// C = min over them of w' + B(head) remains; the search ends when that is too much.
///
/// Where some have become dearer, a search by the key g + B (A*; Hart, Nilsson, Raphael 1968) finds
/// a path no heavier than any without cheaper arcs. If one over cheaper arcs may be lighter than
/// that, a second search has the key g + min(B, C), which is no more than a path will weigh,
/// whatever arcs it takes. Both need not go to the destination: from vertices near enough to it the
/// base's paths are intact, so that g + B is offered.
class EditedSearch {
 public:
  /// A question is given up when `most` vertices have been settled for it.
  EditedSearch(const RankedGraph& graph, std::size_t most);

  /// Takes up one of the family's distinct metrics.
  void take_up(const EditedFamily& family, std::size_t metric);
  /// Families that have been taken up may be gone.
  void forget() { family_ = nullptr; }

  /// `edits` has taken up the same metric, and `bounds` are what it says of the pair. Nothing if
  /// the question was given up.
  std::optional<Weight> distance(std::size_t pair, const EditedBounds& edits,
                                 const PairBounds& bounds);

 private:
  using Node = RankedGraph::Node;
  /// A question as one of its ends sees it, the source; the other is the target.
  struct Side {
    const RankedGraph::Steps* steps;
    const RankedGraph::Steps* back;
    const Weight* near;  // by node: the base's distances between it and the source
    const Weight* far;   // and the target
    Node source;
    Node target;
    Node EditedBounds::Seen::*first;  // the end of an arc where a search comes to it
    Node EditedBounds::Seen::*last;   // and where it leaves it
    Weight cheaper;  // no path between the first end of a cheaper arc and the target weighs less
    Weight intact;   // between nearer vertices and the target the base's paths have no dearer arc
  };

  Side side(std::size_t pair, const PairBounds& bounds, bool is_forward) const;
  /// From the heads of cheaper arcs that are reached below the base's distance.
  void search_over(std::span<const EditedBounds::Seen> cheaper, const Side& side);
  /// From the source; `over_cheaper` is what remains at least as long as a cheaper arc is to come.
  void search_through(const Side& side, Weight over_cheaper);
  template <bool below_base>
  void settle(const Side& side, Weight over_cheaper);
  template <bool below_base>
  std::span<const QueueEntry> relax(const Side& side, Node node, Weight over_cheaper);
  void open_exits(const Side& side);

  const RankedGraph* graph_;
  std::size_t most_;
  const EditedFamily* family_ = nullptr;
  std::size_t metric_ = 0;
  std::vector<Weight> weight_;  // by arc, under the metric

  // Of the question in hand.
  std::size_t left_ = 0;  // vertices that may yet be settled
  Weight best_ = 0;       // the lightest path so far
  std::vector<Weight> label_;
  std::vector<Node> labelled_;
  std::vector<Weight> exit_;  // by node: the weight of a last step, 0 at the target itself
  std::vector<Node> exits_;
  std::vector<QueueEntry> reached_;  // by the vertex in hand, in a space that is large enough
  LengthHeap heap_;
};

}  // namespace corridor::detail
