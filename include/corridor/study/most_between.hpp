#pragma once

#include <span>
#include <string>
#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// A link, both ways, or a port or gauge-change station with all that is done there. One of the two
/// ids is valid.
struct Bottleneck {
  LinkId link;
  NodeId node;
  friend bool operator==(const Bottleneck&, const Bottleneck&) = default;
};
/// "Aktau - Kuryk, road", "port of Aktau", "gauge change at Brest".
std::string in_words(const Network& network, const Bottleneck& at);

/// What a bottleneck would bring if it alone were wider.
struct BottleneckWidening {
  Bottleneck at;
  bool unlimited = false;  // nothing else binds, however wide it is; the rest means nothing
  double rise_t_yr = 0;    // so much wider it lets so much more through; wider still, no more
  bool assumed = false;  // a capacity on which the rise rests is an assumption or of low confidence
  std::vector<ArcId> then_binds;  // the next cut, nearest the origins
};

/// From all of some places together to all of some others.
struct MostQuestion {
  std::span<const NodeId> from;
  std::span<const NodeId> to;  // none of them in `from`
  bool certify = false;        // the flow with both its cuts, and what each widening promises
};

struct MostAnswer {
  Throughput most;              // its cut is, of all minimum cuts, the one nearest the origins
  std::vector<ArcId> last_cut;  // the one nearest the destinations; the same if there is but one
  std::vector<BottleneckWidening> widenings;  // all that raise the flow, the most first
};

/// The most that fits in a year between two sets of places over all open routes, what binds, and
/// which single bottleneck, widened, would raise it. What is closed or has no capacity is not
/// widened.
MostAnswer most_between(const Compiled& compiled, const World& world, const MostQuestion& question);

}  // namespace corridor
