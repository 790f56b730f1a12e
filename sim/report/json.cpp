#include "report/json.hpp"

#include <cmath>

#include "report/measures.hpp"
#include "report/number.hpp"

namespace corridor {

namespace {

Json mode_id(const Network& network, ModeId mode) {
  return mode.valid() ? Json(network.modes[mode].id) : Json(nullptr);
}

}  // namespace

const char* kind_text(ArcKind kind) {
  switch (kind) {
    case ArcKind::haul:
      return "haul";
    case ArcKind::border:
      return "border";
    case ArcKind::port:
      return "port";
    case ArcKind::transfer:
      return "transfer";
    case ArcKind::gauge_change:
      return "gauge_change";
    case ArcKind::load:
      return "load";
    case ArcKind::unload:
      return "unload";
    case ArcKind::through:
      break;
  }
  return "";
}

Json json_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return rounded(value, 6);
}

Json json_head(const Network& network, const std::string& command) {
  return {
      {"schema", "corridor/1"},
      {"command", command},
      {"network", {{"id", network.id}, {"title", network.title}, {"hash", network.content_hash}}}};
}

std::string dump(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json json_links(const Network& network, const std::vector<LinkId>& links) {
  Json result = Json::array();
  for (const LinkId link : links) result.push_back(network.links[link].id);
  return result;
}

Json json_nodes(const Network& network, const std::vector<NodeId>& nodes) {
  Json result = Json::array();
  for (const NodeId node : nodes) result.push_back(network.nodes[node].id);
  return result;
}

Json json_effects(const Network& network, const std::vector<Effect>& effects) {
  Json result = Json::array();
  for (const Effect& effect : effects) {
    result.push_back({{"change", effect.change->text},
                      {"links", json_links(network, effect.links)},
                      {"nodes", json_nodes(network, effect.nodes)},
                      {"changed_anything", effect.changed_anything}});
  }
  return result;
}

Json json_legs(const Compiled& compiled, const Subject& subject, const std::vector<Leg>& legs) {
  const Network& network = compiled.network;
  const double tonnes = cargo_unit(network, subject.cargo).tonnes;
  Json result = Json::array();
  for (const Leg& leg : legs) {
    Json links = Json::array();
    for (const WayId way : leg.ways) links.push_back(network.links[link_of(way)].id);
    result.push_back({{"what", kind_text(leg.kind)},
                      {"component", component_key(leg.component)},
                      {"from", network.nodes[leg.from].id},
                      {"to", network.nodes[leg.to].id},
                      {"mode", mode_id(network, leg.mode)},
                      {"to_mode", mode_id(network, leg.to_mode)},
                      {"links", std::move(links)},
                      {"distance_km", json_number(leg.length_km)},
                      {"time_h", json_number(leg.time_h)},
                      {"cost_usd", json_number(leg.cost_usd_t * tonnes)},
                      {"emissions_kg", json_number(leg.emissions_kg_t * tonnes)},
                      {"weak_cost_usd", json_number(leg.weak_cost_usd_t * tonnes)},
                      {"weak_time_h", json_number(leg.weak_time_h)}});
  }
  return result;
}

Json json_throughput(const Compiled& compiled, const Throughput& throughput) {
  return {{"t_yr", throughput.unlimited ? Json(nullptr) : json_number(throughput.value_t_yr)},
          {"unlimited", throughput.unlimited},
          {"assumed", throughput.assumed},
          {"cut", link_ids(compiled, throughput.cut, false)},
          {"cut_nodes", node_ids(compiled, throughput.cut)},
          {"cut_in_words", arcs_in_words(compiled.network, compiled.topology, throughput.cut)},
          {"certified", throughput.certified ? Json(*throughput.certified) : Json(nullptr)}};
}

}  // namespace corridor
