#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "corridor/input/read.hpp"
#include "corridor/report/report.hpp"

namespace corridor::cli {

/// What the program ends with. 4 is our mistake: a bug, or a certificate that does not hold.
enum ExitStatus { answered = 0, wrong_input = 1, wrong_command = 2, no_answer = 3, broken = 4 };

/// A command line that contradicts itself in a way that the parser cannot see.
class CommandError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What the parsed command line asks for.
using Action = std::function<int()>;

// One subcommand each. The action is set when the command line names it.
void add_run(CLI::App& app, Action& action);
void add_compare(CLI::App& app, Action& action);
void add_routes(CLI::App& app, Action& action);
void add_flow(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_diff(CLI::App& app, Action& action);
void add_list(CLI::App& app, Action& action);
void add_validate(CLI::App& app, Action& action);
void add_new(CLI::App& app, Action& action);
void add_solve(CLI::App& app, Action& action);
void add_bench(CLI::App& app, Action& action);

/// Where the result goes, and in which form.
struct OutputOptions {
  Format format = Format::text;
  bool format_given = false;
  std::string file;  // empty: standard output
  bool force = false;
  bool quiet = false;
  bool allow_outside = false;

  ReadOptions reading() const;
};
void add_output_options(CLI::App& command, OutputOptions& options);
/// Options of commands that read files and answer with a status alone.
void add_reading_options(CLI::App& command, OutputOptions& options);
void add_date_option(CLI::App& command, std::optional<Date>& date);
void add_objective_option(CLI::App& command, std::optional<Objective>& objective);
void add_threads_option(CLI::App& command, std::size_t& threads);

/// The format asked for; else the one that the name of the output file stands for; else text.
Format format_of(const OutputOptions& options);

/// Writes the result to standard output or, whole or not at all, to a file. Whether a reader closed
/// the pipe does not matter: it has read what it wanted.
void emit(const OutputOptions& options, const std::string& text);

/// Prints warnings to standard error, each once, unless asked to be quiet.
void warn(const OutputOptions& options, const Diagnostics& warnings);

/// Scenarios with their network, checked; warnings are printed. Throws InputError.
Study load_study(const std::vector<std::string>& files, const OutputOptions& options);

inline constexpr const char* default_network = "scenarios/networks/eurasia";

/// The network given, or the default one.
std::filesystem::path network_path(const std::string& given);

/// The cargo of that id, or the network's first where it is empty. Throws InputError.
CargoId find_cargo(const Network& network, const std::string& id);

/// Runs all scenarios of a study, and prints certificates to standard error if they are asked for.
struct Runs {
  std::vector<RunResult> results;
  bool certified = true;  // no certificate fails
};
Runs run_all(const Compiled& compiled, const Study& study, const RunOptions& options);

}  // namespace corridor::cli
