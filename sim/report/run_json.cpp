#include <cmath>

#include "corridor/scenario/names.hpp"

#include "report/carriage_parts.hpp"
#include "report/json.hpp"
#include "report/run_parts.hpp"

namespace corridor {

namespace {

struct RecordWriter {
  const Compiled& compiled;
  const Subject& subject;
  CargoUnit unit;

  /// The measures of one side; null where there is no route.
  Json measures(const Evaluation& evaluation) const {
    const auto figure = [&](double value) {
      return evaluation.reachable ? json_number(value) : Json(nullptr);
    };
    const auto count = [&](int value) {
      return evaluation.reachable ? Json(value) : Json(nullptr);
    };
    return {{"reachable", evaluation.reachable},
            {"distance_km", figure(evaluation.distance_km)},
            {"time_h", figure(evaluation.time_h)},
            {"cost_usd", figure(evaluation.cost_usd_t * unit.tonnes)},
            {"cost_usd_t", figure(evaluation.cost_usd_t)},
            {"emissions_kg", figure(evaluation.emissions_kg_t * unit.tonnes)},
            {"borders", count(evaluation.borders)},
            {"transfers", count(evaluation.transfers)},
            {"gauge_breaks", count(evaluation.gauge_breaks)},
            {"throughput_t_yr", figure(evaluation.throughput_t_yr)}};
  }

  Json breakdown(const Breakdown& values, double scale) const {
    Json result = Json::object();
    for (std::size_t i = 0; i < component_count; ++i) {
      result[component_key(static_cast<Component>(i))] = json_number(values[i] * scale);
    }
    return result;
  }

  Json waterfall(const Waterfall& values) const {
    Json result = breakdown(values.change, 1);
    result["total"] = json_number(values.total);
    return result;
  }

  Json disconnection(const std::optional<Disconnection>& why) const {
    if (!why) return nullptr;
    return {{"cut", json_links(compiled.network, why->cut)},
            {"restoring", json_links(compiled.network, why->restoring)},
            {"never", why->never},
            {"in_words", no_route_text(compiled.network, why)}};
  }

  Json runner_up(const Side& side) const {
    if (!side.runner_up || !side.runner_up->found) return nullptr;
    const double scale = style_of(subject.objective, unit).scale;
    Json result = measures(side.runner_up->evaluation);
    result["route"] = link_ids(compiled, side.runner_up->evaluation.arcs, true);
    result["route_in_words"] = side.runner_up_route;
    result["margin"] = json_number(side.runner_up->margin * scale);
    result["margin_unit"] = style_of(subject.objective, unit).unit;
    result["margin_share"] = json_number(side.runner_up->margin_share);
    return result;
  }

  void add_details(Json& out, const Side& side) const {
    const Evaluation& evaluation = side.evaluation;
    out["throughput_unlimited"] = evaluation.reachable && std::isinf(evaluation.throughput_t_yr);
    out["throughput_assumed"] = evaluation.reachable && evaluation.throughput_assumed;
    out["bottleneck"] = link_ids(compiled, evaluation.bottleneck, false);
    out["bottleneck_nodes"] = node_ids(compiled, evaluation.bottleneck);
    out["route"] = link_ids(compiled, evaluation.arcs, true);
    out["route_in_words"] = side.route;
    out["cost_by_component_usd"] = breakdown(evaluation.cost_by_component, unit.tonnes);
    out["time_by_component_h"] = breakdown(evaluation.time_by_component, 1);
    out["weak_cost_share"] = json_number(weak_cost_share(evaluation));
    out["weak_time_share"] = json_number(weak_time_share(evaluation));
    out["runner_up"] = runner_up(side);
    out["max_flow"] =
        side.most_throughput ? json_throughput(compiled, *side.most_throughput) : Json(nullptr);
    out["disconnection"] = disconnection(side.disconnection);
    out["certified"] = side.certificate ? Json(side.certificate->holds()) : Json(nullptr);
  }
};

/// Scenario less baseline, measure by measure; `relative` as a share of the baseline.
Json difference_of(const Json& before, const Json& after, bool relative) {
  Json result = Json::object();
  for (const auto& [key, value] : after.items()) {
    const Json& old = before.at(key);
    if (key == "reachable") continue;
    if (!value.is_number() || !old.is_number()) {
      result[key] = nullptr;
      continue;
    }
    const double base = old.get<double>();
    const double change = value.get<double>() - base;
    if (!relative) {
      result[key] =
          value.is_number_integer() ? Json(value.get<int>() - old.get<int>()) : json_number(change);
    } else {
      result[key] = base != 0     ? json_number(change / base)
                    : change == 0 ? Json(0.0)
                                  : Json(nullptr);
    }
  }
  return result;
}

Json record(const Compiled& compiled, const RunResult& run, const Subject& subject) {
  const RecordWriter writer{compiled, subject, cargo_unit(compiled.network, subject.cargo)};
  Json out{{"scenario", run.scenario->id},
           {subject.is_corridor ? "corridor" : "trip", subject.id},
           {"name", subject.name},
           {"cargo", writer.unit.cargo},
           {"cargo_unit", writer.unit.name},
           {"tonnes_per_unit", json_number(writer.unit.tonnes)},
           {"objective", to_string(subject.objective)}};
  const Json before = writer.measures(subject.baseline.evaluation);
  const Json after = writer.measures(subject.scenario.evaluation);
  out.update(after);
  writer.add_details(out, subject.scenario);
  Json baseline = before;
  writer.add_details(baseline, subject.baseline);
  out["baseline"] = std::move(baseline);
  out["change"] = difference_of(before, after, false);
  out["change_relative"] = difference_of(before, after, true);
  out["waterfall"] = {
      {"cost_usd", writer.waterfall(cost_waterfall(subject, writer.unit.tonnes, 2))},
      {"time_h", writer.waterfall(time_waterfall(subject, 2))}};
  return out;
}

Json claim(const ClaimResult& result) {
  const Expectation& expectation = *result.expectation;
  const char* verdict = result.verdict == Verdict::holds   ? "holds"
                        : result.verdict == Verdict::fails ? "fails"
                                                           : "cannot_tell";
  const bool told = result.verdict != Verdict::cannot_tell && !expectation.reachable;
  const auto figure = [&](double value) { return told ? json_number(value) : Json(nullptr); };
  return {{"claim", expectation.claim},
          {"trip", expectation.trip.text},
          {"measure", expectation.reachable ? "reachable" : to_string(expectation.measure)},
          {"corridor", expectation.corridor ? Json(expectation.corridor->text) : Json(nullptr)},
          {"against", expectation.against ? Json(expectation.against->text) : Json(nullptr)},
          {"bound", expectation.text},
          {"verdict", verdict},
          {"value", figure(result.value)},
          {"measured", figure(result.measured)},
          {"reference", figure(result.reference)},
          {"miss", figure(result.miss)},
          {"why", result.why},
          {"source", expectation.source}};
}

Json scenario_entry(const Network& network, const RunResult& run) {
  const Scenario& scenario = *run.scenario;
  Json claims = Json::array();
  for (const ClaimResult& result : run.claims) claims.push_back(claim(result));
  return {
      {"scenario", scenario.id},
      {"title", scenario.title},
      {"hash", scenario.content_hash},
      {"network_hash", run.network_hash},
      {"baseline", scenario.baseline.empty() ? Json(nullptr) : Json(scenario.baseline.front().id)},
      {"date", to_string(run.scenario_date)},
      {"baseline_date", to_string(run.baseline_date)},
      {"changes", json_effects(network, run.effects)},
      {"claims", std::move(claims)},
      {"news", run.news}};
}

}  // namespace

std::string run_json(const Compiled& compiled, const std::vector<RunResult>& runs,
                     const CarriageReport* demand) {
  Json out = json_head(compiled.network, "run");
  out["scenarios"] = Json::array();
  out["records"] = Json::array();
  for (const RunResult& run : runs) {
    out["scenarios"].push_back(scenario_entry(compiled.network, run));
    for (const Subject& subject : run.subjects) {
      out["records"].push_back(record(compiled, run, subject));
    }
  }
  if (demand != nullptr) out["demand"] = carriage_records(compiled, *demand);
  return dump(out);
}

}  // namespace corridor
