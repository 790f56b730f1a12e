#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/solve_flow_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// Of so many arcs the ends are named in text.
constexpr std::size_t most_named = 6;

std::string cut_in_words(const MaxFlowReport& report, const std::vector<ArcId>& cut,
                         std::size_t nodes, const char* side) {
  std::vector<std::string> names;
  for (const ArcId arc : cut) {
    names.push_back(arc_in_words(report.question.graph, arc) + " (" +
                    grouped(report.question.capacity[arc.index()]) + ")");
  }
  std::string text = count_of(cut.size(), "arc") + " with " + count_of(nodes, "node") + " on the " +
                     side + " side";
  if (!cut.empty()) text += ": " + list_some(names, most_named);
  return text;
}

std::size_t marked(const IdVector<VertexId, char>& side) {
  return static_cast<std::size_t>(std::count(side.begin(), side.end(), 1));
}

Document document_of(const MaxFlowReport& report) {
  const MaxFlowQuestion& question = report.question;
  const MaxFlow& flow = report.answer.flow;
  Facts facts;
  if (flow.unlimited) {
    facts.push_back({"value", "unlimited: a path of unlimited arcs leads from one to the other"});
  } else {
    facts.push_back({"value", grouped(flow.value)});
    facts.push_back({"cut", cut_in_words(report, flow.cut, marked(flow.source_side), "source's")});
    facts.push_back({"farther cut",
                     flow.cut == flow.sink_cut
                         ? "the same arcs"
                         : cut_in_words(report, flow.sink_cut, marked(flow.sink_side), "sink's")});
  }
  add_certificate(facts, report.answer.certificate);
  facts.push_back(graph_fact(question.graph));
  return {Heading{1, "Maximum flow from node " + std::to_string(node_number(question.source)) +
                         " to node " + std::to_string(node_number(question.sink)) + " of " +
                         report.file},
          std::move(facts)};
}

/// In which of the two cuts an arc is.
const char* cut_of(const MaxFlow& flow, ArcId arc) {
  const bool near = std::binary_search(flow.cut.begin(), flow.cut.end(), arc);
  const bool far = std::binary_search(flow.sink_cut.begin(), flow.sink_cut.end(), arc);
  if (near && far) return "both";
  if (near) return "source";
  return far ? "sink" : "";
}

/// Written at once, as there may be millions of rows; none needs quotes.
std::string csv_of(const MaxFlowReport& report) {
  const MaxFlowQuestion& question = report.question;
  const MaxFlow& flow = report.answer.flow;
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "tail,head,capacity,flow,cut\r\n");
  for (const ArcId arc : question.graph.arcs()) {
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{}\r\n",
                   node_number(question.graph.tail(arc)), node_number(question.graph.head(arc)),
                   question.capacity[arc.index()], flow.flow[arc], cut_of(flow, arc));
  }
  return fmt::to_string(out);
}

Json json_of(const MaxFlowReport& report, const std::vector<ArcId>& cut) {
  Json out = Json::array();
  for (const ArcId arc : cut) {
    out.push_back({{"tail", node_number(report.question.graph.tail(arc))},
                   {"head", node_number(report.question.graph.head(arc))},
                   {"capacity", report.question.capacity[arc.index()]}});
  }
  return out;
}

std::string json_of(const MaxFlowReport& report) {
  const MaxFlowQuestion& question = report.question;
  const MaxFlow& flow = report.answer.flow;
  Json out = json_head("max_flow", report.file, question.graph, report.answer.certificate);
  out["source"] = node_number(question.source);
  out["sink"] = node_number(question.sink);
  out["unlimited"] = flow.unlimited;
  out["value"] = flow.unlimited ? Json(nullptr) : Json(flow.value);
  out["source_side_nodes"] = marked(flow.source_side);
  out["cut"] = json_of(report, flow.cut);
  out["sink_side_nodes"] = marked(flow.sink_side);
  out["sink_cut"] = json_of(report, flow.sink_cut);
  out["records"] = Json::array();
  for (const ArcId arc : question.graph.arcs()) {
    out["records"].push_back({{"tail", node_number(question.graph.tail(arc))},
                              {"head", node_number(question.graph.head(arc))},
                              {"capacity", question.capacity[arc.index()]},
                              {"flow", flow.flow[arc]},
                              {"cut", cut_of(flow, arc)}});
  }
  return dump(out);
}

}  // namespace

std::string report_solve(const MaxFlowReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return csv_of(report);
  return render(document_of(report), format);
}

}  // namespace corridor
