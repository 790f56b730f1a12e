#include "corridor/report/report.hpp"

#include "report/document.hpp"
#include "report/json.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

std::vector<std::string> binding(const Compiled& compiled, const FlowReport& flow) {
  return arcs_in_words(compiled.network, compiled.topology, flow.throughput.cut);
}

Document document_of(const Compiled& compiled, const FlowReport& flow) {
  const Network& network = compiled.network;
  const Throughput& most = flow.throughput;
  const CargoUnit unit = cargo_unit(network, flow.cargo);
  std::string text = throughput_text(most);
  if (!most.unlimited && unit.per == Per::teu) {
    text += " = " + number(most.value_t_yr / unit.tonnes / 1000, 0) + " kTEU/yr";
  }
  if (!most.cut.empty()) {
    text += "; binding: " + list_some(binding(compiled, flow), most.cut.size());
  }
  Facts facts{{"max flow", text}};
  if (most.assumed) {
    facts.push_back({"*", "rests on a capacity that is assumed or of low confidence"});
  }
  if (most.certified) {
    facts.push_back({"certificate", *most.certified ? "holds: the flow fills the cut" : "FAILS"});
  }
  facts.push_back({"state of", to_string(flow.date)});
  facts.push_back({"scenario", flow.scenario == nullptr ? "none: the network as it stands"
                                                        : flow.scenario->id});
  return {Heading{1, "From " + network.nodes[flow.from].name + " to " +
                         network.nodes[flow.to].name + ", " + unit.cargo + ", by all open routes"},
          std::move(facts)};
}

Table csv_of(const Compiled& compiled, const FlowReport& flow) {
  const Throughput& most = flow.throughput;
  Table table;
  table.headings = {"scenario", "from", "to", "cargo", "max_flow_t_yr", "assumed", "binding"};
  table.rows = {{flow.scenario == nullptr ? "" : flow.scenario->id,
                 compiled.network.nodes[flow.from].id, compiled.network.nodes[flow.to].id,
                 compiled.network.cargoes[flow.cargo].id,
                 most.unlimited ? "" : plain_number(most.value_t_yr, 0),
                 most.assumed ? "yes" : "no", list_some(binding(compiled, flow), most.cut.size())}};
  return table;
}

std::string json_of(const Compiled& compiled, const FlowReport& flow) {
  const Network& network = compiled.network;
  Json out = json_head(network, "flow");
  out["records"] = Json::array();
  out["records"].push_back(
      {{"scenario", flow.scenario == nullptr ? Json(nullptr) : Json(flow.scenario->id)},
       {"date", to_string(flow.date)},
       {"from", network.nodes[flow.from].id},
       {"to", network.nodes[flow.to].id},
       {"cargo", network.cargoes[flow.cargo].id},
       {"max_flow", json_throughput(compiled, flow.throughput)}});
  return dump(out);
}

}  // namespace

std::string report_flow(const Compiled& compiled, const FlowReport& flow, Format format) {
  if (format == Format::json) return json_of(compiled, flow);
  if (format == Format::csv) return render(csv_of(compiled, flow), format);
  return render(document_of(compiled, flow), format);
}

}  // namespace corridor
