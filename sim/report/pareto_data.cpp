#include "corridor/scenario/names.hpp"

#include "report/json.hpp"
#include "report/number.hpp"
#include "report/pareto_parts.hpp"

namespace corridor {

namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ";") + item;
  return text;
}

std::vector<std::string> measure_keys(const FrontierOptions& options) {
  std::vector<std::string> keys;
  for (const Measure measure : options.measures) keys.push_back(to_string(measure));
  return keys;
}

std::vector<std::string> row(const ShownFrontier& trip, std::size_t rank) {
  const FrontierMember& member = trip.frontier.members[rank];
  const Evaluation& evaluation = member.evaluation;
  const double tonnes = trip.unit.tonnes;
  return {trip.run.scenario->id,
          trip.subject.id,
          trip.unit.cargo,
          joined(measure_keys(trip.options)),
          std::to_string(rank + 1),
          plain_number(evaluation.distance_km, 2),
          plain_number(evaluation.time_h, 2),
          plain_number(evaluation.cost_usd_t * tonnes, 2),
          plain_number(evaluation.emissions_kg_t * tonnes, 2),
          std::to_string(evaluation.borders),
          std::to_string(evaluation.transfers),
          std::to_string(evaluation.gauge_breaks),
          member.best_for ? plain_number(member.best_for->from_usd_t_h, 6) : "",
          member.best_for ? plain_number(member.best_for->to_usd_t_h, 6) : "",
          joined(link_ids(trip.compiled, evaluation.arcs, true)),
          member.difference};
}

Json member_json(const ShownFrontier& trip, std::size_t rank) {
  const FrontierMember& member = trip.frontier.members[rank];
  const Evaluation& evaluation = member.evaluation;
  const auto value = [&](double ValueOfTime::*end) {
    return member.best_for ? json_number(*member.best_for.*end) : Json(nullptr);
  };
  return {{"rank", rank + 1},
          {"distance_km", json_number(evaluation.distance_km)},
          {"time_h", json_number(evaluation.time_h)},
          {"cost_usd", json_number(evaluation.cost_usd_t * trip.unit.tonnes)},
          {"cost_usd_t", json_number(evaluation.cost_usd_t)},
          {"emissions_kg", json_number(evaluation.emissions_kg_t * trip.unit.tonnes)},
          {"borders", evaluation.borders},
          {"transfers", evaluation.transfers},
          {"gauge_breaks", evaluation.gauge_breaks},
          {"best_at_some_value_of_time", member.best_for.has_value()},
          {"value_of_time_from_usd_t_h", value(&ValueOfTime::from_usd_t_h)},
          {"value_of_time_to_usd_t_h", value(&ValueOfTime::to_usd_t_h)},
          {"route", link_ids(trip.compiled, evaluation.arcs, true)},
          {"route_in_words", member.route},
          {"difference", member.difference}};
}

Json trip_json(const ShownFrontier& trip) {
  Json frontier = Json::array();
  for (const std::size_t rank : trip.members) frontier.push_back(member_json(trip, rank));
  Json record{{"scenario", trip.run.scenario->id},
              {"trip", trip.subject.id},
              {"cargo", trip.unit.cargo},
              {"cargo_unit", trip.unit.name},
              {"tonnes_per_unit", json_number(trip.unit.tonnes)},
              {"value_of_time_usd_t_h",
               json_number(own_value_of_time(trip.compiled.network, trip.subject.cargo))},
              {"measures", measure_keys(trip.options)},
              {"epsilon", json_number(trip.options.epsilon)},
              {"reachable", !trip.frontier.members.empty()},
              {"complete", trip.frontier.complete},
              {"routes_on_frontier", trip.frontier.members.size()}};
  if (trip.frontier.certificate) record["certified"] = trip.frontier.certificate->holds();
  record["frontier"] = std::move(frontier);
  return record;
}

}  // namespace

Table frontier_table(const std::vector<ShownFrontier>& trips) {
  Table table;
  table.headings = {"scenario",
                    "id",
                    "cargo",
                    "measures",
                    "rank",
                    "distance_km",
                    "time_h",
                    "cost_usd",
                    "emissions_kg",
                    "borders",
                    "transfers",
                    "gauge_breaks",
                    "value_of_time_from_usd_t_h",
                    "value_of_time_to_usd_t_h",
                    "route",
                    "difference"};
  for (const ShownFrontier& trip : trips) {
    for (const std::size_t rank : trip.members) table.rows.push_back(row(trip, rank));
  }
  return table;
}

std::string frontier_json(const Compiled& compiled, const std::vector<ShownFrontier>& trips) {
  Json out = json_head(compiled.network, "routes");
  out["records"] = Json::array();
  for (const ShownFrontier& trip : trips) out["records"].push_back(trip_json(trip));
  return dump(out);
}

}  // namespace corridor
