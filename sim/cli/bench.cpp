#include "corridor/report/bench.hpp"

#include <cstdint>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "corridor/study/world.hpp"

#include "cli/bench_flow.hpp"
#include "cli/progress.hpp"
#include "cli/solvers.hpp"

namespace corridor::cli {

namespace {

struct BenchCommand {
  std::string what;
  std::string trips;
  std::string coordinates;
  std::size_t queries = 1000;
  std::uint32_t seed = 1;
  std::vector<std::string> solvers;
  BenchOptions options;
  FlowBenchOptions flow;
  TntpWeights weights;
  std::vector<CLI::Option*> of_paths;
  std::vector<CLI::Option*> of_flows;
  OutputOptions output;
};

/// A graph to measure on, and what it is called.
struct Subject {
  std::string name;
  std::string weights;
  std::vector<VertexId> origins;
  std::vector<VertexId> targets;
};

int measure(const BenchCommand& command, const Instance& instance, const Subject& subject) {
  if (subject.origins.empty()) {
    throw InputError({}, fmt::format("{} has no nodes to ask for", subject.name));
  }
  Progress progress{command.output.quiet};
  BenchOptions options = command.options;
  for (const std::string& name : command.solvers) options.solvers.push_back(find_solver(name));
  options.progress = [&](const std::string& what) { progress.say(what); };
  const BenchResult result =
      bench(instance, random_pairs(subject.origins, subject.targets, command.queries, command.seed),
            options);
  emit(command.output,
       report_bench({subject.name, subject.weights, command.queries, command.seed, result},
                    format_of(command.output)));
  return result.agrees() ? answered : broken;
}

int bench_file(const BenchCommand& command) {
  const RoadGraph read = load_road_graph(command.what, command.coordinates, true);
  const std::vector<VertexId> all{read.graph.vertices().begin(), read.graph.vertices().end()};
  return measure(command, {read.graph, read.weight.values(), read.points},
                 {command.what, "as in the file", all, all});
}

/// Longitude and latitude of the node that each vertex stands at.
std::vector<Point> points_of(const Compiled& compiled) {
  std::vector<Point> points;
  for (const VertexInfo& vertex : compiled.topology.vertices) {
    const Node& node = compiled.network.nodes[vertex.node];
    points.push_back({node.lon_deg, node.lat_deg});
  }
  return points;
}

int bench_network(const BenchCommand& command, const std::filesystem::path& path) {
  if (!command.coordinates.empty()) throw CommandError("--co: a network has its own coordinates");
  Diagnostics warnings;
  const Network network = read_network(path, warnings, command.output.reading());
  warn(command.output, warnings);
  const Compiled compiled{network, compile(network)};
  Worlds worlds{compiled, nullptr, latest_date(network)};
  const Cargo& cargo = network.cargoes[CargoId{0}];
  const IdVector<ArcId, Weight> weight =
      weights(worlds.of(CargoId{0}).metric, Objective::generalised,
              per_tonne(cargo.value_of_time, cargo).value);
  const std::vector<Point> points = points_of(compiled);
  const auto& topology = compiled.topology;
  return measure(command, {topology.graph, weight.values(), points},
                 {"network " + network.id,
                  "generalised cost of " + cargo.name,
                  {topology.origin.begin(), topology.origin.end()},
                  {topology.destination.begin(), topology.destination.end()}});
}

void refuse(const std::vector<CLI::Option*>& options, const std::string& why) {
  for (const CLI::Option* option : options) {
    if (option->count() > 0) throw CommandError(option->get_name() + " does not fit: " + why);
  }
}

int bench_flows(const BenchCommand& command, std::optional<InstanceKind> kind) {
  refuse(command.of_paths, "it is of shortest paths");
  FlowBenchCommand flow{{},           command.trips,   command.seed,
                        command.flow, command.weights, command.output};
  flow.options.repeat = command.options.repeat;
  if (!kind) return bench_generated_flows(flow);
  flow.file = command.what;
  return bench_flow_file(flow, *kind);
}

int act(const BenchCommand& command) {
  if (command.what == "flow") return bench_flows(command, {});
  const bool is_file = !command.what.empty() && !std::filesystem::is_directory(command.what) &&
                       kind_of_file(command.what) != "network";
  const InstanceKind kind = is_file ? instance_kind(command.what) : InstanceKind::shortest_paths;
  if (kind != InstanceKind::shortest_paths) return bench_flows(command, kind);
  refuse(command.of_flows, "it is of flows");
  return is_file ? bench_file(command) : bench_network(command, network_path(command.what));
}

void add_path_bench_options(CLI::App& sub, BenchCommand& command) {
  command.of_paths = {
      sub.add_option("--queries", command.queries, "So many random pairs of nodes; left out: 1000")
          ->type_name("N")
          ->check(CLI::Range(1, 10'000'000).description("")),
      add_solver_option(sub, command.solvers,
                        "Only this one, beside the reference; may be repeated."),
      sub.add_option("--budget", command.options.budget_s,
                     "Ask a solver for no longer than that; left out: 10")
          ->type_name("SECONDS")
          ->check(CLI::Range(0.0, 1e6).description("")),
      sub.add_option("--co", command.coordinates,
                     "Coordinates of a graph's nodes; left out: the .co file beside it, if there "
                     "is one")
          ->type_name("FILE")};
}

void add_flow_bench_options(CLI::App& sub, BenchCommand& command) {
  command.of_flows = {
      sub.add_option("trips", command.trips, "Of a network in TNTP's format: the trips"),
      sub.add_option("--gap", command.flow.gap,
                     "Relative gap that methods of assignment reach; left out: 1e-4")
          ->type_name("NUMBER")
          ->check(CLI::Range(0.0, 1.0).description("")),
      sub.add_option("--iterations", command.flow.most_iterations,
                     "At most so many of them; left out: 10000")
          ->type_name("N")
          ->check(CLI::Range(1, 100'000'000).description(""))};
  for (CLI::Option* option : add_weight_options(sub, command.weights)) {
    command.of_flows.push_back(option);
  }
}

}  // namespace

void add_bench(CLI::App& app, Action& action) {
  auto command = std::make_shared<BenchCommand>();
  CLI::App* sub =
      app.add_subcommand("bench", "Measure every solver on a network, a graph or a flow problem");
  sub->add_option("what", command->what,
                  fmt::format("Network file or folder, graph or flow problem in DIMACS's format, "
                              "plain or gzip, network in TNTP's, or 'flow' for solvers of flows "
                              "on generated problems; left out: {}",
                              default_network));
  sub->add_option("--seed", command->seed, "Which pairs, or problems; left out: 1")->type_name("N");
  sub->add_option("--repeat", command->options.repeat,
                  "Measure so often, and let the least time count; left out: 1")
      ->type_name("N")
      ->check(CLI::Range(1, 1000).description(""));
  add_path_bench_options(*sub, *command);
  add_flow_bench_options(*sub, *command);
  add_output_options(*sub, command->output);
  sub->footer(
      "Each answer is held against Boost.Graph's. Exit status 4: one is wrong.\n\n"
      "Examples:\n"
      "  corridor bench\n"
      "  corridor bench scenarios/networks/eurasia --repeat 3 --format markdown\n"
      "  corridor bench USA-road-t.NY.gr.gz --solver hierarchy --solver dijkstra --queries 100\n"
      "  corridor bench flow --repeat 3\n"
      "  corridor bench network.max\n"
      "  corridor bench Anaheim_net.tntp Anaheim_trips.tntp --gap 1e-6\n"
      "  corridor bench ChicagoSketch_net.tntp ChicagoSketch_trips.tntp --toll-weight 0.02 "
      "--distance-weight 0.04");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
