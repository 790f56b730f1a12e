#include "corridor/report/report.hpp"
#include "corridor/scenario/names.hpp"

#include "report/document.hpp"
#include "report/json.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/routes_parts.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

std::string mode_name(const Network& network, ModeId mode) {
  return mode.valid() ? network.modes[mode].name : "";
}

std::string what_text(const Network& network, const Leg& leg) {
  if (leg.kind == ArcKind::haul) return mode_name(network, leg.mode);
  std::string text = kind_text(leg.kind);
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string where_text(const Network& network, const Leg& leg) {
  const std::string from = place_name(network.nodes[leg.from].name);
  const std::string to = place_name(network.nodes[leg.to].name);
  if (leg.kind == ArcKind::border && !leg.ways.empty()) {
    return network.from_node(leg.ways.front()).country + " to " +
           network.to_node(leg.ways.front()).country + ", " + to;
  }
  if (leg.kind == ArcKind::transfer && leg.mode.valid() && leg.to_mode.valid()) {
    return from + ", " + mode_name(network, leg.mode) + " to " + mode_name(network, leg.to_mode);
  }
  return leg.from == leg.to ? from : from + " - " + to;
}

/// Sums as they are printed: what a leg shows is the difference of the sums before and after it, so
/// that a reader who adds up the column gets the total below it.
class RunningSum {
 public:
  explicit RunningSum(int decimals) : decimals_{decimals} {}
  std::string step(double value) {
    const double before = rounded(sum_, decimals_);
    sum_ += value;
    return number(rounded(sum_, decimals_) - before, decimals_);
  }
  std::string sum() const { return number(sum_, decimals_); }

 private:
  int decimals_;
  double sum_ = 0;
};

std::string share_text(double weak, double all) {
  return all > 0 ? number(100 * weak / all, 0) : "-";
}

Table leg_table(const Network& network, const Side& side, const CargoUnit& unit) {
  const int cost_decimals = style_of(Measure::cost, unit.per).decimals;
  RunningSum km{0};
  RunningSum hours{1};
  RunningSum usd{cost_decimals};
  RunningSum kg{style_of(Measure::emissions, unit.per).decimals};
  Table table;
  table.headings = {"leg",     "where", "km",      "h",     "USD/" + unit.name,
                    "kg CO2e", "sum h", "sum USD", "weak %"};
  table.align = {Align::left,  Align::left,  Align::right, Align::right, Align::right,
                 Align::right, Align::right, Align::right, Align::right};
  for (const Leg& leg : side.legs) {
    const std::string h = hours.step(leg.time_h);
    const std::string cost = usd.step(leg.cost_usd_t * unit.tonnes);
    table.rows.push_back({what_text(network, leg), shorten(where_text(network, leg), 34),
                          km.step(leg.length_km), h, cost,
                          kg.step(leg.emissions_kg_t * unit.tonnes), hours.sum(), usd.sum(),
                          share_text(leg.weak_cost_usd_t, leg.cost_usd_t) + "/" +
                              share_text(leg.weak_time_h, leg.time_h)});
  }
  table.rows.push_back({"total", "", km.sum(), hours.sum(), usd.sum(), kg.sum(), "", "",
                        number(100 * weak_cost_share(side.evaluation), 0) + "/" +
                            number(100 * weak_time_share(side.evaluation), 0)});
  return table;
}

Document document_of(const Compiled& compiled, const RunResult& run) {
  Document document = run_header(compiled, run);
  for (const Subject& subject : run.subjects) {
    const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
    const Side& side = subject.scenario;
    document.emplace_back(Heading{
        2, subject_label(compiled.network, subject) +
               (subject.is_corridor ? "" : ", least " + style_of(subject.objective, unit).label)});
    if (!side.evaluation.reachable) {
      document.emplace_back(Paragraph{no_route_text(compiled.network, side.disconnection)});
      continue;
    }
    document.emplace_back(leg_table(compiled.network, side, unit));
    if (side.runner_up) {
      document.emplace_back(Facts{{"runner-up", runner_up_text(compiled.network, subject)}});
    }
  }
  document.emplace_back(
      Paragraph{"weak %: share of a leg's cost / time that rests on assumptions or figures of low "
                "confidence"});
  return document;
}

std::string id_of(const Network& network, ModeId mode) {
  return mode.valid() ? network.modes[mode].id : "";
}

Table csv_of(const Compiled& compiled, const std::vector<RunResult>& runs) {
  const Network& network = compiled.network;
  Table table;
  table.headings = {"scenario",      "id",         "cargo",        "leg",        "what",
                    "from",          "to",         "mode",         "to_mode",    "distance_km",
                    "time_h",        "cost_usd",   "emissions_kg", "sum_time_h", "sum_cost_usd",
                    "weak_cost_usd", "weak_time_h"};
  for (const RunResult& run : runs) {
    for (const Subject& subject : run.subjects) {
      const double tonnes = cargo_unit(network, subject.cargo).tonnes;
      double hours = 0;
      double usd = 0;
      std::size_t index = 0;
      for (const Leg& leg : subject.scenario.legs) {
        hours += leg.time_h;
        usd += leg.cost_usd_t * tonnes;
        table.rows.push_back(
            {run.scenario->id, subject.id, network.cargoes[subject.cargo].id,
             std::to_string(++index), what_text(network, leg), network.nodes[leg.from].id,
             network.nodes[leg.to].id, id_of(network, leg.mode), id_of(network, leg.to_mode),
             plain_number(leg.length_km, 2), plain_number(leg.time_h, 2),
             plain_number(leg.cost_usd_t * tonnes, 2), plain_number(leg.emissions_kg_t * tonnes, 2),
             plain_number(hours, 2), plain_number(usd, 2),
             plain_number(leg.weak_cost_usd_t * tonnes, 2), plain_number(leg.weak_time_h, 2)});
      }
    }
  }
  return table;
}

}  // namespace

Json route_record(const Compiled& compiled, const RunResult& run, const Subject& subject) {
  const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
  const Evaluation& evaluation = subject.scenario.evaluation;
  const auto figure = [&](double value) {
    return evaluation.reachable ? json_number(value) : Json(nullptr);
  };
  return {{"scenario", run.scenario->id},
          {subject.is_corridor ? "corridor" : "trip", subject.id},
          {"cargo", unit.cargo},
          {"cargo_unit", unit.name},
          {"objective", to_string(subject.objective)},
          {"reachable", evaluation.reachable},
          {"distance_km", figure(evaluation.distance_km)},
          {"time_h", figure(evaluation.time_h)},
          {"cost_usd", figure(evaluation.cost_usd_t * unit.tonnes)},
          {"cost_usd_t", figure(evaluation.cost_usd_t)},
          {"emissions_kg", figure(evaluation.emissions_kg_t * unit.tonnes)},
          {"route", link_ids(compiled, evaluation.arcs, true)},
          {"route_in_words", subject.scenario.route},
          {"weak_cost_share", json_number(weak_cost_share(evaluation))},
          {"weak_time_share", json_number(weak_time_share(evaluation))},
          {"legs", json_legs(compiled, subject, subject.scenario.legs)}};
}

std::string report_routes(const Compiled& compiled, const std::vector<RunResult>& runs,
                          Format format) {
  if (format == Format::csv) return render(csv_of(compiled, runs), format);
  if (format == Format::json) {
    Json out = json_head(compiled.network, "routes");
    out["records"] = Json::array();
    for (const RunResult& run : runs) {
      for (const Subject& subject : run.subjects) {
        out["records"].push_back(route_record(compiled, run, subject));
      }
    }
    return dump(out);
  }
  Document document;
  for (const RunResult& run : runs) {
    for (Block& block : document_of(compiled, run)) document.push_back(std::move(block));
  }
  return render(document, format);
}

}  // namespace corridor
