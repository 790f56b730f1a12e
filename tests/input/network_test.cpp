#include <gtest/gtest.h>

#include "corridor/input/read.hpp"

#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::TemporaryFolder;
using test::trouble_of;

const std::string rules = R"(version: 1
network: small
title: Two countries and the sea
state_date: 2026-01-31
modes:
  - {id: rail, name: Railway, gauged: yes, speed: 40 km/h, cost: 0.04 USD/tkm, emissions: 20 g/tkm,
     capacity: {value: 8 Mt/yr, range: [5 Mt/yr, 10 Mt/yr], source: guess, assumption: true},
     by_country: [{countries: [XB], speed: 30 km/h}]}
  - {id: sea, kind: water, speed: 12 kn, cost: 0.01 USD/TEU-km, wait: 1 d}
cargoes:
  - {id: container, unit: TEU, tonnes_per_teu: 10 t/TEU, value_of_time: 48 USD/TEU/d}
  - {id: grain, modes: [rail]}
countries: [{id: XA, name: A}, {id: XB}, {id: XC}]
unions: [{id: uu, members: [XA, XC]}]
transfers: [{between: [rail, sea], time: 6 h, cost: 2 USD/t}]
gauge_change: {time: 10 h, cost: 4 USD/t}
ports: {dwell: 36 h, handling: 80 USD/TEU}
borders:
  - {from: "*", to: "*", time: 6 h, cost: 5 USD/t}
  - {modes: [rail], from: XA, to: uu, both_ways: no, time: 1 h}
corridors:
  - {id: way_back, from: port, links: [line, yard], gates: [town]}
policies:
  - {id: ban, active: on, source: the gazette, confidence: high,
     changes: [{close: {crossing: XA-XB, cargo: grain}}]}
node_figures: [{node: port, dwell: 12 h, capacity: 3 Mt/yr}]
link_figures:
  - {link: line, toll: 3 USD/t, source: the tariff}
  - {link: line, direction: backward, wait: 2 h}
)";

const std::string inline_places = R"(nodes:
  - {id: mill, country: XA, lat: 40, lon: 45, source: map}
  - {id: town, name: The Town, country: XA, lat: 40.1, lon: 45.5, kinds: [city, gauge_break], source: map}
  - {id: port, country: XB, lat: 40.2, lon: 46, kinds: [seaport], capacity_teu: 50 kTEU/yr, source: map,
     confidence: low}
links:
  - {id: yard, from: mill, to: town, mode: rail, length: 60 km, gauge: 1520, source: map}
  - {id: line, from: town, to: port, mode: rail, length: 70 km, gauge: 1435, status: planned,
     capacity: 2 Mt/yr, tags: [way_back, new], source: map, confidence: high}
history:
  - {date: 2026-02, until: 2026-03, kind: closed, what: Strike, links: [yard], attribute: status,
     value: closed, source: news}
  - {date: 2025-05-01, kind: cost, what: "Fee, then none", links: [line], attribute: toll,
     value: +5 USD/t, before: 1 USD/t, cargoes: [grain], source: news, assumption: yes}
)";

const std::string tables = "tables: {nodes: nodes.csv, links: links.csv, history: history.csv}\n";
const std::string nodes_csv =
    "id,name,country,lat,lon,kinds,capacity_kteu_yr,source,confidence\n"
    "mill,,XA,40,45,,,map,\n"
    "town,The Town,XA,40.1,45.5,city;gauge_break,,map,\n"
    "port,,XB,40.2,46,seaport,50,map,low\n";
const std::string links_csv =
    "id,from,to,mode,length_km,gauge_mm,status,capacity_mt_yr,tags,source,confidence\n"
    "yard,mill,town,rail,60,1520,,,,map,\n"
    "line,town,port,rail,70,1435,planned,2,way_back;new,map,high\n";
const std::string history_csv =
    "date,until,kind,what,links,nodes,attribute,value,before,cargoes,source,confidence,assumption\n"
    "2026-02,2026-03,closed,Strike,yard,,status,closed,,,news,,\n"
    "2025-05-01,,cost,\"Fee, then none\",line,,toll,+5 USD/t,1 USD/t,grain,news,,yes\n";

void write_tables(const TemporaryFolder& folder) {
  folder.write("network.yaml", rules + tables);
  folder.write("nodes.csv", nodes_csv);
  folder.write("links.csv", links_csv);
  folder.write("history.csv", history_csv);
}

Network read_text(const std::string& text) {
  Diagnostics warnings;
  return read_network_text(text, "network.yaml", ".", warnings);
}

std::string trouble(const std::string& text) {
  return trouble_of([&] { read_text(text); });
}

TEST(Network, HasWhatItsFileSays) {
  const Network network = read_text(rules + inline_places);
  EXPECT_EQ(network.id, "small");
  EXPECT_EQ(network.state_date, (Date{2026, 1, 31}));
  const Mode& rail = network.modes[*network.find_mode("rail")];
  EXPECT_TRUE(rail.gauged);
  EXPECT_EQ(rail.capacity.low, TonnesPerYear{5e6});
  EXPECT_TRUE(rail.capacity.provenance.assumption);
  EXPECT_EQ(rail.by_country[0].speed->value, KmPerHour{30});
  const Mode& sea = network.modes[*network.find_mode("sea")];
  EXPECT_EQ(sea.kind, ModeKind::water);
  EXPECT_EQ(sea.cost.per, Per::teu);
  // 48 USD a day for a TEU of 10 t is 0.2 USD an hour for a tonne.
  const Cargo& container = network.cargoes[CargoId{0}];
  EXPECT_EQ(container.value_of_time.value, UsdPerTonneHour{0.2});
  EXPECT_EQ(container.value_of_time.per, Per::tonne);
  EXPECT_EQ(network.cargoes[CargoId{1}].modes, std::vector<std::string>{"rail"});
  EXPECT_EQ(network.unions[0].members, (std::vector<std::string>{"XA", "XC"}));
  EXPECT_EQ(network.port_defaults.handling.per, Per::teu);
  EXPECT_FALSE(network.borders[1].both_ways);
  EXPECT_TRUE(network.policies[PolicyId{0}].active);
  EXPECT_EQ(network.policies[PolicyId{0}].changes[0].provenance.source, "the gazette");
}

TEST(Network, PutsFiguresOnNodesAndLinks) {
  const Network network = read_text(rules + inline_places);
  const Node& port = network.nodes[*network.find_node("port")];
  EXPECT_EQ(port.dwell->value, Hours{12});
  EXPECT_EQ(port.capacity->value, TonnesPerYear{3e6});
  EXPECT_EQ(port.capacity_teu->value, TonnesPerYear{5e4});
  EXPECT_EQ(port.capacity_teu->per, Per::teu);
  const Link& line = network.links[*network.find_link("line")];
  EXPECT_EQ(line.figures.toll->value, UsdPerTonne{3});
  EXPECT_EQ(line.figures.toll->provenance.source, "the tariff");
  EXPECT_EQ(line.backward.wait->value, Hours{2});
  EXPECT_FALSE(line.figures.wait.has_value());
}

TEST(Network, FollowsACorridorAgainstTheDirectionOfItsLinks) {
  const Network network = read_text(rules + inline_places);
  const Corridor& corridor = network.corridors[CorridorId{0}];
  const LinkId yard = *network.find_link("yard");
  const LinkId line = *network.find_link("line");
  EXPECT_EQ(corridor.ways, (std::vector<WayId>{way(line, false), way(yard, false)}));
  EXPECT_EQ(corridor.to, *network.find_node("mill"));
  EXPECT_EQ(corridor.tags, std::vector<std::string>{"way_back"});
}

TEST(Network, ReadsItsHistoryInTheOrderOfDates) {
  const Network network = read_text(rules + inline_places);
  ASSERT_EQ(network.events.size(), 2U);
  const Event& fee = network.events[0];
  EXPECT_EQ(fee.effect->kind, EditKind::add);
  EXPECT_EQ(fee.effect->value, 5);
  EXPECT_EQ(fee.before->value, 1);
  EXPECT_EQ(fee.cargoes, std::vector<std::string>{"grain"});
  EXPECT_TRUE(fee.provenance.assumption);
  const Event& strike = network.events[1];
  EXPECT_EQ(strike.date, (Date{2026, 2, 1}));
  EXPECT_EQ(strike.until, (Date{2026, 3, 31}));
  EXPECT_EQ(strike.effect->status, Status::closed);
}

TEST(Network, IsTheSameInlineAndInTables) {
  const TemporaryFolder folder;
  write_tables(folder);
  Diagnostics warnings;
  const Network tabled = read_network(folder.path(), warnings);
  const Network inlined = read_text(rules + inline_places);
  ASSERT_EQ(tabled.nodes.size(), inlined.nodes.size());
  for (const NodeId id : inlined.nodes.keys()) {
    const Node& a = tabled.nodes[id];
    const Node& b = inlined.nodes[id];
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.country, b.country);
    EXPECT_EQ(a.lat_deg, b.lat_deg);
    EXPECT_EQ(a.kinds, b.kinds);
    EXPECT_EQ(a.capacity, b.capacity);
    EXPECT_EQ(a.capacity_teu, b.capacity_teu);
    EXPECT_EQ(a.provenance, b.provenance);
  }
  ASSERT_EQ(tabled.links.size(), inlined.links.size());
  for (const LinkId id : inlined.links.keys()) {
    const Link& a = tabled.links[id];
    const Link& b = inlined.links[id];
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.from, b.from);
    EXPECT_EQ(a.to, b.to);
    EXPECT_EQ(a.mode, b.mode);
    EXPECT_EQ(a.length, b.length);
    EXPECT_EQ(a.gauge_mm, b.gauge_mm);
    EXPECT_EQ(a.status, b.status);
    EXPECT_EQ(a.figures.capacity, b.figures.capacity);
    EXPECT_EQ(a.tags, b.tags);
    EXPECT_EQ(a.provenance, b.provenance);
  }
  ASSERT_EQ(tabled.events.size(), inlined.events.size());
  for (std::size_t i = 0; i < inlined.events.size(); ++i) {
    EXPECT_EQ(tabled.events[i].date, inlined.events[i].date);
    EXPECT_EQ(tabled.events[i].until, inlined.events[i].until);
    EXPECT_EQ(tabled.events[i].what, inlined.events[i].what);
    EXPECT_EQ(tabled.events[i].links, inlined.events[i].links);
    EXPECT_EQ(tabled.events[i].effect->value, inlined.events[i].effect->value);
    EXPECT_EQ(tabled.events[i].provenance, inlined.events[i].provenance);
  }
}

TEST(Network, HashesAllItsFiles) {
  const TemporaryFolder folder;
  write_tables(folder);
  Diagnostics warnings;
  const std::string before = read_network(folder.path(), warnings).content_hash;
  EXPECT_EQ(before.size(), 16U);
  EXPECT_EQ(read_network(folder.path() / "network.yaml", warnings).content_hash, before);
  folder.write("nodes.csv", nodes_csv + "\n");
  EXPECT_NE(read_network(folder.path(), warnings).content_hash, before);
}

TEST(Network, ReadsIncludedFiles) {
  const TemporaryFolder folder;
  folder.write("network.yaml", "include: [places.yaml]\n" + rules);
  folder.write("places.yaml", inline_places);
  Diagnostics warnings;
  EXPECT_EQ(read_network(folder.path(), warnings).nodes.size(), 3U);
}

TEST(Network, NamesLineAndColumnOfACell) {
  const TemporaryFolder folder;
  write_tables(folder);
  folder.write("links.csv",
               "id,from,to,mode,length_km,gauge_mm,source\n"
               "yard,mill,twon,rail,sixty,1520,map\nline,town,port,rail,70,1435,\n");
  Diagnostics warnings;
  EXPECT_EQ(trouble_of([&] { read_network(folder.path(), warnings); }, folder.path()),
            "links.csv:2:11: error: unknown node 'twon'\n"
            "  yard,mill,twon,rail,sixty,1520,map\n"
            "            ^\n"
            "  hint: did you mean 'town'?\n"
            "links.csv:2:21: error: 'sixty' is not a number\n"
            "  yard,mill,twon,rail,sixty,1520,map\n"
            "                      ^\n"
            "  hint: wanted is a length in km, m or nmi\n"
            "links.csv:3:1: error: a link needs 'source'\n"
            "  line,town,port,rail,70,1435,\n"
            "  ^\n");
}

TEST(Network, GivesAPlaceToWhatItsChecksFind) {
  const std::string text =
      rules + inline_places + "  - {date: 2026-05-01, kind: volume, what: x}\n";
  EXPECT_NE(trouble(text).find("network.yaml:44:5: error: a row of the history needs 'source'"),
            std::string::npos)
      << trouble(text);
  EXPECT_NE(
      trouble("version: 1\nnetwork: x\nmodes: []\ncargoes: []\n").find("network.yaml:1:1: error: "),
      std::string::npos);
}

TEST(Network, TriesItsPoliciesOnceNothingElseIsWrong) {
  const std::string misspelt =
      "  - {id: strike, changes: [{close: {link: [line, yrad]}}]}\n"
      "node_figures:";
  std::string text = rules + inline_places;
  text.replace(text.find("node_figures:"), std::string{"node_figures:"}.size(), misspelt);
  EXPECT_EQ(trouble(text),
            "network.yaml:26:50: error: unknown link 'yrad'\n"
            "    - {id: strike, changes: [{close: {link: [line, yrad]}}]}\n"
            "                                                   ^\n"
            "  hint: did you mean 'yard'?\n");
  const std::string also = text + "  - {date: 2026-05-01, kind: volume, what: x}\n";
  EXPECT_EQ(trouble(also).find("yrad"), std::string::npos) << trouble(also);
}

}  // namespace
}  // namespace corridor
