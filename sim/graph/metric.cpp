#include "corridor/graph/metric.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include <Eigen/Core>

#include "graph/transfer_pair.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// What one arc costs and carries.
struct ArcPrice {
  double length_km = 0;
  double time_h = 0;
  double cost_usd_t = 0;
  double emissions_kg_t = 0;
  double capacity_t_yr = unlimited;
  bool capacity_weak = false;
  double toll_usd_t = 0;
  double wait_h = 0;
  double weak_cost_usd_t = 0;
  double weak_time_h = 0;
  bool open = true;

  void add_time(double hours, bool weak) {
    time_h += hours;
    if (weak) weak_time_h += hours;
  }
  void add_cost(double usd_t, bool weak) {
    cost_usd_t += usd_t;
    if (weak) weak_cost_usd_t += usd_t;
  }
  void add_time(const Value& hours) { add_time(hours.value, is_weak(hours.basis)); }
  void add_cost(const Value& usd_t) { add_cost(usd_t.value, is_weak(usd_t.basis)); }
  void add_time(const Figure<Hours>& figure) {
    add_time(figure.value.value, figure.provenance.weak());
  }
  void add_cost(const Figure<UsdPerTonne>& figure, const Cargo& cargo) {
    add_cost(per_tonne(figure, cargo).value, figure.provenance.weak());
  }
  void limit(const Value& t_yr) {
    capacity_t_yr = t_yr.value;
    capacity_weak = is_weak(t_yr.basis) && std::isfinite(t_yr.value);
  }
};

/// Prices the arcs of a topology one by one.
class Pricer {
 public:
  Pricer(const Network& network, const Topology& topology, const State& state)
      : network_{network},
        state_{state},
        cargo_{network.cargoes[state.cargo]},
        is_port_(network.nodes.size(), 0) {
    for (const VertexInfo& vertex : topology.vertices) {
      if (vertex.kind == VertexKind::quay) is_port_[vertex.node] = 1;
    }
  }

  ArcPrice price(const ArcInfo& arc) const {
    switch (arc.kind) {
      case ArcKind::haul:
        return haul(state_.ways[arc.way]);
      case ArcKind::border:
        return border(state_.ways[arc.way]);
      case ArcKind::port:
        return port(state_.nodes[arc.node]);
      case ArcKind::transfer:
        return transfer(arc);
      case ArcKind::gauge_change:
        return gauge_change(arc.node);
      case ArcKind::load:
        return loading(arc.to_mode);
      case ArcKind::unload:
        return loading(arc.from_mode);
      case ArcKind::through:
        break;
    }
    return {};
  }

 private:
  bool is_water(ModeId mode) const { return network_.modes[mode].kind == ModeKind::water; }

  static ArcPrice haul(const WayState& way) {
    ArcPrice price;
    price.length_km = way.length_km;
    price.add_time(way.haul_h);
    price.add_time(way.wait_h);
    price.wait_h = way.wait_h.value;
    price.add_cost(way.haul_usd_t);
    price.add_cost(way.toll_usd_t);
    price.toll_usd_t = way.toll_usd_t.value;
    price.emissions_kg_t = way.emissions_kg_t.value;
    price.limit(way.capacity_t_yr);
    price.open = way.open;
    return price;
  }

  static ArcPrice border(const WayState& way) {
    ArcPrice price;
    price.add_time(way.border_h);
    price.add_cost(way.border_usd_t);
    price.open = way.open;
    return price;
  }

  static ArcPrice port(const NodeState& node) {
    ArcPrice price;
    price.add_time(node.dwell_h);
    price.add_cost(node.handling_usd_t);
    price.limit(node.capacity_t_yr);
    return price;
  }

  /// A node's own figures are of transfers on land; what comes on top of a port's is the pair's.
  ArcPrice transfer(const ArcInfo& arc) const {
    ArcPrice price;
    const Transfer& pair = *find_transfer(network_, arc.from_mode, arc.to_mode);
    const NodeState& node = state_.nodes[arc.node];
    const bool on_land = !is_water(arc.from_mode) && !is_water(arc.to_mode);
    if (on_land && node.transfer_h.value >= 0) {
      price.add_time(node.transfer_h);
    } else {
      price.add_time(pair.time);
    }
    if (on_land && node.transfer_usd_t.value >= 0) {
      price.add_cost(node.transfer_usd_t);
    } else {
      price.add_cost(pair.cost, cargo_);
    }
    return price;
  }

  /// The capacity of a port is that of its quays, and says nothing about its gauge change.
  ArcPrice gauge_change(NodeId id) const {
    ArcPrice price;
    const NodeState& node = state_.nodes[id];
    price.add_time(node.gauge_h);
    price.add_cost(node.gauge_usd_t);
    if (is_port_[id] == 0) price.limit(node.capacity_t_yr);
    return price;
  }

  /// Ships are loaded by the port's handling, which its own arc pays.
  ArcPrice loading(ModeId mode) const {
    ArcPrice price;
    if (is_water(mode)) return price;
    price.add_time(network_.modes[mode].load_time);
    price.add_cost(network_.modes[mode].load_cost, cargo_);
    return price;
  }

  const Network& network_;
  const State& state_;
  const Cargo& cargo_;
  IdVector<NodeId, char> is_port_;
};

void resize(Metric& metric, std::size_t arcs) {
  for (IdVector<ArcId, double>* column :
       {&metric.length_km, &metric.time_h, &metric.cost_usd_t, &metric.emissions_kg_t,
        &metric.capacity_t_yr, &metric.toll_usd_t, &metric.wait_h, &metric.weak_cost_usd_t,
        &metric.weak_time_h}) {
    column->resize(arcs);
  }
  metric.capacity_weak.resize(arcs);
  metric.open.resize(arcs);
}

void store(Metric& metric, ArcId arc, const ArcPrice& price) {
  metric.length_km[arc] = price.length_km;
  metric.time_h[arc] = price.time_h;
  metric.cost_usd_t[arc] = price.cost_usd_t;
  metric.emissions_kg_t[arc] = price.emissions_kg_t;
  metric.capacity_t_yr[arc] = price.capacity_t_yr;
  metric.capacity_weak[arc] = price.capacity_weak ? 1 : 0;
  metric.toll_usd_t[arc] = price.toll_usd_t;
  metric.wait_h[arc] = price.wait_h;
  metric.weak_cost_usd_t[arc] = price.weak_cost_usd_t;
  metric.weak_time_h[arc] = price.weak_time_h;
  metric.open[arc] = price.open ? 1 : 0;
}

Eigen::Map<const Eigen::ArrayXd> array(const IdVector<ArcId, double>& values) {
  return {values.values().data(), static_cast<Eigen::Index>(values.size())};
}

Eigen::ArrayXd objective_values(const Metric& metric, Objective objective,
                                double value_of_time_usd_t_h) {
  switch (objective) {
    case Objective::cost:
      return array(metric.cost_usd_t);
    case Objective::time:
      return array(metric.time_h);
    case Objective::distance:
      return array(metric.length_km);
    case Objective::emissions:
      return array(metric.emissions_kg_t);
    case Objective::generalised:
      return array(metric.cost_usd_t) + value_of_time_usd_t_h * array(metric.time_h);
  }
  return {};
}

/// What all open arcs may weigh together. A path passes an arc once in each of its stages, so that
/// paths with up to fifteen vias stay below infinity.
constexpr Weight most_weight = infinite_weight / 16;

Weight checked_weight(double units, ArcId arc) {
  if (!(units >= 0) || units > static_cast<double>(most_weight)) {
    throw std::invalid_argument{"arc " + std::to_string(arc.index()) +
                                ": its weight is negative, not finite or too large"};
  }
  return static_cast<Weight>(units);
}

}  // namespace

Metric price(const Network& network, const Topology& topology, const State& state) {
  const Pricer pricer{network, topology, state};
  Metric metric;
  resize(metric, topology.arcs.size());
  for (const ArcId arc : topology.arcs.keys()) {
    store(metric, arc, pricer.price(topology.arcs[arc]));
  }
  return metric;
}

IdVector<ArcId, Weight> weights(const Metric& metric, Objective objective,
                                double value_of_time_usd_t_h) {
  const Eigen::ArrayXd units =
      (objective_values(metric, objective, value_of_time_usd_t_h) / weight_resolution).round();
  IdVector<ArcId, Weight> result(metric.open.size(), infinite_weight);
  Weight total = 0;
  for (const ArcId arc : result.keys()) {
    if (metric.open[arc] == 0) continue;
    result[arc] = checked_weight(units[static_cast<Eigen::Index>(arc.index())], arc);
    total += result[arc];
    if (total > most_weight) throw std::invalid_argument{"the weights are too large to add up"};
  }
  return result;
}

}  // namespace corridor
