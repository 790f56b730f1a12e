#include "cli/flow_max.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "corridor/report/most_of_all.hpp"
#include "corridor/scenario/places.hpp"
#include "corridor/study/world.hpp"

namespace corridor::cli {

namespace {

/// The names between the commas. Throws CommandError if there is nothing between two of them.
std::vector<std::string> names_in(const std::string& text, const char* option) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end == begin) throw CommandError(fmt::format("{}: '{}' lacks a name", option, text));
    names.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

AskedPlaces places_in(const Network& network, const std::string& text, const char* option,
                      Diagnostics& diagnostics) {
  AskedPlaces places;
  places.names = names_in(text, option);
  for (const std::string& name : places.names) {
    for (const NodeId node : places_of(network, {name, {option}}, diagnostics)) {
      if (std::ranges::find(places.nodes, node) == places.nodes.end()) places.nodes.push_back(node);
    }
  }
  return places;
}

void refuse_common(const Network& network, const AskedPlaces& from, const AskedPlaces& to) {
  for (const NodeId node : from.nodes) {
    if (std::ranges::find(to.nodes, node) == to.nodes.end()) continue;
    if (from.nodes.size() == 1 && to.nodes.size() == 1) {
      throw CommandError("--max: the two places are the same");
    }
    throw CommandError(fmt::format("--max: {} is both where cargo starts and where it ends",
                                   network.nodes[node].id));
  }
}

Date date_of(const Network& network, const Scenario* scenario, const MaxCommand& command) {
  if (command.as_of) return *command.as_of;
  return scenario != nullptr && scenario->as_of ? *scenario->as_of : latest_date(network);
}

void print_certificate(const char* which, std::optional<bool> certified, bool& good) {
  if (!certified) return;
  good = good && *certified;
  fmt::print(stderr,
             "certificate of the maximum flow{}: {} (capacities, conservation, the cuts equal the "
             "flow, and what else is told of them)\n",
             which, *certified ? "holds" : "FAILS");
}

}  // namespace

namespace {

/// The worlds of a scenario and of its baseline; of no scenario, the network as it stands.
struct MaxWorlds {
  std::optional<Worlds> baseline;
  Worlds changed;
};

MaxWorlds worlds_of(const Compiled& compiled, const Study& study, const MaxCommand& command) {
  const Scenario* scenario = study.scenarios.empty() ? nullptr : &study.scenarios.front();
  const Date date = date_of(study.network, scenario, command);
  MaxWorlds worlds{{}, Worlds{compiled, scenario, date}};
  if (scenario == nullptr) return worlds;
  const Scenario* before = scenario->baseline.empty() ? nullptr : &scenario->baseline.front();
  worlds.baseline.emplace(compiled, before,
                          before == nullptr ? date : date_of(study.network, before, command));
  return worlds;
}

}  // namespace

int most_between_ends(const Study& study, const MaxCommand& command) {
  const Network& network = study.network;
  FlowReport flow;
  Diagnostics diagnostics;
  flow.from = places_in(network, command.ends.first, "--max", diagnostics);
  flow.to = places_in(network, command.ends.second, "--max", diagnostics);
  diagnostics.throw_if_any_error();
  refuse_common(network, flow.from, flow.to);
  flow.cargo = find_cargo(network, command.cargo);
  const Compiled compiled{network, compile(network)};
  MaxWorlds worlds = worlds_of(compiled, study, command);
  flow.scenario = worlds.changed.scenario();
  flow.date = worlds.changed.date();
  const MostQuestion question{flow.from.nodes, flow.to.nodes, command.certify};
  bool good = true;
  if (worlds.baseline) {
    flow.baseline = most_between(compiled, worlds.baseline->of(flow.cargo), question);
    print_certificate(", baseline", flow.baseline->most.certified, good);
  }
  flow.answer = most_between(compiled, worlds.changed.of(flow.cargo), question);
  print_certificate(flow.baseline ? ", scenario" : "", flow.answer.most.certified, good);
  if (!good) return broken;
  emit(command.output, report_flow(compiled, flow, format_of(command.output)));
  const Throughput& most = flow.answer.most;
  return most.unlimited || most.value_t_yr > 0 ? answered : no_answer;
}

int most_between_all(const Study& study, const MaxCommand& command) {
  const Network& network = study.network;
  MostOfAllReport report;
  Diagnostics diagnostics;
  report.places = places_in(network, command.places, "--max-all", diagnostics);
  diagnostics.throw_if_any_error();
  const std::vector<NodeId>& places = report.places.nodes;
  if (places.size() < 2) throw CommandError("--max-all: two different places at least are needed");
  report.cargo = find_cargo(network, command.cargo);
  const Compiled compiled{network, compile(network)};
  MaxWorlds worlds = worlds_of(compiled, study, command);
  report.scenario = worlds.changed.scenario();
  report.date = worlds.changed.date();
  bool good = true;
  if (worlds.baseline) {
    report.baseline =
        most_of_all(compiled, worlds.baseline->of(report.cargo), places, command.certify);
    print_certificate("s, baseline", report.baseline->certified, good);
  }
  report.answer = most_of_all(compiled, worlds.changed.of(report.cargo), places, command.certify);
  print_certificate(report.baseline ? "s, scenario" : "s", report.answer.certified, good);
  if (!good) return broken;
  emit(command.output, report_most_of_all(compiled, report, format_of(command.output)));
  bool any = false;
  for (std::size_t from = 0; from < places.size(); ++from) {
    for (std::size_t to = 0; to < places.size(); ++to) {
      any = any || (from != to && report.answer.between(from, to) > 0);
    }
  }
  return any ? answered : no_answer;
}

}  // namespace corridor::cli
