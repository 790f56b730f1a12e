#include "networks.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "corridor/graph/topology.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor::bench {

namespace {

/// Whole numbers that are the same on every machine, unlike those of std::uniform_int_distribution.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_{seed} {}
  std::size_t roll(std::size_t sides) { return engine_() % sides; }

 private:
  std::mt19937 engine_;
};

constexpr std::size_t origin_count = 64;

struct Draft {
  ArcEnds ends;
  Weight weight = 0;
};

Instance instance_of(std::size_t vertices, std::vector<Draft> arcs) {
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](const Draft& a, const Draft& b) { return a.ends.tail < b.ends.tail; });
  Instance instance;
  std::vector<ArcEnds> ends;
  for (const Draft& arc : arcs) {
    ends.push_back(arc.ends);
    instance.weight.add(arc.weight);
  }
  instance.graph = Graph{vertices, ends};
  return instance;
}

/// The arcs of a square grid, both ways, weighed by `weigh(row, column, is_along_row)`.
template <class Weigh>
std::vector<Draft> grid_arcs(std::size_t side, const std::vector<char>& missing,
                             const Weigh& weigh) {
  std::vector<Draft> arcs;
  const auto join = [&](std::size_t a, std::size_t b, Weight weight) {
    if (missing[a] != 0 || missing[b] != 0) return;
    arcs.push_back({{VertexId{a}, VertexId{b}}, weight});
    arcs.push_back({{VertexId{b}, VertexId{a}}, weight});
  };
  for (std::size_t row = 0; row < side; ++row) {
    for (std::size_t column = 0; column < side; ++column) {
      const std::size_t vertex = row * side + column;
      if (column + 1 < side) join(vertex, vertex + 1, weigh(row, column, true));
      if (row + 1 < side) join(vertex, vertex + side, weigh(row, column, false));
    }
  }
  return arcs;
}

std::size_t side_of(std::size_t vertices) {
  return static_cast<std::size_t>(std::sqrt(static_cast<double>(vertices)));
}

Mode mode(const std::string& id, ModeKind kind, double speed_km_h, double cost_usd_tkm) {
  Mode result;
  result.id = result.name = id;
  result.kind = kind;
  result.gauged = id == "rail";
  result.speed = Figure{KmPerHour{speed_km_h}};
  result.cost = Figure{UsdPerTonneKm{cost_usd_tkm}};
  result.capacity = Figure{TonnesPerYear{1e7}};
  result.load_cost = Figure{UsdPerTonne{2}};
  return result;
}

/// Builds the network of hubs and stars.
class Stars {
 public:
  Stars(std::uint32_t seed, std::size_t nodes) : dice_{seed}, hubs_{std::max(nodes / 16, 4UL)} {
    network_.id = network_.title = "stars";
    network_.state_date = {2026, 1, 1};
    rail_ = network_.modes.add(mode("rail", ModeKind::land, 40, 0.03));
    road_ = network_.modes.add(mode("road", ModeKind::land, 50, 0.08));
    sea_ = network_.modes.add(mode("sea", ModeKind::water, 30, 0.004));
    for (const auto& [a, b] : {std::pair{rail_, road_}, {sea_, rail_}, {sea_, road_}}) {
      network_.transfers.push_back({a, b, Figure{Hours{6}}, Figure{UsdPerTonne{2}}, {}});
    }
    network_.gauge_change = {Figure{Hours{10}}, Figure{UsdPerTonne{4}}};
    network_.port_defaults = {Figure{Hours{48}}, Figure{UsdPerTonne{10}}};
    BorderRule border;
    border.from = border.to = "*";
    border.time = Figure{Hours{5}};
    border.cost = Figure{UsdPerTonne{6}};
    network_.borders.push_back(border);
    Cargo cargo;
    cargo.id = cargo.name = "container";
    cargo.value_of_time = Figure{UsdPerTonneHour{0.2}};
    network_.cargoes.add(cargo);
  }

  Network build() {
    for (std::size_t hub = 0; hub < hubs_; ++hub) add_node(hub);
    for (std::size_t hub = 0; hub < hubs_; ++hub) {
      add_link(hub, (hub + 1) % hubs_, rail_, 200 + dice_.roll(400));
      add_link(hub, dice_.roll(hubs_), rail_, 1000 + dice_.roll(2000));
      if (hub % 4 == 0) add_link(hub, dice_.roll((hubs_ + 3) / 4) * 4, sea_, 3000);
      for (int spoke = 0; spoke < 15; ++spoke) {
        add_link(hub, add_node(hub), road_, 20 + dice_.roll(300));
      }
    }
    network_.index();
    return std::move(network_);
  }

 private:
  static std::string name(char kind, std::size_t number) {
    std::string result = std::to_string(number);
    result.insert(result.begin(), kind);
    return result;
  }

  std::size_t add_node(std::size_t hub) {
    Node node;
    node.id = node.name = name('n', network_.nodes.size());
    node.country = {'A', static_cast<char>('A' + hub * 20 / hubs_)};
    return network_.nodes.add(node).index();
  }

  void add_link(std::size_t from, std::size_t to, ModeId mode, std::size_t length_km) {
    Link link;
    link.id = name('l', network_.links.size());
    link.from = NodeId{from};
    link.to = NodeId{to};
    link.mode = mode;
    link.length = Figure{Km{static_cast<double>(length_km)}};
    if (mode == rail_) link.gauge_mm = from < hubs_ / 3 ? 1520 : 1435;
    network_.links.add(link);
  }

  Dice dice_;
  std::size_t hubs_;
  Network network_;
  ModeId rail_;
  ModeId road_;
  ModeId sea_;
};

}  // namespace

Instance grid_with_holes(std::uint32_t seed, std::size_t vertices) {
  const std::size_t side = side_of(vertices);
  Dice dice{seed};
  std::vector<char> missing(side * side, 0);
  for (char& hole : missing) hole = dice.roll(8) == 0 ? 1 : 0;
  const auto weigh = [&](std::size_t, std::size_t, bool) {
    return static_cast<Weight>(1 + dice.roll(1'000'000));
  };
  Instance instance = instance_of(side * side, grid_arcs(side, missing, weigh));
  while (instance.origins.size() < origin_count) {
    const VertexId vertex{dice.roll(side * side)};
    if (instance.graph.out(vertex).size() > 2) instance.origins.push_back(vertex);
  }
  return instance;
}

Instance roads_with_corridors(std::uint32_t seed, std::size_t vertices) {
  const std::size_t side = side_of(vertices);
  Dice dice{seed};
  const auto weigh = [&](std::size_t row, std::size_t column, bool along_row) {
    const bool fast = along_row ? row % 16 == 0 : column % 16 == 0;
    return static_cast<Weight>(900'000 + dice.roll(200'000)) / (fast ? 8 : 1);
  };
  const std::vector<char> missing(side * side, 0);
  Instance instance = instance_of(side * side, grid_arcs(side, missing, weigh));
  for (std::size_t i = 0; i < origin_count; ++i) {
    instance.origins.emplace_back(dice.roll(side * side));
  }
  return instance;
}

Network stars(std::uint32_t seed, std::size_t nodes) { return Stars{seed, nodes}.build(); }

Instance compiled_stars(std::uint32_t seed, std::size_t nodes) {
  const Network network = stars(seed, nodes);
  const State state = base_state(network, CargoId{0}, network.state_date);
  const Topology topology = compile(network);
  Instance instance{
      topology.graph, weights(price(network, topology, state), Objective::cost, 0), {}};
  Dice dice{seed};
  for (std::size_t i = 0; i < origin_count; ++i) {
    instance.origins.push_back(topology.origin[NodeId{dice.roll(network.nodes.size())}]);
  }
  return instance;
}

IdVector<ArcId, Tonnage> capacities(std::uint32_t seed, const Instance& instance) {
  Dice dice{seed};
  IdVector<ArcId, Tonnage> capacity(instance.graph.arc_count());
  for (Tonnage& tonnes : capacity) {
    tonnes = dice.roll(10) == 0 ? unlimited_tonnage
                                : static_cast<Tonnage>(1000 * (1 + dice.roll(20'000)));
  }
  return capacity;
}

}  // namespace corridor::bench
