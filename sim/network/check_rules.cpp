#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "network/check_parts.hpp"

namespace corridor {

namespace {

void check_side(const CheckContext& context, const BorderRule& rule, const std::string& side) {
  const Network& network = context.network;
  if (side == "*" || network.find_union(side) != nullptr) return;
  if (is_country_code(side) && is_known_country(network, side)) return;
  std::vector<std::string> known = country_ids(network);
  for (const CustomsUnion& customs_union : network.unions) known.push_back(customs_union.id);
  std::string hint = did_you_mean(side, known);
  if (hint.empty()) hint = "a country such as AZ, a customs union, or *";
  context.diagnostics.error(
      rule.at, fmt::format("a border rule names '{}', which is no country or union", side), hint);
}

std::vector<ModeId> modes_of(const CheckContext& context, const BorderRule& rule) {
  const Network& network = context.network;
  std::vector<ModeId> modes;
  for (const ModeId mode : rule.modes) {
    if (!context.names(mode, network.modes, rule.at, "a mode of the border rule")) continue;
    modes.push_back(mode);
    if (network.modes[mode].kind == ModeKind::water) {
      context.diagnostics.error(
          rule.at,
          fmt::format("a border rule for mode '{}', which is a ship", network.modes[mode].id),
          "ships cross no border under way; formalities are part of a port's dwell and handling");
    }
  }
  if (!rule.modes.empty()) return modes;
  for (const ModeId mode : network.modes.keys()) {
    if (network.modes[mode].kind == ModeKind::land) modes.push_back(mode);
  }
  return modes;
}

/// What two rules of equal rank may not both give: mode, from, to, and which figure.
using Claim = std::tuple<ModeId, std::string, std::string, char>;

std::set<Claim> claims_of(const BorderRule& rule, const std::vector<ModeId>& modes) {
  std::set<Claim> claims;
  for (const ModeId mode : modes) {
    for (const char figure : {'t', 'c'}) {
      if (figure == 't' ? !rule.time : !rule.cost) continue;
      claims.emplace(mode, rule.from, rule.to, figure);
      if (rule.both_ways) claims.emplace(mode, rule.to, rule.from, figure);
    }
  }
  return claims;
}

void check_joined(const CheckContext& context, const Corridor& corridor) {
  const Network& network = context.network;
  NodeId here = corridor.from;
  for (const WayId way : corridor.ways) {
    if (!way.valid() || !network.links.contains(link_of(way))) return;
    const Link& link = network.links[link_of(way)];
    const NodeId from = is_forward(way) ? link.from : link.to;
    if (from != here) {
      context.diagnostics.error(
          corridor.at,
          fmt::format(
              "link '{}' of corridor '{}' begins at '{}', but the corridor has come to '{}'",
              link.id, corridor.id, network.nodes[from].id, network.nodes[here].id),
          "links are listed in order, from `from` on");
    }
    if (link.one_way && !is_forward(way)) {
      context.diagnostics.error(
          corridor.at,
          fmt::format("corridor '{}' goes against the one-way link '{}'", corridor.id, link.id));
    }
    here = is_forward(way) ? link.to : link.from;
  }
  if (corridor.to != here && network.nodes.contains(corridor.to)) {
    context.diagnostics.error(corridor.at,
                              fmt::format("corridor '{}' ends at '{}', not at '{}'", corridor.id,
                                          network.nodes[here].id, network.nodes[corridor.to].id));
  }
}

std::set<NodeId> nodes_of(const Network& network, CorridorId corridor) {
  std::set<NodeId> nodes;
  for (const LinkId link : network.links.keys()) {
    if (!network.belongs(link, corridor)) continue;
    nodes.insert(network.links[link].from);
    nodes.insert(network.links[link].to);
  }
  return nodes;
}

void check_gates(const CheckContext& context, CorridorId id) {
  const Network& network = context.network;
  const Corridor& corridor = network.corridors[id];
  const std::set<NodeId> nodes = nodes_of(network, id);
  for (const NodeId gate : corridor.gates) {
    const std::string what = fmt::format("a gate of corridor '{}'", corridor.id);
    if (!context.names(gate, network.nodes, corridor.at, what)) continue;
    if (nodes.count(gate) > 0) continue;
    context.diagnostics.error(corridor.at, fmt::format("gate '{}' is not on corridor '{}'",
                                                       network.nodes[gate].id, corridor.id));
  }
}

}  // namespace

void check_transfers(const CheckContext& context) {
  const Network& network = context.network;
  std::set<std::pair<ModeId, ModeId>> seen;
  for (const Transfer& transfer : network.transfers) {
    const bool a = context.names(transfer.a, network.modes, transfer.at, "a mode of the transfer");
    const bool b = context.names(transfer.b, network.modes, transfer.at, "a mode of the transfer");
    if (!a || !b) continue;
    const std::string between = fmt::format("between '{}' and '{}'", network.modes[transfer.a].id,
                                            network.modes[transfer.b].id);
    if (transfer.a == transfer.b) {
      context.diagnostics.error(transfer.at, "a transfer " + between,
                                "two different modes are wanted");
    }
    if (!seen.insert(std::minmax(transfer.a, transfer.b)).second) {
      context.diagnostics.error(transfer.at, fmt::format("the transfer {} is given twice", between),
                                "it holds both ways");
    }
    check_figure(context.diagnostics, transfer.at, "time (h) of the transfer " + between,
                 transfer.time);
    check_figure(context.diagnostics, transfer.at, "cost (USD) of the transfer " + between,
                 transfer.cost);
  }
  check_figure(context.diagnostics, {}, "time (h) of gauge_change", network.gauge_change.time);
  check_figure(context.diagnostics, {}, "cost (USD) of gauge_change", network.gauge_change.cost);
  check_figure(context.diagnostics, {}, "dwell (h) of ports", network.port_defaults.dwell);
  check_figure(context.diagnostics, {}, "handling (USD) of ports", network.port_defaults.handling);
}

void check_borders(const CheckContext& context) {
  std::set<Claim> seen;
  for (const BorderRule& rule : context.network.borders) {
    check_side(context, rule, rule.from);
    check_side(context, rule, rule.to);
    const std::string between = fmt::format("from {} to {}", rule.from, rule.to);
    if (!rule.time && !rule.cost) {
      context.diagnostics.error(
          rule.at, fmt::format("the border rule {} gives neither time nor cost", between));
    }
    check_figure(context.diagnostics, rule.at, "time (h) of the border rule " + between, rule.time);
    check_figure(context.diagnostics, rule.at, "cost (USD) of the border rule " + between,
                 rule.cost);
    const std::set<Claim> claims = claims_of(rule, modes_of(context, rule));
    const auto doubled = std::find_if(claims.begin(), claims.end(),
                                      [&](const Claim& claim) { return seen.count(claim) > 0; });
    if (doubled != claims.end()) {
      context.diagnostics.error(
          rule.at,
          fmt::format("{} of the border from {} to {} by mode '{}' is given twice",
                      std::get<3>(*doubled) == 't' ? "time" : "cost", std::get<1>(*doubled),
                      std::get<2>(*doubled), context.network.modes[std::get<0>(*doubled)].id));
    }
    seen.insert(claims.begin(), claims.end());
  }
}

void check_corridors(const CheckContext& context) {
  const Network& network = context.network;
  for (const CorridorId id : network.corridors.keys()) {
    const Corridor& corridor = network.corridors[id];
    const std::string of_corridor = fmt::format("of corridor '{}'", corridor.id);
    if (corridor.ways.empty() && context.tell_dangling) {
      context.diagnostics.error(corridor.at,
                                fmt::format("corridor '{}' has no links", corridor.id));
    }
    for (const WayId way : corridor.ways) {
      const LinkId link = way.valid() ? link_of(way) : LinkId{};
      context.names(link, network.links, corridor.at, "a link " + of_corridor);
    }
    if (context.names(corridor.from, network.nodes, corridor.at, "the start " + of_corridor)) {
      check_joined(context, corridor);
    }
    context.names(corridor.to, network.nodes, corridor.at, "the end " + of_corridor);
    check_gates(context, id);
  }
}

}  // namespace corridor
