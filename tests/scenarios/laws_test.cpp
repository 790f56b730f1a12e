#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "corridor/report/report.hpp"
#include "corridor/route/boost_distances.hpp"
#include "corridor/route/edited_tables.hpp"

#include "scenarios/oracle.hpp"
#include "scenarios/shipped.hpp"
#include "study/trip_query.hpp"

namespace corridor::test {
namespace {

constexpr double near = 1e-6;

TEST(Laws, AtLeastSixteenScenariosShipAndAllCanBeRun) {
  EXPECT_GE(shipped().scenarios().size(), 16U);
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    EXPECT_FALSE(scenario.trips.empty());
    const RunResult result = run(shipped().compiled(), scenario, {});
    EXPECT_EQ(result.subjects.size(), scenario.trips.size() + scenario.corridors.size());
    EXPECT_EQ(result.claims.size(), scenario.expectations.size());
  }
}

TEST(Laws, EveryTripAgreesWithBoostsDijkstra) {
  const Compiled& compiled = shipped().compiled();
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    Worlds worlds = worlds_of(scenario);
    for (const Trip& trip : scenario.trips) {
      SCOPED_TRACE(trip.id);
      const TripQuery query = query_of(scenario, trip);
      const TripAnswer answer = solve_trip(compiled, worlds.of(query.cargo), query, false);
      Weight least = infinite_weight;
      for (const PathQuery& order : path_queries(compiled.topology, query)) {
        least =
            std::min(least, oracle_weight(compiled.topology.graph, answer.weights.values(), order));
      }
      EXPECT_EQ(answer.weight, least);
    }
  }
}

/// Trips of one cargo and objective, without vias or gates, as edits of the network as it stands.
struct Family {
  TripQuery query;  // of the first of them
  std::vector<Ends> ends;
  std::vector<Weight> base;
  std::vector<std::vector<Weight>> columns;  // by scenario
  std::vector<std::vector<ArcEdit>> edits;   // by scenario
};

std::vector<Family> families_of_plain_trips() {
  const Compiled& compiled = shipped().compiled();
  std::vector<Family> families;
  for (const Scenario& scenario : shipped().scenarios()) {
    for (const Trip& trip : scenario.trips) {
      const TripQuery query = query_of(scenario, trip);
      if (!query.via.empty() || !query.gates.empty()) continue;
      auto same = std::ranges::find_if(families, [&](const Family& one) {
        return one.query.cargo == query.cargo && one.query.objective == query.objective &&
               one.query.arc_barred == query.arc_barred;
      });
      if (same == families.end()) {
        same = families.insert(families.end(), Family{query, {}, {}, {}, {}});
      }
      const Ends ends{compiled.topology.origin[query.from],
                      compiled.topology.destination[query.to]};
      const auto is_known = [&](const Ends& e) { return e.from == ends.from && e.to == ends.to; };
      if (std::ranges::none_of(same->ends, is_known)) same->ends.push_back(ends);
    }
  }
  Worlds without{compiled, nullptr, latest_date(shipped().network())};
  for (Family& one : families) {
    const auto base = trip_weights(compiled, without.of(one.query.cargo), one.query);
    one.base.assign(base.begin(), base.end());
  }
  for (const Scenario& scenario : shipped().scenarios()) {
    Worlds worlds = worlds_of(scenario);
    for (Family& one : families) {
      const auto column = trip_weights(compiled, worlds.of(one.query.cargo), one.query);
      one.columns.emplace_back(column.begin(), column.end());
      one.edits.push_back(edits_between(one.base, one.columns.back()));
    }
  }
  return families;
}

TEST(Laws, EveryPlainTripUnderEveryScenarioAgreesWithBoostsDijkstra) {
  const Compiled& compiled = shipped().compiled();
  const std::vector<Family> families = families_of_plain_trips();
  std::vector<MetricFamily> asked;
  for (const Family& one : families) {
    asked.push_back({one.base, {one.edits.begin(), one.edits.end()}, one.ends});
  }
  EditedTables tables{compiled.topology.graph, *compiled.hierarchy, 2};
  const std::vector<std::vector<Weight>> found = tables.distances(asked);
  for (std::size_t i = 0; i < families.size(); ++i) {
    const Family& one = families[i];
    const std::size_t pairs = one.ends.size();
    for (std::size_t row = 0; row < one.columns.size(); ++row) {
      const auto table = std::span{found[i]}.subspan(row * pairs, pairs);
      const auto same = std::ranges::find(one.columns, one.columns[row]) - one.columns.begin();
      if (const auto known = static_cast<std::size_t>(same); known < row) {
        ASSERT_TRUE(std::ranges::equal(table, std::span{found[i]}.subspan(known * pairs, pairs)));
        continue;
      }
      std::map<VertexId, IdVector<VertexId, Weight>> from;
      for (std::size_t pair = 0; pair < pairs; ++pair) {
        const auto [origin, destination] = one.ends[pair];
        if (!from.contains(origin)) {
          from[origin] = boost_distances(compiled.topology.graph, one.columns[row], origin);
        }
        ASSERT_EQ(table[pair], from[origin][destination]);
      }
    }
  }
  EXPECT_GT(tables.count().stood + tables.count().shared, tables.count().solved);
}

TEST(Laws, EveryAnswerIsCertified) {
  RunOptions options;
  options.certify = true;
  options.runner_up = false;
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    for (const Subject& subject : run(shipped().compiled(), scenario, options).subjects) {
      if (subject.is_corridor) continue;
      SCOPED_TRACE(subject.id);
      for (const Side* side : {&subject.baseline, &subject.scenario}) {
        EXPECT_TRUE(side->certificate->holds());
        EXPECT_TRUE(side->most_throughput->certified.value());
      }
    }
  }
}

void expect_sums(const Evaluation& found) {
  const auto sum = [](const Breakdown& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  };
  EXPECT_NEAR(sum(found.cost_by_component), found.cost_usd_t, near);
  EXPECT_NEAR(sum(found.time_by_component), found.time_h, near);
  EXPECT_LE(found.weak_cost_usd_t, found.cost_usd_t + near);
  EXPECT_LE(found.weak_time_h, found.time_h + near);
}

void expect_exact(const Waterfall& fall, double change, double resolution) {
  double sum = 0;
  for (const double part : fall.change) sum += std::round(part / resolution);
  EXPECT_EQ(sum, std::round(fall.total / resolution));
  EXPECT_NEAR(fall.total, change, resolution);
}

TEST(Laws, BreakdownsLegsAndWaterfallsAddUpToTheirTotals) {
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    for (const Subject& subject : run(shipped().compiled(), scenario, {}).subjects) {
      SCOPED_TRACE(subject.id);
      const Evaluation& before = subject.baseline.evaluation;
      const Evaluation& after = subject.scenario.evaluation;
      for (const Side* side : {&subject.baseline, &subject.scenario}) {
        expect_sums(side->evaluation);
        double cost_usd_t = 0;
        for (const Leg& leg : side->legs) cost_usd_t += leg.cost_usd_t;
        EXPECT_NEAR(cost_usd_t, side->evaluation.cost_usd_t, near);
      }
      if (!before.reachable || !after.reachable) continue;
      const double tonnes = shipped().network().cargoes[subject.cargo].tonnes_per_unit().value;
      expect_exact(cost_waterfall(subject, tonnes, 0),
                   tonnes * (after.cost_usd_t - before.cost_usd_t), 1);
      expect_exact(time_waterfall(subject, 1), after.time_h - before.time_h, 0.1);
    }
  }
}

TEST(Laws, WhereThereIsNoRouteTheNamedLinksRestoreOne) {
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    Worlds worlds = worlds_of(scenario);
    for (std::size_t i = 0; i < scenario.trips.size(); ++i) {
      SCOPED_TRACE(scenario.trips[i].id);
      const TripQuery query = query_of(scenario, scenario.trips[i]);
      if (answers(scenario)[i].evaluation.reachable) continue;
      const Disconnection why = why_no_route(shipped().compiled(), worlds.of(query.cargo), query);
      if (why.never) continue;
      ASSERT_FALSE(why.restoring.empty());
      EXPECT_FALSE(why.cut.empty());
      // Opened by hand: a change of the scenario could not open a link that a later one builds.
      World restored = worlds.of(query.cargo);
      const auto reachable_with = [&](const std::vector<LinkId>& links) {
        World opened = restored;
        const Topology& topology = shipped().compiled().topology;
        for (const ArcId arc : topology.graph.arcs()) {
          const ArcInfo& info = topology.arcs[arc];
          if (info.way.valid() && std::ranges::count(links, link_of(info.way)) > 0) {
            opened.metric.open[arc] = 1;
          }
        }
        return solve_trip(shipped().compiled(), opened, query, false).evaluation.reachable;
      };
      EXPECT_TRUE(reachable_with(why.restoring));
      for (std::size_t left_out = 0; left_out < why.restoring.size(); ++left_out) {
        std::vector<LinkId> fewer = why.restoring;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left_out));
        EXPECT_FALSE(reachable_with(fewer));
      }
    }
  }
}

/// A few links of each route, evenly along it.
std::vector<LinkId> some_links(const std::vector<TripAnswer>& answers) {
  const Topology& topology = shipped().compiled().topology;
  std::set<LinkId> picked;
  for (const TripAnswer& answer : answers) {
    std::vector<LinkId> links;
    for (const ArcId arc : answer.evaluation.arcs) {
      if (topology.arcs[arc].kind == ArcKind::haul) {
        links.push_back(link_of(topology.arcs[arc].way));
      }
    }
    if (!links.empty()) picked.insert(links[links.size() / 2]);
  }
  return {picked.begin(), picked.end()};
}

Scenario with(Scenario scenario, const std::vector<Change>& more) {
  scenario.changes.insert(scenario.changes.end(), more.begin(), more.end());
  return scenario;
}

void expect_same(const std::vector<TripAnswer>& a, const std::vector<TripAnswer>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].evaluation.arcs, b[i].evaluation.arcs);
    EXPECT_EQ(a[i].evaluation.cost_usd_t, b[i].evaluation.cost_usd_t);
    EXPECT_EQ(a[i].evaluation.time_h, b[i].evaluation.time_h);
    EXPECT_EQ(a[i].evaluation.emissions_kg_t, b[i].evaluation.emissions_kg_t);
    EXPECT_EQ(a[i].evaluation.throughput_t_yr, b[i].evaluation.throughput_t_yr);
    EXPECT_EQ(a[i].weights, b[i].weights);
  }
}

TEST(Laws, ClosingNeverLowersACheapestCostAndUndoingItRestoresEveryFigure) {
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    const std::vector<TripAnswer> before = answers(scenario);
    const std::vector<LinkId> links = some_links(before);
    if (links.empty()) continue;
    const Change close = status_change<CloseChange>(links);
    const Change open = status_change<OpenChange>(links);
    const std::vector<TripAnswer> closed = answers(with(scenario, {close}));
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_GE(closed[i].weight, before[i].weight) << scenario.trips[i].id;
    }
    expect_same(before, answers(with(scenario, {close, open})));
  }
}

TEST(Laws, OpeningNeverRaisesACheapestCost) {
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    const std::vector<TripAnswer> before = answers(scenario);
    Worlds worlds = worlds_of(scenario);
    for (std::size_t i = 0; i < scenario.trips.size(); ++i) {
      const TripQuery query = query_of(scenario, scenario.trips[i]);
      World opened = worlds.of(query.cargo);
      const auto open_every = [&](std::size_t step) {
        for (std::size_t arc = 0; arc < opened.metric.open.size(); arc += step) {
          opened.metric.open[ArcId{arc}] = 1;
        }
        return solve_trip(shipped().compiled(), opened, query, false).weight;
      };
      const Weight some = open_every(7);
      EXPECT_LE(some, before[i].weight) << scenario.trips[i].id;
      EXPECT_LE(open_every(1), some) << scenario.trips[i].id;
    }
  }
}

TEST(Laws, DoublingEveryCostDoublesItAndKeepsTheRoute) {
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    Worlds worlds = worlds_of(scenario);
    for (const Trip& trip : scenario.trips) {
      TripQuery query = query_of(scenario, trip);
      query.objective = Objective::cost;
      const World& once = worlds.of(query.cargo);
      World twice = once;
      for (double& cost_usd_t : twice.metric.cost_usd_t) cost_usd_t *= 2;
      const TripAnswer single = solve_trip(shipped().compiled(), once, query, false);
      const TripAnswer doubled = solve_trip(shipped().compiled(), twice, query, false);
      EXPECT_EQ(single.evaluation.arcs, doubled.evaluation.arcs) << trip.id;
      EXPECT_NEAR(2 * single.evaluation.cost_usd_t, doubled.evaluation.cost_usd_t, near);
    }
  }
}

bool is_local(const Change& change, const Effect& effect) {
  return !std::holds_alternative<PolicyChange>(change.what) &&
         !(effect.links.empty() && effect.nodes.empty());
}

bool unrelated(const Effect& a, const Effect& b) {
  const auto shared = [](const auto& left, const auto& right) {
    return std::ranges::any_of(left, [&](auto id) { return std::ranges::count(right, id) > 0; });
  };
  return !shared(a.links, b.links) && !shared(a.nodes, b.nodes);
}

State state_of(const Scenario& scenario, std::vector<Effect>& effects) {
  Diagnostics diagnostics;
  State state =
      resolve(shipped().network(), scenario, CargoId{0}, diagnostics, date_of(scenario), &effects);
  EXPECT_FALSE(diagnostics.has_errors());
  return state;
}

TEST(Laws, TheOrderOfUnrelatedChangesDoesNotMatter) {
  int swapped = 0;
  for (const Scenario& scenario : shipped().scenarios()) {
    SCOPED_TRACE(scenario.id);
    std::vector<Effect> effects;
    const State state = state_of(scenario, effects);
    for (std::size_t i = 0; i + 1 < scenario.changes.size(); ++i) {
      if (!is_local(scenario.changes[i], effects[i])) continue;
      if (!is_local(scenario.changes[i + 1], effects[i + 1])) continue;
      if (!unrelated(effects[i], effects[i + 1])) continue;
      Scenario other = scenario;
      std::swap(other.changes[i], other.changes[i + 1]);
      std::vector<Effect> others;
      EXPECT_EQ(state, state_of(other, others)) << "changes " << i << " and " << i + 1;
      ++swapped;
    }
  }
  EXPECT_GT(swapped, 0);
}

TEST(Laws, TwoRunsGiveTheSameBytes) {
  const auto report = [](const Shipped& study) {
    std::vector<RunResult> results;
    for (const Scenario& scenario : study.scenarios()) {
      results.push_back(run(study.compiled(), scenario, {}));
    }
    return report_run(study.compiled(), results, Format::json) +
           report_run(study.compiled(), results, Format::text);
  };
  const Shipped again;
  EXPECT_EQ(report(shipped()), report(again));
}

}  // namespace
}  // namespace corridor::test
