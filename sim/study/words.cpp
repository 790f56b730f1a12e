#include "study/words.hpp"

#include <algorithm>
#include <set>

#include "corridor/study/evaluation.hpp"
#include "corridor/study/trip_solver.hpp"

namespace corridor {

std::string short_name(std::string_view name) {
  const std::size_t end = std::min(name.find(" ("), name.find(','));
  return std::string{name.substr(0, end)};
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  const std::size_t space = text.rfind(' ', most - 3);
  // Without a space to cut at, whole UTF-8 characters are kept.
  std::size_t end = space == std::string_view::npos ? most - 3 : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string{text.substr(0, end)} + "...";
}

namespace {

/// Whether a reader wants to hear of the place where the i-th of these hauls ends.
bool worth_telling(const Network& network, const Topology& topology, const std::vector<ArcId>& arcs,
                   std::size_t i) {
  const WayId here = topology.arcs[arcs[i]].way;
  if (network.from_node(here).country != network.to_node(here).country) return true;
  for (std::size_t next = i + 1; next < arcs.size(); ++next) {
    const ArcInfo& info = topology.arcs[arcs[next]];
    if (info.kind == ArcKind::gauge_change) return true;
    if (info.kind == ArcKind::haul) {
      return network.links[link_of(info.way)].mode != network.links[link_of(here)].mode;
    }
  }
  return true;
}

std::string arc_in_words(const Network& network, const ArcInfo& info) {
  if (info.kind == ArcKind::haul) return network.link_name(link_of(info.way));
  if (info.kind == ArcKind::border) return "border of " + network.link_name(link_of(info.way));
  const std::string place = short_name(network.nodes[info.node].name);
  if (info.kind == ArcKind::port) return "port of " + place;
  if (info.kind == ArcKind::gauge_change) return "gauge change at " + place;
  if (info.kind == ArcKind::transfer) return "transfer at " + place;
  return (info.kind == ArcKind::load ? "loading at " : "unloading at ") + place;
}

}  // namespace

std::string in_words(const Network& network, const Topology& topology,
                     const std::vector<ArcId>& arcs) {
  std::string text;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const ArcInfo& info = topology.arcs[arcs[i]];
    if (info.kind != ArcKind::haul) continue;
    if (text.empty()) text = short_name(network.from_node(info.way).name);
    if (!worth_telling(network, topology, arcs, i)) continue;
    text += " -> (" + network.modes[network.links[link_of(info.way)].mode].name + ") " +
            short_name(network.to_node(info.way).name);
  }
  return text;
}

std::vector<std::string> arcs_in_words(const Network& network, const Topology& topology,
                                       const std::vector<ArcId>& arcs) {
  std::vector<std::string> words;
  std::set<std::string> said;
  for (const ArcId arc : arcs) {
    std::string text = arc_in_words(network, topology.arcs[arc]);
    if (said.insert(text).second) words.push_back(std::move(text));
  }
  return words;
}

}  // namespace corridor
