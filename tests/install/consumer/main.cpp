// What a program looks like that uses the library: reads a network, sends a trip over it, and asks
// for the proof that the route is the cheapest.

#include <cmath>
#include <cstdio>
#include <filesystem>

#include "corridor/input/read.hpp"
#include "corridor/study/trip_solver.hpp"

namespace {

// Baku - Ganja: 360 km at 0.04 USD/tkm and 40 km/h, loading 12 h and 3 USD/t at either end.
constexpr const char* network_text = R"(
version: 1
network: one_line
modes:
  - {id: rail, gauged: true, speed: 40 km/h, cost: 0.04 USD/tkm, load_time: 12 h, load_cost: 3 USD/t}
cargoes:
  - {id: container, unit: TEU, tonnes_per_teu: 14 t/TEU, value_of_time: 0.1 USD/t/h}
nodes:
  - {id: baku, country: AZ, lat: 40.4, lon: 49.9}
  - {id: ganja, country: AZ, lat: 40.7, lon: 46.4}
links:
  - {id: baku_ganja_rail, from: baku, to: ganja, mode: rail, length: 360 km, gauge: 1520}
)";

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

}  // namespace

int main() {
  using namespace corridor;
  Diagnostics warnings;
  const Network network =
      read_network_text(network_text, "one_line.yaml", std::filesystem::current_path(), warnings);
  const Compiled compiled{network, compile(network)};

  Worlds worlds{compiled, nullptr, latest_date(network)};
  Trip trip;
  trip.from.text = "baku";
  trip.to.text = "ganja";
  trip.cargo.text = "container";
  const TripQuery query = resolve_trip(compiled, trip, Objective::generalised);
  const TripAnswer answer = solve_trip(compiled, worlds.of(query.cargo), query, true);

  const Evaluation& route = answer.evaluation;
  std::printf("%.0f km, %.2f h, %.2f USD/t\n", route.distance_km, route.time_h, route.cost_usd_t);
  const bool right = route.reachable && near(route.distance_km, 360) &&
                     near(route.time_h, 360.0 / 40 + 2 * 12) &&
                     near(route.cost_usd_t, 360 * 0.04 + 2 * 3);
  const bool proved = answer.certificate && answer.certificate->holds();
  return right && proved ? 0 : 1;
}
