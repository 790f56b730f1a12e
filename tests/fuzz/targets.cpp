#include "fuzz/targets.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include "corridor/input/flow_instance.hpp"
#include "corridor/input/read.hpp"
#include "corridor/input/road_graph.hpp"
#include "corridor/input/tntp.hpp"
#include "corridor/network/check.hpp"
#include "corridor/scenario/check.hpp"
#include "corridor/scenario/state.hpp"

#include "input/network_parts.hpp"
#include "input/table_reader.hpp"
#include "input/yaml_document.hpp"

namespace corridor::fuzz {

namespace {

// Small enough that the fuzzer spends its time on new inputs and not on large ones.
constexpr ReadOptions options{false, 1U << 20, 64, 20'000};

const std::string network_text = R"(version: 1
network: small
state_date: 2026-01-01
modes:
  - {id: rail, gauged: true, speed: 40 km/h, cost: 0.04 USD/tkm}
  - {id: sea, kind: water, speed: 30 km/h, cost: 0.01 USD/tkm}
cargoes: [{id: container, unit: TEU}, {id: grain}]
transfers: [{between: [rail, sea], cost: 1 USD/t}]
nodes:
  - {id: a, country: XA, lat: 40, lon: 45}
  - {id: b, country: XB, lat: 40, lon: 46}
  - {id: c, country: XB, lat: 41, lon: 46, kinds: [seaport]}
links:
  - {id: ab, from: a, to: b, mode: rail, length: 100 km, gauge: 1520, tags: [x]}
  - {id: bc, from: b, to: c, mode: sea, length: 200 km, status: planned}
corridors: [{id: x, from: a, links: [ab, bc]}]
policies: [{id: ban, changes: [{close: {link: ab}}]}]
)";

/// Where no file is, so that no input reads one.
std::filesystem::path nowhere() { return "/nonexistent"; }

const Network& small_network() {
  static const Network network = [] {
    Diagnostics warnings;
    return read_network_text(network_text, "small", nowhere(), warnings);
  }();
  return network;
}

void read_as_table(const std::string& bytes, const std::string& key,
                   const std::vector<Column>& columns) {
  Reading reading{options};
  const SourceFile* base = reading.load_text("small", network_text);
  const SourceFile* source = reading.load_text(key, bytes);
  if (source == nullptr) return;
  NetworkParts parts;
  for (const FileEntry& entry : parse_yaml(*base, reading)->entries) {
    for (const FileEntry& part : entry.value->entries) parts[entry.key].push_back(part.value);
  }
  parts[key] = read_table(*source, columns, reading);
  Network network;
  NetworkReader{reading, parts, network}.read();
  check(network, reading.diagnostics());
}

}  // namespace

void read_as_network(const std::string& bytes) {
  Diagnostics warnings;
  try {
    read_network_text(bytes, "fuzzed", nowhere(), warnings, options);
  } catch (const InputError&) {
    return;
  }
}

void read_as_scenario(const std::string& bytes) {
  Diagnostics diagnostics;
  try {
    const Scenario scenario = read_scenario_text(bytes, "fuzzed", nowhere(), diagnostics, options);
    const Network network = with_built_links(small_network(), {scenario}, diagnostics);
    if (!diagnostics.has_errors()) check(network, scenario, diagnostics);
  } catch (const InputError&) {
    return;
  }
}

void read_as_tables(const std::string& bytes) {
  read_as_table(bytes, "nodes", node_columns());
  read_as_table(bytes, "links", link_columns());
  read_as_table(bytes, "history", history_columns());
  read_as_table(bytes, "benchmarks", benchmark_columns());
}

void read_as_road_graph(const std::string& bytes) {
  RoadGraphLimits limits;
  limits.max_bytes = 1U << 20;
  const bool packed = bytes.starts_with("\x1F\x8B");
  const std::size_t end = packed ? std::string::npos : bytes.find('\0');
  std::optional<std::string> coordinates;
  if (end != std::string::npos) coordinates = bytes.substr(end + 1);
  try {
    const RoadGraph read = read_road_graph_bytes(bytes.substr(0, end), coordinates, limits);
    // What is read can be relied on.
    Weight total = 0;
    for (const Weight weight : read.weight) total += weight;
    const bool sound = total >= 0 && total <= infinite_weight / 16 &&
                       read.weight.size() == read.graph.arc_count() &&
                       read.points.size() == (coordinates ? read.graph.vertex_count() : 0);
    if (!sound) std::abort();
  } catch (const InputError&) {
    return;
  }
}

void read_as_flow_instance(const std::string& bytes) {
  FlowInstanceLimits limits;
  limits.max_bytes = 1U << 20;
  try {
    const MaxFlowInstance read = read_max_flow_bytes(bytes, limits);
    const std::size_t nodes = read.graph.vertex_count();
    const bool sound = read.capacity.size() == read.graph.arc_count() &&
                       read.source.index() < nodes && read.sink.index() < nodes &&
                       read.source != read.sink;
    if (!sound) std::abort();
  } catch (const InputError&) {
    // It may be of the other kind.
  }
  try {
    const MinCostInstance read = read_min_cost_bytes(bytes, limits);
    std::int64_t total = 0;
    for (const ArcId arc : read.graph.arcs()) {
      total += read.least[arc];
      if (read.capacity[arc] < unlimited_in_files) total += read.capacity[arc];
    }
    for (const std::int64_t supply : read.supply) total += std::abs(supply);
    if (total < 0 || total >= unlimited_in_files) std::abort();
  } catch (const InputError&) {
    return;
  }
}

void read_as_tntp(const std::string& bytes) {
  TntpLimits limits;
  limits.max_bytes = 1U << 20;
  const std::size_t end = bytes.find('\0');
  const std::string trips = end == std::string::npos ? "" : bytes.substr(end + 1);
  try {
    const TntpInstance read = read_tntp_bytes(bytes.substr(0, end), trips, limits);
    const std::size_t nodes = read.network.graph.vertex_count();
    bool sound = read.network.zones <= nodes && read.network.first_through.index() <= nodes &&
                 read.network.link.size() == read.network.graph.arc_count();
    for (const TntpLink& link : read.network.link) {
      sound = sound && link.free_time >= 0 && link.power >= 0 && (link.b == 0 || link.capacity > 0);
    }
    for (const TntpTrips& pair : read.trips) {
      sound = sound && pair.volume > 0 && pair.from.index() < read.network.zones &&
              pair.to.index() < read.network.zones;
    }
    if (!sound) std::abort();
  } catch (const InputError&) {
    return;
  }
}

}  // namespace corridor::fuzz
