#include "congested_networks.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <random>
#include <string>

#include "corridor/input/tntp.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

namespace corridor::bench {

namespace {

struct Weights {
  double toll = 0;
  double distance = 0;
};

void build(CongestedInstance& result, const TntpInstance& read, const Weights& weights) {
  result.graph = read.network.graph;
  result.network.graph = &result.graph;
  for (const VertexId vertex : result.graph.vertices()) {
    result.network.no_passing.add(vertex < read.network.first_through ? 1 : 0);
  }
  DemandClass of;
  for (const TntpLink& link : read.network.link) {
    const DelayForm form = link.b == 0 ? DelayForm::constant : DelayForm::bpr;
    result.network.delay.add({form, link.free_time, link.capacity, link.b, link.power});
    of.fixed.add(weights.toll * link.toll + weights.distance * link.length);
  }
  for (const TntpTrips& trips : read.trips) {
    of.demand.push_back({trips.from, trips.to, trips.volume});
  }
  result.classes.push_back(std::move(of));
}

const CongestedInstance& loaded(std::unique_ptr<CongestedInstance>& kept, const char* name,
                                const Weights& weights) {
  if (kept != nullptr) return *kept;
  try {
    const auto folder = public_data();
    if (!folder) throw std::runtime_error{"CORRIDOR_DATA is not set"};
    const std::string file = (*folder / "tntp" / name).string();
    kept = std::make_unique<CongestedInstance>();
    build(*kept, read_tntp(file + "_net.tntp", file + "_trips.tntp"), weights);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "corridor_bench: %s\n", error.what());
    std::exit(1);
  }
  return *kept;
}

}  // namespace

void build_congested_roads(CongestedInstance& result, std::uint32_t seed, std::size_t vertices) {
  constexpr std::size_t zone_step = 8;
  const Instance roads = roads_with_corridors(seed, vertices);
  std::mt19937 engine{seed};
  const auto real = [&](double least, double most) {
    return least + (most - least) * static_cast<double>(engine() % 1024) / 1024;
  };
  result.graph = roads.graph;
  result.network.graph = &result.graph;
  for (const ArcId arc : result.graph.arcs()) {
    const double time = static_cast<double>(roads.weight[arc]);
    result.network.delay.add({DelayForm::bpr, time, real(500, 1500), 0.15, 4});
  }
  DemandClass of;
  const double zones = static_cast<double>(vertices) / zone_step;
  for (std::size_t from = 0; from < result.graph.vertex_count(); from += zone_step) {
    for (std::size_t to = 0; to < result.graph.vertex_count(); to += zone_step) {
      if (from != to) of.demand.push_back({VertexId{from}, VertexId{to}, real(0, 400 / zones)});
    }
  }
  result.classes.push_back(std::move(of));
}

const CongestedInstance& congested_sioux_falls() {
  static std::unique_ptr<CongestedInstance> kept;
  return loaded(kept, "SiouxFalls/SiouxFalls", {});
}

const CongestedInstance& congested_anaheim() {
  static std::unique_ptr<CongestedInstance> kept;
  return loaded(kept, "Anaheim/Anaheim", {});
}

const CongestedInstance& congested_chicago_sketch() {
  static std::unique_ptr<CongestedInstance> kept;
  return loaded(kept, "Chicago-Sketch/ChicagoSketch", {0.02, 0.04});
}

}  // namespace corridor::bench
