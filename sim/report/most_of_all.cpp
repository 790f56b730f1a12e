#include "corridor/report/most_of_all.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "report/flow_parts.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr double mega = 1e-6;
constexpr std::size_t widest_name = 24;

/// A row for each origin, a column for each destination, which bears the number of its row.
Table square(const Network& network, const MostOfAll& answer, const std::string& title) {
  Table table;
  table.headings = {title};
  table.align = {Align::left};
  for (std::size_t i = 0; i < answer.places.size(); ++i) {
    table.headings.push_back(std::to_string(i + 1));
    table.align.push_back(Align::right);
    table.rows.push_back(
        {std::to_string(i + 1) + " " + shorten(network.nodes[answer.places[i]].name, widest_name)});
  }
  return table;
}

Table most_table(const Network& network, const MostOfAll& answer) {
  Table table = square(network, answer, "Mt/yr from, to");
  const std::size_t count = answer.places.size();
  bool assumed = false;
  for (std::size_t from = 0; from < count; ++from) {
    for (std::size_t to = 0; to < count; ++to) {
      const bool weak = answer.assumed[from * count + to] != 0;
      assumed = assumed || weak;
      table.rows[from].push_back(
          from == to ? "-" : number(answer.between(from, to) * mega, 2) + (weak ? "*" : ""));
    }
  }
  if (assumed) {
    table.notes.emplace_back("* rests on a capacity that is assumed or of low confidence");
  }
  return table;
}

/// What a pair gains, or 0 where nothing limits it on either side.
double change(const MostOfAll& before, const MostOfAll& after, std::size_t from, std::size_t to) {
  const double a = before.between(from, to);
  const double b = after.between(from, to);
  return std::isinf(a) && std::isinf(b) ? 0 : b - a;
}

Block changes_of(const Network& network, const MostOfAll& before, const MostOfAll& after) {
  Table table = square(network, after, "change, Mt/yr");
  bool any = false;
  for (std::size_t from = 0; from < after.places.size(); ++from) {
    for (std::size_t to = 0; to < after.places.size(); ++to) {
      const double more = change(before, after, from, to);
      any = any || more != 0;
      const std::string text =
          std::isinf(more) ? (more > 0 ? "no limit" : "limited") : signed_number(more * mega, 2);
      table.rows[from].push_back(from == to ? "-" : text);
    }
  }
  if (!any) return Paragraph{"No pair differs from the baseline."};
  return table;
}

std::vector<std::string> names_of(const Network& network, const std::vector<NodeId>& places) {
  std::vector<std::string> names;
  for (const NodeId node : places) names.push_back(place_name(network.nodes[node].name));
  return names;
}

Facts tree_of(const Compiled& compiled, const MostOfAll& answer) {
  Facts facts;
  for (const CutTreeEdge& edge : answer.tree) {
    const std::vector<std::string> side = names_of(compiled.network, edge.side);
    const std::vector<std::string> cut =
        arcs_in_words(compiled.network, compiled.topology, edge.cut);
    std::string text = list_some(side, side.size()) + " from the others";
    if (!cut.empty()) text += ": " + list_some(cut, cut.size());
    facts.push_back({std::isinf(edge.t_yr) ? "no limit" : number(edge.t_yr * mega, 2) + " Mt/yr",
                     std::move(text)});
  }
  return facts;
}

Facts facts_of(const MostOfAllReport& report) {
  Facts facts;
  if (report.answer.certified) {
    facts.push_back(
        {"certificate", *report.answer.certified ? "holds: each flow fills its cuts" : "FAILS"});
  }
  facts.push_back({"state of", to_string(report.date)});
  facts.push_back({"scenario", report.scenario == nullptr ? "none: the network as it stands"
                                                          : report.scenario->id});
  return facts;
}

Document document_of(const Compiled& compiled, const MostOfAllReport& report) {
  const Network& network = compiled.network;
  const MostOfAll& answer = report.answer;
  Document document{
      Heading{1, "The most between any two of " + count_of(answer.places.size(), "place") + ", " +
                     cargo_unit(network, report.cargo).cargo + ", by all open routes"},
      facts_of(report), most_table(network, answer)};
  if (report.baseline) document.push_back(changes_of(network, *report.baseline, answer));
  document.emplace_back(Heading{2, "What parts them"});
  if (answer.tree.empty()) {
    document.emplace_back(
        Paragraph{"Each pair was asked for by itself, and no tree of cuts holds "
                  "them all: " +
                  answer.no_tree + "."});
    return document;
  }
  document.emplace_back(
      Paragraph{"As much fits back as forth. Between two places fits the least of what is written "
                "beside the cuts that part them:"});
  document.emplace_back(tree_of(compiled, answer));
  return document;
}

std::string t_yr_text(double t_yr) { return std::isinf(t_yr) ? "" : plain_number(t_yr, 0); }

Table csv_of(const Network& network, const MostOfAllReport& report) {
  Table table;
  table.headings = {"scenario", "from", "to", "cargo", "baseline_t_yr", "max_flow_t_yr", "assumed"};
  const MostOfAll& answer = report.answer;
  for (std::size_t from = 0; from < answer.places.size(); ++from) {
    for (std::size_t to = 0; to < answer.places.size(); ++to) {
      if (from == to) continue;
      table.rows.push_back({report.scenario == nullptr ? "" : report.scenario->id,
                            network.nodes[answer.places[from]].id,
                            network.nodes[answer.places[to]].id, network.cargoes[report.cargo].id,
                            report.baseline ? t_yr_text(report.baseline->between(from, to)) : "",
                            t_yr_text(answer.between(from, to)),
                            answer.assumed[from * answer.places.size() + to] != 0 ? "yes" : "no"});
    }
  }
  return table;
}

Json json_answer(const Compiled& compiled, const MostOfAll& answer) {
  const Network& network = compiled.network;
  Json out{{"pairs", Json::array()}};
  for (std::size_t from = 0; from < answer.places.size(); ++from) {
    for (std::size_t to = 0; to < answer.places.size(); ++to) {
      if (from == to) continue;
      const double t_yr = answer.between(from, to);
      out["pairs"].push_back({{"from", network.nodes[answer.places[from]].id},
                              {"to", network.nodes[answer.places[to]].id},
                              {"t_yr", json_number(t_yr)},
                              {"unlimited", std::isinf(t_yr)},
                              {"assumed", answer.assumed[from * answer.places.size() + to] != 0}});
    }
  }
  out["tree"] = answer.tree.empty() ? Json(nullptr) : Json::array();
  for (const CutTreeEdge& edge : answer.tree) {
    out["tree"].push_back({{"t_yr", json_number(edge.t_yr)},
                           {"side", json_nodes(network, edge.side)},
                           {"cut", link_ids(compiled, edge.cut, false)},
                           {"cut_nodes", node_ids(compiled, edge.cut)},
                           {"cut_in_words", arcs_in_words(network, compiled.topology, edge.cut)}});
  }
  out["no_tree"] = answer.no_tree.empty() ? Json(nullptr) : Json(answer.no_tree);
  out["certified"] = answer.certified ? Json(*answer.certified) : Json(nullptr);
  return out;
}

std::string json_of(const Compiled& compiled, const MostOfAllReport& report) {
  const Network& network = compiled.network;
  Json out = json_head(network, "flow");
  out["records"] = Json::array();
  out["records"].push_back(
      {{"scenario", report.scenario == nullptr ? Json(nullptr) : Json(report.scenario->id)},
       {"date", to_string(report.date)},
       {"places", json_nodes(network, report.answer.places)},
       {"cargo", network.cargoes[report.cargo].id},
       {"max_flows", json_answer(compiled, report.answer)},
       {"baseline", report.baseline ? json_answer(compiled, *report.baseline) : Json(nullptr)}});
  return dump(out);
}

}  // namespace

std::string report_most_of_all(const Compiled& compiled, const MostOfAllReport& report,
                               Format format) {
  if (format == Format::json) return json_of(compiled, report);
  if (format == Format::csv) return render(csv_of(compiled.network, report), format);
  return render(document_of(compiled, report), format);
}

}  // namespace corridor
