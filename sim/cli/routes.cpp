#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "corridor/report/alternatives.hpp"

#include "cli/command.hpp"
#include "cli/number_in.hpp"
#include "cli/routes_pareto.hpp"

namespace corridor::cli {

namespace {

/// More routes than anybody reads, and few enough to keep.
constexpr std::size_t most_routes = 1000;

struct RoutesCommand {
  std::vector<std::string> scenarios;
  OutputOptions output;
  RunOptions run;
  AlternativesOptions alternatives;
  bool wants_alternatives = false;
  ParetoCommand frontier;
};

void print_certificate(const Subject& subject, const LooplessCertificate& certificate) {
  fmt::print(
      stderr,
      "certificate of {}, best paths: {} (sound {}, without loops {}, different {}, in order "
      "{}, none missing {}; {} sets of others searched)\n",
      subject.id, certificate.holds() ? "holds" : "FAILS", certificate.sound, certificate.loopless,
      certificate.different, certificate.ordered, certificate.none_missing,
      certificate.sets_searched);
}

void print_certificate(const Subject& subject, const DifferenceCertificate& certificate) {
  fmt::print(stderr,
             "certificate of {}, different routes: {} (sound {}, within the stretch {}, different "
             "{}, none missing {}; {} searches for one)\n",
             subject.id, certificate.holds() ? "holds" : "FAILS", certificate.sound,
             certificate.within, certificate.different, certificate.none_missing,
             certificate.searches);
}

/// Prints the certificates of a trip, and tells whether they hold.
bool are_certified(const Subject& subject, const Alternatives& trip) {
  bool certified = true;
  for (const LooplessCertificate& one : trip.certificates) {
    print_certificate(subject, one);
    certified = certified && one.holds();
  }
  if (!trip.difference) return certified;
  print_certificate(subject, *trip.difference);
  return certified && trip.difference->holds();
}

/// What the options ask for: a frontier, alternatives, or the best route leg by leg. `certified`
/// becomes false where a certificate of them does not hold.
std::string report_of(const Compiled& compiled, const Runs& runs, const RoutesCommand& command,
                      bool& certified) {
  const Format format = format_of(command.output);
  if (command.frontier.wanted()) {
    ParetoCommand asked = command.frontier;
    asked.frontier.certify = command.run.certify;
    return frontiers_of(compiled, runs.results, asked, format, certified);
  }
  if (!command.wants_alternatives) return report_routes(compiled, runs.results, format);
  AlternativesOptions asked = command.alternatives;
  asked.certify = command.run.certify;
  std::vector<RunAlternatives> all;
  for (const RunResult& run : runs.results) {
    all.push_back({run, alternatives(compiled, run, asked)});
    for (std::size_t i = 0; i < all.back().trips.size(); ++i) {
      certified = are_certified(run.subjects[i], all.back().trips[i]) && certified;
    }
  }
  return report_alternatives(compiled, all, command.alternatives, format);
}

int act(const RoutesCommand& command) {
  if (command.frontier.wanted() && command.wants_alternatives) {
    throw CommandError("--pareto cannot be combined with --k or --different");
  }
  const Study study = load_study(command.scenarios, command.output);
  const Compiled compiled{study.network, compile(study.network)};
  RunOptions options = command.run;
  options.runner_up = !command.wants_alternatives && !command.frontier.wanted();
  const Runs runs = run_all(compiled, study, options);
  bool certified = runs.certified;
  const std::string text = certified ? report_of(compiled, runs, command, certified) : "";
  if (!certified) return broken;
  emit(command.output, text);
  return answered;
}

void add_alternatives_options(CLI::App& sub, RoutesCommand& command) {
  AlternativesOptions& options = command.alternatives;
  sub.add_option_function<std::string>(
         "--k",
         [&command, &options](const std::string& text) {
           const std::optional<std::size_t> number = number_in<std::size_t>(text);
           if (!number || *number < 1 || *number > most_routes) {
             throw CLI::ValidationError("--k", "'" + text + "' is no whole number from 1 to " +
                                                   std::to_string(most_routes));
           }
           options.most = *number;
           command.wants_alternatives = true;
         },
         "The best K routes of each trip, side by side, that differ in links")
      ->type_name("K");
  CLI::Option* different = sub.add_flag_callback(
      "--different",
      [&command, &options] { options.different = command.wants_alternatives = true; },
      "Only routes that go another way than each better one; at most 5, or K");
  sub.add_option_function<std::string>(
         "--stretch",
         [&options](const std::string& text) {
           const std::optional<double> number = number_in<double>(text);
           if (!number || !(*number >= 1 && *number <= 1e6)) {
             throw CLI::ValidationError("--stretch", "'" + text + "' is no number from 1 to 1e6");
           }
           options.stretch = *number;
         },
         "With --different: no route worse than so many times the best, by the objective; 1.5 if "
         "left out")
      ->type_name("TIMES")
      ->needs(different);
  sub.add_option_function<std::string>(
         "--overlap",
         [&options](const std::string& text) {
           const std::optional<double> number = number_in<double>(text);
           if (!number || !(*number >= 0 && *number < 1)) {
             throw CLI::ValidationError("--overlap",
                                        "'" + text +
                                            "' is no share from 0 to below 1; 0.75 lets a route "
                                            "share three quarters of a better one's length");
           }
           options.overlap = *number;
         },
         "With --different: the most of a better route's length that a route may share; the rest "
         "must be left out in one piece; 0.75 if left out")
      ->type_name("SHARE")
      ->needs(different);
}

}  // namespace

void add_routes(CLI::App& app, Action& action) {
  auto command = std::make_shared<RoutesCommand>();
  command->run.most_throughput = false;
  CLI::App* sub = app.add_subcommand(
      "routes", "Show the best route of each trip, leg by leg, or its alternatives side by side");
  sub->add_option("scenarios", command->scenarios, "Scenario files")->required();
  add_output_options(*sub, command->output);
  add_objective_option(*sub, command->run.objective);
  add_date_option(*sub, command->run.as_of);
  sub->add_flag("--certify", command->run.certify,
                "Prove each best route, and those of --k, --different and --pareto, and say on "
                "standard error what was checked");
  add_alternatives_options(*sub, *command);
  add_pareto_options(*sub, command->frontier);
  sub->footer(
      "Examples:\n"
      "  corridor routes scenarios/zangezur-rail-opens.yaml\n"
      "  corridor routes scenarios/status-quo.yaml --objective time --format csv --out legs.csv\n"
      "  corridor routes scenarios/instc-against-suez.yaml --k 5\n"
      "  corridor routes scenarios/hormuz-closed.yaml --different\n"
      "  corridor routes scenarios/status-quo.yaml --different --k 3 --stretch 2 --overlap 0.5\n"
      "  corridor routes scenarios/zangezur-rail-opens.yaml --pareto cost,time");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
