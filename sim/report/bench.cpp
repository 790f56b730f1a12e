#include "corridor/report/bench.hpp"

#include <algorithm>
#include <cmath>

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
std::string whole(std::size_t value) { return number(static_cast<double>(value), 0); }
std::string in_ms(double seconds) { return digits(seconds * 1e3); }
std::string in_us(double seconds) { return digits(seconds * 1e6); }

std::string verdict(std::size_t wrong) { return wrong == 0 ? "all" : whole(wrong) + " WRONG"; }

std::string verdict(const SolverBench& solver) {
  return solver.wrong == 0 && !solver.certified ? "no certificate" : verdict(solver.wrong);
}

Table table_of_answers(const BenchReport& report) {
  Table table;
  table.title = "From one node to another, microseconds a question";
  table.headings = {"solver", "distance", "median",    "99th",
                    "path",   "x Boost",  "questions", "agree"};
  table.align.assign(table.headings.size(), Align::right);
  table.align.front() = table.align.back() = Align::left;
  for (const SolverBench& solver : report.result.solvers) {
    table.rows.push_back({solver.solver, in_us(solver.distance.mean_s),
                          in_us(solver.distance.median_s), in_us(solver.distance.p99_s),
                          in_us(solver.path.mean_s), digits(solver.times_reference),
                          whole(solver.questions), verdict(solver)});
  }
  return table;
}

Table table_of_preparation(const BenchReport& report) {
  Table table;
  table.title = "What they need before";
  table.headings = {"solver", "prepare, ms", "customise, ms", "memory, MB"};
  table.align = {Align::left, Align::right, Align::right, Align::right};
  for (const SolverBench& solver : report.result.solvers) {
    table.rows.push_back({solver.solver, in_ms(solver.prepare_s), in_ms(solver.customise_s),
                          digits(static_cast<double>(solver.memory) / 1e6)});
  }
  return table;
}

Table table_of_many(const std::string& title, const std::vector<ManyBench>& list) {
  Table table;
  table.title = title;
  table.headings = {"method", "prepare, ms", "each, us", "x Boost", "measured", "agree"};
  table.align = {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left};
  for (const ManyBench& bench : list) {
    table.rows.push_back({bench.method, in_ms(bench.prepare_s), in_us(bench.each_s),
                          digits(bench.times_reference), whole(bench.count), verdict(bench.wrong)});
  }
  return table;
}

Document document_of(const BenchReport& report) {
  const BenchResult& result = report.result;
  Document document{
      Heading{1, "Solvers on " + report.subject},
      Facts{{"graph", whole(result.vertices) + " vertices, " + whole(result.arcs) + " arcs"},
            {"weights", report.weights},
            {"questions", whole(result.questions) + " of the " + whole(report.asked) +
                              " pairs that seed " + std::to_string(report.seed) + " stands for"},
            {"reference", "Boost.Graph's Dijkstra; all agree with it if nothing else is said"}}};
  document.push_back(table_of_answers(report));
  document.push_back(table_of_preparation(report));
  document.push_back(table_of_many("From one node to all, a tree", result.trees));
  if (!result.rows.empty()) {
    document.push_back(table_of_many("From one node to many, a row of a matrix", result.rows));
  }
  if (!result.customising.empty()) {
    Table table = table_of_many("Customising, a metric", result.customising);
    table.headings[3] = "x one";
    document.push_back(std::move(table));
  }
  document.push_back(Paragraph{
      "Times are of this machine and this run; only their ratios mean anything elsewhere. The mean "
      "of distances is compared on the questions that a solver was asked."});
  return document;
}

std::string precise(double seconds) { return fmt::format("{:.9g}", seconds); }

Table csv_of(const BenchReport& report) {
  Table table;
  table.headings = {"case",     "method", "prepare_s",   "customise_s",  "mean_s",
                    "median_s", "p99_s",  "path_mean_s", "memory_bytes", "times_boost",
                    "count",    "wrong",  "certified"};
  for (const SolverBench& solver : report.result.solvers) {
    table.rows.push_back({"one_to_one", solver.solver, precise(solver.prepare_s),
                          precise(solver.customise_s), precise(solver.distance.mean_s),
                          precise(solver.distance.median_s), precise(solver.distance.p99_s),
                          precise(solver.path.mean_s), std::to_string(solver.memory),
                          precise(solver.times_reference), std::to_string(solver.questions),
                          std::to_string(solver.wrong), solver.certified ? "yes" : "no"});
  }
  const auto add = [&](const char* name, const std::vector<ManyBench>& list) {
    for (const ManyBench& bench : list) {
      table.rows.push_back({name, bench.method, precise(bench.prepare_s), "", precise(bench.each_s),
                            "", "", "", "", precise(bench.times_reference),
                            std::to_string(bench.count), std::to_string(bench.wrong), ""});
    }
  };
  add("tree", report.result.trees);
  add("row", report.result.rows);
  add("customise", report.result.customising);
  return table;
}

Json json_of(const std::vector<ManyBench>& list) {
  Json out = Json::array();
  for (const ManyBench& bench : list) {
    out.push_back({{"method", bench.method},
                   {"prepare_s", bench.prepare_s},
                   {"each_s", bench.each_s},
                   {"times_boost", bench.times_reference},
                   {"count", bench.count},
                   {"wrong", bench.wrong}});
  }
  return out;
}

Json json_of(const Spread& spread) {
  return {{"mean_s", spread.mean_s}, {"median_s", spread.median_s}, {"p99_s", spread.p99_s}};
}

std::string json_of(const BenchReport& report) {
  const BenchResult& result = report.result;
  Json out{{"schema", "corridor/1"}, {"command", "bench"}};
  out["subject"] = report.subject;
  out["weights"] = report.weights;
  out["vertices"] = result.vertices;
  out["arcs"] = result.arcs;
  out["seed"] = report.seed;
  out["asked"] = report.asked;
  out["questions"] = result.questions;
  out["agrees"] = result.agrees();
  out["records"] = Json::array();
  for (const SolverBench& solver : result.solvers) {
    out["records"].push_back({{"solver", solver.solver},
                              {"prepare_s", solver.prepare_s},
                              {"customise_s", solver.customise_s},
                              {"distance", json_of(solver.distance)},
                              {"path", json_of(solver.path)},
                              {"memory_bytes", solver.memory},
                              {"times_boost", solver.times_reference},
                              {"questions", solver.questions},
                              {"wrong", solver.wrong},
                              {"certified", solver.certified}});
  }
  out["trees"] = json_of(result.trees);
  out["rows"] = json_of(result.rows);
  out["customising"] = json_of(result.customising);
  return dump(out);
}

}  // namespace

std::string report_bench(const BenchReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return render(csv_of(report), format);
  return render(document_of(report), format);
}

}  // namespace corridor
