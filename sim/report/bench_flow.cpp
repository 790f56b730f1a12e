#include "corridor/report/bench_flow.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "report/document.hpp"
#include "report/json.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// Three digits that count: 0.0314, 4.21, 52.0, 1,370.
std::string digits(double value) {
  if (!(value > 0)) return "0";
  const int above = static_cast<int>(std::floor(std::log10(value))) + 1;
  return number(value, std::clamp(3 - above, 0, 4));
}

std::string gap_in_words(const FlowSolverBench& row) {
  return row.gap ? fmt::format("{:.1e}", *row.gap) : "-";
}

std::string certificate_in_words(const FlowSolverBench& row) {
  if (!row.certified) return "-";
  return *row.certified ? "holds" : "FAILS";
}

Table table_of(const FlowProblemBench& problem) {
  Table table;
  table.title = problem.problem + ", " + number(static_cast<double>(problem.vertices), 0) +
                " vertices" + ", " + number(static_cast<double>(problem.arcs), 0) + " arcs";
  table.headings = {"solver", "time, ms",   "x first", "value",
                    "gap",    "iterations", "agree",   "certificate"};
  table.align = {Align::left,  Align::right, Align::right, Align::right,
                 Align::right, Align::right, Align::left,  Align::left};
  for (const FlowSolverBench& row : problem.solvers) {
    const bool is_whole = !row.gap;
    table.rows.push_back(
        {row.solver, digits(row.seconds * 1e3), digits(row.times_first),
         number(row.value, is_whole ? 0 : 3), gap_in_words(row),
         row.iterations == 0 ? "-" : number(static_cast<double>(row.iterations), 0),
         row.agrees ? "yes" : "WRONG", certificate_in_words(row)});
  }
  return table;
}

Document document_of(const FlowBenchReport& report) {
  Document document{Heading{1, "Solvers of flows on " + report.subject}};
  for (const FlowProblemBench& problem : report.problems) document.push_back(table_of(problem));
  document.push_back(Paragraph{
      "Times are of this machine and this run; only their ratios mean anything elsewhere. Of "
      "assignment, what the certificates say the optimum lies between must overlap."});
  return document;
}

std::string precise(double value) {
  return std::isfinite(value) ? fmt::format("{:.15g}", value) : std::string{};
}

Table csv_of(const FlowBenchReport& report) {
  Table table;
  table.headings = {"problem", "vertices", "arcs",       "solver", "seconds",  "times_first",
                    "value",   "gap",      "iterations", "agrees", "certified"};
  for (const FlowProblemBench& problem : report.problems) {
    for (const FlowSolverBench& row : problem.solvers) {
      std::string certified;
      if (row.certified) certified = *row.certified ? "yes" : "no";
      table.rows.push_back(
          {problem.problem, std::to_string(problem.vertices), std::to_string(problem.arcs),
           row.solver, fmt::format("{:.9g}", row.seconds), fmt::format("{:.9g}", row.times_first),
           precise(row.value), row.gap ? precise(*row.gap) : "", std::to_string(row.iterations),
           row.agrees ? "yes" : "no", std::move(certified)});
    }
  }
  return table;
}

Json json_of(const FlowSolverBench& row) {
  Json out{{"solver", row.solver}, {"seconds", row.seconds}, {"times_first", row.times_first}};
  out["value"] = std::isfinite(row.value) ? Json(row.value) : Json(nullptr);
  if (row.gap) out["gap"] = *row.gap;
  out["iterations"] = row.iterations;
  out["agrees"] = row.agrees;
  if (row.certified) out["certified"] = *row.certified;
  return out;
}

std::string json_of(const FlowBenchReport& report) {
  Json out{{"schema", "corridor/1"}, {"command", "bench"}, {"subject", report.subject}};
  out["records"] = Json::array();
  for (const FlowProblemBench& problem : report.problems) {
    Json one{{"problem", problem.problem},
             {"vertices", problem.vertices},
             {"arcs", problem.arcs},
             {"agrees", problem.agrees()}};
    one["solvers"] = Json::array();
    for (const FlowSolverBench& row : problem.solvers) one["solvers"].push_back(json_of(row));
    out["records"].push_back(std::move(one));
  }
  return dump(out);
}

}  // namespace

std::string report_bench(const FlowBenchReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return render(csv_of(report), format);
  return render(document_of(report), format);
}

}  // namespace corridor
