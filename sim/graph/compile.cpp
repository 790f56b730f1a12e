#include <algorithm>
#include <cassert>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "corridor/graph/topology.hpp"

#include "graph/transfer_pair.hpp"

namespace corridor {

namespace {

/// A node as one mode and gauge family serves it.
struct Service {
  ModeId mode;
  int gauge_mm = 0;
  VertexId arriving;   // where its hauls end
  VertexId departing;  // where they begin: the same where nothing else serves the node
  VertexId boarding;   // of water modes: the quay on the way to the ship
  VertexId landed;     // and from it
  friend bool operator<(const Service& a, const Service& b) {
    return std::tie(a.mode, a.gauge_mm) < std::tie(b.mode, b.gauge_mm);
  }
  friend bool operator==(const Service& a, const Service& b) {
    return a.mode == b.mode && a.gauge_mm == b.gauge_mm;
  }
};

struct ArcDraft {
  VertexId tail;
  VertexId head;
  ArcInfo info;
  friend bool operator<(const ArcDraft& a, const ArcDraft& b) {
    return std::tie(a.tail, a.info.kind, a.info.way, a.head) <
           std::tie(b.tail, b.info.kind, b.info.way, b.head);
  }
};

/// Builds a topology in the order that its header states: vertices first, then arcs.
class Compiler {
 public:
  explicit Compiler(const Network& network)
      : network_{network},
        services_(network.nodes.size()),
        borders_(network.nodes.size()),
        border_vertex_(2 * network.links.size()) {}

  Topology compile() {
    find_services();
    find_borders();
    for (const NodeId node : network_.nodes.keys()) add_vertices(node);
    for (const NodeId node : network_.nodes.keys()) {
      add_gauge_changes(node);
      for (const Service& service : services_[node]) add_through(node, service);
      if (network_.nodes[node].has_kind(chokepoint_kind)) continue;
      for (const Service& service : services_[node]) add_ends(node, service);
      add_transfers(node);
    }
    for (const LinkId link : network_.links.keys()) add_hauls(link);
    number_arcs();
    return std::move(topology_);
  }

 private:
  bool is_water(ModeId mode) const { return network_.modes[mode].kind == ModeKind::water; }

  int gauge_of(const Link& link) const {
    return network_.modes[link.mode].gauged ? gauge_family(link.gauge_mm) : 0;
  }

  /// Both ways of a link, or the forward one if there is no way back.
  std::vector<WayId> ways_of(LinkId link) const {
    std::vector<WayId> ways{way(link, true)};
    if (!network_.links[link].one_way) ways.push_back(way(link, false));
    return ways;
  }

  /// Ships cross borders in port, where dwell holds the formalities; nobody guards the high seas.
  bool crosses_border(WayId way) const {
    const std::string& from = network_.from_node(way).country;
    const std::string& to = network_.to_node(way).country;
    return !is_water(network_.links[link_of(way)].mode) && from != to && from != "XZ" && to != "XZ";
  }

  NodeId tail_node(WayId way) const {
    const Link& link = network_.links[link_of(way)];
    return is_forward(way) ? link.from : link.to;
  }

  NodeId head_node(WayId way) const {
    const Link& link = network_.links[link_of(way)];
    return is_forward(way) ? link.to : link.from;
  }

  void find_services() {
    for (const Link& link : network_.links) {
      for (const NodeId node : {link.from, link.to}) {
        services_[node].push_back({link.mode, gauge_of(link), {}, {}, {}, {}});
      }
    }
    for (std::vector<Service>& services : services_) {
      std::sort(services.begin(), services.end());
      services.erase(std::unique(services.begin(), services.end()), services.end());
    }
  }

  void find_borders() {
    for (const LinkId link : network_.links.keys()) {
      for (const WayId way : ways_of(link)) {
        if (crosses_border(way)) borders_[head_node(way)].push_back(way);
      }
    }
  }

  void add_vertices(NodeId node) {
    IdVector<VertexId, VertexInfo>& vertices = topology_.vertices;
    topology_.origin.add(vertices.add({VertexKind::origin, node, {}, 0}));
    topology_.destination.add(vertices.add({VertexKind::destination, node, {}, 0}));
    const bool stops =
        services_[node].size() > 1 && !network_.nodes[node].has_kind(chokepoint_kind);
    for (Service& service : services_[node]) {
      const VertexInfo info{VertexKind::service, node, service.mode, service.gauge_mm};
      service.arriving = vertices.add(info);
      service.departing = stops ? vertices.add(info) : service.arriving;
    }
    for (Service& service : services_[node]) {
      if (!is_water(service.mode)) continue;
      service.boarding = vertices.add({VertexKind::quay, node, service.mode, 0});
      service.landed = vertices.add({VertexKind::quay, node, service.mode, 0});
    }
    for (const WayId way : borders_[node]) {
      const ModeId mode = network_.links[link_of(way)].mode;
      border_vertex_[way] = vertices.add({VertexKind::border, node, mode, 0});
    }
  }

  void add_arc(ArcKind kind, VertexId tail, VertexId head, ArcInfo info) {
    info.kind = kind;
    arcs_.push_back({tail, head, info});
  }

  /// Where cargo for a service comes from the land: at sea, across the quay.
  static VertexId in_vertex(const Service& service) {
    return service.boarding.valid() ? service.boarding : service.departing;
  }

  /// Where cargo of a service comes ashore. It is another one, so that no two stops follow each
  /// other, as a change of gauge would by way of a truck that goes nowhere.
  static VertexId out_vertex(const Service& service) {
    return service.landed.valid() ? service.landed : service.arriving;
  }

  void add_through(NodeId node, const Service& service) {
    if (service.arriving == service.departing) return;
    add_arc(ArcKind::through, service.arriving, service.departing,
            {{}, {}, node, service.mode, service.mode});
  }

  void add_ends(NodeId node, const Service& service) {
    const ModeId mode = service.mode;
    add_arc(ArcKind::load, topology_.origin[node], in_vertex(service), {{}, {}, node, {}, mode});
    add_arc(ArcKind::unload, out_vertex(service), topology_.destination[node],
            {{}, {}, node, mode, {}});
    if (!is_water(mode)) return;
    add_arc(ArcKind::port, service.boarding, service.departing, {{}, {}, node, {}, mode});
    add_arc(ArcKind::port, service.arriving, service.landed, {{}, {}, node, mode, {}});
  }

  void add_transfers(NodeId node) {
    for (const Service& a : services_[node]) {
      for (const Service& b : services_[node]) {
        if (a.mode == b.mode || find_transfer(network_, a.mode, b.mode) == nullptr) continue;
        add_arc(ArcKind::transfer, out_vertex(a), in_vertex(b), {{}, {}, node, a.mode, b.mode});
      }
    }
  }

  void add_gauge_changes(NodeId node) {
    for (const Service& a : services_[node]) {
      for (const Service& b : services_[node]) {
        if (a.mode != b.mode || a.gauge_mm == b.gauge_mm) continue;
        add_arc(ArcKind::gauge_change, a.arriving, b.departing, {{}, {}, node, a.mode, b.mode});
      }
    }
  }

  const Service& service_at(NodeId node, const Link& link) const {
    const Service wanted{link.mode, gauge_of(link), {}, {}, {}, {}};
    const std::vector<Service>& services = services_[node];
    const auto found = std::lower_bound(services.begin(), services.end(), wanted);
    assert(found != services.end() && *found == wanted);
    return *found;
  }

  void add_hauls(LinkId link) {
    for (const WayId way : ways_of(link)) {
      const VertexId tail = service_at(tail_node(way), network_.links[link]).departing;
      const VertexId head = service_at(head_node(way), network_.links[link]).arriving;
      const VertexId border = border_vertex_[way];
      const ArcInfo info{{}, way, {}, {}, {}};
      add_arc(ArcKind::haul, tail, border.valid() ? border : head, info);
      if (border.valid()) add_arc(ArcKind::border, border, head, info);
    }
  }

  void number_arcs() {
    std::sort(arcs_.begin(), arcs_.end());
    std::vector<ArcEnds> ends;
    ends.reserve(arcs_.size());
    topology_.haul = IdVector<WayId, ArcId>(2 * network_.links.size());
    for (const ArcDraft& draft : arcs_) {
      ends.push_back({draft.tail, draft.head});
      const ArcId arc = topology_.arcs.add(draft.info);
      if (draft.info.kind == ArcKind::haul) topology_.haul[draft.info.way] = arc;
    }
    topology_.graph = Graph{topology_.vertices.size(), ends};
  }

  const Network& network_;
  Topology topology_;
  IdVector<NodeId, std::vector<Service>> services_;  // by mode and gauge
  IdVector<NodeId, std::vector<WayId>> borders_;     // that are crossed on the way to the node
  IdVector<WayId, VertexId> border_vertex_;
  std::vector<ArcDraft> arcs_;
};

}  // namespace

Topology compile(const Network& network) { return Compiler{network}.compile(); }

}  // namespace corridor
