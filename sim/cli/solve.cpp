#include "corridor/report/solve.hpp"

#include <cstdint>
#include <memory>

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"

#include "cli/command.hpp"
#include "cli/number_in.hpp"
#include "cli/solvers.hpp"

namespace corridor::cli {

namespace {

struct SolveCommand {
  std::string file;
  std::string coordinates;
  std::optional<std::uint64_t> from;
  std::optional<std::uint64_t> to;
  bool all = false;
  std::size_t k = 1;
  std::string solver;
  bool certify = false;
  bool whole_path = false;
  OutputOptions output;
};

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

int act(const SolveCommand& command) {
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
  if (answer.certificate) {
    fmt::print(stderr, "certificate: {} ({})\n", answer.certificate->holds ? "holds" : "FAILS",
               answer.certificate->checked);
    if (!answer.certificate->holds) return broken;
  }
  emit(command.output,
       report_solve({command.file, read.graph, question, answer, command.whole_path},
                    format_asked(command)));
  return answer.tree || !answer.paths.empty() ? answered : no_answer;
}

}  // namespace

void add_solve(CLI::App& app, Action& action) {
  auto command = std::make_shared<SolveCommand>();
  CLI::App* sub =
      app.add_subcommand("solve", "Answer a standard shortest-path instance (DIMACS .gr)");
  sub->add_option("file", command->file, "Graph in DIMACS's format ('p sp'), plain or gzip")
      ->required();
  add_node_option(*sub, "--from", command->from, "Node to start from, as the file numbers it")
      ->required();
  add_node_option(*sub, "--to", command->to, "Node to end at");
  sub->add_flag("--all", command->all,
                "The distance of every node, and the node before it: csv, unless told otherwise");
  sub->add_option("--k", command->k, "So many shortest paths without loops, not just one")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000).description(""));
  add_solver_option(*sub, command->solver, "What solves it; left out: dijkstra.");
  sub->add_option("--co", command->coordinates,
                  "Coordinates of the nodes, which help some solvers to prepare; left out: the "
                  ".co file beside the graph, if there is one")
      ->type_name("FILE");
  sub->add_flag("--path", command->whole_path, "Show all nodes of a long path");
  sub->add_flag("--certify", command->certify,
                "Prove the answer, and say on standard error what was checked");
  add_output_options(*sub, command->output);
  sub->footer(
      "Weights are whole numbers from 0. Standard error says how long it took (not with "
      "--quiet).\n"
      "Exit status 3: there is no path.\n\n"
      "Examples:\n"
      "  corridor solve USA-road-t.NY.gr.gz --from 1 --to 264346 --certify\n"
      "  corridor solve USA-road-t.NY.gr.gz --from 1 --to 264346 --solver hierarchy\n"
      "  corridor solve graph.gr --from 5 --to 9 --k 10 --format json\n"
      "  corridor solve graph.gr --from 5 --all --out distances.csv");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
