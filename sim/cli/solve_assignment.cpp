#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/core/stopwatch.hpp"

#include "cli/emit_flows.hpp"
#include "cli/number_option.hpp"
#include "cli/progress.hpp"
#include "cli/tntp_problem.hpp"

namespace corridor::cli {

namespace {

/// What is asked for if nothing is said: bushes close a gap by leaps, the others by small steps.
double gap_of(const SolveCommand& command, AssignmentMethod method) {
  return command.gap.value_or(method == AssignmentMethod::algorithm_b ? 1e-10 : 1e-5);
}

AssignmentMethod find_method(const std::string& name) {
  if (const auto found = assignment_method_by_name(name)) return *found;
  const std::vector<std::string> known = assignment_method_names();
  const std::string hint = did_you_mean(name, known);
  throw CommandError(
      fmt::format("--method: '{}' is no method of assignment; {}", name,
                  hint.empty() ? fmt::format("there are {}", fmt::join(known, ", ")) : hint));
}

Principle find_principle(const std::string& name) {
  if (name == "ue") return Principle::user_equilibrium;
  if (name == "so") return Principle::system_optimum;
  throw CommandError(fmt::format("--principle: '{}' is neither ue nor so", name));
}

AssignmentOptions options_of(const SolveCommand& command) {
  AssignmentOptions options;
  options.method = find_method(command.method);
  options.principle = find_principle(command.principle);
  options.gap = gap_of(command, options.method);
  options.most_iterations = command.most_iterations;
  return options;
}

AssignmentAnswer solve_aloud(AssignmentQuestion question, bool quiet) {
  Progress progress{quiet};
  question.options.progress = [&](const AssignmentProgress& at) {
    progress.say(fmt::format("{} iterations: gap {:.1e}", at.iteration, at.relative_gap));
  };
  return solve(question);
}

}  // namespace

int solve_assignment(const SolveCommand& command) {
  if (command.trips.empty()) {
    throw CommandError("a network for assignment wants a second file, of trips");
  }
  const AssignmentOptions options = options_of(command);
  Stopwatch watch;
  TntpProblem problem;
  read_problem(command.file, command.trips, command.weights, problem);
  const double read_s = watch.lap();
  const AssignmentQuestion question{problem.network, problem.trips, options, command.certify};
  const AssignmentAnswer answer = solve_aloud(question, command.output.quiet);
  say_times(command, read_s, answer.answer_s);
  if (!answer.flow.converged) {
    fmt::print(stderr, "the gap asked for was not reached in {} iterations\n",
               answer.flow.iterations);
  }
  if (!say_certificate(answer.certificate)) return broken;
  emit_flows(command,
             AssignmentReport{command.file, command.trips, problem.zones, question, answer});
  const bool carries = answer.asked == 0 || answer.left_out < answer.asked;
  return carries && answer.flow.converged ? answered : no_answer;
}

void add_assignment_options(CLI::App& sub, SolveCommand& command) {
  const auto of_assignment = [&](CLI::Option* option) {
    command.of_kind.push_back({option->group("Of assignment"), {InstanceKind::assignment}});
  };
  command.of_kind.push_back({sub.add_option("trips", command.trips, "Of assignment: the trips"),
                             {InstanceKind::assignment}});
  of_assignment(sub.add_option("--method", command.method,
                               fmt::format("How; left out: algorithm_b. One of: {}",
                                           fmt::join(assignment_method_names(), ", ")))
                    ->type_name("NAME"));
  of_assignment(sub.add_option("--principle", command.principle,
                               "ue: each trip at least cost to itself; so: all trips together "
                               "at least cost; left out: ue")
                    ->type_name("ue|so"));
  of_assignment(
      add_number_option(sub, "--gap", command.gap,
                        "Relative gap to reach; left out: 1e-10 for algorithm_b, 1e-5 for others"));
  of_assignment(
      sub.add_option("--iterations", command.most_iterations, "At most so many; left out: 10000")
          ->type_name("N")
          ->check(CLI::Range(1, 100'000'000).description("")));
  for (CLI::Option* option : add_weight_options(sub, command.weights)) of_assignment(option);
}

}  // namespace corridor::cli
