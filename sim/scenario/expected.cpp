#include "scenario/expected.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "corridor/network/link_figures.hpp"
#include "corridor/network/names.hpp"

#include "scenario/edits.hpp"
#include "scenario/values.hpp"
#include "scenario/wording.hpp"

namespace corridor {

namespace {

/// Equal but for what conversions and toll_quantum_usd_t leave behind.
bool is_near(double a, double b) {
  constexpr double relative = 1e-6;
  constexpr double absolute = 1e-9;
  if (a == b) return true;  // both infinite, too
  return std::abs(a - b) <= absolute + relative * std::max(std::abs(a), std::abs(b));
}

std::string hint() { return "the network has changed since the scenario was written: look again"; }

}  // namespace

/// Where a link has a capacity of its own for cargo counted in TEU, one in tonnes is not about it.
bool ExpectedCheck::is_comparable(const Edit& edit, WayId way) const {
  const Cargo& cargo = network.cargoes[state.cargo];
  if (!concerns(edit, cargo)) return false;
  if (edit.attribute != Attribute::capacity || edit.per == Per::teu) return true;
  const Link& link = network.links[link_of(way)];
  return cargo.unit != Per::teu ||
         own_figure(link, is_forward(way), &LinkFigures::capacity_teu) == nullptr;
}

void ExpectedCheck::check_ways(const Edit& edit, const Selection& selection) const {
  const Cargo& cargo = network.cargoes[state.cargo];
  for (const WayId way : selection.ways) {
    const WayState& found = state.ways[way];
    const std::string& id = network.links[link_of(way)].id;
    if (edit.attribute == Attribute::status) {
      if (found.status == edit.status) continue;
      diagnostics.error(edit.at,
                        fmt::format("expected status '{}', but link '{}' is '{}'",
                                    to_string(edit.status), id, to_string(found.status)),
                        hint());
      return;
    }
    if (!is_comparable(edit, way)) continue;
    const double wanted = number_of(edit, cargo);
    const double value = value_of(found, edit.attribute).value;
    if (is_near(wanted, value)) continue;
    diagnostics.error(edit.at,
                      fmt::format("expected {} {}, but link '{}' has {}", to_string(edit.attribute),
                                  quote(edit.attribute, wanted, cargo).text(), id,
                                  quote(edit.attribute, value, cargo).text()),
                      hint());
    return;
  }
}

void ExpectedCheck::check_nodes(const Edit& edit, const Selection& selection) const {
  const Cargo& cargo = network.cargoes[state.cargo];
  if (!concerns(edit, cargo)) return;
  for (const NodeId node : selection.nodes) {
    const double wanted = number_of(edit, cargo);
    const double value = value_of(state.nodes[node], edit.attribute).value;
    if (is_near(wanted, value)) continue;
    diagnostics.error(
        edit.at,
        fmt::format("expected {} {}, but node '{}' has {}", to_string(edit.attribute),
                    quote(edit.attribute, wanted, cargo).text(), network.nodes[node].id,
                    quote(edit.attribute, value, cargo).text()),
        hint());
    return;
  }
}

void ExpectedCheck::run(const Expected& was, const Selection& selection) const {
  for (const Edit& edit : was) {
    if (is_of_node(edit.attribute)) {
      check_nodes(edit, selection);
    } else {
      check_ways(edit, selection);
    }
  }
}

}  // namespace corridor
