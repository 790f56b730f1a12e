#include "corridor/report/flow.hpp"

#include <algorithm>

#include "report/flow_parts.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr double mega = 1e-6;
constexpr std::size_t widest_name = 40;
constexpr std::size_t most_rows = 10;  // for people

std::vector<std::string> words_of(const Compiled& compiled, const std::vector<ArcId>& cut) {
  return arcs_in_words(compiled.network, compiled.topology, cut);
}

std::string all_of(const Compiled& compiled, const std::vector<ArcId>& cut) {
  return list_some(words_of(compiled, cut), cut.size());
}

std::string max_flow_text(const Compiled& compiled, const FlowReport& flow) {
  const Throughput& most = flow.answer.most;
  const CargoUnit unit = cargo_unit(compiled.network, flow.cargo);
  std::string text = throughput_text(most);
  if (!most.unlimited && unit.per == Per::teu) {
    text += " = " + number(most.value_t_yr / unit.tonnes / 1000, 0) + " kTEU/yr";
  }
  if (flow.baseline) text += " (baseline: " + throughput_text(flow.baseline->most) + ")";
  if (!most.cut.empty()) text += "; binding: " + all_of(compiled, most.cut);
  return text;
}

void add_places(const Network& network, const std::string& label, const AskedPlaces& places,
                Facts& facts) {
  constexpr std::size_t some = 4;
  if (places.nodes.size() < 2) return;
  std::vector<std::string> names;
  for (const NodeId node : places.nodes) names.push_back(place_name(network.nodes[node].name));
  facts.push_back({label, count_of(names.size(), "place") + ": " + list_some(names, some)});
}

Facts facts_of(const Compiled& compiled, const FlowReport& flow) {
  const MostAnswer& answer = flow.answer;
  Facts facts{{"max flow", max_flow_text(compiled, flow)}};
  if (words_of(compiled, answer.last_cut) != words_of(compiled, answer.most.cut)) {
    facts.push_back({"as narrow", "nearest the destination: " + all_of(compiled, answer.last_cut)});
  }
  if (answer.most.assumed || (flow.baseline && flow.baseline->most.assumed)) {
    facts.push_back({"*", "rests on a capacity that is assumed or of low confidence"});
  }
  if (answer.most.certified) {
    facts.push_back(
        {"certificate", *answer.most.certified ? "holds: the flow fills the cut" : "FAILS"});
  }
  add_places(compiled.network, "from", flow.from, facts);
  add_places(compiled.network, "to", flow.to, facts);
  facts.push_back({"state of", to_string(flow.date)});
  facts.push_back({"scenario", flow.scenario == nullptr ? "none: the network as it stands"
                                                        : flow.scenario->id});
  return facts;
}

const BottleneckWidening* find(const std::vector<BottleneckWidening>& widenings,
                               const Bottleneck& at) {
  const auto found = std::ranges::find(widenings, at, &BottleneckWidening::at);
  return found == widenings.end() ? nullptr : &*found;
}

std::string rise_text(const BottleneckWidening* widening) {
  if (widening == nullptr) return "0.00";
  if (widening->unlimited) return "no limit";
  return signed_number(widening->rise_t_yr * mega, 2) + (widening->assumed ? "*" : "");
}

/// What brings something on either side: the scenario's, then what only the baseline has.
std::vector<Bottleneck> all_widened(const FlowReport& flow) {
  std::vector<Bottleneck> all;
  for (const BottleneckWidening& one : flow.answer.widenings) all.push_back(one.at);
  if (!flow.baseline) return all;
  for (const BottleneckWidening& one : flow.baseline->widenings) {
    if (find(flow.answer.widenings, one.at) == nullptr) all.push_back(one.at);
  }
  return all;
}

Block widenings_of(const Compiled& compiled, const FlowReport& flow) {
  Table table;
  table.headings = {"if it alone were wider"};
  if (flow.baseline) {
    table.headings.insert(table.headings.end(), {"Mt/yr more, before", "after"});
  } else {
    table.headings.emplace_back("Mt/yr more");
  }
  table.headings.emplace_back("then binds");
  table.align.assign(table.headings.size(), Align::right);
  table.align.front() = table.align.back() = Align::left;
  std::vector<Bottleneck> all = all_widened(flow);
  if (all.size() > most_rows) {
    table.notes.push_back(std::to_string(all.size() - most_rows) + " more in csv and json");
    all.resize(most_rows);
  }
  for (const Bottleneck& at : all) {
    const BottleneckWidening* after = find(flow.answer.widenings, at);
    std::vector<std::string> row{shorten(in_words(compiled.network, at), widest_name)};
    if (flow.baseline) row.push_back(rise_text(find(flow.baseline->widenings, at)));
    row.push_back(rise_text(after));
    const std::vector<std::string> then =
        after == nullptr ? std::vector<std::string>{} : words_of(compiled, after->then_binds);
    row.push_back(shorten(list_some(then, then.size() > 2 ? 1 : 2), widest_name));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) {
    return Paragraph{"No link, port or station lets more through by being wider alone."};
  }
  return table;
}

Document document_of(const Compiled& compiled, const FlowReport& flow) {
  const Network& network = compiled.network;
  Document document{Heading{1, "From " + places_in_words(network, flow.from.names) + " to " +
                                   places_in_words(network, flow.to.names) + ", " +
                                   cargo_unit(network, flow.cargo).cargo + ", by all open routes"},
                    facts_of(compiled, flow)};
  const bool binds =
      !flow.answer.most.cut.empty() || (flow.baseline && !flow.baseline->most.cut.empty());
  if (binds) document.push_back(widenings_of(compiled, flow));
  return document;
}

std::string rises_of(const Network& network, const std::vector<BottleneckWidening>& widenings) {
  std::vector<std::string> texts;
  for (const BottleneckWidening& one : widenings) {
    texts.push_back(bottleneck_id(network, one.at) + " " +
                    (one.unlimited ? "unlimited" : plain_number(one.rise_t_yr, 0)));
  }
  return list_some(texts, texts.size());
}

std::string t_yr_of(const Throughput& most) {
  return most.unlimited ? "" : plain_number(most.value_t_yr, 0);
}

Table csv_of(const Compiled& compiled, const FlowReport& flow) {
  const Throughput& most = flow.answer.most;
  Table table;
  table.headings = {"scenario",
                    "from",
                    "to",
                    "cargo",
                    "max_flow_t_yr",
                    "assumed",
                    "binding",
                    "last_binding",
                    "widenings_t_yr",
                    "baseline_max_flow_t_yr",
                    "baseline_widenings_t_yr"};
  table.rows = {{flow.scenario == nullptr ? "" : flow.scenario->id, joined(flow.from.names),
                 joined(flow.to.names), compiled.network.cargoes[flow.cargo].id, t_yr_of(most),
                 most.assumed ? "yes" : "no", all_of(compiled, most.cut),
                 all_of(compiled, flow.answer.last_cut),
                 rises_of(compiled.network, flow.answer.widenings),
                 flow.baseline ? t_yr_of(flow.baseline->most) : "",
                 flow.baseline ? rises_of(compiled.network, flow.baseline->widenings) : ""}};
  return table;
}

Json json_answer(const Compiled& compiled, const MostAnswer& answer) {
  Json out = json_throughput(compiled, answer.most);
  out["last_cut"] = link_ids(compiled, answer.last_cut, false);
  out["last_cut_nodes"] = node_ids(compiled, answer.last_cut);
  out["last_cut_in_words"] = words_of(compiled, answer.last_cut);
  out["widenings"] = Json::array();
  for (const BottleneckWidening& one : answer.widenings) {
    out["widenings"].push_back(
        {{"capacity", bottleneck_id(compiled.network, one.at)},
         {"in_words", in_words(compiled.network, one.at)},
         {"unlimited", one.unlimited},
         {"rise_t_yr", one.unlimited ? Json(nullptr) : json_number(one.rise_t_yr)},
         {"assumed", one.assumed},
         {"then_binds_in_words", words_of(compiled, one.then_binds)}});
  }
  return out;
}

std::string json_of(const Compiled& compiled, const FlowReport& flow) {
  const Network& network = compiled.network;
  Json out = json_head(network, "flow");
  out["records"] = Json::array();
  out["records"].push_back(
      {{"scenario", flow.scenario == nullptr ? Json(nullptr) : Json(flow.scenario->id)},
       {"date", to_string(flow.date)},
       {"from", joined(flow.from.names)},
       {"to", joined(flow.to.names)},
       {"from_places", json_nodes(network, flow.from.nodes)},
       {"to_places", json_nodes(network, flow.to.nodes)},
       {"cargo", network.cargoes[flow.cargo].id},
       {"max_flow", json_answer(compiled, flow.answer)},
       {"baseline", flow.baseline ? json_answer(compiled, *flow.baseline) : Json(nullptr)}});
  return dump(out);
}

}  // namespace

std::string places_in_words(const Network& network, const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const std::string& name : names) {
    const auto country = std::ranges::find(network.countries, name, &Country::id);
    if (const auto node = network.find_node(name)) {
      words.push_back(network.nodes[*node].name);
    } else {
      words.push_back(country == network.countries.end() ? name : country->name);
    }
  }
  return enumerate(words);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

std::string bottleneck_id(const Network& network, const Bottleneck& at) {
  if (at.link.valid()) return "link:" + network.links[at.link].id;
  return "node:" + network.nodes[at.node].id;
}

std::string report_flow(const Compiled& compiled, const FlowReport& flow, Format format) {
  if (format == Format::json) return json_of(compiled, flow);
  if (format == Format::csv) return render(csv_of(compiled, flow), format);
  return render(document_of(compiled, flow), format);
}

}  // namespace corridor
