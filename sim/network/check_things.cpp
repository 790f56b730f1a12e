#include <algorithm>
#include <cmath>
#include <set>

#include "corridor/network/check.hpp"
#include "corridor/network/names.hpp"

#include "network/check_parts.hpp"

namespace corridor {

namespace {

void check_place(const CheckContext& context, const Node& node) {
  const auto outside = [](double degrees, double most) { return !(std::abs(degrees) <= most); };
  if (outside(node.lat_deg, 90)) {
    context.diagnostics.error(node.at,
                              fmt::format("latitude of node '{}' is {}", node.id, node.lat_deg),
                              "degrees north, from -90 to 90");
  }
  if (outside(node.lon_deg, 180)) {
    context.diagnostics.error(node.at,
                              fmt::format("longitude of node '{}' is {}", node.id, node.lon_deg),
                              "degrees east, from -180 to 180");
  }
  if (!is_country_code(node.country)) {
    context.diagnostics.error(
        node.at, fmt::format("country of node '{}' is '{}'", node.id, node.country),
        "two capitals, as in ISO 3166 alpha-2: AZ; XZ is international waters");
  } else if (!is_known_country(context.network, node.country)) {
    context.diagnostics.error(
        node.at,
        fmt::format("country '{}' of node '{}' is not among the countries", node.country, node.id),
        did_you_mean(node.country, country_ids(context.network)));
  }
}

void check_kinds(const CheckContext& context, const Node& node) {
  const auto known = node_kind_names();
  std::set<std::string> seen;
  for (const std::string& kind : node.kinds) {
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
      context.diagnostics.error(node.at,
                                fmt::format("unknown kind '{}' of node '{}'", kind, node.id),
                                did_you_mean(kind, known));
    } else if (!seen.insert(kind).second) {
      context.diagnostics.error(
          node.at, fmt::format("kind '{}' of node '{}' is given twice", kind, node.id));
    }
  }
}

void check_node_figures(Diagnostics& diagnostics, const Node& node) {
  const auto of_node = [&](const char* what) {
    return fmt::format("{} of node '{}'", what, node.id);
  };
  check_figure(diagnostics, node.at, of_node("dwell (h)"), node.dwell);
  check_figure(diagnostics, node.at, of_node("handling (USD)"), node.handling);
  check_figure(diagnostics, node.at, of_node("transfer_time (h)"), node.transfer_time);
  check_figure(diagnostics, node.at, of_node("transfer_cost (USD)"), node.transfer_cost);
  check_figure(diagnostics, node.at, of_node("gauge_time (h)"), node.gauge_time);
  check_figure(diagnostics, node.at, of_node("gauge_cost (USD)"), node.gauge_cost);
  check_figure(diagnostics, node.at, of_node("capacity (per year)"), node.capacity);
  check_figure(diagnostics, node.at, of_node("capacity_teu (per year)"), node.capacity_teu);
}

/// Countries of a mode's overrides: known, and none with the same figure twice.
void check_override(const CheckContext& context, const Mode& mode, const ModeOverride& entry,
                    std::set<std::string>& seen) {
  const auto once = [&](bool given, const std::string& country, const char* figure) {
    if (given && !seen.insert(country + ' ' + figure).second) {
      context.diagnostics.error(
          entry.at, fmt::format("{} of mode '{}' in {} is given twice", figure, mode.id, country));
    }
  };
  if (entry.countries.empty()) {
    context.diagnostics.error(entry.at,
                              fmt::format("by_country of mode '{}' names no country", mode.id));
  }
  for (const std::string& country : entry.countries) {
    if (!is_country_code(country) || !is_known_country(context.network, country)) {
      context.diagnostics.error(
          entry.at,
          fmt::format("unknown country '{}' in by_country of mode '{}'", country, mode.id),
          did_you_mean(country, country_ids(context.network)));
    }
    once(entry.speed.has_value(), country, "speed");
    once(entry.cost.has_value(), country, "cost");
    once(entry.emissions.has_value(), country, "emissions");
    once(entry.capacity.has_value(), country, "capacity");
  }
}

void check_mode_figures(Diagnostics& diagnostics, const Mode& mode) {
  const auto of_mode = [&](const char* what) {
    return fmt::format("{} of mode '{}'", what, mode.id);
  };
  check_speed(diagnostics, mode.at, of_mode("speed (km/h)"), mode.kind, mode.speed);
  check_figure(diagnostics, mode.at, of_mode("cost (USD/km)"), mode.cost);
  check_figure(diagnostics, mode.at, of_mode("fixed_cost (USD)"), mode.fixed_cost);
  check_figure(diagnostics, mode.at, of_mode("emissions (kg/tkm)"), mode.emissions);
  check_figure(diagnostics, mode.at, of_mode("wait (h)"), mode.wait);
  check_figure(diagnostics, mode.at, of_mode("driving_per_day (h/d)"), mode.driving_per_day,
               Sign::positive);
  check_figure(diagnostics, mode.at, of_mode("capacity (per year)"), mode.capacity);
  check_figure(diagnostics, mode.at, of_mode("load_time (h)"), mode.load_time);
  check_figure(diagnostics, mode.at, of_mode("load_cost (USD)"), mode.load_cost);
  if (mode.driving_per_day.value > Hours{24}) {
    diagnostics.error(
        mode.at,
        fmt::format("{} is {}", of_mode("driving_per_day (h/d)"), mode.driving_per_day.value.value),
        "a day has 24 hours");
  }
}

}  // namespace

void check_speed(Diagnostics& diagnostics, const SourcePos& at, const std::string& owner,
                 ModeKind kind, const std::optional<Figure<KmPerHour>>& speed) {
  check_figure(diagnostics, at, owner, speed, Sign::positive);
  if (speed && speed->value.value > highest_speed_km_h(kind)) {
    diagnostics.error(at, fmt::format("{} is {}", owner, speed->value.value),
                      fmt::format("by {} no freight is faster than {} km/h", to_string(kind),
                                  highest_speed_km_h(kind)));
  }
}

void check_nodes(const CheckContext& context) {
  if (context.network.nodes.empty()) context.diagnostics.error({}, "the network has no nodes");
  for (const Node& node : context.network.nodes) {
    check_place(context, node);
    check_kinds(context, node);
    check_node_figures(context.diagnostics, node);
  }
}

void check_modes(const CheckContext& context) {
  if (context.network.modes.empty()) context.diagnostics.error({}, "the network has no modes");
  for (const Mode& mode : context.network.modes) {
    check_mode_figures(context.diagnostics, mode);
    std::set<std::string> seen;
    for (const ModeOverride& entry : mode.by_country) {
      check_override(context, mode, entry, seen);
      const auto here = [&](const char* what) {
        return fmt::format("{} of mode '{}' by country", what, mode.id);
      };
      check_speed(context.diagnostics, entry.at, here("speed (km/h)"), mode.kind, entry.speed);
      check_figure(context.diagnostics, entry.at, here("cost (USD/km)"), entry.cost);
      check_figure(context.diagnostics, entry.at, here("emissions (kg/tkm)"), entry.emissions);
      check_figure(context.diagnostics, entry.at, here("capacity (per year)"), entry.capacity);
    }
  }
}

void check_cargoes(const CheckContext& context) {
  const Network& network = context.network;
  if (network.cargoes.empty()) context.diagnostics.error({}, "the network has no cargoes");
  std::vector<std::string> modes;
  for (const Mode& mode : network.modes) modes.push_back(mode.id);
  for (const Cargo& cargo : network.cargoes) {
    check_figure(context.diagnostics, cargo.at,
                 fmt::format("tonnes_per_teu of cargo '{}'", cargo.id), cargo.tonnes_per_teu,
                 Sign::positive);
    check_figure(context.diagnostics, cargo.at,
                 fmt::format("value_of_time (USD/t/h) of cargo '{}'", cargo.id),
                 cargo.value_of_time);
    for (const std::string& mode : cargo.modes) {
      if (std::find(modes.begin(), modes.end(), mode) != modes.end()) continue;
      context.diagnostics.error(cargo.at,
                                fmt::format("unknown mode '{}' of cargo '{}'", mode, cargo.id),
                                did_you_mean(mode, modes));
    }
  }
}

}  // namespace corridor
