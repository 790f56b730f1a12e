#include <algorithm>
#include <map>
#include <numeric>

#include "corridor/network/check.hpp"
#include "corridor/network/link_figures.hpp"

#include "network/check_parts.hpp"

namespace corridor {

namespace {

constexpr int narrowest_gauge_mm = 600;
constexpr int widest_gauge_mm = 1700;
// Positions are those of a town, not of a siding, so a line may look a little too short.
constexpr double doubtful_share_of_great_circle = 0.98;
constexpr double wrong_share_of_great_circle = 0.9;

bool has_ends(const CheckContext& context, const Link& link) {
  const Network& network = context.network;
  const std::string of_link = fmt::format("of link '{}'", link.id);
  // All three are looked at, so that all that is missing is told.
  const bool from = context.names(link.from, network.nodes, link.at, "the start " + of_link);
  const bool to = context.names(link.to, network.nodes, link.at, "the end " + of_link);
  const bool mode = context.names(link.mode, network.modes, link.at, "the mode " + of_link);
  return from && to && mode;
}

void check_length(const CheckContext& context, const Link& link) {
  check_figure(context.diagnostics, link.at, fmt::format("length (km) of link '{}'", link.id),
               link.length, Sign::positive);
  const Node& a = context.network.nodes[link.from];
  const Node& b = context.network.nodes[link.to];
  const double straight_km = great_circle_km(a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg);
  const double length_km = link.length.value.value;
  if (!(length_km > 0) || length_km >= doubtful_share_of_great_circle * straight_km) return;
  std::string message = fmt::format("link '{}' is {} km long, but its ends are {:.0f} km apart",
                                    link.id, length_km, straight_km);
  if (length_km < wrong_share_of_great_circle * straight_km) {
    context.diagnostics.error(link.at, message, "check its length and the positions of its ends");
  } else {
    context.diagnostics.warning(link.at, message, "check its length and the positions of its ends");
  }
}

void check_gauge(const CheckContext& context, const Link& link) {
  const Mode& mode = context.network.modes[link.mode];
  if (mode.gauged && link.gauge_mm == 0) {
    context.diagnostics.error(
        link.at, fmt::format("link '{}' has no gauge, but mode '{}' is gauged", link.id, mode.id),
        "such as 1435 or 1520 (mm)");
  } else if (!mode.gauged && link.gauge_mm != 0) {
    context.diagnostics.error(
        link.at, fmt::format("link '{}' has a gauge of {} mm, but mode '{}' has no gauge", link.id,
                             link.gauge_mm, mode.id));
  } else if (link.gauge_mm != 0 &&
             (link.gauge_mm < narrowest_gauge_mm || link.gauge_mm > widest_gauge_mm)) {
    context.diagnostics.error(
        link.at, fmt::format("gauge of link '{}' is {} mm", link.id, link.gauge_mm),
        fmt::format("from {} to {} mm; common ones are 1000, 1435, 1520, 1668 and 1676",
                    narrowest_gauge_mm, widest_gauge_mm));
  }
}

void check_link_figures(const CheckContext& context, const Link& link, const LinkFigures& figures) {
  const auto of_link = [&](const char* what) {
    return fmt::format("{} of link '{}'", what, link.id);
  };
  const auto charge = [&](const char* what, const auto& figure) {
    check_figure(context.diagnostics, link.at, of_link(what), figure);
  };
  check_speed(context.diagnostics, link.at, of_link("speed (km/h)"),
              context.network.modes[link.mode].kind, figures.speed);
  charge("cost (USD/km)", figures.cost);
  charge("fixed_cost (USD)", figures.fixed_cost);
  charge("emissions (kg/tkm)", figures.emissions);
  charge("toll (USD)", figures.toll);
  charge("wait (h)", figures.wait);
  charge("border_time (h)", figures.border_time);
  charge("border_cost (USD)", figures.border_cost);
  charge("capacity (per year)", figures.capacity);
  charge("capacity_teu (per year)", figures.capacity_teu);
}

bool has_speed(const Network& network, const Link& link, bool forward) {
  if (own_figure(link, forward, &LinkFigures::speed) != nullptr) return true;
  const Mode& mode = network.modes[link.mode];
  const Figure<KmPerHour>* general = mode.speed ? &*mode.speed : nullptr;
  return figure_in(mode, network.nodes[link.from].country, &ModeOverride::speed, general) &&
         figure_in(mode, network.nodes[link.to].country, &ModeOverride::speed, general);
}

void check_link(const CheckContext& context, const Link& link) {
  if (!has_ends(context, link)) return;
  if (link.from == link.to) {
    context.diagnostics.error(link.at, fmt::format("link '{}' begins and ends at node '{}'",
                                                   link.id, context.network.nodes[link.from].id));
  }
  check_length(context, link);
  check_gauge(context, link);
  check_link_figures(context, link, link.figures);
  check_link_figures(context, link, link.forward);
  check_link_figures(context, link, link.backward);
  const bool both = has_speed(context.network, link, true) &&
                    (link.one_way || has_speed(context.network, link, false));
  if (!both) {
    context.diagnostics.error(
        link.at, fmt::format("link '{}' has no speed, and neither has mode '{}'", link.id,
                             context.network.modes[link.mode].id));
  }
}

/// Sets of nodes that links join.
class Pieces {
 public:
  explicit Pieces(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  /// The smaller root stays, so that a piece is named by its first node.
  void join(std::size_t i, std::size_t j) {
    const std::size_t a = root(i);
    const std::size_t b = root(j);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

void check_link(const Network& network, LinkId link, Diagnostics& diagnostics) {
  check_link({network, diagnostics, true}, network.links[link]);
}

void check_links(const CheckContext& context) {
  for (const Link& link : context.network.links) check_link(context, link);
}

void check_connected(const CheckContext& context) {
  const Network& network = context.network;
  Pieces pieces{network.nodes.size()};
  std::vector<char> has_link(network.nodes.size(), 0);
  for (const Link& link : network.links) {
    if (!network.nodes.contains(link.from) || !network.nodes.contains(link.to)) continue;
    has_link[link.from.index()] = has_link[link.to.index()] = 1;
    pieces.join(link.from.index(), link.to.index());
  }
  std::map<std::size_t, std::size_t> size_of;
  for (const NodeId id : network.nodes.keys()) {
    const Node& node = network.nodes[id];
    if (has_link[id.index()]) {
      ++size_of[pieces.root(id.index())];
    } else {
      context.diagnostics.warning(node.at, fmt::format("no link ends at node '{}'", node.id));
    }
  }
  if (size_of.size() < 2) return;
  const auto smaller = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto smallest = std::min_element(size_of.begin(), size_of.end(), smaller);
  const Node& node = network.nodes[NodeId{smallest->first}];
  context.diagnostics.warning(
      node.at, fmt::format("the network falls into {} pieces; the smallest is that of node '{}', "
                           "with {} nodes",
                           size_of.size(), node.id, smallest->second));
}

}  // namespace corridor
