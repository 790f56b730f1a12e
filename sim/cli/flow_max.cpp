#include "cli/flow_max.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

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

void print_certificate(const char* which, const Throughput& most, bool& good) {
  if (!most.certified) return;
  good = good && *most.certified;
  fmt::print(stderr,
             "certificate of the maximum flow{}: {} (capacities, conservation, the cuts equal the "
             "flow, and what widening promises)\n",
             which, *most.certified ? "holds" : "FAILS");
}

}  // namespace

int most_between_ends(const Study& study, const MaxCommand& command) {
  const Network& network = study.network;
  FlowReport flow;
  flow.scenario = study.scenarios.empty() ? nullptr : &study.scenarios.front();
  Diagnostics diagnostics;
  flow.from = places_in(network, command.ends.first, "--max", diagnostics);
  flow.to = places_in(network, command.ends.second, "--max", diagnostics);
  diagnostics.throw_if_any_error();
  refuse_common(network, flow.from, flow.to);
  flow.cargo = find_cargo(network, command.cargo);
  flow.date = date_of(network, flow.scenario, command);
  const Compiled compiled{network, compile(network)};
  const auto ask = [&](const Scenario* scenario, Date date) {
    Worlds worlds{compiled, scenario, date};
    return most_between(compiled, worlds.of(flow.cargo),
                        {flow.from.nodes, flow.to.nodes, command.certify});
  };
  flow.answer = ask(flow.scenario, flow.date);
  bool good = true;
  if (flow.scenario != nullptr) {
    const std::vector<Scenario>& before = flow.scenario->baseline;
    flow.baseline = before.empty()
                        ? ask(nullptr, flow.date)
                        : ask(&before.front(), date_of(network, &before.front(), command));
    print_certificate(", baseline", flow.baseline->most, good);
  }
  print_certificate(flow.baseline ? ", scenario" : "", flow.answer.most, good);
  if (!good) return broken;
  emit(command.output, report_flow(compiled, flow, format_of(command.output)));
  const Throughput& most = flow.answer.most;
  return most.unlimited || most.value_t_yr > 0 ? answered : no_answer;
}

}  // namespace corridor::cli
