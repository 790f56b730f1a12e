#include "cli/command.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/core/parallel.hpp"
#include "corridor/input/write.hpp"
#include "corridor/scenario/names.hpp"

namespace corridor::cli {

namespace {

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> names{{"text", Format::text},
                                                   {"markdown", Format::markdown},
                                                   {"csv", Format::csv},
                                                   {"json", Format::json},
                                                   {"latex", Format::latex}};
  return names;
}

std::string names_of(const std::map<std::string, Format>& map) {
  std::string names;
  for (const auto& [name, format] : map) names += (names.empty() ? "" : ", ") + name;
  return names;
}

void print_certificate(const Subject& subject, const char* which, const Side& side, bool& good) {
  if (side.certificate) {
    good = good && side.certificate->holds();
    fmt::print(stderr,
               "certificate of {}, {}: {} ({} arcs: route connected {}, open {}, weight {}, "
               "potentials {}, tight {})\n",
               subject.id, which, side.certificate->holds() ? "holds" : "FAILS",
               side.certificate->arcs_checked, side.certificate->connected, side.certificate->open,
               side.certificate->weight_agrees, side.certificate->potentials_feasible,
               side.certificate->tight);
  }
  if (side.most_throughput && side.most_throughput->certified) {
    good = good && *side.most_throughput->certified;
    fmt::print(stderr,
               "certificate of {}, {}, maximum flow: {} (capacities, conservation, and the "
               "cut equals the flow)\n",
               subject.id, which, *side.most_throughput->certified ? "holds" : "FAILS");
  }
}

}  // namespace

ReadOptions OutputOptions::reading() const {
  ReadOptions options;
  options.allow_outside = allow_outside;
  return options;
}

void add_reading_options(CLI::App& command, OutputOptions& options) {
  command.add_flag("--quiet,-q", options.quiet, "No warnings on standard error");
  command.add_flag("--allow-outside", options.allow_outside,
                   "Let files name files outside the folder tree of the first one");
}

void add_output_options(CLI::App& command, OutputOptions& options) {
  command
      .add_option_function<std::string>(
          "--format,-f",
          [&options](const std::string& name) {
            const auto found = formats().find(name);
            if (found == formats().end()) {
              throw CLI::ValidationError("--format",
                                         "'" + name + "' is none of " + names_of(formats()));
            }
            options.format = found->second;
            options.format_given = true;
          },
          "text, markdown, csv, json or latex; left out: what the end of --out says, else text")
      ->type_name("FORMAT");
  command
      .add_option("--out,-o", options.file,
                  "Write to this file, whole or not at all, instead of standard output")
      ->type_name("FILE");
  command.add_flag("--force", options.force, "Let --out replace a file that is there");
  add_reading_options(command, options);
}

void add_date_option(CLI::App& command, std::optional<Date>& date) {
  command
      .add_option_function<std::string>(
          "--as-of",
          [&date](const std::string& text) {
            date = parse_date(text, DayOfMonth::last);
            if (!date)
              throw CLI::ValidationError("--as-of", "'" + text + "' is no date YYYY-MM-DD");
          },
          "The state of that day, instead of the scenario's; YYYY-MM stands for its last day")
      ->type_name("DATE");
}

void add_objective_option(CLI::App& command, std::optional<Objective>& objective) {
  command
      .add_option_function<std::string>(
          "--objective",
          [&objective](const std::string& text) {
            objective = parse_objective(text);
            if (!objective) {
              throw CLI::ValidationError(
                  "--objective",
                  "'" + text + "' is none of cost, time, distance, emissions, generalised");
            }
          },
          "What routes minimise, instead of what scenario and trips say: cost, time, distance, "
          "emissions or generalised (cost + value of time x time)")
      ->type_name("OBJECTIVE");
}

void add_threads_option(CLI::App& command, std::size_t& threads) {
  threads = hardware_threads();
  command
      .add_option("--threads", threads,
                  "How many threads may compute; left out: as many as the machine runs at once. "
                  "Answers do not depend on it")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
}

Format format_of(const OutputOptions& options) {
  if (options.format_given) return options.format;
  const std::string extension = std::filesystem::path{options.file}.extension().string();
  if (extension == ".md") return Format::markdown;
  if (extension == ".csv") return Format::csv;
  if (extension == ".json") return Format::json;
  if (extension == ".tex") return Format::latex;
  return Format::text;
}

void emit(const OutputOptions& options, const std::string& text) {
  if (!options.file.empty()) {
    write_file(options.file, text, options.force);
    return;
  }
  errno = 0;
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written && errno != EPIPE) {
    throw InputError({}, fmt::format("cannot write to standard output: {}", std::strerror(errno)));
  }
}

void warn(const OutputOptions& options, const Diagnostics& warnings) {
  if (options.quiet) return;
  std::set<std::string> said;
  for (const Diagnostic& diagnostic : warnings.list()) {
    const std::string text = to_string(diagnostic);
    if (said.insert(text).second) fmt::print(stderr, "{}\n", text);
  }
}

Study load_study(const std::vector<std::string>& files, const OutputOptions& options) {
  Diagnostics diagnostics;
  const std::vector<std::filesystem::path> paths{files.begin(), files.end()};
  Study study = read_study(paths, diagnostics, options.reading());
  warn(options, diagnostics);
  return study;
}

std::filesystem::path network_path(const std::string& given) {
  if (!given.empty()) return given;
  if (!std::filesystem::exists(default_network)) {
    throw InputError({},
                     fmt::format("no network is given, and there is no {} here", default_network),
                     "name a network file or folder");
  }
  return default_network;
}

CargoId find_cargo(const Network& network, const std::string& id) {
  if (id.empty()) return CargoId{0};
  if (const std::optional<CargoId> cargo = network.find_cargo(id)) return *cargo;
  std::vector<std::string> known;
  for (const Cargo& cargo : network.cargoes) known.push_back(cargo.id);
  throw InputError({}, fmt::format("network {} has no cargo '{}'", network.id, id),
                   did_you_mean(id, known));
}

Runs run_all(const Compiled& compiled, const Study& study, const RunOptions& options) {
  Runs runs{run_all(compiled, study.scenarios, options)};
  for (const RunResult& result : runs.results) {
    for (const Subject& subject : result.subjects) {
      print_certificate(subject, "baseline", subject.baseline, runs.certified);
      print_certificate(subject, "scenario", subject.scenario, runs.certified);
    }
  }
  return runs;
}

}  // namespace corridor::cli
