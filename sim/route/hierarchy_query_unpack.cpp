#include "route/hierarchy_query_unpack.hpp"

#include <algorithm>
#include <cassert>

namespace corridor::detail {

template <HierarchyWeight W>
void Unpacker<W>::unpack(EdgeIndex edge, bool is_up, std::vector<ArcId>& arcs) {
  const Hierarchy& h = ground_.hierarchy;
  steps_.push_back({edge, is_up});
  while (!steps_.empty()) {
    const Step step = steps_.back();
    steps_.pop_back();
    const W weight = step.is_up ? metric_->up(step.edge) : metric_->down(step.edge);
    const std::span<const ArcId> own = step.is_up ? h.arcs_up(step.edge) : h.arcs_down(step.edge);
    const auto arc = std::find_if(own.begin(), own.end(), [&](ArcId a) {
      return weight_as<W>(ground_.weight[a.index()]) == weight;
    });
    if (arc != own.end()) {
      arcs.push_back(*arc);
    } else {
      push_triangle(step, weight);
    }
  }
}

template <HierarchyWeight W>
void Unpacker<W>::push_triangle(const Step& step, W weight) {
  const Hierarchy& h = ground_.hierarchy;
  const Rank upper = h.head(step.edge);
  for (const EdgeIndex to_lower : h.down(h.tail(step.edge))) {
    // From the apex to the lower end; what leads to the upper one comes later in the same row.
    const W first = step.is_up ? metric_->down(to_lower) : metric_->up(to_lower);
    if (first > weight) continue;
    const EdgeIndex last = h.first_up(h.tail(to_lower) + 1);
    for (EdgeIndex e = to_lower + 1; e < last && h.head(e) <= upper; ++e) {
      if (h.head(e) != upper) continue;
      const W second = step.is_up ? metric_->up(e) : metric_->down(e);
      if (first + second != weight) break;
      if (step.is_up) {
        steps_.push_back({e, true});
        steps_.push_back({to_lower, false});
      } else {
        steps_.push_back({to_lower, true});
        steps_.push_back({e, false});
      }
      return;
    }
  }
  assert(false && "an edge is no dearer than its arcs and its triangles");
}

template class Unpacker<std::uint32_t>;
template class Unpacker<Weight>;

}  // namespace corridor::detail
