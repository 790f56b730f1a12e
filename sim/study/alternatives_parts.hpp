#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/alternatives.hpp"
#include "corridor/study/alternatives.hpp"

namespace corridor {

/// What routes overlap in, by arc: links, both ways alike, and their lengths.
struct Roads {
  IdVector<ArcId, std::uint32_t> road;
  IdVector<ArcId, Weight> length;

  Difference difference() const {
    Difference difference;
    difference.road = road.values();
    difference.length = length.values();
    return difference;
  }
};
Roads roads_of(const Compiled& compiled, const Metric& metric);

/// A route's arcs, and the better routes before it.
struct Ranked {
  const std::vector<ArcId>& arcs;
  std::span<const Alternative> better;
};

/// What is told of a route beside the better ones.
Alternative describe(const Compiled& compiled, const World& world, const TripQuery& query,
                     const Ranked& route);

/// Where a route crosses from one country to another.
std::vector<Crossing> crossings(const Compiled& compiled, const std::vector<ArcId>& arcs);

/// The corridors that a route goes by, in few words: the one with most of its length, then the one
/// with most of what is left, as long as that is a quarter of the length or more.
std::vector<CorridorShare> corridors_on(const Compiled& compiled, const Metric& metric,
                                        const std::vector<ArcId>& arcs);

}  // namespace corridor
