#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "route/edited_family.hpp"

namespace corridor::detail {

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
  EditedBounds(const Graph& graph, const Hierarchy& hierarchy)
      : graph_{&graph}, hierarchy_{&hierarchy} {}

  /// Sets stands[pair] to whether the base's answer is sure to stand under one of the family's
  /// distinct metrics, for every pair.
  void judge(const EditedFamily& family, std::size_t metric, std::span<char> stands);

 private:
  /// An edit as the pairs see it.
  struct Seen {
    VertexId tail;
    VertexId head;
    Weight before = 0;
    Weight after = 0;
    bool is_cheaper() const { return after < before; }
  };
  /// What one side's trees say of the edits.
  struct Measured {
    std::vector<Weight> distance;  // by tree, then by edit: F of its tail, or B of its head
    std::vector<Weight> least;     // by tree: a part of (3)
  };
  void look(const EditedFamily& family, std::size_t metric);
  void measure(std::span<const BaseTree> trees, VertexId Seen::*end, Measured& measured) const;
  bool stands(const EditedFamily& family, std::size_t pair) const;

  const Graph* graph_;
  const Hierarchy* hierarchy_;
  std::vector<Seen> seen_;
  Measured from_;
  Measured to_;
};

}  // namespace corridor::detail
