#include "corridor/report/solve.hpp"

#include "report/document.hpp"
#include "report/solve_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// The nodes that a path passes, from 1.
std::vector<std::size_t> nodes_of(const SolveReport& report, const Path& path) {
  std::vector<std::size_t> nodes{node_number(report.question.from)};
  for (const ArcId arc : path.arcs) nodes.push_back(node_number(report.graph.head(arc)));
  return nodes;
}

std::string in_words(const SolveReport& report, const Path& path, std::size_t most) {
  const std::vector<std::size_t> nodes = nodes_of(report, path);
  std::string text;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool left_out = !report.whole_paths && nodes.size() > most && i == most / 2;
    if (i > 0) text += " - ";
    if (left_out) {
      const std::size_t skipped = nodes.size() - 2 * (most / 2);
      text += "... " + grouped(static_cast<Weight>(skipped)) + " more ... - ";
      i += skipped;
    }
    text += std::to_string(nodes[i]);
  }
  return text;
}

Facts facts_of_path(const SolveReport& report) {
  const SolveQuestion& question = report.question;
  if (report.answer.paths.empty()) {
    return {{"distance", "none: node " + std::to_string(node_number(*question.to)) +
                             " cannot be reached from node " +
                             std::to_string(node_number(question.from))}};
  }
  const Path& path = report.answer.paths.front();
  return {{"distance", grouped(path.weight)},
          {"arcs", grouped(static_cast<Weight>(path.arcs.size()))},
          {"path", in_words(report, path, 20)}};
}

Table table_of_paths(const SolveReport& report) {
  Table table;
  table.headings = {"#", "distance", "over the first", "arcs", "path"};
  table.align = {Align::right, Align::right, Align::right, Align::right, Align::left};
  for (const Path& path : report.answer.paths) {
    table.rows.push_back({std::to_string(table.rows.size() + 1), grouped(path.weight),
                          grouped(path.weight - report.answer.paths.front().weight),
                          grouped(static_cast<Weight>(path.arcs.size())),
                          in_words(report, path, 6)});
  }
  if (table.rows.size() < report.question.k) table.notes.emplace_back("There are no more.");
  return table;
}

Document document_of(const SolveReport& report) {
  const SolveQuestion& question = report.question;
  const bool several = question.k > 1;
  const std::string ends = "node " + std::to_string(node_number(question.from)) + " to node " +
                           std::to_string(node_number(*question.to));
  Document document{Heading{
      1, (several ? "Shortest paths without loops from " : "From ") + ends + " of " + report.file}};
  Facts facts;
  if (!several || report.answer.paths.empty()) {
    facts = facts_of_path(report);
  } else {
    document.push_back(table_of_paths(report));
  }
  if (!several) facts.push_back({"solver", name_of(question.solver)});
  for (Fact& fact : facts_of_solve(report)) facts.push_back(std::move(fact));
  document.push_back(std::move(facts));
  return document;
}

Table csv_of(const SolveReport& report) {
  Table table;
  table.headings = {"from", "to", "rank", "distance", "arcs", "path"};
  for (const Path& path : report.answer.paths) {
    std::string nodes;
    for (const std::size_t node : nodes_of(report, path)) {
      nodes += (nodes.empty() ? "" : ";") + std::to_string(node);
    }
    table.rows.push_back({std::to_string(node_number(report.question.from)),
                          std::to_string(node_number(*report.question.to)),
                          std::to_string(table.rows.size() + 1), std::to_string(path.weight),
                          std::to_string(path.arcs.size()), nodes});
  }
  return table;
}

std::string json_of(const SolveReport& report) {
  Json out = json_head(report);
  out["to"] = node_number(*report.question.to);
  if (report.question.k == 1) out["solver"] = name_of(report.question.solver);
  out["records"] = Json::array();
  for (const Path& path : report.answer.paths) {
    out["records"].push_back({{"rank", out["records"].size() + 1},
                              {"distance", path.weight},
                              {"arcs", path.arcs.size()},
                              {"path", nodes_of(report, path)}});
  }
  return dump(out);
}

}  // namespace

std::string grouped(Weight value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

Facts facts_of_solve(const SolveReport& report) {
  Facts facts;
  if (const auto& certificate = report.answer.certificate) {
    facts.push_back(
        {"certificate", (certificate->holds ? "holds: " : "FAILS: ") + certificate->checked});
  }
  facts.push_back({"graph", grouped(static_cast<Weight>(report.graph.vertex_count())) + " nodes, " +
                                grouped(static_cast<Weight>(report.graph.arc_count())) + " arcs"});
  return facts;
}

Json json_head(const SolveReport& report) {
  Json out{{"schema", "corridor/1"}, {"command", "solve"}};
  out["graph"] = {{"file", report.file},
                  {"nodes", report.graph.vertex_count()},
                  {"arcs", report.graph.arc_count()}};
  if (report.answer.certificate) out["certified"] = report.answer.certificate->holds;
  out["from"] = node_number(report.question.from);
  return out;
}

std::string report_solve(const SolveReport& report, Format format) {
  if (report.answer.tree) return report_tree(report, format);
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return render(csv_of(report), format);
  return render(document_of(report), format);
}

}  // namespace corridor
