#include "corridor/study/run.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "corridor/core/parallel.hpp"

#include "study/claims.hpp"
#include "study/news.hpp"
#include "study/trip_book.hpp"
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

Side trip_side(const Compiled& compiled, const TripBook& book, std::size_t question,
               const RunOptions& options) {
  const World& world = book.world(question);
  const TripQuery& query = book.query(question);
  const TripAnswer& answer = book.answer(question);
  Side side;
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

/// A trip's two questions in a book.
struct TripQuestions {
  std::size_t before = 0;
  std::size_t after = 0;
};

Subject trip_subject(const Compiled& compiled, const Trip& trip, const TripQuestions& questions,
                     const TripBook& book, const RunOptions& options) {
  const TripQuery& query = book.query(questions.after);
  Subject subject;
  subject.id = trip.id;
  subject.name = name_of(compiled.network, query);
  subject.cargo = query.cargo;
  subject.objective = query.objective;
  subject.baseline = trip_side(compiled, book, questions.before, options);
  subject.scenario = trip_side(compiled, book, questions.after, options);
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

/// A scenario on its way: both worlds, then its questions, then, once they are answered, what is to
/// be told.
class Plan {
 public:
  Plan(const Compiled& compiled, const Scenario& scenario, const RunOptions& options)
      : compiled_{compiled},
        scenario_{scenario},
        options_{options},
        baseline_{scenario.baseline.empty() ? nullptr : &scenario.baseline.front()},
        after_date_{date_of(compiled.network, scenario, options)},
        before_date_{baseline_ == nullptr ? after_date_
                                          : date_of(compiled.network, *baseline_, options)},
        before_{compiled, baseline_, before_date_},
        after_{compiled, &scenario, after_date_},
        context_{scenario, before_, after_} {
    for (const Trip& trip : scenario.trips) {
      queries_.push_back(resolve_trip(compiled, trip, objective_of(trip, scenario, options)));
      before_.of(queries_.back().cargo);
      after_.of(queries_.back().cargo);
    }
  }
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  void ask(TripBook& book) {
    for (const TripQuery& query : queries_) {
      const std::size_t before = book.ask(before_.of(query.cargo), query);
      trips_.push_back({before, book.ask(after_.of(query.cargo), query)});
    }
    for (const Expectation& expectation : scenario_.expectations) {
      claims_.push_back(corridor::ask(compiled_, expectation, context_, options_, book));
    }
  }

  RunResult tell(const TripBook& book) {
    RunResult result;
    result.scenario = &scenario_;
    result.network_hash = compiled_.network.content_hash;
    result.scenario_date = after_date_;
    result.baseline_date = before_date_;
    for (std::size_t i = 0; i < trips_.size(); ++i) {
      result.subjects.push_back(
          trip_subject(compiled_, scenario_.trips[i], trips_[i], book, options_));
    }
    for (const Name& name : scenario_.corridors) {
      result.subjects.push_back(corridor_subject(compiled_, name, context_));
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      result.claims.push_back(
          judge(compiled_, scenario_.expectations[i], context_, claims_[i], book));
    }
    result.effects = after_.effects(cargo_of(compiled_.network, scenario_));
    result.news = last_news(compiled_, result.subjects, std::max(before_date_, after_date_));
    return result;
  }

 private:
  const Compiled& compiled_;
  const Scenario& scenario_;
  const RunOptions& options_;
  const Scenario* baseline_;  // none: the network as it stands
  Date after_date_;
  Date before_date_;
  Worlds before_;
  Worlds after_;
  RunContext context_;
  std::vector<TripQuery> queries_;      // by trip
  std::vector<TripQuestions> trips_;    // by trip
  std::vector<ClaimQuestions> claims_;  // by expectation
};

}  // namespace

Objective objective_of(const Trip& trip, const Scenario& scenario, const RunOptions& options) {
  if (options.objective) return *options.objective;
  if (trip.objective) return *trip.objective;
  return scenario.objective.value_or(Objective::generalised);
}

std::vector<RunResult> run_all(const Compiled& compiled, std::span<const Scenario> scenarios,
                               const RunOptions& options) {
  std::vector<std::unique_ptr<Plan>> plans(scenarios.size());
  parallel_for(plans.size(), options.threads, [&](std::size_t i, std::size_t) {
    plans[i] = std::make_unique<Plan>(compiled, scenarios[i], options);
  });
  TripBook book;
  for (const std::unique_ptr<Plan>& plan : plans) plan->ask(book);
  book.solve(compiled, options.certify, options.threads);
  std::vector<RunResult> results(plans.size());
  parallel_for(plans.size(), options.threads,
               [&](std::size_t i, std::size_t) { results[i] = plans[i]->tell(book); });
  return results;
}

RunResult run(const Compiled& compiled, const Scenario& scenario, const RunOptions& options) {
  return std::move(run_all(compiled, std::span{&scenario, 1}, options).front());
}

}  // namespace corridor
