#include "corridor/input/tntp.hpp"

#include <utility>

#include "input/instance_text.hpp"
#include "input/sorted_by_tail.hpp"
#include "input/tntp_parts.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

TntpNetwork network_of(TntpLinks read) {
  const TntpHead& head = read.head;
  const auto rows = sorted_by_tail(std::move(read.rows), *head.nodes);
  TntpNetwork network;
  std::vector<ArcEnds> ends;
  ends.reserve(rows.size());
  network.link.reserve(rows.size());
  for (const TntpLinks::Row& row : rows) {
    ends.push_back({VertexId{row.tail}, VertexId{row.head}});
    network.link.add(row.link);
  }
  network.graph = Graph{*head.nodes, ends};
  network.zones = *head.zones;
  network.first_through = VertexId{*head.first_through - 1};
  network.toll_weight = head.toll_weight.value_or(0);
  network.distance_weight = head.distance_weight.value_or(0);
  return network;
}

TntpNetwork read_network(InstanceText text) {
  Diagnostics diagnostics;
  TntpLinks read = read_tntp_links(text.name, text.bytes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  return network_of(std::move(read));
}

std::vector<TntpTrips> read_trips(InstanceText text, const TntpNetwork& network) {
  Diagnostics diagnostics;
  const auto zones = static_cast<std::uint32_t>(network.zones);
  std::vector<TntpTrips> trips = read_tntp_trips(text.name, text.bytes, zones, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  return trips;
}

}  // namespace

TntpNetwork read_tntp_network(const fs::path& network, const TntpLimits& limits) {
  return read_network(load_instance(network, limits.max_bytes));
}

TntpInstance read_tntp(const fs::path& network, const fs::path& trips, const TntpLimits& limits) {
  TntpInstance result;
  result.network = read_tntp_network(network, limits);
  result.trips = read_trips(load_instance(trips, limits.max_bytes), result.network);
  return result;
}

TntpInstance read_tntp_bytes(std::string network, std::string trips, const TntpLimits& limits) {
  TntpInstance result;
  result.network = read_network(instance_text("network", std::move(network), limits.max_bytes));
  result.trips =
      read_trips(instance_text("trips", std::move(trips), limits.max_bytes), result.network);
  return result;
}

}  // namespace corridor
