#include "report/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "corridor/scenario/names.hpp"

#include "report/number.hpp"

namespace corridor {

namespace {

std::string per_text(Per per) { return per == Per::teu ? "TEU" : "t"; }

constexpr std::size_t index(Component component) { return static_cast<std::size_t>(component); }

/// Whether a trip's id only repeats its ends, as in "baku -> istanbul".
bool is_made_of_ends(const std::string& id) {
  const std::size_t arrow = id.find(" -> ");
  return arrow != std::string::npos && id.find(' ') == arrow &&
         id.find(' ', arrow + 4) == std::string::npos;
}

bool same_throughput(const std::optional<Throughput>& a, const std::optional<Throughput>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->unlimited == b->unlimited && a->value_t_yr == b->value_t_yr;
}

}  // namespace

CargoUnit cargo_unit(const Network& network, CargoId cargo) {
  const Cargo& found = network.cargoes[cargo];
  return {found.id, per_text(found.unit), found.tonnes_per_unit().value, found.unit};
}

MeasureStyle style_of(Measure measure, Per per) {
  const bool teu = per == Per::teu;
  switch (measure) {
    case Measure::distance:
      return {"distance", "km", 0, 1};
    case Measure::time:
      return {"time", "h", 1, 1};
    case Measure::cost:
      return {"cost", "USD/" + per_text(per), teu ? 0 : 2, 1};
    case Measure::emissions:
      return {"emissions", "kg CO2e/" + per_text(per), teu ? 0 : 1, 1};
    case Measure::borders:
      return {"border crossings", "", 0, 1};
    case Measure::transfers:
      return {"transshipments", "", 0, 1};
    case Measure::gauge_breaks:
      return {"gauge breaks", "", 0, 1};
    case Measure::throughput:
      return {"throughput", "Mt/yr", 2, 1e-6};
  }
  return {};
}

std::string with_unit(const MeasureStyle& style) {
  return style.unit.empty() ? style.label : style.label + ", " + style.unit;
}

const std::vector<Measure>& all_measures() {
  static const std::vector<Measure> measures{
      Measure::distance, Measure::time,      Measure::cost,         Measure::emissions,
      Measure::borders,  Measure::transfers, Measure::gauge_breaks, Measure::throughput};
  return measures;
}

MeasureStyle style_of(Objective objective, const CargoUnit& unit) {
  const MeasureStyle cost = style_of(Measure::cost, unit.per);
  switch (objective) {
    case Objective::distance:
      return style_of(Measure::distance, unit.per);
    case Objective::time:
      return style_of(Measure::time, unit.per);
    case Objective::cost:
      return {cost.label, cost.unit, cost.decimals, unit.tonnes};
    case Objective::generalised:
      return {"generalised cost", cost.unit, cost.decimals, unit.tonnes};
    case Objective::emissions: {
      MeasureStyle style = style_of(Measure::emissions, unit.per);
      style.scale = unit.tonnes;
      return style;
    }
  }
  return {};
}

const std::string& component_label(Component component) {
  static const std::array<std::string, component_count> labels{
      "haul", "transfer", "border", "gauge change", "toll", "waiting"};
  return labels[index(component)];
}

const std::string& component_key(Component component) {
  static const std::array<std::string, component_count> keys{"haul",         "transfer", "border",
                                                             "gauge_change", "toll",     "waiting"};
  return keys[index(component)];
}

double weak_cost_share(const Evaluation& evaluation) {
  return evaluation.cost_usd_t > 0 ? evaluation.weak_cost_usd_t / evaluation.cost_usd_t : 0;
}

double weak_time_share(const Evaluation& evaluation) {
  return evaluation.time_h > 0 ? evaluation.weak_time_h / evaluation.time_h : 0;
}

std::string change_percent(double before, double after) {
  if (!std::isfinite(before) || !std::isfinite(after)) {
    return std::isinf(before) && std::isinf(after) ? "0.0" : "-";
  }
  if (before == 0) return after == 0 ? "0.0" : "-";
  return signed_number(100 * (after - before) / before, 1);
}

std::string subject_label(const Network& network, const Subject& subject) {
  const std::string cargo = ", " + network.cargoes[subject.cargo].id;
  if (subject.is_corridor) {
    const bool named = !subject.name.empty() && subject.name != subject.id;
    return "corridor " + subject.id + (named ? " (" + subject.name + ")" : "") + cargo;
  }
  const bool own_id = subject.name.empty() || !is_made_of_ends(subject.id);
  return (own_id ? subject.id : subject.name) + cargo;
}

bool same_figures(const Evaluation& a, const Evaluation& b) {
  return a.reachable == b.reachable && a.arcs == b.arcs && a.distance_km == b.distance_km &&
         a.time_h == b.time_h && a.cost_usd_t == b.cost_usd_t &&
         a.emissions_kg_t == b.emissions_kg_t && a.throughput_t_yr == b.throughput_t_yr &&
         a.throughput_assumed == b.throughput_assumed &&
         a.cost_by_component == b.cost_by_component && a.time_by_component == b.time_by_component;
}

bool is_unchanged(const Subject& subject) {
  return same_figures(subject.baseline.evaluation, subject.scenario.evaluation) &&
         same_throughput(subject.baseline.most_throughput, subject.scenario.most_throughput);
}

std::string throughput_text(const Throughput& throughput) {
  if (throughput.unlimited) return "unlimited";
  return number(throughput.value_t_yr * 1e-6, 2) + " Mt/yr" + (throughput.assumed ? "*" : "");
}

std::vector<std::string> link_ids(const Compiled& compiled, const std::vector<ArcId>& arcs,
                                  bool hauls_only) {
  std::vector<std::string> ids;
  for (const ArcId arc : arcs) {
    const ArcInfo& info = compiled.topology.arcs[arc];
    if (!info.way.valid() || (hauls_only && info.kind != ArcKind::haul)) continue;
    const std::string& id = compiled.network.links[link_of(info.way)].id;
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }
  return ids;
}

std::vector<std::string> node_ids(const Compiled& compiled, const std::vector<ArcId>& arcs) {
  std::vector<std::string> ids;
  for (const ArcId arc : arcs) {
    const ArcInfo& info = compiled.topology.arcs[arc];
    if (info.way.valid() || !info.node.valid()) continue;
    const std::string& id = compiled.network.nodes[info.node].id;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

}  // namespace corridor
