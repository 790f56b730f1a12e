#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/pareto_space.hpp"

namespace corridor::detail {

/// An arc of a core: what a path by way of it costs more than the cheapest from its tail on, by
/// each objective.
template <class W, std::size_t objectives>
struct ExcessArc {
  std::uint32_t end;  // the state it leads to or, backward, comes from
  std::uint32_t id;
  std::array<W, objectives> excess;
};

/// The labels that a search over a core has kept, each with the one before it on its path, and the
/// order in which labels come up: by costs, then by arcs passed, then by the last arc. Labels that
/// lead to another have all come up before it, also over arcs of no cost; so the first of equal
/// costs at a state has the path that the rule of ties wants.
template <class W, std::size_t objectives>
class LabelTree {
 public:
  using Excess = std::array<W, objectives>;
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Label {
    Excess excess;
    std::uint32_t state;
    std::uint32_t parent;
    std::uint32_t arcs;
  };
  /// A label that waits.
  struct Entry {
    Excess excess;
    std::uint32_t state;
    std::uint32_t parent;
  };

  void clear() { labels_.clear(); }
  std::size_t size() const { return labels_.size(); }
  const Label& operator[](std::uint32_t label) const { return labels_[label]; }

  std::uint32_t keep(const Entry& entry) {
    const std::uint32_t arcs = entry.parent == none ? 0 : labels_[entry.parent].arcs + 1;
    labels_.push_back({entry.excess, entry.state, entry.parent, arcs});
    return static_cast<std::uint32_t>(labels_.size() - 1);
  }

  template <class Core>
  bool is_later(const Core& core, const Entry& a, const Entry& b) const {
    for (std::size_t i = 0; i < objectives; ++i) {
      if (a.excess[i] != b.excess[i]) return a.excess[i] > b.excess[i];
    }
    if (a.parent == none || b.parent == none) return b.parent == none && a.parent != none;
    const Label& before_a = labels_[a.parent];
    const Label& before_b = labels_[b.parent];
    if (before_a.arcs != before_b.arcs) return before_a.arcs > before_b.arcs;
    if (a.state != b.state) return a.state > b.state;
    const std::uint32_t arc_a = last_arc(core, a);
    const std::uint32_t arc_b = last_arc(core, b);
    if (arc_a != arc_b) return arc_a > arc_b;
    return core.state[before_a.state] > core.state[before_b.state];
  }

  template <class Core>
  ParetoPath path_to(const Core& core, const Stages& stages, std::uint32_t label) const {
    ParetoPath path;
    for (std::size_t i = 0; i < objectives; ++i) {
      path.cost[i] =
          static_cast<Weight>(core.least[i]) + static_cast<Weight>(labels_[label].excess[i]);
    }
    path.arcs.resize(labels_[label].arcs);
    path.stage.resize(labels_[label].arcs);
    for (std::size_t i = path.arcs.size(); i-- > 0;) {
      const Label& at = labels_[label];
      path.arcs[i] = ArcId{last_arc(core, {at.excess, at.state, at.parent})};
      label = at.parent;
      path.stage[i] = static_cast<std::uint32_t>(stages.stage_of(core.state[labels_[label].state]));
    }
    return path;
  }

 private:
  /// The lowest arc from the label before an entry that costs what lies between them.
  template <class Core>
  std::uint32_t last_arc(const Core& core, const Entry& entry) const {
    const Label& before = labels_[entry.parent];
    std::uint32_t lowest = UINT32_MAX;
    for (const auto& arc : core.out(before.state)) {
      bool fits = arc.end == entry.state;
      for (std::size_t i = 0; i < objectives; ++i) {
        fits = fits && before.excess[i] + arc.excess[i] == entry.excess[i];
      }
      if (fits) lowest = std::min(lowest, arc.id);
    }
    return lowest;
  }

  std::vector<Label> labels_;
};

}  // namespace corridor::detail
