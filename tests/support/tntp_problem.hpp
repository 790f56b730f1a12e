#pragma once

#include "corridor/input/tntp.hpp"

#include "support/congested.hpp"

namespace corridor::test {

/// The instance of the files as a problem of assignment.
inline void build(Congested& result, const TntpInstance& instance, double toll_weight,
                  double distance_weight) {
  result.graph = instance.network.graph;
  result.network.graph = &result.graph;
  result.network.no_passing = IdVector<VertexId, char>(result.graph.vertex_count(), 0);
  for (const VertexId vertex : result.graph.vertices()) {
    result.network.no_passing[vertex] = vertex < instance.network.first_through ? 1 : 0;
  }
  DemandClass of;
  for (const TntpLink& link : instance.network.link) {
    const DelayForm form = link.b == 0 ? DelayForm::constant : DelayForm::bpr;
    result.network.delay.add({form, link.free_time, link.capacity, link.b, link.power});
    of.fixed.add(toll_weight * link.toll + distance_weight * link.length);
  }
  for (const TntpTrips& trips : instance.trips) {
    of.demand.push_back({trips.from, trips.to, trips.volume});
  }
  result.classes = {std::move(of)};
}

}  // namespace corridor::test
