#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "corridor/network/check.hpp"
#include "corridor/scenario/state.hpp"

#include "scenario/lookup.hpp"

namespace corridor {

namespace {

/// Adds links to a copy of a network, each once.
class Layout {
 public:
  Layout(Network network, Diagnostics& diagnostics)
      : network_{std::move(network)}, diagnostics_{diagnostics} {}

  void add(const Scenario& scenario) {
    for (const Scenario& baseline : scenario.baseline) add(baseline);
    for (const Change& change : scenario.changes) {
      if (const auto* build = std::get_if<BuildChange>(&change.what)) add(*build, change.at);
    }
  }

  Network done() && { return std::move(network_); }

 private:
  void add(const BuildChange& build, const SourcePos& at) {
    const auto from = look_up_node(network_, build.from, diagnostics_);
    const auto to = look_up_node(network_, build.to, diagnostics_);
    const auto mode = look_up_mode(network_, build.mode, diagnostics_);
    if (!from || !to || !mode) return;
    Link link = build.link;
    link.from = *from;
    link.to = *to;
    link.mode = *mode;
    link.status = Status::unbuilt;
    link.built_by_scenario = true;
    link.at = at;
    const auto existing = network_.find_link(link.id);
    if (!existing) {
      const LinkId id = network_.links.add(std::move(link));
      network_.index();
      check_link(network_, id, diagnostics_);
    } else if (!network_.links[*existing].built_by_scenario) {
      diagnostics_.error(at, fmt::format("link '{}' is in the network already", link.id),
                         "use `open`, or give the new link another id");
    } else {
      agree(network_.links[*existing], link);
    }
  }

  /// Of figures each scenario may have its own; ends, mode, gauge and length are the link itself.
  void agree(Link& first, const Link& second) {
    const auto disagree = [&](const char* what) {
      std::string hint = "give one of the two links another id";
      if (first.at.line > 0)
        hint += fmt::format("; the other is built at {}:{}", first.at.file, first.at.line);
      diagnostics_.error(
          second.at, fmt::format("link '{}' is built twice, with different {}", second.id, what),
          hint);
    };
    if (first.from != second.from || first.to != second.to) disagree("ends");
    if (first.mode != second.mode) disagree("modes");
    if (first.gauge_mm != second.gauge_mm) disagree("gauges");
    if (first.length.value != second.length.value) disagree("lengths");
    if (first.one_way != second.one_way) disagree("directions");
    if (first.tags != second.tags) disagree("tags");
  }

  Network network_;
  Diagnostics& diagnostics_;
};

}  // namespace

Network with_built_links(const Network& network, const std::vector<Scenario>& scenarios,
                         Diagnostics& diagnostics) {
  Layout layout{network, diagnostics};
  for (const Scenario& scenario : scenarios) layout.add(scenario);
  return std::move(layout).done();
}

}  // namespace corridor
