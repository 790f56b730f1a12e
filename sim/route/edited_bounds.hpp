#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "route/edited_family.hpp"

namespace corridor::detail {

/// What distances of a base tell of a pair under edits of it.
struct PairBounds {
  /// A path that weighs so little remains: the base's answer, if all its lightest paths do.
  Weight kept = infinite_weight;
  /// No path that takes a cheaper arc weighs less.
  Weight over_cheaper = infinite_weight;
  /// Nor does the part of such a path up to the head of the first of them, or from the tail of the
  /// last one on.
  Weight to_cheaper = infinite_weight;
  Weight from_cheaper = infinite_weight;
  // Of the base's paths, if the answer does not stand:
  /// Whether the dearer arcs on lightest paths are nearer to the origin than to the destination.
  bool is_nearer_to_origin = true;
  /// What is nearer than this to the origin, or to the destination, is so without dearer arcs.
  Weight intact_from = infinite_weight;
  Weight intact_to = infinite_weight;

  /// Whether `distance`, which is the base's, is sure to be the answer.
  bool stands(Weight distance) const { return kept == distance && over_cheaper >= distance; }
};

/// Tells which answers of a base stand under edits of it.
///
/// Let F(v) be the base's distance from the origin to v, B(v) that from v to the destination, and d
/// that of the pair. Let an edit change an arc a from w to w'. The answer d stands if
///   (1) F(tail a) + w + B(head a) > d for each a that has become dearer,
///   (2) F(tail a) + w' + B(head a) >= d for each a that has become cheaper, and
///   (3) min over these of F(tail a) + w', plus min over them of w' + B(head a), is at least d.
/// For no path is lighter than d: a path that takes no cheaper arc weighs at least what it did, so
/// at least d. One that takes some may be thought without loops. Up to the first of them, a, it
/// weighs at least F(tail a), and from the last, b, on at least B(head b), as it takes none in
/// these parts; so it weighs at least (2) if a = b, and (3) if not, as then both are taken. And a
/// path of weight d remains: any lightest path of the base, since by (1) none of its arcs has
/// become dearer. If d is infinite, there is no such path to be kept, and (1) need not hold.
///
/// A vertex that the hierarchy leaves out lies on no path between others, so that a path without
/// loops meets it only at its ends: there F or B is 0 at the root itself, and infinite at all
/// others, which no path that matters passes.
class EditedBounds {
 public:
  /// An edit as the pairs see it.
  struct Seen {
    RankedGraph::Node tail;
    RankedGraph::Node head;
    Weight before = 0;
    Weight after = 0;
  };

  explicit EditedBounds(const RankedGraph& graph) : graph_{&graph} {}

  /// Takes up one of the family's distinct metrics.
  void take_up(const EditedFamily& family, std::size_t metric);
  PairBounds of(std::size_t pair) const;
  /// The edits that make arcs cheaper, and those that make them dearer.
  std::span<const Seen> cheaper() const { return std::span{seen_}.first(cheaper_); }
  std::span<const Seen> dearer() const { return std::span{seen_}.subspan(cheaper_); }

 private:
  /// What one side's trees say of the edits.
  struct Measured {
    std::vector<Weight> distance;  // by tree, then by edit: F of its tail, or B of its head
    std::vector<Weight> least;     // by tree: a part of (3)
  };
  void measure(std::span<const BaseTree> trees, RankedGraph::Node Seen::*end,
               Measured& measured) const;
  void find_broken(std::size_t pair, PairBounds& bounds) const;
  const Weight* measured_from(std::size_t pair) const {
    return from_.distance.data() + family_->from_of(pair) * seen_.size();
  }
  const Weight* measured_to(std::size_t pair) const {
    return to_.distance.data() + family_->to_of(pair) * seen_.size();
  }

  const RankedGraph* graph_;
  const EditedFamily* family_ = nullptr;
  std::vector<Seen> seen_;    // the cheaper ones first
  std::vector<Seen> dearer_;  // the others, until they follow
  std::size_t cheaper_ = 0;
  Measured from_;
  Measured to_;
};

}  // namespace corridor::detail
