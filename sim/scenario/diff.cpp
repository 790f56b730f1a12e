#include "corridor/scenario/diff.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "corridor/network/names.hpp"

#include "scenario/values.hpp"
#include "scenario/wording.hpp"

namespace corridor {

namespace {

AttributeChange in_words(const std::string& attribute, const Quoted& before, const Quoted& after) {
  AttributeChange change;
  change.attribute = attribute;
  // "unlimited" and "default" have no unit; the other side has it then.
  change.unit = before.unit.empty() ? after.unit : before.unit;
  change.before = before.value;
  change.after = after.value;
  return change;
}

/// Attributes of one direction of a link, one after the other; equal ones are left out.
std::vector<AttributeChange> changes_of(const WayState& before, const WayState& after,
                                        const Cargo& cargo) {
  std::vector<AttributeChange> changes;
  if (before.status != after.status) {
    changes.push_back(
        in_words("status", {to_string(before.status), ""}, {to_string(after.status), ""}));
  } else if (before.open != after.open) {
    changes.push_back(
        in_words("open", {before.open ? "yes" : "no", ""}, {after.open ? "yes" : "no", ""}));
  }
  for (const Attribute attribute :
       {Attribute::speed, Attribute::cost, Attribute::fixed_cost, Attribute::emissions,
        Attribute::capacity, Attribute::toll, Attribute::wait, Attribute::border_time,
        Attribute::border_cost}) {
    const double old_value = value_of(before, attribute).value;
    const double new_value = value_of(after, attribute).value;
    if (old_value == new_value) continue;
    changes.push_back(in_words(to_string(attribute), quote(attribute, old_value, cargo),
                               quote(attribute, new_value, cargo)));
  }
  return changes;
}

std::vector<AttributeChange> changes_of(const NodeState& before, const NodeState& after,
                                        const Cargo& cargo) {
  std::vector<AttributeChange> changes;
  for (const Attribute attribute :
       {Attribute::dwell, Attribute::handling, Attribute::transfer_time, Attribute::transfer_cost,
        Attribute::gauge_time, Attribute::gauge_cost, Attribute::node_capacity}) {
    const double old_value = value_of(before, attribute).value;
    const double new_value = value_of(after, attribute).value;
    if (old_value == new_value) continue;
    changes.push_back(in_words(to_string(attribute), quote(attribute, old_value, cargo),
                               quote(attribute, new_value, cargo)));
  }
  return changes;
}

bool is_alike(const AttributeChange& a, const AttributeChange& b) {
  return a.attribute == b.attribute && a.before == b.before && a.after == b.after;
}

/// Adds the changes of both directions of a link, those that are alike once.
void add_link(LinkId link, std::vector<AttributeChange> forward,
              std::vector<AttributeChange> backward, std::vector<AttributeChange>& all) {
  for (AttributeChange& change : forward) {
    change.way = way(link, true);
    const auto same = std::find_if(backward.begin(), backward.end(),
                                   [&](const AttributeChange& b) { return is_alike(change, b); });
    change.both_ways = same != backward.end();
    if (change.both_ways) backward.erase(same);
    all.push_back(std::move(change));
  }
  for (AttributeChange& change : backward) {
    change.way = way(link, false);
    all.push_back(std::move(change));
  }
}

}  // namespace

std::vector<AttributeChange> difference(const Network& network, const State& before,
                                        const State& after) {
  assert(before.ways.size() == after.ways.size() && before.cargo == after.cargo);
  const Cargo& cargo = network.cargoes[after.cargo];
  std::vector<AttributeChange> all;
  for (const LinkId link : network.links.keys()) {
    const WayId there = way(link, true);
    const WayId back = way(link, false);
    std::vector<AttributeChange> backward;
    if (!network.links[link].one_way) {
      backward = changes_of(before.ways[back], after.ways[back], cargo);
    }
    add_link(link, changes_of(before.ways[there], after.ways[there], cargo), std::move(backward),
             all);
  }
  for (const NodeId node : network.nodes.keys()) {
    for (AttributeChange& change : changes_of(before.nodes[node], after.nodes[node], cargo)) {
      change.node = node;
      all.push_back(std::move(change));
    }
  }
  return all;
}

}  // namespace corridor
