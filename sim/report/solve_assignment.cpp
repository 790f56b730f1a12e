#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "report/number.hpp"
#include "report/solve_flow_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// Of so many pairs the ends are named in text.
constexpr std::size_t most_named = 6;

/// Twelve digits that count, six of them after the point at the most.
std::string precise(double value) {
  const double size = std::abs(value);
  const int above = size >= 1 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
  return number(value, std::clamp(12 - above, 0, 6));
}

/// Below what sums in floating point can tell from nothing it says no more than that.
std::string gap_in_words(const AssignmentReport& report) {
  constexpr double least_told = 1e-15;
  const double gap = report.answer.flow.relative_gap;
  std::string text = gap < least_told ? "below 1e-15" : fmt::format("{:.1e}", gap);
  if (!report.answer.flow.converged) {
    text += fmt::format(", not the {:.1e} asked for", report.question.options.gap);
  }
  return text;
}

bool is_equilibrium(const AssignmentReport& report) {
  return report.question.options.principle == Principle::user_equilibrium;
}

std::string objective_label(const AssignmentReport& report) {
  return is_equilibrium(report) ? " (Beckmann's)" : " (total cost)";
}

std::vector<OdVolume> left_out(const AssignmentReport& report) {
  std::vector<OdVolume> pairs;
  for (std::size_t i = 0; i < report.question.trips.demand.size(); ++i) {
    if (report.answer.flow.carried[0][i] == 0) pairs.push_back(report.question.trips.demand[i]);
  }
  return pairs;
}

std::string trips_in_words(const AssignmentReport& report) {
  const AssignmentAnswer& answer = report.answer;
  std::string text = precise(answer.asked - answer.left_out);
  if (answer.left_out == 0) return text + ", all of them";
  std::vector<std::string> names;
  for (const OdVolume& pair : left_out(report)) {
    names.push_back(std::to_string(node_number(pair.from)) + " -> " +
                    std::to_string(node_number(pair.to)) + " (" + precise(pair.volume) + ")");
  }
  return text + " of " + precise(answer.asked) + "; no path for: " + list_some(names, most_named);
}

Document document_of(const AssignmentReport& report) {
  const AssignmentAnswer& answer = report.answer;
  const AssignmentOptions& options = report.question.options;
  Facts facts{{"objective", precise(answer.flow.objective) + objective_label(report)}};
  if (answer.proof) facts.push_back({"lower bound", precise(answer.proof->lower_bound)});
  facts.push_back({"total time", precise(answer.total_time)});
  if (!report.question.trips.fixed.empty()) {
    facts.push_back({"total cost", precise(answer.total_cost)});
  }
  facts.push_back({"gap", gap_in_words(report)});
  facts.push_back({"iterations", grouped(static_cast<Weight>(answer.flow.iterations)) + " of " +
                                     name_of(options.method)});
  facts.push_back({"trips", trips_in_words(report)});
  add_certificate(facts, answer.certificate);
  facts.push_back(graph_fact(*report.question.network.graph));
  facts.back().text += ", " + count_of(report.zones, "zone");
  return {Heading{1, (is_equilibrium(report) ? "User equilibrium of " : "System optimum of ") +
                         report.trips + " on " + report.file},
          std::move(facts)};
}

/// Written at once, as there may be many rows; none needs quotes.
std::string csv_of(const AssignmentReport& report) {
  const Graph& graph = *report.question.network.graph;
  const AssignmentAnswer& answer = report.answer;
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "tail,head,volume,time,cost\r\n");
  for (const ArcId arc : graph.arcs()) {
    fmt::format_to(std::back_inserter(out), "{},{},{:.15g},{:.15g},{:.15g}\r\n",
                   node_number(graph.tail(arc)), node_number(graph.head(arc)),
                   answer.flow.volume[arc], answer.time[arc], answer.cost[arc]);
  }
  return fmt::to_string(out);
}

Json json_trips(const AssignmentReport& report) {
  Json out{{"asked", report.answer.asked},
           {"carried", report.answer.asked - report.answer.left_out}};
  out["unmet"] = Json::array();
  for (const OdVolume& pair : left_out(report)) {
    out["unmet"].push_back({{"from", node_number(pair.from)},
                            {"to", node_number(pair.to)},
                            {"volume", pair.volume},
                            {"reason", "no open path"}});
  }
  return out;
}

std::string json_of(const AssignmentReport& report) {
  const AssignmentAnswer& answer = report.answer;
  const Graph& graph = *report.question.network.graph;
  Json out = json_head("assignment", report.file, graph, answer.certificate);
  out["graph"]["zones"] = report.zones;
  out["graph"]["trips"] = report.trips;
  out["principle"] = is_equilibrium(report) ? "ue" : "so";
  out["method"] = name_of(report.question.options.method);
  out["objective"] = answer.flow.objective;
  if (answer.proof) out["lower_bound"] = answer.proof->lower_bound;
  out["total_time"] = answer.total_time;
  out["total_cost"] = answer.total_cost;
  out["relative_gap"] = answer.flow.relative_gap;
  if (answer.proof) out["certified_gap"] = answer.proof->relative_gap;
  out["gap_asked"] = report.question.options.gap;
  out["converged"] = answer.flow.converged;
  out["iterations"] = answer.flow.iterations;
  out["trips"] = json_trips(report);
  out["records"] = Json::array();
  for (const ArcId arc : graph.arcs()) {
    out["records"].push_back({{"tail", node_number(graph.tail(arc))},
                              {"head", node_number(graph.head(arc))},
                              {"volume", answer.flow.volume[arc]},
                              {"time", answer.time[arc]},
                              {"cost", answer.cost[arc]}});
  }
  return dump(out);
}

}  // namespace

std::string report_solve(const AssignmentReport& report, Format format) {
  if (format == Format::json) return json_of(report);
  if (format == Format::csv) return csv_of(report);
  return render(document_of(report), format);
}

}  // namespace corridor
