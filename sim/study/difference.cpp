#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "corridor/study/evaluation.hpp"

#include "study/words.hpp"

namespace corridor {

namespace {

struct Haul {
  NodeId from;
  NodeId to;
  LinkId link;
  ModeId mode;
  double km = 0;
};

/// A route as its hauls, and where it passes each node: place 0 is where it begins, and place i + 1
/// where haul i ends.
class Track {
 public:
  Track(const Compiled& compiled, const Metric& metric, const std::vector<ArcId>& arcs)
      : place_(compiled.network.nodes.size()) {
    for (const ArcId arc : arcs) {
      const ArcInfo& info = compiled.topology.arcs[arc];
      if (info.kind != ArcKind::haul) continue;
      const Link& link = compiled.network.links[link_of(info.way)];
      const bool forward = is_forward(info.way);
      hauls_.push_back({forward ? link.from : link.to, forward ? link.to : link.from,
                        link_of(info.way), link.mode, metric.length_km[arc]});
      pass(hauls_.back().from, hauls_.size() - 1);
      pass(hauls_.back().to, hauls_.size());
    }
  }

  std::size_t size() const { return hauls_.size(); }
  const Haul& operator[](std::size_t i) const { return hauls_[i]; }
  bool passes(NodeId node) const { return place_[node].has_value(); }
  bool uses(LinkId link) const {
    return std::ranges::any_of(hauls_, [&](const Haul& haul) { return haul.link == link; });
  }
  /// Where the node is first passed.
  std::size_t place(NodeId node) const { return place_[node].value(); }

 private:
  void pass(NodeId node, std::size_t place) {
    if (!place_[node]) place_[node] = place;
  }

  std::vector<Haul> hauls_;
  IdVector<NodeId, std::optional<std::size_t>> place_;
};

/// Hauls of a track, from `begin` up to and without `end`.
struct Stretch {
  const Track& track;
  std::size_t begin;
  std::size_t end;

  std::size_t size() const { return end - begin; }
  NodeId from() const { return track[begin].from; }
  NodeId to() const { return track[end - 1].to; }

  /// In the order in which they are met.
  std::vector<ModeId> modes() const {
    std::vector<ModeId> found;
    for (std::size_t i = begin; i < end; ++i) {
      if (std::ranges::find(found, track[i].mode) == found.end()) found.push_back(track[i].mode);
    }
    return found;
  }

  /// Of the places between its ends that `other` does not pass the one nearest to its middle.
  NodeId middle(const Track& other) const {
    double all_km = 0;
    for (std::size_t i = begin; i < end; ++i) all_km += track[i].km;
    NodeId found;
    double off_km = 0;
    double km = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      km += track[i].km;
      const double away_km = std::abs(all_km / 2 - km);
      if (other.passes(track[i].to) || (found.valid() && away_km >= off_km)) continue;
      found = track[i].to;
      off_km = away_km;
    }
    return found;
  }
};

/// Says where one route leaves another, stretch by stretch.
class Telling {
 public:
  Telling(const Network& network, const Track& first, const Track& second)
      : network_{network}, first_{first}, second_{second} {}

  std::string text() const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < second_.size();) {
      const Stretch own = stretch_at(i);
      const Stretch all = with_like(own);
      if (is_own(i)) parts.push_back(all.size() > own.size() ? by_mode(all) : by_place(own));
      i = all.end;
    }
    return listed(parts);
  }

 private:
  bool is_own(std::size_t i) const { return !first_.uses(second_[i].link); }

  /// From the beginning of a haul up to the next place that both routes pass.
  Stretch stretch_at(std::size_t i) const {
    Stretch own{second_, i, i + 1};
    while (own.end < second_.size() && !first_.passes(own.to())) ++own.end;
    return own;
  }

  /// The first route between the ends of a stretch of the second.
  Stretch beside(const Stretch& own) const {
    const std::size_t from = first_.place(own.from());
    const std::size_t to = first_.place(own.to());
    return {first_, std::min(from, to), std::max(from, to)};
  }

  /// Whether all of the stretch goes by one mode, and the first route beside it by another one.
  bool changes_mode(const Stretch& own) const {
    const std::vector<ModeId> modes = own.modes();
    const std::vector<ModeId> others = beside(own).modes();
    return modes.size() == 1 && others.size() == 1 && modes != others;
  }

  /// Where the mode changes in the same way from stretch to stretch, all of them are one.
  Stretch with_like(const Stretch& own) const {
    Stretch all = own;
    if (!is_own(own.begin) || !changes_mode(own)) return all;
    while (all.end < second_.size() && is_own(all.end)) {
      const Stretch next = stretch_at(all.end);
      if (next.modes() != own.modes() || beside(next).modes() != beside(own).modes()) break;
      all.end = next.end;
    }
    return all;
  }

  std::string by_mode(const Stretch& own) const {
    return "by " + names(own.modes()) + " instead of " + names(beside(own).modes()) + " between " +
           pair(own.from(), " and ", own.to());
  }

  std::string by_place(const Stretch& own) const {
    const Stretch other = beside(own);
    const NodeId here = own.middle(first_);
    const NodeId there = other.middle(second_);
    if (here.valid() && there.valid()) return "by " + pair(here, " instead of ", there);
    if (changes_mode(own)) return by_mode(own);
    const std::string from_to = " from " + pair(own.from(), " to ", own.to());
    if (here.valid()) {
      return "by " + short_of(here) + (other.size() == 1 ? " instead of straight" + from_to : "");
    }
    const bool same_mode = own.modes() == other.modes();
    const std::string straight = same_mode ? "straight" : "by " + names(own.modes());
    if (there.valid()) return straight + from_to + " instead of by " + short_of(there);
    if (!same_mode) return by_mode(own);
    return (other.size() == 1 ? "by another " + names(own.modes()) + " link" : straight) + from_to;
  }

  std::string short_of(NodeId node) const { return short_name(network_.nodes[node].name); }

  /// Two places, by their whole names where the short ones are alike.
  std::string pair(NodeId a, const std::string& between, NodeId b) const {
    if (short_of(a) != short_of(b)) return short_of(a) + between + short_of(b);
    return network_.nodes[a].name + between + network_.nodes[b].name;
  }

  std::string names(const std::vector<ModeId>& modes) const {
    std::vector<std::string> texts;
    for (const ModeId mode : modes) texts.push_back(network_.modes[mode].name);
    return listed(texts);
  }

  const Network& network_;
  const Track& first_;
  const Track& second_;
};

}  // namespace

std::string difference_in_words(const Compiled& compiled, const Metric& metric,
                                const std::vector<ArcId>& first, const std::vector<ArcId>& second) {
  const Track one{compiled, metric, first};
  const Track other{compiled, metric, second};
  return Telling{compiled.network, one, other}.text();
}

}  // namespace corridor
