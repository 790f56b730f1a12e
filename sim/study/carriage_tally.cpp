#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "study/carriage_frame.hpp"

namespace corridor {

namespace {

class Tallying {
 public:
  Tallying(const CarriageFrame& frame, Carriage& sums)
      : network_{frame.compiled.network}, topology_{frame.compiled.topology}, sums_{sums} {
    sums_.by_mode.resize(network_.modes.size());
    sums_.by_corridor.resize(network_.corridors.size());
    corridors_of_link_.resize(network_.links.size());
    for (const LinkId link : network_.links.keys()) {
      for (const CorridorId corridor : network_.corridors.keys()) {
        if (network_.belongs(link, corridor)) corridors_of_link_[link].push_back(corridor);
      }
    }
  }

  /// So many tonnes of a cargo over an arc.
  void add(const Metric& metric, ArcId arc, double t_yr, double delay_h) {
    const double usd = t_yr * metric.cost_usd_t[arc];
    sums_.usd_yr += usd;
    sums_.time_t_h_yr += t_yr * (metric.time_h[arc] + delay_h);
    sums_.emissions_t_yr += t_yr * metric.emissions_kg_t[arc] / 1000;
    if (topology_.arcs[arc].kind == ArcKind::haul) {
      add_haul(metric, arc, t_yr, usd);
    } else {
      add_stop(topology_.arcs[arc], t_yr, usd);
    }
  }

  /// Tonne-kilometres of corridors become tonnes, over the length of the links that are used.
  void finish() {
    for (const LinkId link : network_.links.keys()) {
      if (used_.contains(link)) add_length(link);
    }
    for (const CorridorId corridor : sums_.by_corridor.keys()) {
      const auto length = length_km_.find(corridor);
      if (length == length_km_.end()) continue;
      sums_.by_corridor[corridor].t_yr = sums_.by_corridor[corridor].tkm_yr / length->second;
    }
  }

 private:
  void add_haul(const Metric& metric, ArcId arc, double t_yr, double usd) {
    const WayId way = topology_.arcs[arc].way;
    const Link& link = network_.links[link_of(way)];
    const double tkm = t_yr * metric.length_km[arc];
    sums_.tkm_yr += tkm;
    add_to(sums_.by_mode[link.mode], tkm, usd);
    for (const CorridorId corridor : corridors_of_link_[link_of(way)]) {
      add_to(sums_.by_corridor[corridor], tkm, usd);
    }
    length_of_[link_of(way)] = metric.length_km[arc];
    used_.insert(link_of(way));
    const std::string& from = network_.from_node(way).country;
    const std::string& to = network_.to_node(way).country;
    add_to(sums_.by_country[from], tkm / 2, usd / 2);
    add_to(sums_.by_country[to], tkm / 2, usd / 2);
    if (from != to) sums_.by_country[to].t_yr += t_yr;
  }

  void add_stop(const ArcInfo& info, double t_yr, double usd) {
    const Node& node = info.node.valid() ? network_.nodes[info.node] : network_.to_node(info.way);
    add_to(sums_.by_country[node.country], 0, usd);
    if (info.kind == ArcKind::load) sums_.by_country[node.country].t_yr += t_yr;
    if (info.to_mode.valid() && info.to_mode != info.from_mode) {
      // A ship's cargo has been counted on its way to the quay.
      if (info.kind != ArcKind::port) sums_.by_mode[info.to_mode].t_yr += t_yr;
      add_to(sums_.by_mode[info.to_mode], 0, usd);
    } else if (info.from_mode.valid()) {
      add_to(sums_.by_mode[info.from_mode], 0, usd);
    }
  }

  void add_length(LinkId link) {
    for (const CorridorId corridor : corridors_of_link_[link]) {
      length_km_[corridor] += length_of_[link];
    }
  }

  static void add_to(Tally& tally, double tkm, double usd) {
    tally.tkm_yr += tkm;
    tally.usd_yr += usd;
  }

  const Network& network_;
  const Topology& topology_;
  Carriage& sums_;
  IdVector<LinkId, std::vector<CorridorId>> corridors_of_link_;
  std::set<LinkId> used_;
  std::map<LinkId, double> length_of_;
  std::map<CorridorId, double> length_km_;
};

/// Those that are full come first, by what they hold back: of links in a row one binds, and the
/// others are full by it. Prices that differ in their last bits are alike.
bool is_tighter(const CapacityUse& a, const CapacityUse& b) {
  constexpr double full = 1 - 1e-9;
  if (a.fullness() < full || b.fullness() < full) return a.fullness() > b.fullness();
  return static_cast<float>(a.price_usd_t) > static_cast<float>(b.price_usd_t);
}

}  // namespace

Carriage tally(const CarriageFrame& frame, CarriageSide side, CarriedFlows flows) {
  Carriage sums;
  Tallying tallying{frame, sums};
  for (std::size_t i = 0; i < frame.classes.size(); ++i) {
    const Metric& metric = world_of(frame.classes[i], side).metric;
    for (const ArcId arc : frame.compiled.topology.graph.arcs()) {
      const double t_yr = flows.flow[i][arc];
      if (t_yr > 0) {
        tallying.add(metric, arc, t_yr, flows.delay_h.empty() ? 0 : flows.delay_h[arc]);
      }
    }
  }
  tallying.finish();
  for (const PairCarriage& pair : flows.pairs) {
    sums.demand_t_yr += pair.demand_t_yr;
    sums.carried_t_yr += pair.carried_t_yr;
    sums.generalised_usd_yr += pair.carried_t_yr * pair.generalised_usd_t;
  }
  std::ranges::stable_sort(flows.uses, is_tighter);
  sums.pairs = std::move(flows.pairs);
  sums.uses = std::move(flows.uses);
  sums.relative_gap = flows.relative_gap;
  sums.iterations = flows.iterations;
  sums.converged = flows.converged;
  sums.certificate = flows.certificate;
  return sums;
}

}  // namespace corridor
