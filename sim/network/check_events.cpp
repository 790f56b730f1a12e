#include <algorithm>
#include <cmath>

#include "corridor/network/names.hpp"

#include "network/check_parts.hpp"

namespace corridor {

namespace {

void check_effect_value(const CheckContext& context, const Event& event, const Edit& edit) {
  if (edit.attribute == Attribute::status) {
    if (edit.kind == EditKind::set) return;
    context.diagnostics.error(event.at, "a status cannot be scaled or added to");
    return;
  }
  const std::string name = to_string(edit.attribute);
  const bool wants_positive = edit.attribute == Attribute::speed && edit.kind != EditKind::add;
  if (!std::isfinite(edit.value)) {
    context.diagnostics.error(event.at, fmt::format("{} of the event is {}", name, edit.value),
                              "a finite number is wanted");
  } else if (edit.value < 0 && edit.kind != EditKind::add) {
    context.diagnostics.error(event.at, fmt::format("{} of the event is {}", name, edit.value),
                              "it must be 0 or more");
  } else if (wants_positive && edit.value == 0) {
    context.diagnostics.error(event.at, "speed of the event is 0",
                              "to stop traffic, set the status");
  }
}

void check_effect(const CheckContext& context, const Event& event) {
  for (const std::optional<Edit>& edit : {event.effect, event.before}) {
    if (edit) check_effect_value(context, event, *edit);
  }
  if (event.before && !event.effect) {
    context.diagnostics.error(event.at, "an event has `before`, but no attribute and value");
    return;
  }
  if (!event.effect) return;
  const Attribute attribute = event.effect->attribute;
  if (event.before && event.before->attribute != attribute) {
    context.diagnostics.error(event.at, "`before` is of another attribute than `value`");
  }
  if (event.before && event.before->kind != EditKind::set) {
    context.diagnostics.error(event.at, "`before` is no value",
                              "a value with its unit, no % and no +");
  }
  if (is_of_node(attribute) && event.nodes.empty()) {
    context.diagnostics.error(
        event.at, fmt::format("the event changes {}, but names no node", to_string(attribute)));
  } else if (event.links.empty() && event.nodes.empty()) {
    context.diagnostics.error(
        event.at,
        fmt::format("the event changes {}, but names no link and no node", to_string(attribute)));
  }
}

void check_names(const CheckContext& context, const Event& event) {
  const Network& network = context.network;
  for (const LinkId link : event.links) {
    context.names(link, network.links, event.at, "a link of the event");
  }
  for (const NodeId node : event.nodes) {
    context.names(node, network.nodes, event.at, "a node of the event");
  }
  std::vector<std::string> cargoes;
  for (const Cargo& cargo : network.cargoes) cargoes.push_back(cargo.id);
  for (const std::string& cargo : event.cargoes) {
    if (network.find_cargo(cargo)) continue;
    context.diagnostics.error(event.at, fmt::format("unknown cargo '{}' of the event", cargo),
                              did_you_mean(cargo, cargoes));
  }
  const auto kinds = event_kind_names();
  if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end()) {
    context.diagnostics.error(event.at, fmt::format("unknown kind '{}' of event", event.kind),
                              did_you_mean(event.kind, kinds));
  }
}

std::vector<std::string> node_ids(const Network& network) {
  std::vector<std::string> ids;
  for (const Node& node : network.nodes) ids.push_back(node.id);
  return ids;
}

std::vector<std::string> corridor_ids(const Network& network) {
  std::vector<std::string> ids;
  for (const Corridor& corridor : network.corridors) ids.push_back(corridor.id);
  return ids;
}

void check_benchmark_names(const CheckContext& context, const Benchmark& benchmark) {
  const Network& network = context.network;
  for (const std::string& corridor : {benchmark.corridor, benchmark.against}) {
    if (corridor.empty() || network.find_corridor(corridor)) continue;
    context.diagnostics.error(
        benchmark.at,
        fmt::format("unknown corridor '{}' of benchmark '{}'", corridor, benchmark.id),
        did_you_mean(corridor, corridor_ids(network)));
  }
  for (const std::string& node : {benchmark.from, benchmark.to}) {
    if (node.empty() || network.find_node(node)) continue;
    context.diagnostics.error(
        benchmark.at, fmt::format("unknown node '{}' of benchmark '{}'", node, benchmark.id),
        did_you_mean(node, node_ids(network)));
  }
}

}  // namespace

void check_events(const CheckContext& context) {
  for (const Event& event : context.network.events) {
    if (event.until && *event.until < event.date) {
      context.diagnostics.error(event.at,
                                fmt::format("the event ends on {}, before it begins on {}",
                                            to_string(*event.until), to_string(event.date)));
    }
    check_names(context, event);
    check_effect(context, event);
  }
  const auto earlier = [](const Event& a, const Event& b) { return a.date < b.date; };
  const auto& events = context.network.events;
  const auto misplaced = std::is_sorted_until(events.begin(), events.end(), earlier);
  if (misplaced != events.end()) {
    context.diagnostics.error(misplaced->at, "the events are not in the order of their dates");
  }
}

void check_benchmarks(const CheckContext& context) {
  for (const Benchmark& benchmark : context.network.benchmarks) {
    check_benchmark_names(context, benchmark);
    if (!std::isfinite(benchmark.value)) {
      context.diagnostics.error(benchmark.at, fmt::format("value of benchmark '{}' is {}",
                                                          benchmark.id, benchmark.value));
    } else if (benchmark.low > benchmark.high) {
      context.diagnostics.error(
          benchmark.at, fmt::format("the range of benchmark '{}' runs from {} to {}", benchmark.id,
                                    benchmark.low, benchmark.high));
    }
    if (benchmark.measure == BenchmarkMeasure::not_modelled && benchmark.why_not.empty()) {
      context.diagnostics.error(
          benchmark.at,
          fmt::format("benchmark '{}' does not say why it is not modelled", benchmark.id),
          "fill in why_not");
    }
  }
}

}  // namespace corridor
