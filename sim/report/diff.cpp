#include <algorithm>

#include <fmt/format.h>

#include "corridor/report/report.hpp"

#include "report/document.hpp"
#include "report/json.hpp"
#include "report/number.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr int demand_decimals = 1;

double kilotonnes(double tonnes) { return tonnes / 1e3; }

std::string place_text(const Network& network, const AttributeChange& change) {
  if (!change.way.valid()) return network.nodes[change.node].id;
  const std::string& id = network.links[link_of(change.way)].id;
  if (change.both_ways) return id;
  return id + " towards " + network.to_node(change.way).id;
}

std::string direction_text(const AttributeChange& change) {
  if (!change.way.valid()) return "";
  if (change.both_ways) return "both";
  return is_forward(change.way) ? "forward" : "backward";
}

/// "4 pairs, 1,200.0 -> 2,208.0 kt/yr".
std::string matched_text(const DemandEffect& effect) {
  return fmt::format("{}  ({}, {} -> {} kt/yr)", effect.change->text,
                     count_of(effect.entries.size(), "pair"),
                     number(kilotonnes(effect.before_t_yr), demand_decimals),
                     number(kilotonnes(effect.after_t_yr), demand_decimals));
}

/// What it did to the demand, where this report tells that.
const DemandEffect* demand_effect_of(const DiffReport& diff, const Change& change) {
  const auto is_it = [&](const DemandEffect& effect) { return effect.change == &change; };
  const auto found = std::find_if(diff.demand_effects.begin(), diff.demand_effects.end(), is_it);
  return found != diff.demand_effects.end() ? &*found : nullptr;
}

void add_matches(Facts& facts, const Network& network, const DiffReport& diff,
                 const Effect& effect) {
  if (const DemandEffect* of_demand = demand_effect_of(diff, *effect.change)) {
    facts.push_back({"change", matched_text(*of_demand)});
    return;
  }
  std::vector<std::string> names;
  for (const LinkId link : effect.links) names.push_back(network.links[link].id);
  for (const NodeId node : effect.nodes) names.push_back(network.nodes[node].id);
  facts.push_back({"change", effect_text(effect)});
  if (!names.empty()) facts.push_back({"", list_some(names, 24)});
}

Table attribute_table(const Network& network, const DiffReport& diff) {
  Table table;
  table.headings = {"link or node", "attribute", "before", "", "after", "unit"};
  table.align = {Align::left, Align::left, Align::right, Align::left, Align::right, Align::left};
  for (const AttributeChange& change : diff.changes) {
    table.rows.push_back({place_text(network, change), change.attribute, change.before, "->",
                          change.after, change.unit});
  }
  return table;
}

Table demand_table(const Network& network, const DiffReport& diff) {
  Table table;
  table.headings = {"from", "to", "cargo", "before", "", "after", "unit"};
  table.align = {Align::left, Align::left,  Align::left, Align::right,
                 Align::left, Align::right, Align::left};
  for (const DemandDifference& pair : diff.demand) {
    table.rows.push_back({network.nodes[pair.from].id, network.nodes[pair.to].id,
                          network.cargoes[pair.cargo].id,
                          number(kilotonnes(pair.before_t_yr), demand_decimals), "->",
                          number(kilotonnes(pair.after_t_yr), demand_decimals), "kt/yr"});
  }
  return table;
}

Document document_of(const Network& network, const DiffReport& diff) {
  const Scenario& scenario = *diff.scenario;
  Document document{
      Heading{1, (scenario.title.empty() ? scenario.id : scenario.title) + " - what changes"}};
  Facts facts{{"scenario", scenario.id + " (" + scenario.content_hash + "), against " +
                               baseline_name(scenario)},
              {"cargo", enumerate(diff.cargoes)}};
  for (const Effect& effect : diff.effects) add_matches(facts, network, diff, effect);
  document.emplace_back(std::move(facts));
  if (diff.changes.empty()) {
    document.emplace_back(Paragraph{"No attribute differs."});
  } else {
    document.emplace_back(attribute_table(network, diff));
  }
  if (!diff.demand.empty()) document.emplace_back(demand_table(network, diff));
  return document;
}

std::string link_id(const Network& network, const AttributeChange& change) {
  return change.way.valid() ? network.links[link_of(change.way)].id : "";
}

std::string node_id(const Network& network, const AttributeChange& change) {
  return change.way.valid() ? "" : network.nodes[change.node].id;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string result;
  for (const std::string& id : ids) result += (result.empty() ? "" : ";") + id;
  return result;
}

std::string pair_text(const Network& network, const DemandDifference& pair) {
  return network.nodes[pair.from].id + " -> " + network.nodes[pair.to].id;
}

Json demand_record(const Network& network, const DiffReport& diff, const DemandDifference& pair) {
  return {{"scenario", diff.scenario->id},
          {"cargo", network.cargoes[pair.cargo].id},
          {"link", nullptr},
          {"direction", nullptr},
          {"node", nullptr},
          {"from", network.nodes[pair.from].id},
          {"to", network.nodes[pair.to].id},
          {"attribute", "demand"},
          {"unit", "kt/yr"},
          {"before", plain_number(kilotonnes(pair.before_t_yr), demand_decimals)},
          {"after", plain_number(kilotonnes(pair.after_t_yr), demand_decimals)}};
}

Table csv_of(const Network& network, const std::vector<DiffReport>& diffs) {
  Table table;
  table.headings = {"scenario",  "cargoes", "link",   "direction", "node",
                    "attribute", "unit",    "before", "after"};
  for (const DiffReport& diff : diffs) {
    for (const AttributeChange& change : diff.changes) {
      table.rows.push_back({diff.scenario->id, joined(diff.cargoes), link_id(network, change),
                            direction_text(change), node_id(network, change), change.attribute,
                            change.unit, change.before, change.after});
    }
    for (const DemandDifference& pair : diff.demand) {
      table.rows.push_back({diff.scenario->id, network.cargoes[pair.cargo].id, "", "",
                            pair_text(network, pair), "demand", "kt/yr",
                            plain_number(kilotonnes(pair.before_t_yr), demand_decimals),
                            plain_number(kilotonnes(pair.after_t_yr), demand_decimals)});
    }
  }
  return table;
}

std::string json_of(const Network& network, const std::vector<DiffReport>& diffs) {
  const auto or_null = [](std::string text) {
    return text.empty() ? Json(nullptr) : Json(std::move(text));
  };
  Json out = json_head(network, "diff");
  out["scenarios"] = Json::array();
  out["records"] = Json::array();
  for (const DiffReport& diff : diffs) {
    out["scenarios"].push_back({{"scenario", diff.scenario->id},
                                {"title", diff.scenario->title},
                                {"hash", diff.scenario->content_hash},
                                {"cargo", enumerate(diff.cargoes)},
                                {"changes", json_effects(network, diff.effects)}});
    for (const AttributeChange& change : diff.changes) {
      out["records"].push_back({{"scenario", diff.scenario->id},
                                {"cargo", enumerate(diff.cargoes)},
                                {"link", or_null(link_id(network, change))},
                                {"direction", or_null(direction_text(change))},
                                {"node", or_null(node_id(network, change))},
                                {"attribute", change.attribute},
                                {"unit", or_null(change.unit)},
                                {"before", change.before},
                                {"after", change.after}});
    }
    for (const DemandDifference& pair : diff.demand) {
      out["records"].push_back(demand_record(network, diff, pair));
    }
  }
  return dump(out);
}

}  // namespace

std::string report_diff(const Network& network, const std::vector<DiffReport>& diffs,
                        Format format) {
  if (format == Format::json) return json_of(network, diffs);
  if (format == Format::csv) return render(csv_of(network, diffs), format);
  Document document;
  for (const DiffReport& diff : diffs) {
    for (Block& block : document_of(network, diff)) document.push_back(std::move(block));
  }
  return render(document, format);
}

}  // namespace corridor
