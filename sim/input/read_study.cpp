#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/input/read.hpp"
#include "corridor/scenario/check.hpp"
#include "corridor/scenario/demand.hpp"
#include "corridor/scenario/state.hpp"

#include "input/demand_file.hpp"
#include "input/network_file.hpp"
#include "input/scenario_files.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

/// A scenario put together, and the file that it began with.
struct Built {
  const ScenarioDraft* draft = nullptr;
  Scenario scenario;
  std::optional<NetworkPlace> network;
  bool has_faults = false;
};

std::string same_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') result += c;
  }
  return result;
}

/// The cargoes of a scenario's trips, by the trips' ids and by their ends.
std::map<std::string, const Cargo*> cargo_by_trip(const Network& network,
                                                  const Scenario& scenario) {
  std::map<std::string, const Cargo*> cargoes;
  const auto add = [&](const Trip& trip, const std::string& name) {
    const auto cargo = network.find_cargo(trip.cargo.text);
    if (cargo) cargoes.try_emplace(same_spaces(name), &network.cargoes[*cargo]);
  };
  for (const Trip& trip : scenario.trips) add(trip, trip.id);  // ids come before ends
  for (const Trip& trip : scenario.trips) add(trip, trip.from.text + "->" + trip.to.text);
  return cargoes;
}

/// Bounds are counted as results are: by the unit of the trip's cargo, throughput by tonnes.
void convert_bounds(const Network& network, const std::vector<std::optional<Per>>& bound_per,
                    Scenario& scenario) {
  const auto cargoes = cargo_by_trip(network, scenario);
  for (std::size_t i = 0; i < scenario.expectations.size() && i < bound_per.size(); ++i) {
    Expectation& expectation = scenario.expectations[i];
    const auto found = cargoes.find(same_spaces(expectation.trip.text));
    if (!bound_per[i] || found == cargoes.end()) continue;
    const Cargo& cargo = *found->second;
    const double tonnes = cargo.tonnes_per_teu.value.value;
    const bool by_teu = bound_per[i] == Per::teu;
    if (expectation.measure == Measure::throughput) {
      if (by_teu) expectation.bound *= tonnes;
    } else if (by_teu != (cargo.unit == Per::teu)) {
      expectation.bound = by_teu ? expectation.bound / tonnes : expectation.bound * tonnes;
    }
  }
}

/// What can be said only once the network is known, of a scenario and its baselines.
void settle(const Network& network, const std::string& network_file, Scenario& scenario) {
  scenario.network_file = network_file;
  for (Trip& trip : scenario.trips) {
    if (trip.cargo.text.empty() && !network.cargoes.empty()) {
      trip.cargo.text = network.cargoes[CargoId{0}].id;
    }
  }
  for (Scenario& baseline : scenario.baseline) settle(network, network_file, baseline);
}

void check_all(const Network& network, const Scenario& scenario, Diagnostics& diagnostics) {
  check(network, scenario, diagnostics);
  for (const Scenario& baseline : scenario.baseline) check_all(network, baseline, diagnostics);
}

class StudyReader {
 public:
  /// `network` holds instead of those that the scenarios name, if it is not empty.
  StudyReader(Reading& reading, const fs::path& network) : reading_{reading} {
    std::error_code fault;
    const bool is_folder = fs::is_directory(network, fault);
    network_ = {network, is_folder ? network : network.parent_path(), {shown(network), 0, 0}};
  }

  void read_scenarios(const std::vector<fs::path>& files) {
    std::set<const ScenarioDraft*> seen;
    for (const fs::path& file : files) {
      const ScenarioDraft* draft = files_.load(file, file.parent_path(), {shown(file), 0, 0});
      if (draft == nullptr || !seen.insert(draft).second) continue;
      const std::size_t errors_before = reading_.error_count();
      built_.push_back({draft, files_.build(*draft), {}, false});
      built_.back().has_faults =
          files_.has_faults(*draft) || reading_.error_count() > errors_before;
    }
    std::map<std::string, const ScenarioDraft*> first;
    for (const Built& built : built_) {
      const auto [other, is_new] = first.try_emplace(built.scenario.id, built.draft);
      if (is_new || built.scenario.id.empty()) continue;
      reading_.error(built.scenario.at,
                     fmt::format("scenario {} is there twice", in_quotes(built.scenario.id)),
                     fmt::format("the first is in {}", other->second->source->name));
    }
  }

  /// The network that all scenarios share; nothing if they name none, or if it is wrong.
  std::optional<Network> read_network() {
    const NetworkPlace* shared = network_.path.empty() ? find_shared_network() : &network_;
    if (shared == nullptr) return {};
    network_file_ = shown(shared->path);
    const std::size_t errors_before = reading_.error_count();
    auto network = read_network_file(reading_, shared->path, shared->root, shared->at);
    if (reading_.error_count() > errors_before) return {};
    return network;
  }

  Study finish(Network network) {
    Study study;
    for (Built& built : built_) {
      settle(network, network_file_, built.scenario);
      convert_bounds(network, built.draft->bound_per, built.scenario);
      study.scenarios.push_back(std::move(built.scenario));
    }
    study.network = std::move(network);
    check_scenarios(study);
    return study;
  }

 private:
  /// Checks the scenarios whose files are in order; of the others only the names that they use, as
  /// what is missing in them would be blamed on what is there.
  void check_scenarios(Study& study) {
    std::vector<Scenario> sound;
    for (std::size_t i = 0; i < built_.size(); ++i) {
      if (!built_[i].has_faults) {
        sound.push_back(study.scenarios[i]);
      } else {
        check_names(study.network, study.scenarios[i], reading_.diagnostics());
      }
    }
    Diagnostics built_links;
    study.network = with_built_links(study.network, sound, built_links);
    for (const Diagnostic& diagnostic : built_links.list()) reading_.diagnostics().add(diagnostic);
    if (built_links.has_errors()) return;
    for (const Scenario& scenario : sound)
      check_all(study.network, scenario, reading_.diagnostics());
  }

  const NetworkPlace* find_shared_network() {
    const NetworkPlace* shared = nullptr;
    for (Built& built : built_) {
      const std::size_t errors_before = reading_.error_count();
      built.network = files_.network_of(*built.draft);
      if (!built.network && reading_.error_count() == errors_before && !built.draft->has_faults) {
        reading_.error(built.scenario.at, "no network is named",
                       "add 'network', or extend a scenario that has one");
      }
      if (!built.network) continue;
      if (shared == nullptr) {
        shared = &*built.network;
      } else if (canonical_text(shared->path) != canonical_text(built.network->path)) {
        reading_.error(built.network->at,
                       fmt::format("{} stands on another network than {}",
                                   built.draft->source->name, built_.front().draft->source->name),
                       "scenarios are compared on one network");
      }
      check_baseline(*built.draft, *shared);
    }
    return shared;
  }

  /// A baseline on another network would be no measure for this one.
  void check_baseline(const ScenarioDraft& draft, const NetworkPlace& shared) {
    const ScenarioDraft* baseline = files_.baseline_of(draft);
    const auto other = baseline != nullptr ? files_.network_of(*baseline) : std::nullopt;
    if (!other || canonical_text(other->path) == canonical_text(shared.path)) return;
    reading_.error(
        draft.baseline->at(), "the baseline stands on another network",
        fmt::format("it stands on {}, the scenario on {}", shown(other->path), shown(shared.path)));
  }

  Reading& reading_;
  NetworkPlace network_;
  std::string network_file_;
  ScenarioFiles files_{reading_};
  std::vector<Built> built_;
};

/// The demand in a file, which is null if it could not be read.
DemandPlan finish_demand(Reading& reading, const SourceFile* source, const Network& network,
                         Diagnostics& warnings) {
  const auto plan = source != nullptr ? read_demand_plan(reading, *source) : std::nullopt;
  if (plan && reading.error_count() == 0) spread(network, *plan, reading.diagnostics());
  reading.finish(warnings);
  return plan.value();  // nothing was wrong, so it is there
}

}  // namespace

Study read_study(const std::vector<fs::path>& scenario_files, Diagnostics& warnings,
                 const ReadOptions& options, const fs::path& network) {
  Reading reading{options};
  StudyReader reader{reading, network};
  reader.read_scenarios(scenario_files);
  Study study;
  if (auto found = reader.read_network()) study = reader.finish(std::move(*found));
  reading.finish(warnings);
  return study;
}

DemandPlan read_demand(const fs::path& file, const Network& network, Diagnostics& warnings,
                       const ReadOptions& options) {
  Reading reading{options};
  return finish_demand(reading, reading.load(file, {shown(file), 0, 0}), network, warnings);
}

DemandPlan read_demand_text(const std::string& yaml, const std::string& name,
                            const Network& network, Diagnostics& warnings,
                            const ReadOptions& options) {
  Reading reading{options};
  return finish_demand(reading, reading.load_text(name, yaml), network, warnings);
}

Scenario read_scenario_text(const std::string& yaml, const std::string& name,
                            const fs::path& folder, Diagnostics& warnings,
                            const ReadOptions& options) {
  Reading reading{options};
  ScenarioFiles files{reading};
  Scenario scenario;
  if (const ScenarioDraft* draft = files.load_text(yaml, name, folder)) {
    scenario = files.build(*draft);
    const auto network = files.network_of(*draft);
    if (network) scenario.network_file = shown(network->path);
  }
  reading.finish(warnings);
  return scenario;
}

}  // namespace corridor
