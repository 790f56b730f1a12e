#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// What a vertex stands for: the node where cargo starts; where it ends; the node as one mode (and
/// gauge) serves it; the quay between ships and the land; the border on a link. Start and end are
/// two vertices, so that no path can unload and load again to get round a transfer. So are the quay
/// where cargo boards and the quay where it has landed, and, at a node of several services, where a
/// service arrives and where it departs: between two stops at a node, cargo moves along a link.
enum class VertexKind : std::uint8_t { origin, destination, service, quay, border };

/// What an arc does. A haul moves along a link; a border arc follows the haul that crosses it.
/// Cargo that stays on its train, truck or ship goes through a node: free, and told to nobody.
enum class ArcKind : std::uint8_t {
  haul,
  border,
  port,
  transfer,
  gauge_change,
  load,
  unload,
  through
};

struct VertexInfo {
  VertexKind kind = VertexKind::origin;
  NodeId node;       // of a border: the node that the link leads to
  ModeId mode;       // of services and quays
  int gauge_mm = 0;  // family, of services of gauged modes
};

struct ArcInfo {
  ArcKind kind = ArcKind::haul;
  WayId way;         // of hauls and borders
  NodeId node;       // of all others
  ModeId from_mode;  // what the cargo leaves; invalid of hauls, of loading, and of boarding a ship
  ModeId to_mode;    // what it takes; invalid of hauls, of unloading, and of landing from a ship
};

/// The virtual network of Jourquin and Beuthe (1996): every link that any scenario may open, both
/// ways, and at each node one vertex for each mode and gauge, so that a path pays each
/// transshipment, border and gauge break that a consignment pays. It depends on the network's
/// structure alone (ends, modes, gauges); arcs are never renumbered by a scenario.
struct Topology {
  Graph graph;
  IdVector<VertexId, VertexInfo> vertices;
  IdVector<ArcId, ArcInfo> arcs;
  IdVector<NodeId, VertexId> origin;       // of each node: where its cargo starts
  IdVector<NodeId, VertexId> destination;  // and where cargo for it ends
  IdVector<WayId, ArcId> haul;  // the haul arc of each way; invalid for the back of a one-way link
};

/// Vertices are numbered by node, then by kind, mode and gauge (borders by way); arcs by tail, then
/// by kind, way and head. Links of one mode arrive at its service vertex and depart from it, or, at
/// a node of several services, from a second one that comes next; at a chokepoint nothing else
/// does.
Topology compile(const Network& network);

}  // namespace corridor
