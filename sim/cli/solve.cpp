#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/solve_command.hpp"

namespace corridor::cli {

namespace {

const char* in_words(InstanceKind kind) {
  switch (kind) {
    case InstanceKind::max_flow:
      return "a maximum-flow problem";
    case InstanceKind::min_cost_flow:
      return "a minimum-cost-flow problem";
    case InstanceKind::assignment:
      return "a network for assignment";
    default:
      return "a graph for shortest paths";
  }
}

/// Whether two names stand for one file, there or not.
bool is_same(const std::string& a, const std::string& b) {
  const auto whole = [](const std::string& name) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(name));
  };
  return whole(a) == whole(b);
}

/// What the parser cannot see.
void check(const SolveCommand& command, InstanceKind kind) {
  for (const OptionOfKind& one : command.of_kind) {
    if (one.option->count() == 0 ||
        std::find(one.kinds.begin(), one.kinds.end(), kind) != one.kinds.end()) {
      continue;
    }
    const std::string name = one.option->get_name();
    throw CommandError(fmt::format("{} does not fit: {} is {}",
                                   name == "trips" ? "a second file" : name, command.file,
                                   in_words(kind)));
  }
  if (command.flows.empty() || command.output.file.empty()) return;
  if (is_same(command.flows, command.output.file)) {
    throw CommandError("--flows and --out name the same file");
  }
}

int act(const SolveCommand& command) {
  const InstanceKind kind = instance_kind(command.file);
  check(command, kind);
  switch (kind) {
    case InstanceKind::max_flow:
      return solve_max_flow(command);
    case InstanceKind::min_cost_flow:
      return solve_min_cost_flow(command);
    case InstanceKind::assignment:
      return solve_assignment(command);
    default:
      return solve_paths(command);
  }
}

constexpr const char* footer =
    "What is asked shows in the file's name: .gr, .max and .min are DIMACS's shortest paths,\n"
    "maximum and minimum-cost flows, plain or gzip; .tntp is a network for assignment, with a\n"
    "file of trips. Standard error says how long it took (not with --quiet).\n"
    "Exit status 3: there is no path, no flow, no optimum, or the gap was not reached.\n\n"
    "Examples:\n"
    "  corridor solve USA-road-t.NY.gr.gz --from 1 --to 264346 --certify\n"
    "  corridor solve USA-road-t.NY.gr.gz --from 1 --to 264346 --solver hierarchy\n"
    "  corridor solve graph.gr --from 5 --to 9 --k 10 --format json\n"
    "  corridor solve graph.gr --from 5 --all --out distances.csv\n"
    "  corridor solve network.max --certify\n"
    "  corridor solve network.min.gz --flows flows.csv\n"
    "  corridor solve Anaheim_net.tntp Anaheim_trips.tntp --gap 1e-12 --certify\n"
    "  corridor solve net.tntp trips.tntp --method bfw --gap 1e-5 --flows flows.csv";

}  // namespace

bool say_certificate(const std::optional<SolveCertificate>& certificate) {
  if (!certificate) return true;
  fmt::print(stderr, "certificate: {} ({})\n", certificate->holds ? "holds" : "FAILS",
             certificate->checked);
  return certificate->holds;
}

void add_solve(CLI::App& app, Action& action) {
  auto command = std::make_shared<SolveCommand>();
  CLI::App* sub = app.add_subcommand(
      "solve", "Answer a standard instance: shortest paths, flows (DIMACS), assignment (TNTP)");
  sub->add_option("file", command->file, "The instance: .gr, .max or .min, plain or gzip; .tntp")
      ->required();
  add_path_options(*sub, *command);
  add_assignment_options(*sub, *command);
  command->of_kind.push_back(
      {sub->add_option("--flows", command->flows,
                       "Of flows and assignment: write those of all arcs to this file, as csv, "
                       "whole or not at all")
           ->type_name("FILE"),
       {InstanceKind::max_flow, InstanceKind::min_cost_flow, InstanceKind::assignment}});
  sub->add_flag("--certify", command->certify,
                "Prove the answer, and say on standard error what was checked");
  add_output_options(*sub, command->output);
  sub->footer(footer);
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
