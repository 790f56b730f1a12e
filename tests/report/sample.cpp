#include "report/sample.hpp"

#include "support/sketch.hpp"

namespace corridor::test {

namespace {

Network sample_network() {
  Network network = sketch(R"(
    a:AA-rail- b:AA 100 km
    b-rail- c:BB    200 km  id=bridge status=planned
    b-road- c       300 km
  )");
  network.content_hash = "00000000000000aa";
  return network;
}

Scenario sample_scenario() {
  Scenario scenario;
  scenario.id = "bridge_opens";
  scenario.title = "What if the bridge opens?";
  scenario.content_hash = "00000000000000bb";
  Change change;
  change.what = OpenChange{};
  change.text = "open: {link: bridge}";
  scenario.changes.push_back(change);
  Expectation claim;
  claim.claim = "ten_percent_cheaper";
  claim.trip = {"a -> c", {}};
  claim.relative = true;
  claim.bound = -0.1;
  claim.text = "<= -10%";
  claim.source = "a brochure";
  scenario.expectations.push_back(claim);
  return scenario;
}

Evaluation before() {
  Evaluation result;
  result.reachable = true;
  result.distance_km = 400;
  result.time_h = 30;
  result.cost_usd_t = 50;
  result.emissions_kg_t = 20;
  result.borders = 1;
  result.transfers = 1;
  result.throughput_t_yr = 5e6;
  result.throughput_assumed = true;
  result.cost_by_component = {30, 12, 8, 0, 0, 0};
  result.time_by_component = {20, 6, 4, 0, 0, 0};
  result.weak_cost_usd_t = 10;
  result.weak_time_h = 15;
  return result;
}

Evaluation after() {
  Evaluation result = before();
  result.distance_km = 300;
  result.time_h = 20.25;
  result.cost_usd_t = 40.05;
  result.emissions_kg_t = 12;
  result.transfers = 0;
  result.throughput_t_yr = 1e7;
  result.throughput_assumed = false;
  result.cost_by_component = {25.05, 7, 8, 0, 0, 0};
  result.time_by_component = {14.25, 2, 4, 0, 0, 0};
  result.weak_cost_usd_t = 0;
  result.weak_time_h = 0;
  return result;
}

}  // namespace

Sample::Sample()
    : network{sample_network()}, scenario{sample_scenario()}, compiled{network, compile(network)} {
  run.scenario = &scenario;
  run.baseline_date = run.scenario_date = {2026, 1, 1};
  run.network_hash = network.content_hash;
  run.subjects.push_back(subject());
  Effect effect;
  effect.change = &scenario.changes.front();
  effect.links = {network.find_link("bridge").value()};
  effect.changed_anything = true;
  run.effects.push_back(effect);
  ClaimResult claim;
  claim.expectation = &scenario.expectations.front();
  claim.verdict = Verdict::holds;
  claim.value = -0.199;
  claim.measured = 560.7;
  claim.reference = 700;
  claim.why = "-19.9 %";
  run.claims.push_back(claim);
  run.news = {"b - c, road: reopened 2025-12-01"};
}

ArcId Sample::haul(const char* link) const {
  return compiled.topology.haul[way(network.find_link(link).value(), true)];
}

Subject Sample::subject() const {
  Subject subject;
  subject.id = "a -> c";
  subject.name = "A -> C";
  subject.cargo = CargoId{0};
  subject.baseline.evaluation = before();
  subject.baseline.evaluation.arcs = {haul("a_b_rail"), haul("b_c_road")};
  subject.baseline.evaluation.bottleneck = {haul("b_c_road")};
  subject.baseline.route = "a -> (rail) b -> (road) c";
  subject.scenario.evaluation = after();
  subject.scenario.evaluation.arcs = {haul("a_b_rail"), haul("bridge")};
  subject.scenario.evaluation.bottleneck = {haul("a_b_rail"), haul("bridge")};
  subject.scenario.route = "a -> (rail) c";
  RunnerUp runner_up;
  runner_up.found = true;
  runner_up.evaluation = subject.baseline.evaluation;
  runner_up.margin = 11.9;  // USD/t: 9.95 of cost and 9.75 h at 0.2 USD/t/h
  runner_up.margin_share = 0.27;
  subject.scenario.runner_up = runner_up;
  subject.scenario.runner_up_route = subject.baseline.route;
  Throughput most;
  most.value_t_yr = 5e6;
  most.assumed = true;
  most.cut = {haul("b_c_road")};
  subject.baseline.most_throughput = most;
  most.value_t_yr = 1e7;
  most.assumed = false;
  most.cut = {haul("a_b_rail")};
  subject.scenario.most_throughput = most;
  return subject;
}

Subject Sample::without_route() const {
  Subject subject = run.subjects.front();
  subject.scenario = {};
  Disconnection why;
  why.cut = {network.find_link("bridge").value(), network.find_link("b_c_road").value()};
  why.restoring = {network.find_link("bridge").value()};
  subject.scenario.disconnection = why;
  return subject;
}

}  // namespace corridor::test
