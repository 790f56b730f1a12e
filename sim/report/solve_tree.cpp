#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/number.hpp"
#include "report/solve_parts.hpp"

namespace corridor {

namespace {

struct Summary {
  std::size_t reached = 0;
  VertexId farthest;
  double mean = 0;         // of all reached
  std::uint32_t most = 0;  // arcs on a path
};

Summary summary_of(const PathTree& tree) {
  Summary summary;
  summary.farthest = tree.origin;
  double sum = 0;
  for (const VertexId vertex : tree.distance.keys()) {
    if (tree.distance[vertex] >= infinite_weight) continue;
    ++summary.reached;
    sum += static_cast<double>(tree.distance[vertex]);
    summary.most = std::max(summary.most, tree.hops[vertex]);
    if (tree.distance[vertex] > tree.distance[summary.farthest]) summary.farthest = vertex;
  }
  summary.mean = sum / static_cast<double>(summary.reached);
  return summary;
}

Document document_of(const SolveReport& report) {
  const PathTree& tree = *report.answer.tree;
  const Summary summary = summary_of(tree);
  const auto whole = [](auto value) { return grouped(static_cast<Weight>(value)); };
  Facts facts{{"reached", whole(summary.reached) + " of " + whole(tree.distance.size()) + " nodes"},
              {"mean distance", number(summary.mean, 1)},
              {"farthest", "node " + std::to_string(node_number(summary.farthest)) + ", distance " +
                               whole(tree.distance[summary.farthest])},
              {"most arcs", whole(summary.most)}};
  for (Fact& fact : facts_of_solve(report)) facts.push_back(std::move(fact));
  return {Heading{1, "From node " + std::to_string(node_number(tree.origin)) + " of " +
                         report.file + " to all nodes"},
          std::move(facts),
          Paragraph{"csv and json hold the distance of each node and the node before it."}};
}

/// The node before a vertex on its path; invalid at the origin and beyond reach.
VertexId before(const SolveReport& report, VertexId vertex) {
  const ArcId arc = report.answer.tree->parent[vertex];
  return arc.valid() ? report.graph.tail(arc) : VertexId{};
}

/// Written at once, as there may be millions of rows; all are numbers, which need no quotes.
std::string csv_of(const SolveReport& report) {
  const PathTree& tree = *report.answer.tree;
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "node,distance,predecessor\r\n");
  for (const VertexId vertex : tree.distance.keys()) {
    fmt::format_to(std::back_inserter(out), "{},", node_number(vertex));
    if (tree.distance[vertex] < infinite_weight) {
      fmt::format_to(std::back_inserter(out), "{}", tree.distance[vertex]);
    }
    const VertexId last = before(report, vertex);
    if (last.valid()) {
      fmt::format_to(std::back_inserter(out), ",{}\r\n", node_number(last));
    } else {
      fmt::format_to(std::back_inserter(out), ",\r\n");
    }
  }
  return fmt::to_string(out);
}

std::string json_of(const SolveReport& report) {
  const PathTree& tree = *report.answer.tree;
  Json out = json_head(report);
  out["records"] = Json::array();
  for (const VertexId vertex : tree.distance.keys()) {
    const bool reached = tree.distance[vertex] < infinite_weight;
    const VertexId last = before(report, vertex);
    out["records"].push_back(
        {{"node", node_number(vertex)},
         {"distance", reached ? Json(tree.distance[vertex]) : Json(nullptr)},
         {"predecessor", last.valid() ? Json(node_number(last)) : Json(nullptr)}});
  }
  return dump(out);
}

}  // namespace

std::string report_tree(const SolveReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return csv_of(report);
  return render(document_of(report), format);
}

}  // namespace corridor
