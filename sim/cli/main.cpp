#include <csignal>
#include <exception>
#include <iostream>

#include <fmt/format.h>

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

constexpr const char* footer =
    "Exit status: 0 an answer; 1 the input is wrong; 2 the command is wrong; 3 no answer exists\n"
    "(nothing has a route), or a claim fails with --strict; 4 a fault of the program.\n"
    "Results go to standard output, all else to standard error.\n\n"
    "Examples:\n"
    "  corridor run scenarios/zangezur-rail-opens.yaml\n"
    "  corridor compare scenarios/*.yaml --measure time\n"
    "  corridor COMMAND --help";

/// The action that the command line asks for, or the status that parsing it ends with.
int parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, std::cout, std::cerr) == 0 ? answered : wrong_command;
  }
  return -1;
}

int act(const Action& action) {
  try {
    return action();
  } catch (const InputError& error) {
    fmt::print(stderr, "{}\n", to_string(error.diagnostics()));
    return wrong_input;
  } catch (const CommandError& error) {
    fmt::print(stderr, "{}\nRun with --help for more information.\n", error.what());
    return wrong_command;
  } catch (const std::exception& error) {
    fmt::print(stderr,
               "corridor: internal error: {}\nThis is a fault of the program, not of its "
               "input.\n",
               error.what());
    return broken;
  }
}

int main(int argc, char** argv) {
  CLI::App app{"Corridor: what-if comparisons of freight transport corridors", "corridor"};
  Action action;
  app.set_version_flag("--version", std::string{"corridor "} + CORRIDOR_VERSION);
  app.set_help_flag("--help,-h", "Show this and leave");
  app.require_subcommand(1);
  app.footer(footer);
  add_run(app, action);
  add_compare(app, action);
  add_routes(app, action);
  add_flow(app, action);
  add_check(app, action);
  add_diff(app, action);
  add_list(app, action);
  add_validate(app, action);
  add_new(app, action);
  add_solve(app, action);
  add_bench(app, action);
  const int status = parse(app, argc, argv);
  return status >= 0 ? status : act(action);
}

}  // namespace

}  // namespace corridor::cli

int main(int argc, char** argv) {
  // A reader that closes its end of a pipe must not kill the program half way through a file.
  std::signal(SIGPIPE, SIG_IGN);
  return corridor::cli::main(argc, argv);
}
