#include <cstdint>

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"
#include "corridor/report/solve.hpp"

#include "cli/number_in.hpp"
#include "cli/solve_command.hpp"
#include "cli/solvers.hpp"

namespace corridor::cli {

namespace {

/// CLI11 would take -2 for a very large number.
CLI::Option* add_node_option(CLI::App& command, const std::string& name,
                             std::optional<std::uint64_t>& node, const std::string& help) {
  return command
      .add_option_function<std::string>(
          name,
          [&node, name](const std::string& text) {
            const std::optional<std::uint64_t> number = number_in<std::uint64_t>(text);
            if (!number) {
              throw CLI::ValidationError(name, "'" + text + "' is no number of a node");
            }
            node = *number;
          },
          help)
      ->type_name("NODE");
}

/// What the parser cannot see.
void check(const SolveCommand& command) {
  if (command.all && command.to) throw CommandError("--all and --to: only one of them");
  if (!command.from) throw CommandError("--from is wanted: the node to start from");
  if (!command.all && !command.to) throw CommandError("either --to or --all is wanted");
  if (command.all && command.k > 1) throw CommandError("--k needs --to");
  if (!command.solver.empty() && (command.all || command.k > 1)) {
    throw CommandError("--solver applies to a single path, not to --all or --k");
  }
}

VertexId vertex_of(const SolveCommand& command, const Graph& graph, std::uint64_t node) {
  if (node >= 1 && node <= graph.vertex_count()) return VertexId{node - 1};
  throw InputError({}, fmt::format("{} has no node {}", command.file, node),
                   fmt::format("nodes are numbered from 1 to {}", graph.vertex_count()));
}

/// Trees are for programs: without a word on the format they are csv.
Format format_asked(const SolveCommand& command) {
  const bool unsaid = !command.output.format_given && command.output.file.empty();
  return command.all && unsaid ? Format::csv : format_of(command.output);
}

void say_times(const SolveCommand& command, double read_s, const SolveAnswer& answer) {
  if (command.output.quiet) return;
  fmt::print(stderr, "read in {}, prepared in {}, answered in {}\n", seconds_text(read_s),
             seconds_text(answer.prepare_s), seconds_text(answer.answer_s));
}

}  // namespace

int solve_paths(const SolveCommand& command) {
  check(command);
  SolveQuestion question;
  if (!command.solver.empty()) question.solver = find_solver(command.solver);
  question.k = command.k;
  question.certify = command.certify;
  Stopwatch watch;
  const RoadGraph read =
      load_road_graph(command.file, command.coordinates, uses_points(question.solver));
  const double read_s = watch.lap();
  question.from = vertex_of(command, read.graph, *command.from);
  if (command.to) question.to = vertex_of(command, read.graph, *command.to);
  const SolveAnswer answer = solve({read.graph, read.weight.values(), read.points}, question);
  say_times(command, read_s, answer);
  if (!say_certificate(answer.certificate)) return broken;
  emit(command.output,
       report_solve({command.file, read.graph, question, answer, command.whole_path},
                    format_asked(command)));
  return answer.tree || !answer.paths.empty() ? answered : no_answer;
}

void add_path_options(CLI::App& sub, SolveCommand& command) {
  constexpr auto kind = InstanceKind::shortest_paths;
  const auto of_paths = [&](CLI::Option* option) {
    command.of_kind.push_back({option->group("Of shortest paths"), {kind}});
    return option;
  };
  of_paths(
      add_node_option(sub, "--from", command.from, "Node to start from, as the file numbers it"));
  of_paths(add_node_option(sub, "--to", command.to, "Node to end at"));
  of_paths(sub.add_flag("--all", command.all,
                        "The distance of every node, and the node before it: csv, unless told "
                        "otherwise"));
  of_paths(sub.add_option("--k", command.k, "So many shortest paths without loops, not just one")
               ->type_name("N")
               ->check(CLI::Range(1, 1'000'000).description("")));
  of_paths(add_solver_option(sub, command.solver, "What solves it; left out: dijkstra."));
  of_paths(sub.add_option("--co", command.coordinates,
                          "Coordinates of the nodes, which help some solvers to prepare; left "
                          "out: the .co file beside the graph, if there is one")
               ->type_name("FILE"));
  of_paths(sub.add_flag("--path", command.whole_path, "Show all nodes of a long path"));
}

}  // namespace corridor::cli
