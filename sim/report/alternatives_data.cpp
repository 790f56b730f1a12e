#include "corridor/scenario/names.hpp"

#include "report/alternatives_parts.hpp"
#include "report/json.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/routes_parts.hpp"

namespace corridor {

namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ";") + item;
  return text;
}

std::vector<std::string> corridor_ids(const Network& network, const Alternative& route) {
  std::vector<std::string> ids;
  for (const CorridorShare& use : route.corridors) {
    ids.push_back(network.corridors[use.corridor].id);
  }
  return ids;
}

std::vector<std::string> crossing_ids(const Alternative& route) {
  std::vector<std::string> ids;
  for (const Crossing& crossing : route.borders) ids.push_back(crossing.from + "-" + crossing.to);
  return ids;
}

/// One trip of one run.
struct TripRows {
  const Compiled& compiled;
  const RunResult& run;
  const Subject& subject;
  const Alternatives& trip;
  CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
  MeasureStyle value = style_of(subject.objective, unit);

  std::vector<std::string> row(std::size_t rank) const {
    const Alternative& route = trip.routes[rank];
    const Evaluation& evaluation = route.evaluation;
    return {run.scenario->id,
            subject.id,
            unit.cargo,
            to_string(subject.objective),
            std::to_string(rank + 1),
            std::to_string(route.group + 1),
            rank < trip.proved ? "yes" : "no",
            plain_number(evaluation.distance_km, 2),
            plain_number(evaluation.time_h, 2),
            plain_number(evaluation.cost_usd_t * unit.tonnes, 2),
            plain_number(evaluation.emissions_kg_t * unit.tonnes, 2),
            std::to_string(evaluation.borders),
            std::to_string(evaluation.transfers),
            std::to_string(evaluation.gauge_breaks),
            plain_number(value_of(evaluation, subject.objective) * value.scale, 2),
            plain_number(route.margin * value.scale, 2),
            value.unit,
            plain_number(100 * route.margin_share, 2),
            plain_number(100 * route.overlap, 2),
            joined(corridor_ids(compiled.network, route)),
            joined(crossing_ids(route)),
            joined(link_ids(compiled, evaluation.arcs, true)),
            route.difference};
  }

  Json json(std::size_t rank) const {
    const Alternative& route = trip.routes[rank];
    const Evaluation& evaluation = route.evaluation;
    Json corridors = Json::array();
    for (const CorridorShare& use : route.corridors) {
      corridors.push_back({{"corridor", compiled.network.corridors[use.corridor].id},
                           {"share", json_number(use.share)}});
    }
    Json crossings = Json::array();
    for (const Crossing& crossing : route.borders) {
      crossings.push_back({{"from", crossing.from}, {"to", crossing.to}});
    }
    return {{"rank", rank + 1},
            {"group", route.group + 1},
            {"proved", rank < trip.proved},
            {"distance_km", json_number(evaluation.distance_km)},
            {"time_h", json_number(evaluation.time_h)},
            {"cost_usd", json_number(evaluation.cost_usd_t * unit.tonnes)},
            {"cost_usd_t", json_number(evaluation.cost_usd_t)},
            {"emissions_kg", json_number(evaluation.emissions_kg_t * unit.tonnes)},
            {"borders", evaluation.borders},
            {"transfers", evaluation.transfers},
            {"gauge_breaks", evaluation.gauge_breaks},
            {"throughput_t_yr", json_number(evaluation.throughput_t_yr)},
            {"value", json_number(value_of(evaluation, subject.objective) * value.scale)},
            {"margin", json_number(route.margin * value.scale)},
            {"margin_unit", value.unit},
            {"margin_share", json_number(route.margin_share)},
            {"overlap", json_number(route.overlap)},
            {"difference", route.difference},
            {"route", link_ids(compiled, evaluation.arcs, true)},
            {"route_in_words", route.route},
            {"corridors", std::move(corridors)},
            {"crossings", std::move(crossings)}};
  }
};

}  // namespace

Table alternatives_table(const Compiled& compiled, const std::vector<RunAlternatives>& runs) {
  Table table;
  table.headings = {"scenario",     "id",      "cargo",          "objective",       "rank",
                    "group",        "proved",  "distance_km",    "time_h",          "cost_usd",
                    "emissions_kg", "borders", "transfers",      "gauge_breaks",    "value",
                    "margin",       "unit",    "margin_percent", "overlap_percent", "corridors",
                    "crossings",    "route",   "difference"};
  for (const RunAlternatives& run : runs) {
    for (std::size_t i = 0; i < run.trips.size(); ++i) {
      const TripRows rows{compiled, run.run, run.run.subjects[i], run.trips[i]};
      for (std::size_t rank = 0; rank < run.trips[i].routes.size(); ++rank) {
        table.rows.push_back(rows.row(rank));
      }
    }
  }
  return table;
}

std::string alternatives_json(const Compiled& compiled, const std::vector<RunAlternatives>& runs) {
  Json out = json_head(compiled.network, "routes");
  out["records"] = Json::array();
  for (const RunAlternatives& run : runs) {
    for (std::size_t i = 0; i < run.run.subjects.size(); ++i) {
      Json record = route_record(compiled, run.run, run.run.subjects[i]);
      if (i < run.trips.size()) {
        const TripRows rows{compiled, run.run, run.run.subjects[i], run.trips[i]};
        Json routes = Json::array();
        for (std::size_t rank = 0; rank < run.trips[i].routes.size(); ++rank) {
          routes.push_back(rows.json(rank));
        }
        record["alternatives"] = std::move(routes);
        record["no_more_alternatives"] = run.trips[i].exhausted;
      }
      out["records"].push_back(std::move(record));
    }
  }
  return dump(out);
}

}  // namespace corridor
