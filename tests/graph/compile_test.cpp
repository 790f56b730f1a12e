#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/graph/topology.hpp"

#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::sketch;

std::size_t count(const Topology& topology, VertexKind kind) {
  return static_cast<std::size_t>(
      std::count_if(topology.vertices.begin(), topology.vertices.end(),
                    [&](const VertexInfo& vertex) { return vertex.kind == kind; }));
}

std::size_t count(const Topology& topology, ArcKind kind) {
  return static_cast<std::size_t>(
      std::count_if(topology.arcs.begin(), topology.arcs.end(),
                    [&](const ArcInfo& arc) { return arc.kind == kind; }));
}

/// A network with something of everything.
const char* const everything = R"(
  a:AA-rail- b:AA/gauge_break  100 km
  b-rail- c:BB                 200 km  gauge=1520
  c-road- p:BB/seaport          50 km
  c-rail- p                     60 km  gauge=1520
  p-sea- s:XZ/chokepoint      1000 km
  s-sea- q:CC/seaport         1000 km  oneway
  q-road- d:DD                  70 km  status=planned
)";

// Vertices: a and b have rail, b also has road, c has road: 2 x 3 ends, 4 services, of which the
// two of b arrive and depart apart, and one border in each direction of b - c. Arcs: 4 services are
// loaded and unloaded, b has 2 transfers and 2 ways through, the links make 4 hauls and 2 borders.
TEST(Compile, MakesOneVertexForEachServiceAndBorder) {
  const Topology topology = compile(sketch(R"(
    a:AA-rail- b:AA  100 km
    b-road- c:BB      50 km
  )"));
  EXPECT_EQ(count(topology, VertexKind::origin), 3U);
  EXPECT_EQ(count(topology, VertexKind::destination), 3U);
  EXPECT_EQ(count(topology, VertexKind::service), 6U);
  EXPECT_EQ(count(topology, VertexKind::border), 2U);
  EXPECT_EQ(topology.vertices.size(), 14U);
  EXPECT_EQ(count(topology, ArcKind::load), 4U);
  EXPECT_EQ(count(topology, ArcKind::unload), 4U);
  EXPECT_EQ(count(topology, ArcKind::transfer), 2U);
  EXPECT_EQ(count(topology, ArcKind::through), 2U);
  EXPECT_EQ(count(topology, ArcKind::haul), 4U);
  EXPECT_EQ(count(topology, ArcKind::border), 2U);
  EXPECT_EQ(topology.arcs.size(), 18U);
  EXPECT_EQ(topology.graph.vertex_count(), 14U);
  EXPECT_EQ(topology.graph.arc_count(), 18U);
}

// At p cargo passes between rail and ship by way of the quay: 2 transfers, 2 port arcs; 2 more port
// arcs at q. Loading is at a, at p by rail, and at the quays of p and q. Ships cross no border.
TEST(Compile, PutsAQuayBetweenShipsAndTheLand) {
  const Network network = sketch(R"(
    p:AA/seaport-sea- q:BB/seaport  1000 km
    p-rail- a:AA                     100 km
  )");
  const Topology topology = compile(network);
  EXPECT_EQ(count(topology, VertexKind::quay), 4U);  // to board at and to land at, at p and q
  EXPECT_EQ(count(topology, VertexKind::border), 0U);
  EXPECT_EQ(count(topology, ArcKind::port), 4U);
  EXPECT_EQ(count(topology, ArcKind::transfer), 2U);
  EXPECT_EQ(count(topology, ArcKind::load), 4U);
  EXPECT_EQ(topology.arcs.size(), 20U);  // with the 4 hauls, and 2 ways through p
  const Graph& graph = topology.graph;
  for (const ArcId arc : graph.arcs()) {
    const VertexInfo& tail = topology.vertices[graph.tail(arc)];
    const VertexInfo& head = topology.vertices[graph.head(arc)];
    const ArcKind kind = topology.arcs[arc].kind;
    if (kind == ArcKind::haul || kind == ArcKind::through) continue;
    const bool ship =
        (tail.kind == VertexKind::service && tail.mode == *network.find_mode("sea")) ||
        (head.kind == VertexKind::service && head.mode == *network.find_mode("sea"));
    EXPECT_EQ(ship, kind == ArcKind::port) << "only port arcs touch ships in port";
  }
}

// Else a train could unload at p as if it were a ship, for nothing, or pass its cargo to lorries
// for two transfers to a ship.
TEST(Compile, LeadsFromTheLandOverAQuayToShipsOnly) {
  const Topology topology = compile(sketch(R"(
    p:AA/seaport-sea- q:BB/seaport  1000 km
    p-rail- a:AA                     100 km
    p-road- b:AA                     100 km
  )"));
  const Graph& graph = topology.graph;
  for (const ArcId arc : graph.arcs()) {
    if (topology.arcs[arc].kind != ArcKind::transfer && topology.arcs[arc].kind != ArcKind::load) {
      continue;
    }
    if (topology.vertices[graph.head(arc)].kind != VertexKind::quay) continue;
    for (const ArcId next : graph.out(graph.head(arc))) {
      EXPECT_EQ(topology.arcs[next].kind, ArcKind::port);
    }
  }
}

TEST(Compile, BreaksTheJourneyBetweenGaugeFamiliesAndNotWithinOne) {
  const Topology one_break = compile(sketch("a-rail- b 10 km\n b-rail- c 10 km gauge=1520"));
  EXPECT_EQ(count(one_break, ArcKind::gauge_change), 2U);
  EXPECT_EQ(count(one_break, VertexKind::service), 6U);  // b's two arrive and depart apart
  const Topology no_break =
      compile(sketch("a-rail- b 10 km gauge=1524\n b-rail- c 10 km gauge=1520"));
  EXPECT_EQ(count(no_break, ArcKind::gauge_change), 0U);
  EXPECT_EQ(count(no_break, VertexKind::service), 3U);
}

TEST(Compile, LetsShipsOnlyPassAtAChokepoint) {
  const Network network = sketch(R"(
    p:AA/seaport-sea- s:AA/chokepoint  100 km
    s-sea- q:AA/seaport                100 km
    s-road- t:AA                       100 km
  )");
  const Topology topology = compile(network);
  const NodeId strait = *network.find_node("s");
  for (const ArcInfo& arc : topology.arcs) {
    EXPECT_FALSE(arc.node == strait) << "kind " << static_cast<int>(arc.kind);
  }
  EXPECT_TRUE(topology.graph.out(topology.origin[strait]).empty());
  EXPECT_TRUE(topology.graph.in(topology.destination[strait]).empty());
}

TEST(Compile, MakesNoArcForTheBackOfAOneWayLink) {
  const Network network = sketch("a:AA-road- b:BB 10 km oneway\n b-road- c:BB 10 km");
  const Topology topology = compile(network);
  EXPECT_TRUE(topology.haul[way(LinkId{0}, true)].valid());
  EXPECT_FALSE(topology.haul[way(LinkId{0}, false)].valid());
  EXPECT_TRUE(topology.haul[way(LinkId{1}, false)].valid());
  EXPECT_EQ(count(topology, ArcKind::haul), 3U);
  EXPECT_EQ(count(topology, VertexKind::border), 1U);
}

TEST(Compile, KnowsNoBorderWithTheHighSeas) {
  const Topology topology = compile(sketch("a:AA-road- b:XZ 10 km\n b-road- c:BB 10 km"));
  EXPECT_EQ(count(topology, ArcKind::border), 0U);
}

TEST(Compile, ChangesBetweenTwoKindsOfShipsOnlyWhereAPairIsListed) {
  Network network = sketch("p:AA/seaport-sea- q:AA/seaport 10 km\n q-sea- r:AA/seaport 10 km");
  Mode ferry = network.modes[*network.find_mode("sea")];
  ferry.id = ferry.name = "ferry";
  const ModeId ferry_id = network.modes.add(ferry);
  network.links[LinkId{1}].mode = ferry_id;
  network.index();
  EXPECT_EQ(count(compile(network), ArcKind::transfer), 0U);
  network.transfers.push_back({ferry_id, *network.find_mode("sea"), {}, {}, {}});
  const Topology topology = compile(network);
  EXPECT_EQ(count(topology, ArcKind::transfer), 2U);
  for (const ArcId arc : topology.graph.arcs()) {
    if (topology.arcs[arc].kind != ArcKind::transfer) continue;
    EXPECT_EQ(topology.vertices[topology.graph.tail(arc)].kind, VertexKind::quay);
    EXPECT_EQ(topology.vertices[topology.graph.head(arc)].kind, VertexKind::quay);
  }
}

TEST(Compile, TransfersBetweenLandModesOnlyWhereThePairIsListed) {
  Network network = sketch("a-rail- b 10 km\n b-road- c 10 km");
  network.transfers.clear();
  EXPECT_EQ(count(compile(network), ArcKind::transfer), 0U);
}

TEST(Compile, DoesNoTwoThingsAtANodeWithoutAHaulBetween) {
  // Else a gauge change could be dodged by two transfers, and a terminal by a truck that stands.
  // Only cargo that stays where it is may be loaded and unloaded: no trip asks for that.
  const Topology topology = compile(sketch(std::string{everything} + "b-road- c  90 km"));
  const Graph& graph = topology.graph;
  const auto is_stop = [&](ArcId arc) {
    const ArcKind kind = topology.arcs[arc].kind;
    return kind == ArcKind::load || kind == ArcKind::unload || kind == ArcKind::transfer ||
           kind == ArcKind::gauge_change;
  };
  std::size_t stops = 0;
  for (const ArcId arc : graph.arcs()) {
    if (!is_stop(arc)) continue;
    ++stops;
    for (const ArcId next : graph.out(graph.head(arc))) {
      const ArcKind kind = topology.arcs[next].kind;
      const bool stays = topology.arcs[arc].kind == ArcKind::load && kind == ArcKind::unload;
      EXPECT_TRUE(stays || kind == ArcKind::haul || kind == ArcKind::port)
          << static_cast<int>(kind);
    }
    for (const ArcId before : graph.in(graph.tail(arc))) {
      const ArcKind kind = topology.arcs[before].kind;
      const bool stays = kind == ArcKind::load && topology.arcs[arc].kind == ArcKind::unload;
      EXPECT_TRUE(stays || kind == ArcKind::haul || kind == ArcKind::border ||
                  kind == ArcKind::port)
          << static_cast<int>(kind);
    }
  }
  EXPECT_GT(stops, 20U);
}

// Unloading and loading again must not be a way round a transfer, a dwell or a gauge change.
TEST(Compile, EndsJourneysAtDestinationsAndStartsThemAtOrigins) {
  const Topology topology = compile(sketch(everything));
  for (const VertexId vertex : topology.graph.vertices()) {
    const VertexKind kind = topology.vertices[vertex].kind;
    if (kind == VertexKind::origin) {
      EXPECT_TRUE(topology.graph.in(vertex).empty());
    }
    if (kind == VertexKind::destination) {
      EXPECT_TRUE(topology.graph.out(vertex).empty());
    }
  }
}

TEST(Compile, ReachesAServiceVertexByHaulsOfItsOwnModeAndGaugeAlone) {
  const Network network = sketch(everything);
  const Topology topology = compile(network);
  for (const ArcId arc : topology.graph.arcs()) {
    const ArcInfo& info = topology.arcs[arc];
    const VertexInfo& head = topology.vertices[topology.graph.head(arc)];
    if (!info.way.valid() || head.kind != VertexKind::service) continue;
    const Link& link = network.links[link_of(info.way)];
    EXPECT_EQ(head.mode, link.mode);
    EXPECT_EQ(head.gauge_mm, network.modes[link.mode].gauged ? gauge_family(link.gauge_mm) : 0);
    EXPECT_EQ(head.node, is_forward(info.way) ? link.to : link.from);
  }
}

TEST(Compile, CompilesWhatIsNotOpenToo) {
  const Network network = sketch("a-road- b 10 km status=planned\n b-road- c 10 km status=closed");
  EXPECT_EQ(count(compile(network), ArcKind::haul), 4U);
}

TEST(Compile, NumbersVerticesByNodeAndArcsByTail) {
  const Topology topology = compile(sketch(everything));
  const auto vertex_key = [&](VertexId id) {
    const VertexInfo& vertex = topology.vertices[id];
    return std::tuple{vertex.node, vertex.kind,
                      vertex.kind == VertexKind::border ? ModeId{0} : vertex.mode, vertex.gauge_mm};
  };
  for (std::size_t i = 1; i < topology.vertices.size(); ++i) {
    EXPECT_LE(vertex_key(VertexId{i - 1}), vertex_key(VertexId{i}));
  }
  const auto arc_key = [&](ArcId id) {
    const ArcInfo& arc = topology.arcs[id];
    return std::tuple{topology.graph.tail(id), arc.kind, arc.way, topology.graph.head(id)};
  };
  for (std::size_t i = 1; i < topology.arcs.size(); ++i) {
    EXPECT_LT(arc_key(ArcId{i - 1}), arc_key(ArcId{i}));
  }
}

TEST(Compile, FindsTheHaulOfEachWay) {
  const Topology topology = compile(sketch(everything));
  for (const WayId way : topology.haul.keys()) {
    const ArcId arc = topology.haul[way];
    if (!arc.valid()) continue;
    EXPECT_EQ(topology.arcs[arc].kind, ArcKind::haul);
    EXPECT_EQ(topology.arcs[arc].way, way);
  }
}

TEST(Compile, GivesAnEmptyTopologyForAnEmptyNetwork) {
  const Topology topology = compile(sketch(""));
  EXPECT_EQ(topology.graph.vertex_count(), 0U);
  EXPECT_EQ(topology.graph.arc_count(), 0U);
}

}  // namespace
}  // namespace corridor
