#include "corridor/study/run.hpp"

#include <algorithm>

#include "study/claims.hpp"
#include "study/news.hpp"
#include "study/trip_query.hpp"
#include "study/words.hpp"

namespace corridor {

namespace {

Date date_of(const Network& network, const Scenario& scenario, const RunOptions& options) {
  if (options.as_of) return *options.as_of;
  return scenario.as_of ? *scenario.as_of : latest_date(network);
}

CargoId cargo_of(const Network& network, const Scenario& scenario) {
  if (scenario.trips.empty() || scenario.trips.front().cargo.text.empty()) return CargoId{0};
  return network.find_cargo(scenario.trips.front().cargo.text).value();
}

void tell(const Compiled& compiled, const World& world, Side& side) {
  if (!side.evaluation.reachable) return;
  const std::vector<ArcId>& arcs = side.evaluation.arcs;
  side.route = in_words(compiled.network, compiled.topology, arcs);
  side.legs = legs(compiled.network, compiled.topology, world.metric, arcs);
  side.by_arc = evaluate_arcs(compiled, world.metric, arcs,
                              value_of_time(compiled.network, world.state.cargo));
}

void tell_runner_up(const Compiled& compiled, const World& world, Side& side) {
  const std::vector<ArcId>& second = side.runner_up->evaluation.arcs;
  side.runner_up_route = in_words(compiled.network, compiled.topology, second);
  side.runner_up_difference =
      difference_in_words(compiled, world.metric, side.evaluation.arcs, second);
}

Side trip_side(const Compiled& compiled, const World& world, const TripQuery& query,
               const RunOptions& options) {
  Side side;
  const TripAnswer answer = solve_trip(compiled, world, query, options.certify);
  side.evaluation = answer.evaluation;
  side.certificate = answer.certificate;
  tell(compiled, world, side);
  if (!answer.evaluation.reachable) side.disconnection = why_no_route(compiled, world, query);
  if (options.runner_up) {
    side.runner_up = runner_up(compiled, world, query, answer);
    if (side.runner_up->found) tell_runner_up(compiled, world, side);
  }
  if (options.most_throughput) {
    side.most_throughput = most_throughput(compiled, world, query.from, query.to, options.certify);
  }
  return side;
}

/// A corridor has no way round: each of its closed links cuts it, and all must open.
Disconnection closed_links(const Compiled& compiled, const World& world, CorridorId corridor) {
  Disconnection result;
  const Network& network = compiled.network;
  for (const WayId id : network.corridors[corridor].ways) {
    const LinkId link = link_of(id);
    const ArcId haul = compiled.topology.haul[id];
    if (haul.valid() && world.metric.open[haul] != 0) continue;
    result.never =
        result.never || !haul.valid() ||
        !network.cargoes[world.state.cargo].may_use(network.modes[network.links[link].mode].id);
    if (std::ranges::find(result.cut, link) == result.cut.end()) result.cut.push_back(link);
  }
  std::ranges::sort(result.cut);
  if (result.cut.empty()) result.never = true;
  if (!result.never) result.restoring = result.cut;
  return result;
}

Side corridor_side(const Compiled& compiled, const World& world, CorridorId corridor) {
  Side side;
  side.evaluation = evaluate_corridor(compiled, world, corridor);
  tell(compiled, world, side);
  if (!side.evaluation.reachable) side.disconnection = closed_links(compiled, world, corridor);
  return side;
}

std::string name_of(const Network& network, const TripQuery& query) {
  return short_name(network.nodes[query.from].name) + " -> " +
         short_name(network.nodes[query.to].name);
}

Subject trip_subject(const Compiled& compiled, const Trip& trip, const RunContext& context,
                     const RunOptions& options) {
  const TripQuery query =
      resolve_trip(compiled, trip, objective_of(trip, context.scenario, options));
  Subject subject;
  subject.id = trip.id;
  subject.name = name_of(compiled.network, query);
  subject.cargo = query.cargo;
  subject.objective = query.objective;
  subject.baseline = trip_side(compiled, context.before.of(query.cargo), query, options);
  subject.scenario = trip_side(compiled, context.after.of(query.cargo), query, options);
  return subject;
}

Subject corridor_subject(const Compiled& compiled, const Name& name, const RunContext& context) {
  const CorridorId id = compiled.network.find_corridor(name.text).value();
  Subject subject;
  subject.is_corridor = true;
  subject.id = name.text;
  subject.name = compiled.network.corridors[id].name;
  subject.cargo = cargo_of(compiled.network, context.scenario);
  subject.baseline = corridor_side(compiled, context.before.of(subject.cargo), id);
  subject.scenario = corridor_side(compiled, context.after.of(subject.cargo), id);
  return subject;
}

}  // namespace

Objective objective_of(const Trip& trip, const Scenario& scenario, const RunOptions& options) {
  if (options.objective) return *options.objective;
  if (trip.objective) return *trip.objective;
  return scenario.objective.value_or(Objective::generalised);
}

RunResult run(const Compiled& compiled, const Scenario& scenario, const RunOptions& options) {
  const Network& network = compiled.network;
  const Scenario* baseline = scenario.baseline.empty() ? nullptr : &scenario.baseline.front();
  RunResult result;
  result.scenario = &scenario;
  result.network_hash = network.content_hash;
  result.scenario_date = date_of(network, scenario, options);
  result.baseline_date =
      baseline == nullptr ? result.scenario_date : date_of(network, *baseline, options);
  Worlds before{compiled, baseline, result.baseline_date};
  Worlds after{compiled, &scenario, result.scenario_date};
  const RunContext context{scenario, before, after};
  for (const Trip& trip : scenario.trips) {
    result.subjects.push_back(trip_subject(compiled, trip, context, options));
  }
  for (const Name& name : scenario.corridors) {
    result.subjects.push_back(corridor_subject(compiled, name, context));
  }
  for (const Expectation& expectation : scenario.expectations) {
    result.claims.push_back(judge(compiled, expectation, context, options));
  }
  result.effects = after.effects(cargo_of(network, scenario));
  result.news =
      last_news(compiled, result.subjects, std::max(result.baseline_date, result.scenario_date));
  return result;
}

}  // namespace corridor
