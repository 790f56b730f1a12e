#include <cstdint>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "report/solve_flow_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// Of so many nodes the numbers are given in text.
constexpr std::size_t most_named = 12;

/// A total may need more than 64 bits.
std::string plain(TotalCost cost) { return fmt::format("{}", cost); }

std::string grouped_total(TotalCost cost) {
  std::string digits = plain(cost);
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::vector<std::size_t> nodes_short(const Shortage& shortage) {
  std::vector<std::size_t> nodes;
  for (const VertexId vertex : shortage.side.keys()) {
    if (shortage.side[vertex] != 0) nodes.push_back(node_number(vertex));
  }
  return nodes;
}

std::string in_words(const MinCostReport& report, const Shortage& shortage) {
  if (shortage.imbalance != 0) {
    const bool is_over = shortage.imbalance > 0;
    return std::string{is_over ? "supplies exceed demands by " : "demands exceed supplies by "} +
           grouped(is_over ? shortage.imbalance : -shortage.imbalance);
  }
  const MinCostQuestion& question = report.question;
  if (shortage.conflict.valid()) {
    const std::size_t arc = shortage.conflict.index();
    return "arc " + arc_in_words(question.graph, shortage.conflict) + " must carry " +
           grouped(question.problem.least[arc]) + " but can carry " +
           grouped(question.problem.capacity[arc]);
  }
  std::vector<std::string> names;
  for (const std::size_t node : nodes_short(shortage)) names.push_back(std::to_string(node));
  return grouped(shortage.surplus) + " more must leave " +
         (names.size() == 1 ? "this node" : "these nodes") +
         " than can: " + list_some(names, most_named);
}

/// The nodes that a gaining cycle passes, the first once more at its end.
std::vector<std::size_t> nodes_round(const MinCostReport& report) {
  std::vector<std::size_t> nodes;
  for (const ArcId arc : report.answer.flow.cycle) {
    if (nodes.empty()) nodes.push_back(node_number(report.question.graph.tail(arc)));
    nodes.push_back(node_number(report.question.graph.head(arc)));
  }
  return nodes;
}

std::string status_in_words(const MinCostReport& report) {
  const MinCostFlow& flow = report.answer.flow;
  if (flow.status == FlowStatus::optimal) return "optimal";
  if (flow.status == FlowStatus::infeasible) {
    return "infeasible: " + in_words(report, flow.shortage);
  }
  std::vector<std::string> names;
  for (const std::size_t node : nodes_round(report)) names.push_back(std::to_string(node));
  return "unbounded: each time round gains, without limit: " + list_some(names, most_named);
}

const char* status_name(FlowStatus status) {
  if (status == FlowStatus::optimal) return "optimal";
  return status == FlowStatus::infeasible ? "infeasible" : "unbounded";
}

std::string shipment_in_words(const MinCostReport& report) {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t used = 0;
  Tonnage sent = 0;
  for (const Tonnage supply : report.question.problem.supply) {
    if (supply > 0) ++from;
    if (supply < 0) ++to;
    if (supply > 0) sent += supply;
  }
  for (const Tonnage tonnes : report.answer.flow.flow) used += tonnes != 0 ? 1 : 0;
  return grouped(sent) + " from " + count_of(from, "node") + " to " + count_of(to, "node") +
         ", over " + count_of(used, "arc");
}

Document document_of(const MinCostReport& report) {
  Facts facts{{"status", status_in_words(report)}};
  if (report.answer.flow.status == FlowStatus::optimal) {
    facts.push_back({"objective", grouped_total(report.answer.flow.cost)});
    facts.push_back({"flow", shipment_in_words(report)});
  }
  facts.push_back({"iterations", grouped(report.answer.pivots) + " (exchanges of basis)"});
  add_certificate(facts, report.answer.certificate);
  facts.push_back(graph_fact(report.question.graph));
  return {Heading{1, "Cheapest flow of " + report.file}, std::move(facts)};
}

/// Written at once, as there may be millions of rows; none needs quotes.
std::string csv_of(const MinCostReport& report) {
  const Graph& graph = report.question.graph;
  const MinCostProblem& problem = report.question.problem;
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "tail,head,least,capacity,cost,flow\r\n");
  if (report.answer.flow.status != FlowStatus::optimal) return fmt::to_string(out);
  for (const ArcId arc : graph.arcs()) {
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{}\r\n", node_number(graph.tail(arc)),
                   node_number(graph.head(arc)), problem.least[arc.index()],
                   problem.capacity[arc.index()], problem.cost[arc.index()],
                   report.answer.flow.flow[arc]);
  }
  return fmt::to_string(out);
}

/// A number, or its digits where it needs more than 64 bits.
Json json_total(TotalCost cost) {
  const bool fits = cost >= std::numeric_limits<std::int64_t>::min() &&
                    cost <= std::numeric_limits<std::int64_t>::max();
  return fits ? Json(static_cast<std::int64_t>(cost)) : Json(plain(cost));
}

Json json_shortage(const MinCostReport& report) {
  const Shortage& shortage = report.answer.flow.shortage;
  if (shortage.imbalance != 0) return {{"imbalance", shortage.imbalance}};
  if (shortage.conflict.valid()) {
    const Graph& graph = report.question.graph;
    const MinCostProblem& problem = report.question.problem;
    return {{"tail", node_number(graph.tail(shortage.conflict))},
            {"head", node_number(graph.head(shortage.conflict))},
            {"least", problem.least[shortage.conflict.index()]},
            {"capacity", problem.capacity[shortage.conflict.index()]}};
  }
  return {{"surplus", shortage.surplus}, {"nodes", nodes_short(shortage)}};
}

Json json_arcs(const MinCostReport& report) {
  const Graph& graph = report.question.graph;
  const MinCostProblem& problem = report.question.problem;
  Json out = Json::array();
  for (const ArcId arc : graph.arcs()) {
    out.push_back({{"tail", node_number(graph.tail(arc))},
                   {"head", node_number(graph.head(arc))},
                   {"least", problem.least[arc.index()]},
                   {"capacity", problem.capacity[arc.index()]},
                   {"cost", problem.cost[arc.index()]},
                   {"flow", report.answer.flow.flow[arc]}});
  }
  return out;
}

std::string json_of(const MinCostReport& report) {
  const MinCostFlow& flow = report.answer.flow;
  Json out =
      json_head("min_cost_flow", report.file, report.question.graph, report.answer.certificate);
  out["status"] = status_name(flow.status);
  const bool is_optimal = flow.status == FlowStatus::optimal;
  out["objective"] = is_optimal ? json_total(flow.cost) : Json(nullptr);
  out["iterations"] = report.answer.pivots;
  if (flow.status == FlowStatus::infeasible) out["shortage"] = json_shortage(report);
  if (flow.status == FlowStatus::unbounded) out["cycle"] = nodes_round(report);
  out["prices"] = Json::array();
  if (is_optimal) {
    for (const FlowCost price : flow.price) out["prices"].push_back(price);
  }
  out["records"] = is_optimal ? json_arcs(report) : Json::array();
  return dump(out);
}

}  // namespace

std::string report_solve(const MinCostReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return csv_of(report);
  return render(document_of(report), format);
}

}  // namespace corridor
